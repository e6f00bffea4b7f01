"""The values: a finding, its place, and what its code means."""

import dataclasses
from enum import StrEnum

from union_audit.frozen import dataclass


class Severity(StrEnum):
    """How much a finding matters: an error keeps a figure out of the audit, a warning may, an info never does."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def address(row: int, column: int) -> str:
    """Return the Excel address of a cell whose row and column count from 0: (11, 5) is "F12"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a submission: `file` relative to the named input, `row` and `column` from 0, -1 where there is none."""

    file: str
    sheet: str = ""
    row: int = -1
    column: int = -1

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to it: the file, the sheet and the cell, as far as they are known."""
        return tuple(step for step in (self.file, self.sheet, self.cell) if step)

    @property
    def cell(self) -> str:
        """The Excel address ("F12", in a CSV too), or "" for a whole sheet or file."""
        return address(self.row, self.column) if self.row >= 0 and self.column >= 0 else ""


@dataclass(frozen=True, slots=True)
class Code:
    """What a finding code means. All texts are catalogue messages; `message` is formatted with a finding's `args`.

    `message` says what was found and how it was taken; `action` what to do; `meaning` is the longer text that `explain` prints.
    """

    id: str
    severity: Severity
    message: str
    meaning: str
    action: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with, or worth knowing of, the data. `unit`, `target` and `field` are codes and ids."""

    code: str
    args: dict[str, object] = dataclasses.field(default_factory=dict)
    source: Source | None = None
    unit: str | None = None
    target: str | None = None
    field: str | None = None
