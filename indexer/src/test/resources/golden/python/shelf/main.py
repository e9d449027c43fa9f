import shelf.files
from shelf import Book, files as f, open_shelf


def main():
    opened = open_shelf("books.txt")
    with open_shelf("more.txt") as other:
        other.add(Book("A", 3))
    opened["a"].annotate("b").show()
    first, second = Book("x"), Book("y")
    second.describe()
    read = f.load
    read("c.json")
    shelf.files.lines("d")
    show = lambda book: book.describe()
    sorted([first], key=lambda book: book.key())


main()
