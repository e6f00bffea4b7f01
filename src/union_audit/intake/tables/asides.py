"""Sheets and tables that call themselves an example, a plan, a part …: whether they are data is told by what else the file holds."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.folding import fold, nfc
from union_audit.intake.facts import State
from union_audit.intake.tables.headings import SEPARATOR
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.units.identity import Register
from union_audit.intake.units.mentions import units_within
from union_audit.intake.vocabulary.comparing import BETWEEN
from union_audit.intake.vocabulary.examples import EXAMPLE_FILES, EXAMPLE_WORDS, LISTS, NOT_DATA, NUMBER_WORDS, TEMPLATE_WORDS
from union_audit.intake.vocabulary.parts import is_counterpart, is_part, is_part_of_unit, is_part_title
from union_audit.intake.vocabulary.periods import is_of_earlier
from union_audit.intake.vocabulary.plans import PLAN_WORDS, is_plan, is_plan_title
from union_audit.plan.model import Plan

_WORD = re.compile(r"[^\W_]+")
_PLAN = "kh"
_HEADS = (RowKind.SECTION.value, RowKind.PART.value)
"""The rows that head others."""


class Kind(IntEnum):
    """What a table is by the names and titles that it stands under."""

    DATA = 0
    TEMPLATE = 1  # offices fill in the template itself: data, unless the file has a place for the same figures elsewhere
    PART = 2  # of what its headings ask for, or the opposite: never data
    EXAMPLE = 3  # never data


class Found(NamedTuple):
    """The name of a sheet, and the tables in it."""

    sheet: str
    tables: list[Table]


def without_asides(file: str, found: Sequence[Found], knows: Knowledge) -> tuple[list[Found], list[Finding]]:
    """Return the tables that are data, by sheet, and what is said of those that are not. `file`: the file's name, without its ending."""
    is_example = fold(file).startswith(EXAMPLE_FILES) or _is_of_plan(file)
    named = {each.sheet: Kind.EXAMPLE if is_example else _named(each.sheet, knows.register) for each in found}
    partial = _partial(file, found, knows.register)
    kinds = [
        [max(named[each.sheet], _titled(table), Kind.PART if text else Kind.DATA) for table, text in zip(each.tables, texts, strict=True)]
        for each, texts in zip(found, partial, strict=True)
    ]
    if not any(map(any, kinds)) and Kind.EXAMPLE not in named.values():
        return list(found), []
    data = [table for each, own in zip(found, kinds, strict=True) for table, kind in zip(each.tables, own, strict=True) if not kind]
    places = {heading.field for table in data for heading in table.headings if heading.field}
    filled = {name for table in data for name in _filled(table, knows.plan)}
    kept: list[Found] = []
    findings: list[Finding] = []
    for each, own, texts in zip(found, kinds, partial, strict=True):
        said = [_said(_filled(table, knows.plan), kind, table, places, filled) for table, kind in zip(each.tables, own, strict=True)]
        kept.append(Found(each.sheet, [table for table, code in zip(each.tables, said, strict=True) if not code]))
        is_bare = not each.tables and named[each.sheet] is Kind.EXAMPLE
        about = {(code, text if code == "UA147" else "") for code, text in zip(said, texts, strict=True) if code}
        about |= {("UA123", "")} if is_bare else set()
        findings += [Finding(code, {"text": text} if text else {}, Source("", each.sheet)) for code, text in sorted(about)]
    return kept, findings


def _said(own: set[str], kind: Kind, table: Table, places: set[str], filled: set[str]) -> str:
    """Return the code of what is said of a table that is no data, "" of one that is. `own`: the fields that it has figures of.

    `places`: the fields that tables of data have a place for; `filled`: those that they have figures of.
    """
    if kind is Kind.EXAMPLE or (kind is Kind.PART and own):
        beyond = "UA140" if kind is Kind.EXAMPLE else "UA147"
        return "UA123" if own <= filled else beyond
    if kind is Kind.TEMPLATE and places & {heading.field for heading in table.headings}:
        return "UA141" if own else "UA123"
    return ""


