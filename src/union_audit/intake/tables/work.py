"""How often the cells of a file may be looked at while its tables are found: counted, so that the same file always ends in the same way."""

from collections.abc import Iterable
from typing import NoReturn

from union_audit.findings import Finding
from union_audit.sheets.by_column import ByColumn
from union_audit.sheets.model import Refused, Sheet

LOOKS = 5_000_000
"""In any file: seconds. A form takes some thousand, a sheet of a thousand forms a million."""
LOOKS_A_CELL = 4
"""In addition: most cells of a nation's table are not looked at one by one at all."""


class Work:
    """What is left to one file. A file that is made to be looked through again and again is refused before that takes minutes."""

    __slots__ = ("left",)

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        """Allow what the cells of some sheets may need."""
        self.left = LOOKS + LOOKS_A_CELL * sum(map(cells_of, sheets))

    def spend(self, looks: int = 1) -> None:
        """Count looks at cells; refuse the file (`Refused`) when there were too many."""
        self.left -= looks
        if self.left < 0:
            self.stop()

    def stop(self) -> NoReturn:
        """Refuse the file (`Refused`)."""
        raise Refused(Finding("UA022"))


def cells_of(sheet: Sheet) -> int:
    """Return how many cells a sheet has, blank ones too."""
    rows = sheet.rows
    return len(rows) * rows.widest if isinstance(rows, ByColumn) else sum(map(len, rows))
