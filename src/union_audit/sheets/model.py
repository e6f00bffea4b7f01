"""A spreadsheet or a text file as it stands: sheets of raw cells at their absolute addresses, nothing interpreted."""

from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.sheets.number_format import NumberFormat


@dataclass(frozen=True, slots=True)
class CellError:
    """What stands in a cell that has no value to read.

    `text` is an Excel error ("#REF!") or, for a formula that the file has no computed value of, the formula itself ("=B2+C2").
    """

    text: str


Cell: TypeAlias = bool | int | float | str | date | datetime | time | timedelta | CellError | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[r][c]` is the cell at row r, column c, both from 0 and counted from A1; rows may differ in length.

    `hidden_rows` and `hidden_columns` are indexes; `formats`: how a number is shown, by its address, where it is not simply by its digits.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formats: Mapping[tuple[int, int], NumberFormat] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()  # (first row, first column, last row, last column)
    is_text: bool = False  # of a text table: a row is as long as its line made it
    is_by_comma: bool = False  # what parts its cells also stands in numbers

    def __getstate__(self) -> list[object]:
        """Return the fields for another process, sets as tuples: pickled without a memo, some dozen sets are an error (Python's own)."""
        values = [getattr(self, each.name) for each in fields(self)]
        return [tuple(value) if isinstance(value, frozenset) else value for value in values]

    def __setstate__(self, state: Sequence[Any]) -> None:
        """Take the fields as `__getstate__` returned them."""
        for each, value in zip(fields(self), state, strict=True):
            object.__setattr__(self, each.name, frozenset(value) if each.name.startswith("hidden_") else value)

    like: object = field(default=None, compare=False)  # the same in sheets that differ only in which number, or which text, a cell holds


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read. `kind`: "xlsx", "xls", "xlsb", "ods", "html", "text"; `facts`: how it was read (encoding, delimiter)."""

    kind: str
    sheets: tuple[Sheet, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Refused(Exception):  # noqa: N818 (a refusal is an answer, not an error of ours)
    """The file cannot be used as a submission; `finding` (UA0xx) says why. The caller adds the file's name."""

    def __init__(self, finding: Finding) -> None:
        """Hold the finding."""
        super().__init__(finding.code)
        self.finding = finding
