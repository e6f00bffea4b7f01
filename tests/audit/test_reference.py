"""The whole audit agrees with an independent one in SQL (reference.sql), on thousands of random submissions."""

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from builders import facts, plan, roster, submissions, target, unit
from builders import field as a_field
from union_audit.audit import Scope, audit
from union_audit.audit.result import NONE, Audit, Column, Measure, Reason, Status
from union_audit.intake.facts import Facts, State
from union_audit.plan.goal import CountGoal, RatioGoal, Tracked
from union_audit.plan.model import Covers, Kind, Level, OnZero, OverPeriods, Plan, Submits, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.waivers import Waiver

WORLDS = 600
LEVELS = (
    Level("province", {"en": "Province"}, Submits.MONTHLY),
    Level("district", {"en": "District"}, Submits.MONTHLY),
    Level("sector", {"en": "Sector"}, Submits.QUARTERLY),
    Level("grassroots", {"en": "Grassroots"}, Submits.VIA_PARENT),
)
SHARES = ("> 60%", ">= 100%", ">= 62.5%", "> 0%", "<= 5%", "< 33.3%", ">= 99.9%", "> 60%", ">= 100%")
TABLES = {
    "world": ("w", "month", "expect_all"),
    "unit": ("w", "u", "level", "parent", "submits", "area", "exists_at_end", "submitted"),
    "target": ("w", "t", "kind", "comparison", "p", "q", "tracked", "zero_is_met", "weight", "all_levels"),
    "holds": ("w", "t", "level"),
    "part": ("w", "t", "k", "area", "of_the_month"),
    "uses": ("w", "t", "k", "field", "sign"),
    "figure": ("w", "u", "field", "state", "value"),
    "share": ("w", "u", "t", "k", "state", "value"),
    "waiver": ("w", "u", "t"),
}


@dataclass(frozen=True)
class World:
    """One random plan, roster and month, and what is asked of them."""

    plan: Plan
    facts: Facts
    scope: Scope
    period: Period

    @property
    def audit(self) -> Audit:
        return audit(self.plan, submissions(self.facts, self.period), self.scope)


def a_world(seed: int) -> World:
    """Make a world; every sixth has counts up to 10**12 (and fewer targets, so that the reference's own products fit in 128 bits)."""
    rng = random.Random(seed)  # noqa: S311 (nothing secret)
    large = seed % 6 == 0
    largest = 10**12 if large else rng.choice((4, 12, 30))
    period = Period(2025, rng.choice((5, 6, 12)), 1)
    made = plan(*_targets(rng, 2 if large else rng.randint(2, 5)), fields=_fields(rng), levels=LEVELS)
    who = roster(*_units(rng, period))
    given = {each.code: _figures(rng, made, largest) for each in who.units if rng.random() < 0.85}
    waivers = tuple(
        Waiver(rng.choice(who.units).code, rng.choice(made.targets).id, "", "", str(number), made.calendar.end(period))
        for number in range(rng.choice((0, 0, 2)))
    )
    scope = Scope(date(2025, 7, 1), period, rng.choice(("found", "all")), waivers=waivers)
    shares = {} if large else _shares(rng, made, who)
    for code, name in ((code, name) for code, names in shares.items() if code in given for name in names if rng.random() < 0.3):
        given[code][name] = None
    return World(made, facts(made, who, given, shares=shares), scope, period)


def _shares(rng: random.Random, made: Plan, who: Roster) -> dict[str, dict[str, str | State]]:
    """Make percentages of two targets at most (so that the reference's products fit), right at a threshold now and then."""
    numerators = [part.numerator for each in made.targets[:2] for part in each.parts if part.denominator]
    written = ("0", "5", "33.3", "60", "60", "60.000000001", "62.5", "85.25", "99.9", "100", State.UNREADABLE, State.INCOMPLETE)
    return {each.code: {name: rng.choice(written) for name in numerators if rng.random() < 0.5} for each in who.units}


def _fields(rng: random.Random) -> list[Any]:
    over = rng.choice(tuple(OverPeriods))
    counts = [a_field(f"{covers}_{name}", over=over, covers=covers) for covers in Covers for name in ("n0", "n1", "n2", "d0", "d1", "less")]
    return [*counts, *(a_field(name, kind=Kind.YES_NO) for name in ("y0", "y1"))]