def _partial(file: str, found: Sequence[Found], register: Register | None) -> list[list[str]]:
    """Return for the tables of each sheet the text that says that they are a part, "" for none; beside one, "Đã cài" is one too."""
    parts = [[_part(file, each.sheet, table, register) for table in each.tables] for each in found]
    if not any(any(texts) or any(map(_has_part, each.tables)) for each, texts in zip(found, parts, strict=True)):
        return parts
    return [
        [text or _counterpart(each.sheet, table) for table, text in zip(each.tables, texts, strict=True)]
        for each, texts in zip(found, parts, strict=True)
    ]


def _part(file: str, sheet: str, table: Table, register: Register | None) -> str:
    """Return the text that says of a table that it is a part; the name of a unit, which may have such a word in it, does not."""
    says = is_part_of_unit if table.is_one_unit else is_part
    said = (*filter(says, (sheet, file)), *_lines(table, is_part_title))
    return next((text for text in said if not _is_a_units(text, register)), "") if said else ""


def _counterpart(sheet: str, table: Table) -> str:
    return sheet if is_counterpart(sheet) else next(iter(_lines(table, is_counterpart)), "")


def _has_part(table: Table) -> bool:
    """Whether a section of a table heads a part."""
    return any(each.reason in _HEADS and is_part_title(each.text) for each in table.left_out)


def _lines(table: Table, says: Callable[[str], bool]) -> list[str]:
    """Return the titles of a table that say something, and are no headings of its columns."""
    found = list(filter(says, table.titles))
    if not found:
        return found
    headings = {part for heading in table.headings for part in heading.text.split(SEPARATOR)}
    return [title for title in found if title not in headings]


def _is_a_units(text: str, register: Register | None) -> bool:
    """Whether a text speaks of a unit that has such a word in its own name."""
    units = units_within(text, register) if register else ()
    return any(is_part(name) for unit in units if register for name in register.names[unit])


@lru_cache(maxsize=1024)
def _named(sheet: str, register: Register | None) -> Kind:
    """Return what tables are by the name of their sheet; one that names a unit ("Trường Mẫu giáo Ví Dụ") is its unit's."""
    key = f" {fold(sheet)} "
    is_example = any(key.startswith(f" {word} ") for word in NOT_DATA)
    if is_example or _is_of_plan(sheet) or is_of_earlier(sheet):
        return Kind.EXAMPLE
    is_mentioned = any(f" {word} " in key for word in EXAMPLE_WORDS)
    if not (is_mentioned or _is_template(sheet)) or (register and units_within(sheet, register)):
        return Kind.DATA
    return Kind.EXAMPLE if is_mentioned else Kind.TEMPLATE


def _is_of_plan(name: str) -> bool:
    """Whether a name, or a part of it ("Yên Dũng (kế hoạch)"), says so; "251-KH-LĐLĐ" is the number of a document."""
    if PLAN_WORDS.isdisjoint(fold(name).split()):  # as nearly all: of a folder of forms each has another name
        return False
    return is_plan(name) or any(is_plan(each) and fold(each) != _PLAN for each in BETWEEN.split(name))


def _is_template(sheet: str) -> bool:
    """Whether a name begins or ends with "Mẫu", numbered or not; with its accents, since "Màu" and "Mậu" are other words."""
    words = _WORD.findall(nfc(sheet).casefold())
    while words and (words[-1].isdigit() or words[-1] in NUMBER_WORDS):
        words.pop()
    ends = {*words[:1], *words[-1:]} if words[:2] != ["mẫu", "giáo"] else set[str]()
    return bool(ends & TEMPLATE_WORDS) or fold(" ".join(words[:2])) in LISTS


def _titled(table: Table) -> Kind:
    """Return whether a title above a table says that it is an example, a plan or an earlier period's; "Ví dụ: ghi 12" is a remark."""
    return Kind.EXAMPLE if any(map(_is_of_example, table.titles)) else Kind.DATA


@lru_cache(maxsize=4096)
def _is_of_example(title: str) -> bool:
    title = title.rstrip(" :")
    is_other = is_plan_title(title) or is_of_earlier(title)
    return is_other or (fold(title).startswith(EXAMPLE_WORDS) and ":" not in title)


def _filled(table: Table, plan: Plan) -> set[str]:
    """Return the fields that a table has figures of, or the percentages of."""
    known = np.flatnonzero((table.figures.state > State.ZERO).any(axis=0)).tolist()
    own = {plan.fields[table.figures.fields[j]].id for j in known}
    return own | {given.ratio.numerator for given in table.given if (given.state == State.FIGURE).any()}
