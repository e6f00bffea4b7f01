"""Sheets and tables that call themselves an example, a plan, a template …: whether they are data is told by what else the file holds."""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.folding import fold, nfc
from union_audit.intake.facts import State
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.units.identity import Register
from union_audit.intake.units.mentions import units_within
from union_audit.intake.vocabulary.examples import EXAMPLE_FILES, EXAMPLE_WORDS, LISTS, NOT_DATA, NUMBER_WORDS, TEMPLATE_WORDS
from union_audit.intake.vocabulary.periods import is_of_earlier
from union_audit.intake.vocabulary.plans import is_plan, is_plan_title
from union_audit.plan.model import Plan

_WORD = re.compile(r"[^\W_]+")


class Kind(IntEnum):
    """What a table is by the names and titles that it stands under."""

    DATA = 0
    TEMPLATE = 1  # offices fill in the template itself: data, unless the file has a place for the same figures elsewhere
    EXAMPLE = 2  # never data


class Found(NamedTuple):
    """The name of a sheet, and the tables in it."""

    sheet: str
    tables: list[Table]


def without_asides(file: str, found: Sequence[Found], knows: Knowledge) -> tuple[list[Found], list[Finding]]:
    """Return the tables that are data, by sheet, and what is said of those that are not. `file`: the file's name, without its ending."""
    is_example = fold(file).startswith(EXAMPLE_FILES)
    named = {each.sheet: Kind.EXAMPLE if is_example else _named(each.sheet, knows.register) for each in found}
    kinds = [[max(named[each.sheet], _titled(table)) for table in each.tables] for each in found]
    if not any(map(any, kinds)) and Kind.EXAMPLE not in named.values():
        return list(found), []
    data = [table for each, own in zip(found, kinds, strict=True) for table, kind in zip(each.tables, own, strict=True) if not kind]
    places = {heading.field for table in data for heading in table.headings if heading.field}
    filled = {name for table in data for name in _filled(table, knows.plan)}
    kept: list[Found] = []
    findings: list[Finding] = []
    for each, own in zip(found, kinds, strict=True):
        said = [_said(_filled(table, knows.plan), kind, table, places, filled) for table, kind in zip(each.tables, own, strict=True)]
        kept.append(Found(each.sheet, [table for table, code in zip(each.tables, said, strict=True) if not code]))
        is_bare = not each.tables and named[each.sheet] is Kind.EXAMPLE
        findings += [Finding(code, {}, Source("", each.sheet)) for code in sorted({*said, *(["UA123"] if is_bare else [])} - {""})]
    return kept, findings


def _said(own: set[str], kind: Kind, table: Table, places: set[str], filled: set[str]) -> str:
    """Return the code of what is said of a table that is no data, "" of one that is. `own`: the fields that it has figures of.

    `places`: the fields that tables of data have a place for; `filled`: those that they have figures of.
    """
    if kind is Kind.EXAMPLE:
        return "UA123" if own <= filled else "UA140"
    if kind is Kind.TEMPLATE and places & {heading.field for heading in table.headings}:
        return "UA141" if own else "UA123"
    return ""


@lru_cache(maxsize=1024)
def _named(sheet: str, register: Register | None) -> Kind:
    """Return what tables are by the name of their sheet; one that names a unit ("Trường Mẫu giáo Ví Dụ") is its unit's."""
    key = f" {fold(sheet)} "
    is_example = any(key.startswith(f" {word} ") for word in NOT_DATA)
    if is_example or is_plan(sheet) or is_of_earlier(sheet):
        return Kind.EXAMPLE
    is_mentioned = any(f" {word} " in key for word in EXAMPLE_WORDS)
    if not (is_mentioned or _is_template(sheet)) or (register and units_within(sheet, register)):
        return Kind.DATA
    return Kind.EXAMPLE if is_mentioned else Kind.TEMPLATE


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
