"""Whose figures a table holds: each row's (or column's) unit, or the one unit of a form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import FILE, LINE, SHEET, Placed
from union_audit.intake.units.identity import How, Register, Told
from union_audit.words import N_

LETTERHEAD = N_("the letterhead")
OPTION = N_("the command line")


@dataclass(frozen=True, slots=True)
class Whose:
    """The roster index of each unit of a table, -1 where its figures are not used; what told a form's unit; what is wrong."""

    units: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    evidence: str = ""


def whose(placed: Placed, register: Register, unit_of: Mapping[str, str]) -> Whose:
    """Tell the units of a table by the roster. `unit_of`: the unit code that a person named for a file."""
    if placed.table.is_one_unit:
        return _of_form(placed, register, unit_of.get(placed.candidate.file, "")) if placed.table.named.place else Whose(())
    named = placed.table.named
    units, findings = [], []
    for unit, (code, name) in enumerate(zip(named.codes, named.names, strict=True)):
        place = register.by_written_code.get(code, -1) if code else register.by_written_name.get(name, -1)
        if place >= 0 and (not name or not code or name == register.units[place].name):
            units.append(place)
            continue
        told = register.tell(code, name)
        units.append(told.unit)
        finding = _finding(told, code, name, register)
        if finding is not None:
            findings.append(Finding(finding.code, finding.args, placed.of_unit(unit), finding.unit))
    return Whose(tuple(units), tuple(findings))


def _of_form(placed: Placed, register: Register, option: str) -> Whose:
    if option:
        place = register.by_code[_key(option)]
        args: dict[str, object] = {"unit_name": register.units[place].name}
        return Whose((place,), (Finding("UA127", args, placed.source(), register.units[place].code),), OPTION)
    code, name = placed.table.named.codes[0], placed.table.named.names[0]
    findings: list[Finding] = []
    told: list[tuple[str, int]] = []
    if code or name:
        line = register.tell(code, name)
        finding = _finding(line, code, name, register)
        findings += [Finding(finding.code, finding.args, placed.source(), finding.unit)] if finding else []
        if line.unit < 0:
            return Whose((-1,), tuple(findings))
        told.append((placed.named_by, line.unit))
    told += _by_names(placed, register) if placed.named_by is LINE else []
    told += _by_letterhead(placed, register, {unit for _, unit in told})
    units = {unit for _, unit in told}
    if len(units) == 1:
        return Whose((units.pop(),), tuple(findings), told[0][0])
    if not units:
        return Whose((-1,), (*findings, Finding("UA114", {}, placed.source())))
    evidence = tuple(f"{text}: {register.units[unit].name}" for text, unit in _texts(placed, told))
    return Whose((-1,), (*findings, Finding("UA113", {"evidence": evidence}, placed.source())))


def _texts(placed: Placed, told: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Name each piece of evidence by its own words: the line, the sheet's name, the file's."""
    named = placed.table.named
    words: dict[str, str] = {LINE: f"“{named.codes[0] or named.names[0]}”", SHEET: f"“{placed.sheet}”", FILE: f"“{placed.candidate.file}”"}
    return [(words.get(kind, "…"), unit) for kind, unit in told]


def _by_names(placed: Placed, register: Register) -> list[tuple[str, int]]:
    """Return the unit that the sheet's name tells, and the one that the file's does."""
    texts = [(SHEET, placed.sheet), *([(FILE, placed.candidate.path.stem)] if placed.is_only_form else [])]
    found = [(kind, _lowest(register.within(text), register)) for kind, text in texts]
    return [(kind, units.pop()) for kind, units in found if len(units) == 1]


def _by_letterhead(placed: Placed, register: Register, known: set[int]) -> list[tuple[str, int]]:
    """Return the unit whose name stands above the form, apart from those above it in the organisation.

    Alone, neither the highest of all tells it, whose name everybody's forms bear, nor any where the form asks for the unit.
    """
    told = [register.name(text) for text in placed.table.titles]
    units = {each.unit for each in told if each.how is How.NAME}
    left = _lowest(units | known, register) - known
    if not known:
        left = set() if placed.table.is_unit_blank else left - register.highest
    return [(LETTERHEAD, left.pop())] if len(left) == 1 else []


def _lowest(units: set[int], register: Register) -> set[int]:
    """Return the units that are above none of the others."""
    above: set[int] = set()
    for unit in units:
        parent = register.units[unit].parent
        seen = {unit}
        while parent is not None and (place := register.roster.index.get(parent, unit)) not in seen:
            seen.add(place)
            above.add(place)
            parent = register.units[place].parent
    return units - above


def _key(code: str) -> str:
    return "".join(code.casefold().split())


def _finding(told: Told, code: str, name: str, register: Register) -> Finding | None:
    """Return what is to be said of how a unit was told, None where nothing is."""
    unit = register.units[told.unit] if told.unit >= 0 else None
    names = tuple(register.units[place].name for place in told.candidates)
    if unit is not None and told.how is How.NEAR:
        return Finding("UA111", {"name": name, "unit_name": unit.name}, unit=unit.code)
    if unit is not None and told.how is How.ONLY_NAME:
        return Finding("UA128", {"unit_code": code, "name": name}, unit=unit.code)
    if unit is not None:
        return None
    if told.how is How.DISAGREE:
        return Finding("UA112", {"unit_code": code, "name": name})
    if told.how is How.AMBIGUOUS:
        return Finding("UA110", {"name": name, "units": names})
    return Finding("UA109", {"name": name or code})
