"""Whatever stands in a sheet, it is read or said, and nothing breaks; every figure that is used stands in its cell."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from submitting import HEAD, ROSTER, submit
from union_audit.findings import CODES
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import read_count, read_yes_no
from union_audit.plan.roster import Roster
from union_audit.sheets import Cell, CellError, Sheet

Merged: TypeAlias = tuple[tuple[int, int, int, int], ...]
WORDS = [
    *HEAD,
    "Máy tính",
    "Tổng số",
    "Được bảo vệ",
    "Số liệu",
    "Kế hoạch",
    "Thực hiện",
    "Ghi chú",
    "Tổng cộng",
    "I",
    "A",
    "Chỉ tiêu",
    "Người lập biểu",
    "Tháng 6 năm 2025",
    "T5",
    "Đơn vị: LĐLĐ huyện Yên Dũng",
    "BG01",
    "BG02",
    "LĐLĐ huyện Yên Dũng",
    "CĐCS Trường Minh Ha",
    "LĐLĐ huyện Xa",
    "12",
    "12.000",
    "1.234",
    "x",
    "-",
    "khoảng 20",
    "85%",
    "(1)",
    "",
]
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(WORDS),
    st.integers(-1, 30),
    st.just(1.5),
    st.booleans(),
    st.just(CellError("#N/A")),
    st.just(date(2025, 6, 1)),
)
MERGED = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 6), st.integers(0, 3), st.integers(0, 3)).map(
        lambda area: (area[0], area[1], area[0] + area[2], area[1] + area[3])
    ),
    max_size=3,
).map(tuple)
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=8)


@given(rows=ROWS, merged=MERGED, roster=st.sampled_from([ROSTER, None]))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_grid(rows: list[list[Cell]], merged: Merged, roster: Roster | None) -> None:
    _check(rows, roster, merged)


@given(
    body=st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=6),
    head=st.permutations(HEAD),
    merged=MERGED,
    roster=st.sampled_from([ROSTER, None]),
)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_body_under_our_headings(body: list[list[Cell]], head: list[str], merged: Merged, roster: Roster | None) -> None:
    _check([[*head], *body], roster, merged)


@given(
    beside=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=4, max_size=4), merged=MERGED, roster=st.sampled_from([ROSTER, None])
)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_anything_beside_our_labels(beside: list[list[Cell]], merged: Merged, roster: Roster | None) -> None:
    _check([["Chỉ tiêu", *beside[0]], *([label, *cells] for label, cells in zip(HEAD[3:], beside, strict=True))], roster, merged)


@given(figures=st.lists(st.text(max_size=6) | st.integers(0, 10**13).map(str) | st.sampled_from(WORDS), min_size=4, max_size=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_anything_behind_our_labels_in_one_cell(figures: list[str]) -> None:
    _check([["Đơn vị: LĐLĐ huyện Yên Dũng"], *([f"{label}: {figure}"] for label, figure in zip(HEAD[3:], figures, strict=True))], ROSTER)


def _check(rows: Sequence[Sequence[Cell]], roster: Roster | None, merged: Merged = ()) -> None:
    with TemporaryDirectory() as folder:
        submissions = submit(Path(folder), {"a.xlsx": {"S": Sheet("S", rows, merged=merged)}}, roster)
    for finding in submissions.findings:
        CODES[finding.code].message.format(**finding.args)
    for facts in submissions.by_period.values():
        for unit in range(len(facts.roster.units)):
            for place, field in enumerate(facts.fields):
                state = State(int(facts.state[unit, place]))
                evidence = facts.evidence(unit, place)
                assert bool(evidence) == (state is not State.MISSING)
                if state is State.FIGURE:
                    cell = rows[evidence[0].source.row][evidence[0].source.column]
                    cell = _behind_its_label(cell) if isinstance(cell, str) else cell
                    reading = read_yes_no(cell) if field.kind == "yes_no" else read_count(cell, frozenset())
                    assert facts.values[unit, place] in (reading.value, reading.high)


def _behind_its_label(text: str) -> str:
    return text.rpartition(":")[2].rstrip(" ;,") if any(text.startswith(label) for label in HEAD[3:]) else text
