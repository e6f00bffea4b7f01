"""Rows of other units in a file, or a sheet, that is named after one: they are not used, for they may be left from an older table."""

from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose, lowest
from union_audit.intake.facts import State
from union_audit.intake.units.identity import Register
from union_audit.intake.units.mentions import units_within


def without_strangers(placed: Placed, told: Whose, register: Register) -> Whose:
    """Take out the units that do not belong to the one that the file or the sheet is named after, nor it to them.

    Rows that they left blank are rows of the form, and no submissions of theirs.
    """
    if placed.table.is_one_unit or register.roster.path is None:  # without a roster nothing tells who belongs to whom
        return told
    for text, name in ((placed.sheet, placed.sheet), (placed.candidate.file, placed.candidate.stem)):
        named = lowest(units_within(name, register, by_code=False), register)  # a code may be any number
        if len(named) == 1:
            told = _of(placed, told, register, named.pop(), text)
    return told


def _of(placed: Placed, told: Whose, register: Register, owner: int, text: str) -> Whose:
    family = {owner, *register.above(owner)}
    strange = [row for row, unit in enumerate(told.units) if unit >= 0 and unit not in family and owner not in register.above(unit)]
    if not strange:
        return told
    filled = [row for row in strange if (placed.table.figures.state[row] > State.BLANK).any()]
    names = tuple(dict.fromkeys(register.units[told.units[row]].name for row in filled))
    args: dict[str, object] = {"text": text, "unit_name": register.units[owner].name, "names": names, "count": len(filled)}
    findings = [Finding("UA139", args, placed.of_unit(filled[0]))] if filled else []
    units = told.units[:]
    for row in strange:
        units[row] = -1
    return replace(told, units=units, findings=(*told.findings, *findings))
