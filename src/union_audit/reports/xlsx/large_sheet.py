"""A sheet of millions of cells: XlsxWriter's own, but that a number or a text is written in one piece, which takes half the time."""

from functools import lru_cache
from html import escape
from typing import Any

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_column = lru_cache(xl_col_to_name)


class LargeSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that is written row by row. Every cell comes out as XlsxWriter writes it, to the byte; a text is never rich text."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Take the place of XlsxWriter's innermost step; cells of other kinds, or without a look, are left to that."""
        kind = type(cell).__name__
        if kind not in ("Number", "String") or not cell.format:
            super()._write_cell(row, col, cell)
            return
        begin = f'<c r="{_column(col)}{row + 1}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001 (as XlsxWriter finds it)
        if kind == "Number":
            self.fh.write(f"{begin}><v>{cell.number:.16G}</v></c>")
        else:
            self.fh.write(f'{begin} t="inlineStr"><is>{_written(cell.string)}</is></c>')


@lru_cache(maxsize=1 << 14)
def _written(text: str) -> str:
    plain = Worksheet._escape_control_characters(text)  # noqa: SLF001 (as XlsxWriter writes them)
    kept = "" if plain == plain.strip() else ' xml:space="preserve"'
    return f"<t{kept}>{escape(plain, quote=False)}</t>"
