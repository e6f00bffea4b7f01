"""How much of a file is read at most. What a nation's workbook needs is well within; what exhausts a computer is not."""

from union_audit.sheets.refusal import too_large

MEGABYTE = 1 << 20

FILE_BYTES = 400 * MEGABYTE
PART_BYTES = 512 * MEGABYTE
"""All parts of a zip together, unpacked."""
LIGHT_BYTES = 4 * MEGABYTE
"""A workbook that unpacks to more is read whole in a process of its own."""
DIRECTORY_BYTES = 8 * MEGABYTE
"""A zip's directory, which is read whole before its parts can be counted."""
SMALL_PART_BYTES = 16 * MEGABYTE
"""A part that is read whole: styles, relations, content types."""
TEXT_BYTES = 64 * MEGABYTE
"""The shared texts of a workbook: a nation's names are 10."""
PARTS = 5_000
RATIO = 300
"""Unpacked to packed size of one part; a sheet of equal rows reaches about 100."""
RATIO_FROM = 32 * MEGABYTE
"""Smaller parts may be packed as tightly as they like."""
CELLS = 16_000_000
SPARSE_CELLS = 4_000_000
"""A grid may always be this large; a larger one needs a byte of its file for each cell, which even a sparse one has."""
NOTED = 1_000_000
"""Single cells of which more is kept than their value, where one element may stand for many."""
ENTRY_BYTES = 100 * MEGABYTE
"""One submission in a zip of submissions, which is unpacked in memory."""
ENTRIES = 20_000
NESTED_ZIPS = 3
"""A zip in a zip in a zip of submissions is opened, one within that is not."""
PIECE_BYTES = 16 * MEGABYTE
"""A row, or the text of one cell, in XML: a program writes 16,384 cells of no more than some hundred bytes into a row."""
COLUMNS = 16_384
LINE_CHARACTERS = MEGABYTE
LINES = 5_000_000
DISTINCT_TEXTS = 1_500_000
"""In a text table that is read row by row; a nation's year has some hundred thousand, and its figures among them."""
CELL_BYTES = 4
"""So many bytes each cell of a large text table takes at least, with its separator."""
WORKER_BYTES = 480 * MEGABYTE
"""What parsing in a process of its own may take."""
WALL_SECONDS = 3
"""How much longer than its processor time it may take, on a computer that is busy."""
HTML_BYTES = 16 * MEGABYTE
"""A page is parsed much more slowly than anything else."""
TABLES_WITHIN = 20
"""Tables in cells of tables in cells."""


def check_piece(part: str, size: int) -> None:
    """Refuse a piece of XML that is kept in memory until it ends, and does not end."""
    if size > PIECE_BYTES:
        raise too_large(part, megabytes(size), megabytes(PIECE_BYTES))


def check_grid(part: str, rows: int, columns: int, size: int) -> int:
    """Return the number of cells of a grid that `size` bytes describe, or refuse one that is mostly nothing or simply too large."""
    cells = rows * columns
    limit = min(CELLS, max(SPARSE_CELLS, size))
    if cells > limit:
        raise too_large(part, f"{rows} × {columns}", str(limit))
    return cells


def megabytes(size: int) -> str:
    """Write a size for a finding."""
    return f"{size / MEGABYTE:.0f} MB"


def worker_seconds(size: int) -> int:
    """Return how much processor time the parsing of a file of `size` bytes may take."""
    return 3 + size // (2 * MEGABYTE)
