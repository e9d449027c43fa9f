#!/usr/bin/env python3
"""Orders."""
from __future__ import annotations

import os.path
import numpy as np, sys
from . import models
from ..stock import Store as Stock, take
from shop.util import *

LIMIT: int = 10
_clock = Clock.system()


def load(path: str, *names, strict=False, **options) -> list[Order]:
    with open(path) as file:
        rows = [parse(row) for row in file if row.strip()]
    return rows


class Base(object):
    pass


class Order(Base, models.Sellable, metaclass=Meta):
    """An order."""

    count: int = 0
    kinds = ["a", "b"]

    def __init__(self, id: int, store: Stock = None):
        super().__init__(id)
        self.id = id
        self.store = store
        self.log = Log(self)

    @property
    def total(self) -> int:
        return sum(line.price for line in self.lines)

    @staticmethod
    def parse(text):
        return Order(int(text))

    @classmethod
    def empty(cls):
        return cls(0)

    async def sell(self, to: "Customer") -> Receipt | None:
        if (n := len(self.kinds)) > LIMIT:
            raise ValueError(f"too many {n:>3} {describe(n)}")
        receipt = Receipt(self)
        receipt.sign(lambda key: key.sign(self.id))
        await self.store.take(self, amount=2)
        self.total.bit_length()
        return receipt

    def _hidden(self):
        def inner(x):
            return x.y.z()

        for line, item in self.pairs():
            inner(line)
        try:
            os.path.join("a", "b")
        except (OSError, KeyError) as error:
            error.trace()

    class Line:
        price = 1


@dataclass
class Point:
    x: int
    y: int = field(default=0)


class OrderTest(unittest.TestCase):
    def test_sells(self):
        self.assertEqual(1, Order(1).sell(None))


def test_load(tmp_path):
    assert load(tmp_path / "x")


@app.route("/orders")
def orders():
    return Order.empty().total


if __name__ == "__main__":
    main(sys.argv[1:])
