"""A case of the corpus: files whose true figures are known, and what became of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from corpus.containers import CONTAINERS
from corpus.pages import Page, Pages, Row, Rows
from submitting import PLAN, ROSTER
from union_audit.findings import CODES, Finding, Severity
from union_audit.intake import take_in
from union_audit.intake.facts import KNOWN, WHOLE, Facts, State, Submissions
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

JUNE = Period(2025, 6, 1)
HEAD: tuple[str, ...] = (
    "STT",
    "Mã đơn vị",
    "Tên đơn vị",
    "Tổng số máy tính",
    "Số máy tính được bảo vệ bằng phần mềm",
    "Số máy mật",
    "Đã tổ chức học tập",
)
A: Row = (1, "BG01", "LĐLĐ huyện Yên Dũng", 120, 96, 3, "có")
B: Row = (2, "BG02", "LĐLĐ huyện Lạng Giang", 80, 75, 2, "chưa")
"""The rows that most cases are about."""

Truth: TypeAlias = Mapping[str, Mapping[str, float]]
"""Figures by unit and field, as a person reads them; yes is 1, no is 0. A percentage without counts is that of its numerator ("safe %")."""

OF_A: dict[str, float] = {"computers": 120, "safe": 96, "secret": 3, "studied": 1}
OF_B: dict[str, float] = {"computers": 80, "safe": 75, "secret": 2, "studied": 0}
TRUE: Truth = {"BG01": OF_A, "BG02": OF_B}


def but(fields: Mapping[str, float], *names: str) -> dict[str, float]:
    """Return the figures without some."""
    return {name: value for name, value in fields.items() if name not in names}


@dataclass(frozen=True)
class Case:
    """Files, what a person reads in them, and what must be said. A figure that is in no truth must not be read.

    `says`: codes that must be among the findings; `period`: what the user asked for; `later`: why it is not read yet.
    """

    id: str
    files: Callable[[], Mapping[str, bytes]]
    true: Mapping[str, Truth]
    says: tuple[str, ...] = ()
    period: Period | None = JUNE
    roster: Roster | None = ROSTER
    plan: Plan = PLAN
    options: Mapping[str, Any] = field(default_factory=dict)
    later: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a case: how many figures a person reads, which of them were not read, which were read wrongly."""

    readable: int
    unread: list[str]
    wrong: list[str]
    unexplained: list[str]
    codes: frozenset[str]


def case(
    id_: str,
    pages: Rows | Page | Pages,
    true: Truth = TRUE,
    *says: str,
    saved: str = "xlsx",
    stem: str = "bao cao",
    periods: Mapping[str, Truth] | None = None,
    **more: Any,
) -> Case:
    """Describe a case of one file, whose figures are June's unless `periods` says otherwise."""
    if isinstance(pages, Page):
        named: Pages = {"Biểu": pages}
    else:
        named = pages if isinstance(pages, Mapping) else {"Biểu": Page(pages)}
    return Case(id_, lambda: CONTAINERS[saved](named, stem), periods or {"2025-06": true}, says, **more)


def folder(id_: str, files: Mapping[str, Rows | Page | bytes], true: Truth = TRUE, *says: str, **more: Any) -> Case:
    """Describe a case of several files: each bytes, or one sheet in a workbook."""

    def made() -> dict[str, bytes]:
        return {name: each if isinstance(each, bytes) else _workbook(each) for name, each in files.items()}

    return Case(id_, made, more.pop("periods", None) or {"2025-06": true}, says, **more)


def workbook(rows: Rows | Page, saved: str = "xlsx") -> bytes:
    """Return a file of one sheet."""
    page = rows if isinstance(rows, Page) else Page(rows)
    (content,) = CONTAINERS[saved]({"Biểu": page}, "a").values()
    return content


_workbook = workbook


def take(each: Case, at: Path) -> Submissions:
    """Write a case's files into a folder and take them in; within `at`, whose own name may be a period's by chance ("tmp8_t6")."""
    at = at / "in"
    for name, content in each.files().items():
        path = at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return take_in([at], each.plan, each.roster, period=each.period, **each.options)


def outcome(each: Case, submissions: Submissions) -> Outcome:
    """Hold what was read against the truth."""
    read = {(period, unit, name): value for period, unit, name, value in _figures(submissions)}
    true = {
        (period, unit, name): value
        for period, units in each.true.items()
        for unit, fields in units.items()
        for name, value in fields.items()
    }
    told = [finding for finding in submissions.findings if CODES[finding.code].severity is not Severity.INFO]
    unread = sorted(key for key in true if key not in read)
    return Outcome(
        readable=len(true),
        unread=[_say(key) for key in unread],
        wrong=[f"{_say(key)} = {value}, not {true.get(key, 'read at all')}" for key, value in read.items() if true.get(key) != value],
        unexplained=[_say(key) for key in unread if not any(_explains(finding, *key[1:]) for finding in told)],
        codes=frozenset(finding.code for finding in submissions.findings),
    )


def _figures(submissions: Submissions) -> Iterator[tuple[str, str, str, float]]:
    """Yield every figure that is used: its period, unit, field and value. Zeros that the plan makes of blanks are none."""
    for period, facts in submissions.by_period.items():
        label = period.label if period else ""
        for unit, states, values in zip(facts.roster.units, facts.state.tolist(), facts.values.tolist(), strict=True):
            for each, state, value in zip(facts.fields, states, values, strict=True):
                if state in KNOWN and state != State.ZERO:
                    yield label, unit.code, each.id, value
        yield from _percentages(label, facts)


def _percentages(label: str, facts: Facts) -> Iterator[tuple[str, str, str, float]]:
    for number, ratio in enumerate(facts.shares.ratios if facts.shares else ()):
        for place, unit in enumerate(facts.roster.units):
            if facts.shares and facts.shares.state[place, number] == State.FIGURE:
                yield label, unit.code, f"{ratio.numerator} %", 100 * int(facts.shares.values[place, number]) / WHOLE


def _explains(finding: Finding, unit: str, name: str) -> bool:
    return finding.unit in (None, unit) and finding.field in (None, name.removesuffix(" %"))


def _say(key: tuple[str, str, str]) -> str:
    return " ".join(key)
