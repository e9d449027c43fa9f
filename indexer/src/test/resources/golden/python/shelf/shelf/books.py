from __future__ import annotations

import typing as t

from . import files
from .base import Item


class Book(Item):
    def __init__(self, title: str, pages: int = 0) -> None:
        super().__init__(title)
        self.pages = pages
        self.notes: t.List[Note] = []

    def annotate(self, text: str) -> Note:
        note = Note(self, text)
        self.notes.append(note)
        return note

    @property
    def last(self):
        return self.notes[-1]

    @classmethod
    def parse(cls, line: str) -> "Book":
        return cls(line.strip())

    def describe(self):
        for note in self.notes:
            note.show()
        return self.last.show() + super().describe()


class Note:
    def __init__(self, book, text):
        self.book = book
        self.text = text

    def show(self):
        return self.text


class Shelf:
    def __init__(self):
        self.books: t.Dict[str, Book] = {}

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *problem):
        self.close()

    def add(self, book: Book | None):
        if book is not None:
            self.books[book.key()] = book

    def close(self):
        [book.describe() for book in self.books.values()]

    def __getitem__(self, key) -> Book:
        return self.books[key]


def open_shelf(path):
    shelf = Shelf()
    for line in files.lines(path):
        shelf.add(Book.parse(line))
    return shelf