def _targets(rng: random.Random, number: int) -> Iterator[Target]:
    for place in range(number):
        covers = rng.choice(tuple(Covers))
        kind = rng.choice(("share", "share", "share", "share", "count", "yes", "tracked"))
        shares = [(f"{covers}_n{k}", f"{covers}_d{k % 2}", *([f"{covers}_less"] if rng.random() < 0.3 else [])) for k in range(3)]
        rng.shuffle(shares)
        parts: list[Any] = shares[: rng.choice((1, 1, 2, 3))]
        written = rng.choice(SHARES) if kind == "share" else kind
        if kind == "count":
            written, parts = rng.choice((">= 1", "> 3", "<= 4", "< 9")), [(f"{covers}_n0",), (f"{covers}_n1",)][: rng.choice((1, 2))]
        elif kind == "yes":
            parts = [("y0",), ("y1",)][: rng.choice((1, 2))]
        elif kind == "tracked" and rng.random() < 0.4:
            parts = [rng.choice((("y0",), (f"{covers}_n0",)))]
        levels = rng.sample([level.id for level in LEVELS], rng.choice((1, 2, 3, 4, 4, 4)))
        weight, on_zero = (
            Fraction(rng.choice((1, 2, 2, 2, 3, 5)), 2),
            rng.choice((OnZero.NOT_APPLICABLE, OnZero.NOT_APPLICABLE, OnZero.MET)),
        )
        yield target(f"t{place}", written, *parts, levels=levels, weight=weight, on_zero=on_zero)


def _units(rng: random.Random, period: Period) -> list[Unit]:
    """Make a tree of up to four levels, in any order, with units that closed or open later, and exceptions of every kind."""
    above: list[tuple[str, str, str | None]] = [("P", "province", None)]
    above += [
        (f"D{place}", rng.choice(("district", "district", "sector")), rng.choice(("P", "P", "P", None)))
        for place in range(rng.randint(1, 4))
    ]
    for place in range(rng.randint(0, 7)):
        above.append((f"G{place}", "grassroots", rng.choice(above)[0]))
    units = []
    for code, level_, parent_ in rng.sample(above, len(above)):
        more: dict[str, Any] = {"covers": rng.choice((None,) * 8 + tuple(Covers)), "submits": rng.choice((None,) * 8 + tuple(Submits))}
        if rng.random() < 0.06:
            more["valid_to"] = date(2025, period.first, 9)
        units.append(unit(code, None if rng.random() < 0.04 else level_, parent_, **more))
    return units


def _figures(rng: random.Random, made: Plan, largest: int) -> dict[str, Any]:
    """Make a unit's figures: shares all over the scale, often right at a threshold, now and then above their whole."""
    figures: dict[str, Any] = {}
    whole = {covers: rng.randint(0, largest) if rng.random() < 0.9 else 0 for covers in Covers}
    for each in made.fields:
        covers, _, name = each.id.partition("_")
        base = whole.get(Covers(covers), 0) if name else 0
        near = base * rng.choice((0, 3, 5, 6, 8, 10, 10, 10)) // 10 + rng.choice((-1, 0, 0, 0, 1))
        figure: Any = rng.random() < 0.6 if not name else base if name[0] == "d" else base // 20 if name == "less" else max(0, near)
        strange = rng.choice((None, None, State.ZERO, State.UNREADABLE, State.INCONSISTENT, State.MISSING))
        figures[each.id] = figure if rng.random() < 0.95 else strange
    return figures


def as_tables(worlds: list[World]) -> dict[str, list[tuple[Any, ...]]]:
    """Write the worlds down as the reference's tables."""
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
    for w, world in enumerate(worlds):
        rows["world"].append((w, world.period.last, world.scope.expect == "all"))
        _write_units(rows, w, world)
        _write_shares(rows, w, world)
        for t, each in enumerate(world.plan.targets):
            _write_target(rows, w, t, each, world.plan)
        places = {each.id: place for place, each in enumerate(world.plan.targets)}
        waived = {(w, world.facts.roster.index[each.unit], places[each.target]) for each in world.scope.waivers}
        rows["waiver"].extend(waived)
    return rows


