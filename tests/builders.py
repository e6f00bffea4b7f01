"""Small plans, rosters and submissions, for all tests: `facts(plan, roster, {"D1": {"computers": 10}})`."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

from union_audit.audit import Scope, audit
from union_audit.audit.measure import to_go_new
from union_audit.audit.result import NONE, Audit, Measure, Reason, Status
from union_audit.intake.facts import WHOLE, Facts, Input, Places, Shares, State, Submissions
from union_audit.plan.goal import Goal, YesGoal
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.model import Covers, Field, Kind, Level, OverPeriods, Plan, Ratio, Submits, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit

JUNE = Period(2025, 6, 1)
LEVELS = (
    Level("province", {"vi": "Tỉnh", "en": "Province"}, Submits.MONTHLY),
    Level("district", {"vi": "Huyện", "en": "District"}, Submits.MONTHLY),
    Level("grassroots", {"vi": "Cơ sở", "en": "Grassroots"}, Submits.VIA_PARENT),
)
ALL_LEVELS = tuple(level.id for level in LEVELS)

Given: TypeAlias = int | bool | State | None
"""A figure as a test writes it: a count, yes or no, None for a blank cell, or a `State`; a field left out is missing."""

Rows: TypeAlias = Mapping[str, Mapping[str, Given]]
"""The figures of units, by code and field id."""


Percentages: TypeAlias = Mapping[str, Mapping[str, str | State]]
"""Percentages of units, by code and the field of the numerator: "85.5" is 85.5%."""


def field(id_: str, *, kind: Kind = Kind.COUNT, over: OverPeriods = OverPeriods.LAST, covers: Covers = Covers.OWN, **more: Any) -> Field:
    return Field(id_, {"vi": f"Số {id_}", "en": f"Number of {id_}"}, kind, over, covers, **more)


def target(id_: str, goal_: str, *parts: tuple[str, ...], levels: Sequence[str] = ALL_LEVELS, **more: Any) -> Target:
    """Build a target; a part is (numerator,), (numerator, denominator) or (numerator, denominator, less, …)."""
    ratios = tuple(Ratio(part[0], part[1] if len(part) > 1 else None, tuple(part[2:])) for part in parts)
    words = {"vi": f"Chỉ tiêu {id_}", "en": f"Target {id_}"}
    given = {"number": 1, "label": words, "source": {"vi": f"Câu văn của {id_}"}, **more}
    return Target(id=id_, levels=tuple(levels), goal=parse_goal(goal_), parts=ratios, **given)


def plan(*targets: Target, fields: Sequence[Field] = (), levels: Sequence[Level] = LEVELS, **more: Any) -> Plan:
    """Build a plan; fields that the targets name and `fields` does not are own counts of the period's end (yes/no for a "yes")."""
    known = {each.id: each for each in fields}
    for each in targets:
        kind = Kind.YES_NO if isinstance(each.goal, YesGoal) else Kind.COUNT
        for ratio in each.parts:
            for id_ in ratio.fields:
                known.setdefault(id_, field(id_, kind=kind))
    numbered = tuple(Target(**{**_slots(each), "number": number}) for number, each in enumerate(targets, 1))
    given = {
        "code": "251/KH-LĐLĐ",
        "title": {"vi": "Kế hoạch thử", "en": "A test plan"},
        "organisation": {"vi": "Liên đoàn Lao động tỉnh", "en": "Provincial Federation of Labour"},
        "language": "vi",
        "deadline": date(2025, 12, 31),
        "path": Path("targets.yaml"),
        "sha256": "0" * 64,
        **more,
    }
    return Plan(levels=tuple(levels), fields=tuple(known.values()), targets=numbered, **given)


