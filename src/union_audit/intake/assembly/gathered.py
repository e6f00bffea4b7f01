"""The roster that the submissions themselves make, where none is given: codes, names, levels and parents as the tables have them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.intake.assembly.placed import FILE, SHEET, Placed
from union_audit.intake.units.levels import Levels
from union_audit.intake.units.names import accented, code_key, folded, unadorned
from union_audit.plan.coded import Coded
from union_audit.plan.model import Plan
from union_audit.plan.roster import Columns, Roster, Unit

_EVERY = "*"
_MANY = 1_000
"""Of fewer units each is looked at by itself."""


@dataclass(slots=True)
class _Entry:
    """What was said of a unit, and where first."""

    code: str
    name: str
    level: str
    parent: str
    placed: Placed
    unit: int


def gather(tables: Sequence[Placed], plan: Plan, levels: Levels, level_of: Mapping[str, str]) -> tuple[Roster, list[Finding]]:
    """Return the units that the tables name, in order of appearance, and what is wrong with their levels."""
    if roster := _at_once(tables, levels, level_of):
        return roster, []
    entries = _entries(tables)
    above = _parents(entries)
    findings: list[Finding] = []
    units = []
    for code, entry in entries.items():
        level, about = _level(entry, code, plan, levels, level_of)
        findings += about
        units.append(Unit(code, entry.name or code, level, above.get(code)))
    return Roster.of(units), findings


def _at_once(tables: Sequence[Placed], levels: Levels, level_of: Mapping[str, str]) -> Roster | None:
    """Return many units that all have codes of their own, and whose names alone tell their level; None where more is to be asked."""
    named = [each.table.named for each in tables]
    is_more_said = {*level_of} - {_EVERY} or any(any(each.levels) or any(each.parents) for each in named)
    if sum(len(each.codes) for each in named) < _MANY or is_more_said:
        return None
    codes = named[0].codes if len(named) == 1 else [code for each in named for code in each.codes]
    names = named[0].names if len(named) == 1 else [name for each in named for name in each.names]
    keys = {*map(code_key, codes)}
    if "" in keys or len(keys) < len(codes) or not all(map(str.isalpha, {name[:1] for name in names})):
        return None
    told = [level or level_of.get(_EVERY) for level in levels.by_names(names)]
    return None if None in told else Roster(Columns(codes, names, Coded.of(told)))


def with_own_name(placed: Placed, unit_of: Mapping[str, str], levels: Levels) -> tuple[Placed, list[Finding]]:
    """Give a form that names no unit the name of its sheet or its file, or the code that a person named for the file."""
    named = placed.table.named
    option = unit_of.get(placed.candidate.file, "")
    is_said = bool(option) and len(named.place) == 1
    if not option and placed.table.is_one_unit and named.place and (other := _other_name(placed, levels)):
        evidence = (f"“{named.names[0]}”", f"“{other}”")
        return replace(placed, is_usable=False), [Finding("UA113", {"evidence": evidence}, placed.source())]
    if not is_said and (not placed.table.is_one_unit or not named.place or named.codes[0] or named.names[0]):
        return placed, []
    by_sheet = not option and levels.by_name(placed.sheet) is not None
    name = placed.sheet if by_sheet else placed.candidate.stem
    codes, names = ([option], [""]) if option else ([""], [name])
    table = replace(placed.table, named=replace(named, codes=codes, names=names))
    findings = [] if option or by_sheet else [Finding("UA129", {"name": name}, placed.source())]
    return replace(placed, table=table, named_by=SHEET if by_sheet else FILE), findings


def _other_name(placed: Placed, levels: Levels) -> str:
    """Return the name of the sheet or file, if it begins as a unit's does and is not the unit's that the form names; else ""."""
    name = folded(placed.table.named.names[0])
    texts = ((placed.sheet, placed.sheet), (placed.candidate.stem, placed.candidate.file))
    others = (shown for text, shown in texts[: 1 + placed.is_only_form] if levels.by_name(text) is not None and name not in folded(text))
    return next(others, "") if name else ""


def _said(tables: Iterable[Placed]) -> Iterable[_Entry]:
    for placed in tables:
        named = placed.table.named
        names = [name if name[:1].isalpha() else unadorned(name) for name in named.names]
        rows = zip(named.codes, names, named.levels, named.parents, strict=True)
        yield from (_Entry(*texts, placed, unit) for unit, texts in enumerate(rows))


def _entries(tables: Sequence[Placed]) -> dict[str, _Entry]:
    """Return one entry a unit, by its code; units without one go by their name, joined to a coded unit of the same name."""
    said = list(_said(tables))
    coded = {code_key(entry.code): entry for entry in said}
    if "" not in coded and len(coded) == len(said):  # the usual case at a nation's size: each unit once, by its code
        return {entry.code: entry for entry in said}
    is_any_uncoded = any(not entry.code for entry in said)
    written: dict[str, str] = {}  # a code as it is compared → as it was written first
    by_name: dict[str, list[str]] = defaultdict(list)  # a folded name → the codes of the units that bear it
    names: dict[str, str] = {}
    for entry in said:
        if entry.code:
            code = written.setdefault(code_key(entry.code), entry.code)
            if is_any_uncoded:
                _note(code, entry.name, by_name, names)
    for entry in sorted(said, key=lambda each: each.name.isascii()) if is_any_uncoded else ():  # a name without accents joins one with them
        if not entry.code and entry.name and _known(entry.name, by_name, names) is None:
            _note(entry.name, entry.name, by_name, names)
    found: dict[str, _Entry] = {}
    for entry in said:
        own = written[code_key(entry.code)] if entry.code else _known(entry.name, by_name, names)
        if own:
            _join(found, own, entry)
    return found


def _note(code: str, name: str, by_name: dict[str, list[str]], names: dict[str, str]) -> None:
    if name and code not in names:
        names[code] = name
        by_name[folded(name)].append(code)


def _known(name: str, by_name: Mapping[str, list[str]], names: Mapping[str, str]) -> str | None:
    """Return the code of the only unit that bears a name; one without accents stands for any that folds alike."""
    codes = by_name.get(folded(name), [])
    same = [code for code in codes if accented(names[code]) == accented(name)]
    if not same and name.isascii() and len(codes) == 1:
        return codes[0]
    return same[0] if same else None


def _join(found: dict[str, _Entry], code: str, entry: _Entry) -> None:
    first = found.setdefault(code, entry)
    if first is not entry:
        first.name, first.level, first.parent = first.name or entry.name, first.level or entry.level, first.parent or entry.parent


def _level(entry: _Entry, code: str, plan: Plan, levels: Levels, level_of: Mapping[str, str]) -> tuple[str | None, list[Finding]]:
    """Return a unit's level: as a person says, as its own column says, as its name begins; and what is wrong."""
    findings = []
    told = (level_of.get(code) or level_of.get(entry.name)) if level_of else None
    words = "; ".join(level.id for level in plan.levels)
    if told is None and entry.level:
        told = levels.by_word(entry.level)
        if told is None:
            findings.append(Finding("UA130", {"text": entry.level, "levels": words}, entry.placed.of_unit(entry.unit), code))
    told = told or levels.by_name(entry.name) or level_of.get(_EVERY)
    if told is None:
        findings.append(Finding("UA120", {"name": entry.name or code, "levels": words}, entry.placed.of_unit(entry.unit), code))
    return told, findings


def _parents(entries: Mapping[str, _Entry]) -> dict[str, str]:
    """Return each unit's parent where it is a unit itself and nobody becomes their own ancestor."""
    if not any(entry.parent for entry in entries.values()):
        return {}
    codes = {code_key(code): code for code in entries}
    is_by_name = any(entry.parent and code_key(entry.parent) not in codes for entry in entries.values())
    names = {folded(entry.name): code for code, entry in entries.items() if entry.name} if is_by_name else {}
    above: dict[str, str] = {}
    for code, entry in entries.items():
        parent = codes.get(code_key(entry.parent)) or names.get(folded(entry.parent)) if entry.parent else None
        step = parent
        while step is not None and step != code:
            step = above.get(step)
        if parent is not None and step is None:
            above[code] = parent
    return above
