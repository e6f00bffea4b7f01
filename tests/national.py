"""A national submission as a file, audited by the program, and by the reference in SQL (audit/reference.sql) from its very figures."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from audit import test_reference as reference
from union_audit.audit import Scope, audit
from union_audit.audit.measure import to_go_new
from union_audit.audit.result import NONE, Audit, Column, Measure, Reason, Scores, Status
from union_audit.intake import take_in
from union_audit.intake.facts import Int64
from union_audit.plan import load_plan
from union_audit.plan.goal import Goal
from union_audit.plan.model import Kind, Plan
from union_audit.plan.period import Period
from union_audit.plan.roster_file import load_roster

PERIOD = Period(2025, 6, 1)
PROVINCES, DISTRICTS = 34, 300
LARGEST = 60
"""Larger counts would make products beyond the 128 bits that the reference has; those of branches are beyond them anyway."""
SCORED, SCORED_UNITS = "FROM assessed WHERE applies GROUP BY ALL", "FROM assessed WHERE applies AND axis = 'unit' GROUP BY ALL"
FIGURE, BLANK, UNREADABLE, INCONSISTENT, ZERO = "figure", "blank", "unreadable", "inconsistent", "zero"
WRITTEN = {BLANK: "", UNREADABLE: "12a", INCONSISTENT: "-3"}
COUNTED = ("units_expected", "units_reported", "units_by_share", "met", "gap", "no_data")
MEASURED = "status, reason, n, denominator, required_count, to_go, to_go_new, attained, attainable, share"
PARTS = f"SELECT axis, u, t, k, {MEASURED} FROM measured"  # noqa: S608 (names of ours)
TARGETS = f"SELECT axis, u, t, k, applies, waived, {MEASURED} FROM assessed"  # noqa: S608
COVERAGE = f"SELECT u, t, {', '.join(COUNTED)} FROM coverage WHERE {' + '.join(COUNTED)} > 0"  # noqa: S608


@dataclass(frozen=True)
class Nation:
    """Units from the highest down, each with its level and the place of the one above it, and the figures of every unit.

    `figures`, `states`: arrays units by the plan's fields, the states as the reference calls them; `folder`: the files.
    """

    plan: Plan
    levels: list[str]
    parents: list[int]
    figures: Int64
    states: np.ndarray[Any, Any]
    folder: Path


def make(plan_file: Path, folder: Path, units: int, seed: int = 251) -> Nation:
    """Write the roster and one month's table of so many units."""
    plan = load_plan(plan_file)
    random = np.random.default_rng(seed)
    places = np.arange(units)
    is_top, is_district = places < PROVINCES, (places >= PROVINCES) & (places < PROVINCES + DISTRICTS)
    levels = np.select([is_top, is_district], ["province", "district"], "grassroots").tolist()
    parents = np.select([is_top, is_district], [-1, places % PROVINCES], PROVINCES + places % DISTRICTS).tolist()
    values, states = _figures(plan, units, random)
    nation = Nation(plan, levels, parents, values, states, folder)
    _write(nation)
    return nation


def _figures(plan: Plan, units: int, random: np.random.Generator) -> tuple[Int64, np.ndarray[Any, Any]]:
    """Make counts that are parts of each other, one half of them whole, and some cells that are no figures."""
    values = random.integers(0, LARGEST, (units, len(plan.fields)))
    place = {field.id: at for at, field in enumerate(plan.fields)}
    for part in (part for target in plan.targets for part in target.parts if part.denominator):
        whole = values[:, place[part.denominator or ""]]
        values[:, place[part.numerator]] = np.where(random.random(units) < 0.5, whole, (whole * random.random(units)).astype(np.int64))
        for less in part.less:
            values[:, place[less]] = (values[:, place[part.denominator or ""]] * 0.2 * random.random(units)).astype(np.int64)
    states = np.select([random.random(values.shape) < chance for chance in (0.01, 0.003, 0.003)], [BLANK, UNREADABLE, INCONSISTENT], FIGURE)
    for at, field in enumerate(plan.fields):
        if field.kind is Kind.YES_NO:
            values[:, at] = random.integers(0, 2, units)
            states[states[:, at] == INCONSISTENT, at] = UNREADABLE
        if field.blank_is_zero:
            states[states[:, at] == BLANK, at] = ZERO  # a unit that wrote nothing else is not made
    values[states != FIGURE] = 0
    return values, states