def _write_units(rows: dict[str, list[tuple[Any, ...]]], w: int, world: World) -> None:
    index, of_level = world.facts.roster.index, {level.id: level.submits for level in LEVELS}
    for u, each in enumerate(world.facts.roster.units):
        submits = each.submits or (of_level[each.level] if each.level else "unknown")
        area = None if each.covers is None else each.covers is Covers.AREA
        parent = None if each.parent is None else index[each.parent]
        rows["unit"].append((w, u, each.level, parent, str(submits), area, each.valid_to is None, bool(world.facts.submitted[u])))
        for column, of in enumerate(world.facts.fields):
            state = State(int(world.facts.state[u, column]))
            if state is not State.MISSING:
                rows["figure"].append((w, u, of.id, state.name.lower(), int(world.facts.values[u, column])))  # noqa: PD011 (no frame)


def _write_shares(rows: dict[str, list[tuple[Any, ...]]], w: int, world: World) -> None:
    given = world.facts.shares
    for t, each in enumerate(world.plan.targets if given else ()):
        for k, part in enumerate(each.parts):
            place = given.ratios.index(part) if given and part.denominator else -1
            for u, state in enumerate(map(State, given.state[:, place].tolist()) if given and place >= 0 else ()):
                if given and state is not State.MISSING:
                    rows["share"].append((w, u, t, k, state.name.lower(), int(given.values[u, place])))  # noqa: PD011 (no frame)


def _write_target(rows: dict[str, list[tuple[Any, ...]]], w: int, t: int, each: Target, made: Plan) -> None:
    kind, comparison, threshold = "share", "", Fraction(0)
    if isinstance(each.goal, RatioGoal):
        comparison, threshold = str(each.goal.comparison), each.goal.threshold
    elif isinstance(each.goal, CountGoal):
        comparison, threshold = str(each.goal.comparison), Fraction(each.goal.count)
    if each.parts[0].denominator is None:
        kind = "yes" if made.field(each.parts[0].numerator).kind is Kind.YES_NO else "count"
    tracked, on_zero = isinstance(each.goal, Tracked), each.on_zero is OnZero.MET
    limit = (comparison, threshold.numerator, threshold.denominator)
    rows["target"].append((w, t, kind, *limit, tracked, on_zero, int(each.weight * 2), len(each.levels) == len(LEVELS)))
    rows["holds"].extend((w, t, level) for level in each.levels)
    for k, part in enumerate(each.parts):
        fields = [made.field(name) for name in part.fields]
        of_the_month = all(field.over_periods is OverPeriods.SUM for field in fields)
        rows["part"].append((w, t, k, fields[0].covers is Covers.AREA, of_the_month))
        rows["uses"].extend((w, t, k, name, sign) for name, sign in zip(part.fields, (0, 1, -1), strict=False))


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    return [a_world(seed) for seed in range(WORLDS)]


@pytest.fixture(scope="module")
def audits(worlds: list[World]) -> list[Audit]:
    return [world.audit for world in worlds]


class Reference:
    """The reference's database. DuckDB is imported here only: held by a test module, it complains of leaks when Python ends."""

    def __init__(self, tables: dict[str, list[tuple[Any, ...]]]) -> None:
        import duckdb  # noqa: PLC0415 (as above)

        self._connection = duckdb.connect()
        for name, rows in tables.items():
            self._connection.register(name, pd.DataFrame(rows, columns=list(TABLES[name])).convert_dtypes())
        self._connection.execute(Path(__file__).with_name("reference.sql").read_text(encoding="utf-8"))

    def __call__(self, query: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query).fetchall()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module")
def reference(worlds: list[World]) -> Iterator[Reference]:
    with closing(Reference(as_tables(worlds))) as database:
        yield database


def _measured(measure: Measure, row: int) -> tuple[Any, ...]:
    status, reason = Status(int(measure.status[row])).name.lower(), Reason(int(measure.reason[row])).name.lower()
    columns = (
        measure.numerator,
        measure.denominator,
        measure.required,
        measure.to_go,
        measure.to_go_new,
        measure.attained,
        measure.attainable,
        measure.share,
    )
    return (status, None if reason == "none" else reason, *(None if (figure := int(column[row])) == NONE else figure for column in columns))


def _rows_of(done: Audit) -> Iterator[tuple[str, int, int, tuple[Column, ...]]]:
    """Yield (of, u, row, columns) of every unit judged and every branch."""
    yield from (("unit", int(u), int(u), done.columns) for u in np.flatnonzero(done.judged))
    yield from (("branch", int(u), row, done.rollup.columns) for row, u in enumerate(done.rollup.unit))


