"""The whole audit agrees with an independent one in SQL (reference.sql), on thousands of random submissions."""

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from union_audit.audit.measure import to_go_new
from union_audit.audit.result import NONE, Audit, Column, Measure, Reason, Status
from union_audit.intake.facts import State
from union_audit.plan.goal import CountGoal, Goal, RatioGoal, Tracked
from union_audit.plan.model import Covers, Kind, OnZero, OverPeriods, Plan, Target
from worlds import LEVELS, World, a_world

WORLDS = 600
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


def _measured(goal: Goal, measure: Measure, row: int) -> tuple[Any, ...]:
    status, reason = Status(int(measure.status[row])).name.lower(), Reason(int(measure.reason[row])).name.lower()
    counts = [int(column[row]) for column in measure.counts]
    counts.insert(4, int(to_go_new(goal, measure, np.array([row]))[0]))
    return (status, None if reason == "none" else reason, *(None if figure == NONE else figure for figure in counts))


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
        (of, w, u, t, k): _measured(column.goal, part, row)
        for w, done in enumerate(audits)
        for of, u, row, columns in _rows_of(done)
        for t, column in enumerate(columns)
        for k, part in enumerate(column.parts)
    }
    theirs = {row[:5]: row[5:] for row in reference("SELECT * FROM measured")}
    assert ours == theirs


def test_every_target(audits: list[Audit], reference: Reference) -> None:
    ours = {
        (of, w, u, t): (
            int(column.part[row]),
            bool(column.applies[row]),
            bool(column.waived[row]),
            *_measured(column.goal, column.measure, row),
        )
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