def _write(nation: Nation) -> None:
    codes = [f"{place % PROVINCES + 1:02}.{place:06}" for place in range(len(nation.levels))]
    names = [f"Đơn vị số {place}" for place in range(len(codes))]
    with (nation.folder / "units.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("code", "name", "level", "parent"))
        above = (codes[parent] if parent >= 0 else "" for parent in nation.parents)
        lines.writerows(zip(codes, names, nation.levels, above, strict=True))
    with (nation.folder / "2025-06.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("Mã đơn vị", "Tên đơn vị", *(field.label["vi"] for field in nation.plan.fields)))
        for code, name, row in zip(codes, names, _cells(nation), strict=True):
            lines.writerow((code, name, *row))


def _cells(nation: Nation) -> Iterator[list[str]]:
    says = [{0: "Không", 1: "Có"} if field.kind is Kind.YES_NO else {} for field in nation.plan.fields]
    for figures, states in zip(nation.figures.tolist(), nation.states.tolist(), strict=True):
        yield [
            words.get(figure, str(figure)) if state == FIGURE else "" if state == ZERO else WRITTEN[state]
            for figure, state, words in zip(figures, states, says, strict=True)
        ]


def audited(nation: Nation) -> Audit:
    """Read the files and audit them."""
    roster = load_roster(nation.folder / "units.csv", nation.plan)
    submissions = take_in([nation.folder / "2025-06.csv"], nation.plan, roster)
    return audit(nation.plan, submissions, Scope(date(2025, 7, 5), PERIOD, "all"))


def differences(nation: Nation, done: Audit) -> dict[str, int]:
    """Return, for each table of the reference, in how many rows the audit and the reference differ, either way, and how many there are."""
    with closing(duckdb.connect()) as database:
        for name, table in _tables(nation).items():
            database.register(f"given_{name}", table)
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM given_{name}")  # noqa: S608 (names of ours)
            database.unregister(f"given_{name}")
        sql = (Path(__file__).parent / "audit" / "reference.sql").read_text(encoding="utf-8")
        assert SCORED in sql
        database.execute(sql.replace(SCORED, SCORED_UNITS))
        found: dict[str, int] = {}
        for name, query, ours in _compared(done):
            database.register("ours", ours)
            columns = ", ".join(ours.columns)
            for what, one, other in ((f"{name}: ours alone", "ours", "theirs"), (f"{name}: theirs alone", "theirs", "ours")):
                rows = f"WITH theirs AS ({query}) SELECT count(*) FROM (SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {other})"  # noqa: S608
                found[what] = int(database.execute(rows).fetchall()[0][0])
            found[f"{name}: compared"] = len(ours)
            database.unregister("ours")
        theirs = database.execute(
            "SELECT u, status, attained, attainable, weight FROM assessed WHERE axis = 'branch' AND applies"
        ).fetchall()
        found["scores of branches: alone"] = int(not np.allclose(_of_branches(done, theirs), 0, atol=1e-12))
    return found


def _of_branches(done: Audit, theirs: list[tuple[Any, ...]]) -> list[float]:
    """Return how far each branch's score is from that of the reference's assessments, added up as fractions."""
    earned: dict[int, Fraction] = defaultdict(Fraction)
    whole: dict[int, int] = defaultdict(int)
    for unit, status, attained, attainable, weight in theirs:
        earned[unit] += weight * Fraction(attained, attainable) if status in ("met", "gap") else 0
        whole[unit] += weight
    ours = dict(zip(done.rollup.unit.tolist(), done.rollup.scores.score.tolist(), strict=True))
    return [ours[unit] - float(earned[unit] / whole[unit]) for unit in whole]


def _tables(nation: Nation) -> dict[str, pd.DataFrame]:
    """Write the nation down as the reference's tables."""
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in reference.TABLES}
    rows["world"].append((0, PERIOD.last, True))
    for t, target in enumerate(nation.plan.targets):
        reference._write_target(rows, 0, t, target, nation.plan)  # noqa: SLF001 (the reference's own tables)
    submits = {level.id: str(level.submits) for level in nation.plan.levels}
    rows["unit"] = [
        (0, u, level, parent if parent >= 0 else None, submits[level], None, True, True)
        for u, (level, parent) in enumerate(zip(nation.levels, nation.parents, strict=True))
    ]
    tables = {name: pd.DataFrame(rows[name], columns=list(columns)).convert_dtypes() for name, columns in reference.TABLES.items()}
    tables["unit"] = tables["unit"].astype({"area": "boolean"})
    tables["share"] = tables["share"].astype({"w": "Int64", "u": "Int64", "t": "Int64", "k": "Int64", "state": "string", "value": "Int64"})
    tables["waiver"] = tables["waiver"].astype("Int64")
    units, fields = nation.figures.shape
    tables["figure"] = pd.DataFrame(
        {
            "w": 0,
            "u": np.repeat(np.arange(units), fields),
            "field": np.tile([field.id for field in nation.plan.fields], units),
            "state": nation.states.ravel(),
            "value": nation.figures.ravel(),
        }
    )
    return tables


def _compared(done: Audit) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield the name of a comparison, the reference's rows, and ours."""
    lines = [("unit", np.flatnonzero(done.judged), np.flatnonzero(done.judged), done.columns)]
    lines += [("branch", done.rollup.unit, np.arange(len(done.rollup.unit)), done.rollup.columns)]
    parts = [
        _measure((axis, u, t, k), rows, column.goal, part)
        for axis, u, rows, columns in lines
        for t, column in enumerate(columns)
        for k, part in enumerate(column.parts)
    ]
    yield "every part", PARTS, pd.concat(parts)
    targets = [_target(axis, u, t, rows, column) for axis, u, rows, columns in lines for t, column in enumerate(columns)]
    yield "every target", TARGETS, pd.concat(targets)
    scored = "SELECT u, round(earned / possible, 9) AS score, round(with_figures / applying, 9) AS coverage FROM scored"
    yield "scores", scored, _scores(done.scores)
    ranked = np.flatnonzero(done.scores.rank)
    ranks = {"u": ranked, "rank": done.scores.rank[ranked], "rank_in_level": done.scores.rank_in_level[ranked]}
    yield "ranks of units", "SELECT u, rank, rank_in_level FROM ranked", pd.DataFrame(ranks)
    ordered = done.gaps.ranked
    gaps = {"u": ordered.unit, "t": ordered.column, "rank": ordered.rank, "place": np.arange(len(ordered.unit)) + 1}
    yield "ranked gaps", "SELECT u, t, rank, place FROM ranked_gap", pd.DataFrame(gaps)
    order = {"t": done.target_order, "rank": done.target_rank, "place": np.arange(len(done.target_order)) + 1}
    yield "ranked targets", "SELECT t, rank, place FROM ranked_target", pd.DataFrame(order)
    yield "coverage", COVERAGE, _coverage(done)


def _measure(key: tuple[str, Int64, int, Any], rows: Int64, goal: Goal, part: Measure) -> pd.DataFrame:
    statuses, reasons = (np.array([each.name.lower() for each in kind], object) for kind in (Status, Reason))
    counts: list[Any] = [column[rows] for column in part.counts]
    counts.insert(4, to_go_new(goal, part, rows))
    figures = [pd.array(column, "Int64") for column in counts]
    for each in figures:
        each[each == NONE] = pd.NA
    reasons[Reason.NONE] = None
    columns = (statuses[part.status[rows]], reasons[part.reason[rows]], *figures)
    return pd.DataFrame({**dict(zip(("axis", "u", "t", "k"), key, strict=True)), **dict(zip(MEASURED.split(", "), columns, strict=True))})


def _target(axis: str, u: Int64, t: int, rows: Int64, column: Column) -> pd.DataFrame:
    table = _measure((axis, u, t, column.part[rows]), rows, column.goal, column.measure)
    return table.assign(applies=column.applies[rows], waived=column.waived[rows])


def _scores(scores: Scores) -> pd.DataFrame:
    scored = np.flatnonzero(~np.isnan(scores.score))
    return pd.DataFrame({"u": scored, "score": scores.score[scored].round(9), "coverage": scores.coverage[scored].round(9)})


def _coverage(done: Audit) -> pd.DataFrame:
    of = (done.rollup.expected, done.rollup.reported, done.rollup.by_share, done.rollup.met, done.rollup.gap, done.rollup.no_data)
    tables = [
        pd.DataFrame({"u": done.rollup.unit, "t": t, **{name: each[t] for name, each in zip(COUNTED, of, strict=True)}})
        for t in range(len(done.columns))
    ]
    table = pd.concat(tables)
    return table[table[list(COUNTED)].sum(axis=1) > 0]
