from .books import Book, open_shelf
from . import files

__all__ = ["Book", "open_shelf", "files"]