def test_the_reference_sees_enough(worlds: list[World], reference: Reference) -> None:
    assert sum(int(world.facts.submitted.sum()) for world in worlds) > 3000
    seen = {row[:3] for row in reference("SELECT DISTINCT axis, status, reason FROM assessed")}
    assert len(seen) == 19, seen  # all that there are
    assert set(reference("SELECT DISTINCT status FROM assessed WHERE share IS NOT NULL")) == {("met",), ("gap",), ("tracked",)}
    assert reference("SELECT count(*) FROM coverage WHERE units_by_share > 0")[0][0] > 500


def test_every_part(audits: list[Audit], reference: Reference) -> None:
    ours = {
        (of, w, u, t, k): _measured(part, row)
        for w, done in enumerate(audits)
        for of, u, row, columns in _rows_of(done)
        for t, column in enumerate(columns)
        for k, part in enumerate(column.parts)
    }
    theirs = {row[:5]: row[5:] for row in reference("SELECT * FROM measured")}
    assert ours == theirs


def test_every_target(audits: list[Audit], reference: Reference) -> None:
    ours = {
        (of, w, u, t): (int(column.part[row]), bool(column.applies[row]), bool(column.waived[row]), *_measured(column.measure, row))
        for w, done in enumerate(audits)
        for of, u, row, columns in _rows_of(done)
        for t, column in enumerate(columns)
    }
    theirs = {row[:4]: row[4:] for row in reference("SELECT * EXCLUDE (weight) FROM assessed")}
    assert ours == theirs


def test_scores(audits: list[Audit], reference: Reference) -> None:
    ours = {}
    for w, done in enumerate(audits):
        for axis, u, row, _ in _rows_of(done):
            scores = done.scores if axis == "unit" else done.rollup.scores
            if not np.isnan(scores.score[row]):
                ours[axis, w, u] = (float(scores.score[row]), float(scores.coverage[row]))
    theirs = {
        (axis, w, u): (float(Fraction(earned, possible)), float(Fraction(known, applying)))
        for axis, w, u, earned, possible, known, applying in reference("SELECT * FROM scored")
    }
    assert ours.keys() == theirs.keys()
    assert all(ours[key] == pytest.approx(theirs[key], abs=1e-12) for key in ours)


def test_ranks_of_units(audits: list[Audit], reference: Reference) -> None:
    ours = {
        (w, int(u)): (int(done.scores.rank[u]), int(done.scores.rank_in_level[u]))
        for w, done in enumerate(audits)
        for u in np.flatnonzero(done.scores.rank)
    }
    theirs = {row[:2]: row[2:] for row in reference("SELECT w, u, rank, rank_in_level FROM ranked")}
    assert ours == theirs


def test_ranked_gaps(audits: list[Audit], reference: Reference) -> None:
    ours = [
        (w, int(u), int(t), int(rank))
        for w, done in enumerate(audits)
        for u, t, rank in zip(done.gaps.ranked.unit, done.gaps.ranked.column, done.gaps.ranked.rank, strict=True)
    ]
    assert ours == reference("SELECT w, u, t, rank FROM ranked_gap ORDER BY w, place")


def test_ranked_targets(audits: list[Audit], reference: Reference) -> None:
    ours = [(w, int(t), int(rank)) for w, done in enumerate(audits) for t, rank in zip(done.target_order, done.target_rank, strict=True)]
    assert ours == reference("SELECT w, t, rank FROM ranked_target ORDER BY w, place")


def test_coverage(audits: list[Audit], reference: Reference) -> None:
    ours = {
        (w, int(u), t): counts
        for w, done in enumerate(audits)
        for row, u in enumerate(done.rollup.unit)
        for t in range(len(done.columns))
        if any(
            counts := tuple(
                int(each[t, row])
                for each in (
                    done.rollup.expected,
                    done.rollup.reported,
                    done.rollup.by_share,
                    done.rollup.met,
                    done.rollup.gap,
                    done.rollup.no_data,
                )
            )
        )
    }
    theirs = {row[:3]: row[3:] for row in reference("SELECT * FROM coverage") if any(row[3:])}
    assert ours == theirs
