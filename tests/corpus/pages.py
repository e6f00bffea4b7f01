"""Sheets as offices fill them in, before they are saved as some kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class Shown:
    """A number that the sheet shows in a format of its own: `Shown(0.85, "0%")`."""

    value: float
    format: str


Value: TypeAlias = bool | int | float | str | date | Shown | None
Row: TypeAlias = tuple[Value, ...]
Rows: TypeAlias = tuple[Row, ...]


@dataclass(frozen=True)
class Page:
    """A sheet. `merged`: first row, first column, last row, last column, from 0; hidden parts by their index."""

    rows: Rows
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()


Pages: TypeAlias = Mapping[str, Page]
"""Sheets by name."""
