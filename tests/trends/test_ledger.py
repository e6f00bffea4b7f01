"""A year of months, kept by hand: on 1 July two districts became one; a gap opens, lasts, has no figures for a month, closes."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import roster, unit
from ledger import SHARE, months, record, record_signs, trend
from union_audit.audit.result import Status
from union_audit.plan.period import Period
from union_audit.reports.rows import Movement

LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)
WHO = roster(
    unit("D1", valid_to=LAST_DAY, merged_into="C"),
    unit("D2", valid_to=LAST_DAY, merged_into="C"),
    unit("D3"),
    unit("C", valid_from=FIRST_DAY),
)
SIGNS = {
    "D1": "mggngg......",
    "D2": "mmmmmm......",
    "C": "......ggngmg",
    "D3": "gggmmmmmmggg",
}
#        new, closed, lasting, unknown
LEDGER = {
    "2025-02": (1, 0, 1, 0),
    "2025-03": (0, 0, 2, 0),
    "2025-04": (0, 1, 0, 1),
    "2025-05": (0, 0, 0, 1),
    "2025-06": (0, 0, 1, 0),
    "2025-07": (0, 0, 1, 0),
    "2025-08": (0, 0, 1, 0),
    "2025-09": (0, 0, 0, 1),
    "2025-10": (1, 0, 0, 1),
    "2025-11": (0, 1, 1, 0),
    "2025-12": (1, 0, 1, 0),
}
GAPS = {"2025-01": 1, "2025-02": 2, "2025-03": 2, "2025-04": 0, "2025-06": 1, "2025-10": 2, "2025-12": 2}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def test_every_month_of_the_ledger(path: Path) -> None:
    record_signs(path, WHO, SIGNS)
    (line,) = trend(path).lines
    told = {point.period.label: point.moves for point in line.points}
    assert told["2025-01"] is not None
    assert told["2025-01"].moved is None
    moved = {label: tuple(moves.moved[each] for each in Movement) for label, moves in told.items() if moves and moves.moved}
    assert moved == LEDGER
    assert {label: moves.gaps for label, moves in told.items() if moves and label in GAPS} == GAPS


def test_no_figures_close_no_gap_and_a_merged_unit_carries_its_gap_on(path: Path) -> None:
    record_signs(path, WHO, SIGNS)
    (gap,) = trend(path, last=Period(2025, 10, 1)).open.first().rows
    assert (gap.unit.code, gap.target, gap.since.label, gap.months, gap.waived) == ("C", "a", "2025-02", 9, False)


def test_a_gap_that_was_closed_is_open_since_it_came_back(path: Path) -> None:
    record_signs(path, WHO, SIGNS)
    (gap,) = trend(path).open.first().rows
    assert (gap.unit.code, gap.since.label, gap.months) == ("D3", "2025-10", 3)


def test_the_longest_first_and_how_many_there_are(path: Path) -> None:
    record_signs(path, roster("U", "V", "W"), {"U": "mgg", "V": "ggg", "W": "mmg"})
    held = trend(path).open
    assert [(gap.unit.code, gap.months) for gap in held.first().rows] == [("V", 3), ("U", 2)]
    assert [(gap.unit.code) for gap in held.first(1).rows] == ["V"]
    assert held.first(1).total == 2


def test_from_which_period_it_is_shown_changes_neither_what_moved_nor_since_when_a_gap_is_open(path: Path) -> None:
    record_signs(path, WHO, SIGNS)
    whole, part = trend(path), trend(path, first=Period(2025, 11, 1))
    assert part.lines[0].points == whole.lines[0].points[-2:]
    assert part.open.first() == whole.open.first()


def test_a_unit_that_was_merged_and_one_that_took_others_over(path: Path) -> None:
    record_signs(path, WHO, SIGNS)
    old, new = trend(path, units=("D1", "C")).units
    assert (old.merged_into and old.merged_into.code, old.merged) == ("C", ())
    assert (new.merged_into, [each.code for each in new.merged]) == (None, ["D1", "D2"])
    assert [point.status for point in old.lines[0].points[:5]] == [Status.MET, Status.GAP, Status.GAP, Status.NO_DATA, Status.GAP]
    assert [point.status for point in old.lines[0].points[6:]] == [None] * 6
    assert [point.value for point in new.lines[0].points[5:9]] == [None, 0.5, 0.5, None]


def test_only_the_gaps_of_the_units_that_are_asked_for(path: Path) -> None:
    record_signs(path, roster("U", "V"), {"U": "gg", "V": "gg"})
    assert [gap.unit.code for gap in trend(path, units=("V",)).open.first().rows] == ["V"]


def test_a_merger_that_only_the_roster_of_today_knows(path: Path) -> None:
    then = roster("D1", "D2", "D3")
    record_signs(path, then, {"D1": "mg", "D2": "mm", "D3": "mm"}, Period(2025, 5, 1))
    record_signs(path, roster("C", "D3"), {"C": "g", "D3": "m"}, Period(2025, 7, 1))
    (alone,) = trend(path).lines
    assert alone.points[-1].moves is not None
    assert alone.points[-1].moves.moved is not None
    assert alone.points[-1].moves.moved[Movement.UNKNOWN] == 2  # D1 is gone, C is new: nobody knows
    (line,) = trend(path, today=WHO).lines
    assert line.points[-1].moves is not None
    assert line.points[-1].moves.moved is not None
    assert line.points[-1].moves.moved[Movement.LASTING] == 1
    assert trend(path, today=WHO).open.first().rows[0].since.label == "2025-06"


def test_the_newest_edition_of_a_period_counts(path: Path) -> None:
    who, june = roster("U"), Period(2025, 6, 1)
    record(path, june, who, {"U": {"n": 1, "d": 2}})
    record(path, june, who, {"U": {"n": 2, "d": 2}}, number=2)
    (line,) = trend(path).lines
    assert [point.status for point in line.points] == [Status.MET]


_LINE = st.text("gmn.", min_size=5, max_size=5)
_MERGER = st.sampled_from([None, "A", "B", "C"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINE, min_size=3, max_size=3), st.integers(1, 4), _MERGER, _MERGER)
def test_what_is_counted_is_what_a_naive_count_gives(lines: list[str], month: int, first: str | None, second: str | None) -> None:
    """Three units; up to two of them go over into another at the end of a month."""
    signs = dict(zip("ABC", lines, strict=True))
    periods = months(5)
    last = SHARE.calendar.end(periods[month - 1])
    mergers = {code: heir for code, heir in (("A", first), ("B", second)) if heir and heir != code}
    if mergers == {"A": "B", "B": "A"}:
        mergers = {"A": "B"}
    who = roster(*(unit(code, valid_to=last if code in mergers else None, merged_into=mergers.get(code)) for code in "ABC"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite"
        record_signs(path, who, signs)
        told = trend(path)
    naive = Naive(signs, mergers, month)
    assert [point.moves and point.moves.moved for point in told.lines[0].points] == [None, *map(naive.moved, range(1, 5))]
    assert {(gap.unit.code, gap.since.last - 1) for gap in told.open.first().rows} == naive.open()


class Naive:
    """The same by counting, unit by unit and month by month. `mergers`: by code, what it was merged into after `month` months."""

    WORST = (None, Status.NOT_APPLICABLE, Status.MET, Status.NO_DATA, Status.GAP)

    def __init__(self, signs: dict[str, str], mergers: dict[str, str], month: int) -> None:
        self.signs, self.mergers, self.month = signs, mergers, month

    def status(self, code: str, month: int) -> Status | None:
        sign = self.signs[code][month]
        if code in self.mergers and month >= self.month:
            return None if sign == "." else Status.NOT_APPLICABLE
        return {"g": Status.GAP, "m": Status.MET}.get(sign, Status.NO_DATA)

    def heir(self, code: str, month: int) -> str:
        while code in self.mergers and month >= self.month:
            code = self.mergers[code]
        return code

    def before(self, code: str, month: int, now: int) -> Status | None:
        said = [self.status(each, month) for each in self.signs if self.heir(each, now) == code]
        return max(said, key=self.WORST.index, default=None)

    def moved(self, month: int) -> dict[Movement, int]:
        counted = dict.fromkeys(Movement, 0)
        for code in self.signs:
            was, is_ = self.before(code, month - 1, month), self.status(code, month)
            if Status.GAP in (was, is_):
                fine = (Status.MET, Status.NOT_APPLICABLE)
                new, closed, lasting = was in fine, is_ in fine, was == is_
                movement = Movement.NEW if new else Movement.CLOSED if closed else Movement.LASTING if lasting else Movement.UNKNOWN
                counted[movement] += 1
        return counted

    def open(self) -> set[tuple[str, int]]:
        found = set()
        for code in self.signs:
            if self.status(code, 4) is not Status.GAP:
                continue
            since = 4
            for month in (3, 2, 1, 0):
                was = self.before(code, month, 4)
                if was not in (Status.GAP, Status.NO_DATA, None):
                    break
                since = month if was is Status.GAP else since
            if since < 4:
                found.add((code, since))
        return found
