"""Which files are one unit's own: every table in them is of that unit, and of nobody else."""

from collections.abc import Iterable

from union_audit.intake.facts import Input, InputStatus, Layout, TableRead
from union_audit.intake.tables.row_kinds import RowKind

_NOBODYS = frozenset({RowKind.BLANK.value, RowKind.SECTION.value, RowKind.NOTE.value, RowKind.NUMBERING.value, RowKind.HEADING.value})
"""Rows left out that hold no figures of anybody."""


def owners(inputs: Iterable[Input]) -> dict[str, str]:
    """Return the code of the unit for each file that is one unit's own."""
    return {each.file: each.tables[0].units[0] for each in inputs if each.status is InputStatus.READ and _is_own(each.tables)}


def is_any_nobodys(inputs: Iterable[Input]) -> bool:
    """Whether a file could not be read, or a table in it is of nobody that is known: any unit may have sent it."""
    return any(each.status is InputStatus.REFUSED or any(not table.units or table.unknown for table in each.tables) for each in inputs)


def _is_own(tables: tuple[TableRead, ...]) -> bool:
    return len({code for table in tables for code in table.units}) == 1 and all(map(_is_one_units, tables))


def _is_one_units(table: TableRead) -> bool:
    """Whether a table has a unit, and no figures beside that unit's: in a form all rows are its own, a total may be of others."""
    is_clean = table.layout is Layout.FORM or all(each.reason in _NOBODYS for each in table.left_out)
    return bool(table.units) and not table.unknown and is_clean
