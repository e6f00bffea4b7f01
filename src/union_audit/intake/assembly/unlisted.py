"""Forms over which, or in whose file's name, a unit stands that is not in the roster: they are not those of the unit above it."""

from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import FILE, LINE, SHEET, Placed
from union_audit.intake.assembly.whose import TITLE, Whose
from union_audit.intake.units.identity import Register
from union_audit.intake.units.levels import Levels
from union_audit.intake.units.names import folded
from union_audit.intake.vocabulary.titles import is_title, without_title
from union_audit.intake.vocabulary.units import BODIES, NO_NAME, UNIONS
from union_audit.plan.roster import Unit


def without_unlisted(placed: Placed, told: Whose, register: Register, levels: Levels) -> Whose:
    """Return whose a form's figures are: nobody's, where it also names a unit of a lower level that nobody knows.

    A form bears the letterhead of the unit above the one that fills it in.
    """
    if register.roster.path is None or not placed.table.is_one_unit or len(told.units) != 1 or told.units[0] < 0 or not told.evidence:
        return told
    unit = register.units[told.units[0]]
    text = next((text for text in _texts(placed) if _is_unlisted(text, unit, register, levels)), "")
    text = text or next((text for text in _telling(placed, told) if _is_of_other_body(text, unit)), "")
    if not text:
        return told
    named = placed.table.named
    if told.evidence == LINE:
        evidence = f"“{named.codes[0] or named.names[0]}”: {unit.name}", f"“{text}”"
        finding = Finding("UA113", {"evidence": evidence}, placed.source())
    else:
        finding = Finding("UA109", {"name": text}, placed.source())
    return Whose(array("i", [-1]), (*told.findings, finding), told.evidence)


def _texts(placed: Placed) -> Iterator[str]:
    yield from dict.fromkeys(placed.table.titles)
    yield placed.sheet
    if placed.is_only_form:
        yield placed.candidate.stem


def _telling(placed: Placed, told: Whose) -> Iterator[str]:
    """Yield the texts that the unit was told by, where it stands within them."""
    if told.evidence in (SHEET, FILE):
        yield placed.sheet if told.evidence == SHEET else placed.candidate.stem
    elif told.evidence == TITLE:
        yield from filter(is_title, placed.table.titles)


def _is_of_other_body(text: str, unit: Unit) -> bool:
    """Whether each name of the unit in a text stands there as the place of another body."""
    words = f" {folded(text)} "
    names = [name for each in (unit.name, *unit.aliases) if f" {(name := folded(each))} " in words]
    return bool(names) and all(not UNIONS.match(name) and BODIES.search(words[: words.index(f" {name} ")]) for name in names)


def _is_unlisted(text: str, unit: Unit, register: Register, levels: Levels) -> bool:
    """Whether a text is a unit's name by its beginning, of a level below this unit's, and neither a known one's nor of units at large."""
    begun = _begun(text, levels)
    if begun is None or not levels.is_below(begun.level, unit.level):
        return False
    own = {word for each in (unit.name, *unit.aliases) for word in folded(each).split()}
    return not begun.words <= own | levels.words and register.tell("", text).unit < 0 and register.tell("", begun.name).unit < 0


class _Begun(NamedTuple):
    """A text that begins as the names of a level's units do: that name, and the words of it that are its unit's own."""

    name: str
    level: str
    words: frozenset[str]


@lru_cache(maxsize=16384)  # forms of one kind share nearly all of their texts
def _begun(text: str, levels: Levels) -> _Begun | None:
    name = without_title(text)
    level, rest = levels.beginning(name)
    words = rest.split()
    if level is None or not words or not words[0].isalpha() or words[0] in NO_NAME:
        return None
    return _Begun(name, level, frozenset(words))