def _slots(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def unit(code: str, level: str | None = "district", parent: str | None = None, **more: Any) -> Unit:
    return Unit(code, more.pop("name", f"LĐLĐ {code}"), level, parent, **more)


def roster(*units: Unit | str, path: Path | None = Path("units.csv")) -> Roster:
    """Build a roster; a text is the code of a district without a parent. `path=None`: as if taken from the submissions."""
    return Roster.of((each if isinstance(each, Unit) else unit(each) for each in units), path)


def facts(
    plan_: Plan, roster_: Roster, given: Rows, *, shares: Percentages = MappingProxyType({}), file: str = "data.xlsx", sheet: str = "Sheet1"
) -> Facts:
    """Build the facts of one wide sheet: unit i in row i + 1, field j in column j + 2. A unit not in `given` did not submit.

    `shares`: percentages without counts, to the right of all figures.
    """
    shape = (len(roster_.units), len(plan_.fields))
    values, state = np.zeros(shape, np.int64), np.full(shape, State.MISSING, np.int8)
    table = np.full(shape, -1, np.int32)
    columns = {each.id: place for place, each in enumerate(plan_.fields)}
    texts: dict[tuple[int, int, int], str] = {}
    for code, figures in given.items():
        row = roster_.index[code]
        for name, figure in figures.items():
            column = columns[name]
            table[row, column] = 0
            if isinstance(figure, State):
                state[row, column] = figure
            elif figure is None:
                state[row, column] = State.BLANK
            else:
                values[row, column], state[row, column] = int(figure), State.FIGURE
                if isinstance(figure, bool):
                    texts[0, row + 1, column + 2] = "có" if figure else "không"
    rows, places = np.indices(shape, np.int32)
    submitted = np.array([each.code in given for each in roster_.units], np.bool_)
    layer = Places(table, (rows + 1).astype(np.int32), (places + 2).astype(np.int32))
    made = _shares(plan_, roster_, shares) if shares else None
    return Facts(roster_, plan_.fields, values, state, submitted, (layer,), ((file, sheet),), texts, made)


def _shares(plan_: Plan, roster_: Roster, given: Percentages) -> Shares:
    ratios = tuple(dict.fromkeys(part for each in plan_.targets for part in each.parts if part.denominator))
    shape = (len(roster_.units), len(ratios))
    values, state = np.zeros(shape, np.int64), np.full(shape, State.MISSING, np.int8)
    for code, percentages in given.items():
        for place, ratio in enumerate(ratios):
            percentage = percentages.get(ratio.numerator)
            if isinstance(percentage, State):
                state[roster_.index[code], place] = percentage
            elif percentage is not None:
                state[roster_.index[code], place] = State.FIGURE
                values[roster_.index[code], place] = int(Fraction(percentage) / 100 * WHOLE)
    rows, places = np.indices(shape, np.int32)
    table = np.where(state == State.MISSING, -1, 0).astype(np.int32)
    layer = Places(table, (rows + 1).astype(np.int32), (places + 2 + len(plan_.fields)).astype(np.int32))
    return Shares(ratios, values, state, layer)


def submissions(of: Facts | Mapping[Period | None, Facts], period: Period | None = JUNE, **more: Any) -> Submissions:
    """Build submissions of one period's facts, or of several by period."""
    by_period = {period: of} if isinstance(of, Facts) else of
    inputs: Sequence[Input] = more.get("inputs", ())
    return Submissions(by_period, inputs, more.get("findings", ()))


def audited(
    plan_: Plan,
    roster_: Roster,
    given: Rows,
    *,
    shares: Percentages = MappingProxyType({}),
    period: Period | None = JUNE,
    **scope: Any,
) -> Audit:
    """Audit the figures of one wide sheet."""
    return audit(plan_, submissions(facts(plan_, roster_, given, shares=shares), period), Scope(**{"as_of": date(2025, 7, 1), **scope}))


def told(measure: Measure, row: int = 0, goal: Goal | None = None) -> dict[str, Any]:
    """Return a measure's row by name, without what there is none of; how many new ones would meet it where the goal is given."""
    counts = {
        name: int(getattr(measure, name)[row])
        for name in ("numerator", "denominator", "required", "to_go", "attained", "attainable", "share")
    }
    if goal is not None:
        counts["to_go_new"] = int(to_go_new(goal, measure, np.array([row]))[0])
    words = {"status": Status(int(measure.status[row])).name.lower()}
    if measure.reason[row] != Reason.NONE:
        words["reason"] = Reason(int(measure.reason[row])).name.lower()
    return {**words, **{name: count for name, count in counts.items() if count != NONE}}
