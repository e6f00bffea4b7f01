"""Whose figures a table holds: each row's (or column's) unit, or the one unit of a form."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress, count, repeat
from operator import ne, not_
from typing import TypeAlias

import numpy as np

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.intake.assembly.placed import FILE, LINE, SHEET, Placed
from union_audit.intake.units.formerly import is_of_before
from union_audit.intake.units.identity import How, Register, Told
from union_audit.intake.units.mentions import units_within
from union_audit.intake.units.names import code_key, folded
from union_audit.intake.vocabulary.titles import is_title
from union_audit.words import N_, Message

FOLDER = N_("the name of the folder")
LETTERHEAD = N_("the letterhead")
TITLE = N_("the title")
SIGNATURE = N_("the signature")
OPTION = N_("the command line")


_SURE = (How.CODE, How.NAME)

Places: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class Whose:
    """The roster index of each unit of a table, -1 where its figures are not used; what told a form's unit; what is wrong.

    `units`: whole numbers that numpy takes as an array of int32.
    """

    units: Places
    findings: tuple[Finding, ...] = ()
    evidence: str = ""

    @property
    def run(self) -> range:
        """The roster indexes of all units, where they follow each other; none where they do not."""
        run = range(self.units[0], self.units[0] + len(self.units)) if self.units else range(0)
        return run if run and run.start >= 0 and self.units == _in_order(run) else range(0)

    @property
    def used(self) -> list[int]:
        """The roster indexes of the units whose figures are used."""
        return [unit for unit in self.units if unit >= 0] if -1 in self.units else self.units.tolist()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What tells a unit: a line, a name, the letterhead; and its text."""

    kind: Message
    unit: int
    text: str


def nobodys(rows: int) -> Places:
    """Return what stands for units whose figures are not used."""
    return array("i", [-1]) * rows


def whose(placed: Placed, register: Register, unit_of: Mapping[str, str]) -> Whose:
    """Tell the units of a table by the roster. `unit_of`: the unit code that a person named for a file."""
    rows, option = len(placed.table.named.place), unit_of.get(placed.candidate.file, "")
    if option and rows == 1:
        return _as_said(placed, register, option)
    if placed.table.is_one_unit:
        return _of_form(placed, register) if rows else Whose(nobodys(0))
    told = _of_rows(placed, register)
    return replace(told, findings=(*told.findings, _unused(placed, register, option, rows))) if option and rows else told


def _as_said(placed: Placed, register: Register, option: str) -> Whose:
    place = register.by_code[code_key(option)]
    unit = register.units[place]
    return Whose(array("i", [place]), (Finding("UA127", {"unit_name": unit.name}, placed.source(), unit.code),), OPTION)


def _unused(placed: Placed, register: Register, option: str, rows: int) -> Finding:
    place = register.by_code.get(code_key(option), -1)
    return Finding("UA136", {"unit_name": register.units[place].name if place >= 0 else option, "count": rows}, placed.source())


def _of_rows(placed: Placed, register: Register) -> Whose:
    """Tell the unit of each row (or column) by its own code and name."""
    named = placed.table.named
    said = named.codes, named.names, named.parents
    if register.rows_told and register.rows_told[0] == said:
        return Whose(register.rows_told[1])
    units, findings = _as_written(named.codes, named.names, register), []
    for row in [row for row, unit in enumerate(units) if unit < 0] if -1 in units else ():
        code, name = named.codes[row], named.names[row]
        told = register.tell(code, name, named.parents[row])
        units[row] = told.unit
        finding = _finding(told, code, name, register)
        if finding is not None:
            findings.append(Finding(finding.code, finding.args, placed.of_unit(row), finding.unit))
    if not findings:
        register.rows_told = said, units
    return Whose(units, tuple(findings))


def _as_written(codes: Sequence[str], names: Sequence[str], register: Register) -> Places:
    """Tell the units whose codes, or else names, stand there as the roster writes them, -1 for all others and where the two disagree."""
    run, own = register.run(codes), register.roster.columns.name
    if run and own[run.start : run.stop] == names:
        return _in_order(run)
    codes, names, own = list(codes), list(names), list(own)  # an object each, where they are none yet
    units = array("i", map(register.by_written_code.get, codes, repeat(-1)))
    for row in compress(count(), map(not_, codes)):
        units[row] = register.by_written_name.get(names[row], -1)
    if any(names) and own:
        for row in compress(count(), map(ne, names, map(own.__getitem__, units))):
            if names[row] and codes[row]:
                units[row] = -1
    return units


def _in_order(run: range) -> Places:
    """Return the units of a part of the roster."""
    return array("i", np.arange(run.start, run.stop, dtype=np.int32).tobytes())


