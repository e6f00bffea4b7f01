"""Files as they stand: any spreadsheet or text file → sheets of raw cells."""

from union_audit.sheets.model import Book, Cell, CellError, Refused, Sheet
from union_audit.sheets.raw import cells_as_json, without_value
from union_audit.sheets.read import EXTENSIONS, file_content, read_book, read_content

__all__ = [
    "EXTENSIONS",
    "Book",
    "Cell",
    "CellError",
    "Refused",
    "Sheet",
    "cells_as_json",
    "file_content",
    "read_book",
    "read_content",
    "without_value",
]
