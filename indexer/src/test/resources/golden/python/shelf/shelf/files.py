import json


def lines(path):
    with open(path) as file:
        return file.read().split("\n")


def load(path):
    return json.loads("".join(lines(path)))