def _of_form(placed: Placed, register: Register) -> Whose:
    """Tell a form's unit by the line that names it, the names of its sheet and file, the letterhead and the title: they must agree.

    Where none of these says anything, by who signed it; else no unit that has nothing to do with it may have signed.
    """
    code, name = placed.table.named.codes[0], placed.table.named.names[0]
    findings: list[Finding] = []
    told: list[_Evidence] = []
    if code or name:
        line = register.tell(code, name)
        finding = _finding(line, code, name, register)
        findings += [Finding(finding.code, finding.args, placed.source(), finding.unit)] if finding else []
        if line.unit < 0:
            return Whose(nobodys(1), tuple(findings))
        told.append(_Evidence(placed.named_by, line.unit, code or name))
    told += _by_names(placed, register) if placed.named_by is LINE else []
    told += _by_folder(placed, register, {each.unit for each in told}) if placed.named_by is LINE else []
    told += _by_lines_above(placed, register, {each.unit for each in told})
    signed = _by_signature(placed, register)
    told += _unrelated(signed, {each.unit for each in told}, register) if told else signed
    units = {each.unit for each in told}
    if former := next((each for each in told if each.kind is not LINE and _is_of_before(each, register)), None):
        about = replace(_of_other_time(former.text, register.units[former.unit].name), source=placed.source())
        return Whose(nobodys(1), (*findings, about))
    if len(units) == 1:
        return Whose(array("i", units), tuple(findings), told[0].kind)
    if not units:
        return Whose(nobodys(1), (*findings, Finding("UA114", {}, placed.source())))
    evidence = tuple(dict.fromkeys(f"“{each.text}”: {register.units[each.unit].name}" for each in told))
    return Whose(nobodys(1), (*findings, Finding("UA113", {"evidence": evidence}, placed.source())))


def _is_of_before(evidence: _Evidence, register: Register) -> bool:
    """Whether a text tells a unit as it was before a merger of which the roster says nothing."""
    is_marked = is_of_before(evidence.text, register.names[evidence.unit])
    return is_marked and not register.is_told(evidence.unit, is_before=True)


def _by_names(placed: Placed, register: Register) -> list[_Evidence]:
    """Return the unit that the sheet's name tells, and the one that the file's does."""
    texts = [(SHEET, placed.sheet, placed.sheet)]
    texts += [(FILE, placed.candidate.stem, placed.candidate.file)] if placed.is_only_form else []
    found = [(kind, lowest(units_within(name, register), register), text) for kind, name, text in texts]
    return [_Evidence(kind, units.pop(), text) for kind, units, text in found if len(units) == 1]


def _by_folder(placed: Placed, register: Register, known: set[int]) -> list[_Evidence]:
    """Return the unit that a folder is named after, if what else is known is not that unit or one below it.

    Alone it tells only a unit that no others belong to: else they may have sent what is in it.
    """
    found = ((folder, lowest(units_within(folder, register), register)) for folder in placed.candidate.folders)
    folder, units = next(((folder, units) for folder, units in found if len(units) == 1), ("", set[int]()))
    if not units or any(units & {each, *register.above(each)} for each in known) or (not known and units & register.with_others_below):
        return []
    return [_Evidence(FOLDER, units.pop(), folder)]


def _by_lines_above(placed: Placed, register: Register, known: set[int]) -> list[_Evidence]:
    """Return the units whose names stand above the form, alone or in its title, apart from those above them in the organisation.

    Where nothing else tells the unit, neither the highest of all does, whose name everybody's forms bear, nor any name where the form
    asks for the unit.
    """
    lines = dict.fromkeys(placed.table.titles)
    found = [_Evidence(LETTERHEAD, told.unit, text) for text in lines if (told := register.exactly(text)).how is How.NAME]
    alone = {each.text for each in found}
    titles = [text for text in lines if text not in alone and is_title(text)]
    found += [_Evidence(TITLE, unit, text) for text in titles for unit in sorted(units_within(text, register))]
    left = lowest({each.unit for each in found} | known, register) - known
    if not known:
        left = set() if placed.table.is_unit_blank else left - register.highest
    return [each for each in found if each.unit in left]


def _by_signature(placed: Placed, register: Register) -> list[_Evidence]:
    """Return the units for whom a form is signed, apart from those above them, whose approval it may bear, and the highest of all.

    Where the form asks for the unit, and nothing stands there, a signature is no answer.
    """
    if placed.table.is_unit_blank:
        return []
    found = [_Evidence(SIGNATURE, unit, text) for text in placed.table.signatures for unit in units_within(text, register, by_code=False)]
    left = lowest({each.unit for each in found}, register) - register.highest
    return [each for each in found if each.unit in left]


def _unrelated(signed: Sequence[_Evidence], known: set[int], register: Register) -> list[_Evidence]:
    """Return the signatures of others, by their whole names: a part of one may be a person's."""
    family = {*known, *(up for unit in known for up in register.above(unit))}
    others = [each for each in signed if each.unit not in family and not known & {*register.above(each.unit)}]
    return [each for each in others if folded(register.units[each.unit].name) in folded(each.text)]


def lowest(units: set[int], register: Register) -> set[int]:
    """Return the units that are above none of the others."""
    return units - {up for unit in units for up in register.above(unit)}


def _of_other_time(name: str, unit_name: str) -> Finding:
    return Finding("UA149", {"name": name, "unit_name": unit_name})


def _finding(told: Told, code: str, name: str, register: Register) -> Finding | None:
    """Return what is to be said of how a unit was told, None where nothing is."""
    if told.unit >= 0 and told.how in _SURE:
        return None
    unit = register.units[told.unit] if told.unit >= 0 else None
    names = tuple(register.units[place].name for place in told.candidates)
    if unit is not None and told.how is How.NEAR:
        return Finding("UA111", {"name": name, "unit_name": unit.name}, unit=unit.code)
    if unit is not None and told.how is How.ONLY_NAME:
        return Finding("UA128", {"unit_code": code, "name": name}, unit=unit.code)
    if told.how is How.DISAGREE:
        return Finding("UA112", {"unit_code": code, "name": name})
    if told.how in (How.AMBIGUOUS, How.OTHER_TIME):
        return Finding("UA110", {"name": name, "units": names}) if told.how is How.AMBIGUOUS else _of_other_time(name, names[0])
    return Finding("UA109", {"name": name or code})
