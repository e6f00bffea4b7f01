"""The later of two versions is used only where they say which it is."""

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submitting import HEAD, Rows, codes, figures, submit
from union_audit.intake.assembly import rivals
from union_audit.intake.assembly.rivals import Rivals
from union_audit.intake.assembly.versions import Version, compare, version

NAME = "LĐLĐ huyện Yên Dũng"


def rows(computers: int | None, *above: str, below: str = "") -> Rows:
    return [*((line,) for line in above), HEAD, (1, "BG01", NAME, computers, 5, 1, "có"), (), (None, None, None, below)]


LATER = [
    ("bao cao lần 1", "bao cao lần 2"),
    ("bao cao", "bao cao lan 2"),
    ("bao cao", "bao cao lần thứ hai"),
    ("bao cao lan 2", "bao cao lan 10"),
    ("BC v1", "BC v2"),
    ("BC_ver.1", "BC_ver.2"),
    ("BC", "BC (1)"),
    ("BC (1)", "BC (2)"),
    ("BC", "BC (điều chỉnh)"),
    ("BC lần 1", "BC bổ sung lần 2"),
    ("BC", "BC bổ sung"),
    ("BC 03-07-2025", "BC 05-07-2025"),
    ("BC 31.7.2025", "BC 1.8.2025"),
    ("20250703 BC", "20250705 BC"),
    ("BC 2025-07-03", "BC 05072025"),
    ("BC", "BC revised"),
]
OPEN = [
    ("a", "b"),
    ("BC", "BC lần 1"),
    ("BC", "BC v1"),
    ("BC lần 2 03-07-2025", "BC lần 1 05-07-2025"),
    ("BC điều chỉnh", "BC lần 2"),
    ("BC 03-07-2025", "BC"),
    ("BC 45-17-2025", "BC 46-17-2025"),
    ("BC lần 1 lần 2", "BC lần 1"),
]


@pytest.mark.parametrize(("earlier", "later"), LATER)
def test_names_that_say_which_is_later(earlier: str, later: str) -> None:
    one, other = version([earlier], "", ()), version([later], "", ())
    assert (compare(other, one), compare(one, other)) == (1, -1)
    assert one.words or other.words


@pytest.mark.parametrize(("one", "other"), OPEN)
def test_names_that_do_not_say_it(one: str, other: str) -> None:
    assert compare(version([one], "", ()), version([other], "", ())) == compare(version([other], "", ()), version([one], "", ())) == 0


@given(st.lists(st.sampled_from(sorted({name for pair in (*LATER, *OPEN) for name in pair})), min_size=2, max_size=2))
def test_no_two_versions_are_each_the_later(names: list[str]) -> None:
    one, other = (version([name], "", ()) for name in names)
    assert compare(one, other) == -compare(other, one)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (rows(10), rows(11, "BÁO CÁO BỔ SUNG")),
        (rows(10, "Báo cáo tháng (lần 1)"), rows(11, "Báo cáo tháng (lần 2)")),
        (rows(10, below="Yên Dũng, ngày 3 tháng 7 năm 2025"), rows(11, below="Yên Dũng, ngày 05 tháng 7 năm 2025")),
    ],
)
def test_forms_that_say_which_is_later(earlier: Rows, later: Rows, tmp_path: Path) -> None:
    for order in ((earlier, later), (later, earlier)):
        submissions = submit(tmp_path, {f"{n}.xlsx": {"S": sheet} for n, sheet in zip("ab", order, strict=True)})
        assert figures(submissions)["BG01"]["computers"] == 11
        (finding,) = [each for each in submissions.findings if each.code == "UA132"]
        assert finding.source is not None
        assert {finding.source.file, str(finding.args["other"]).partition(" ")[0]} == {"a.xlsx", "b.xlsx"}
        assert finding.source.file == ("b.xlsx" if order[1] is later else "a.xlsx")


@pytest.mark.parametrize("line", ["Chào mừng Đại hội lần thứ 13", "Kèm theo Kế hoạch sửa đổi, bổ sung số 2", "Hội nghị lần 3"])
def test_other_lines_say_nothing_of_a_version(line: str, tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows(10)}, "b.xlsx": {"S": rows(11, line)}})
    assert figures(submissions)["BG01"]["computers"] == "unreadable"
    assert "UA116" in codes(submissions)


def test_a_figure_that_the_later_version_leaves_blank_is_the_earlier_ones(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"BC.xlsx": {"S": rows(10)}, "BC bổ sung.xlsx": {"S": rows(None)}})
    assert figures(submissions)["BG01"]["computers"] == 10


ORDERS = list(permutations(range(3)))


@given(order=st.sampled_from(ORDERS), values=st.lists(st.integers(1, 3), min_size=3, max_size=3))
@settings(max_examples=40)
def test_the_order_of_versions_changes_nothing(order: tuple[int, ...], values: list[int]) -> None:
    names = ["a lần 1", "b lần 2", "c lần 3"]
    with TemporaryDirectory() as folder:
        files = {f"{place}/{names[n]}.xlsx": {"S": rows(values[n])} for place, n in enumerate(order)}
        assert figures(submit(Path(folder), files))["BG01"]["computers"] == values[2]


@given(order=st.sampled_from(ORDERS))
@settings(max_examples=6)
def test_one_that_is_later_than_both_of_two_settles_them(order: tuple[int, ...]) -> None:
    names, values = ["a lần 1", "b lần 1", "c lần 2"], [1, 2, 3]
    with TemporaryDirectory() as folder:
        files = {f"{place}/{names[n]}.xlsx": {"S": rows(values[n])} for place, n in enumerate(order)}
        assert figures(submit(Path(folder), files))["BG01"]["computers"] == 3


def test_versions_that_nothing_puts_in_order_are_not_all_held_against_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Mock(side_effect=compare)
    monkeypatch.setattr(rivals, "compare", look)
    sheets = {f"{2001 + n}-1-1 2000-1-1": rows(n) for n in range(400)}
    submitted = submit(tmp_path, {"a.xlsx": sheets})
    assert figures(submitted)["BG01"] == {"computers": "unreadable", "safe": 5, "secret": 1, "studied": 1}
    assert [each.args["alike"] for each in submitted.findings if each.code == "UA116"] == [399]
    assert look.call_count < 100 * len(sheets)


def _used(versions: dict[int, Version]) -> int | None:
    """Take one version after another, by table, and return the table that is used in the end, None for none."""
    used: int | None = None
    rivals_: set[Version] = set()
    for table, each in versions.items():
        orders = {compare(each, other) for other in rivals_}
        if orders <= {1}:
            used, rivals_ = table, {each}
        elif -1 not in orders:
            used, rivals_ = None, rivals_ | {each}
    return used


_SETS = st.sets(st.integers(1, 3), max_size=1).map(frozenset)
_TABLES = st.lists(st.tuples(st.builds(Version, _SETS, _SETS), st.sets(st.integers(0, 2), min_size=1)), max_size=6)


@given(_TABLES)
def test_figures_of_many_units_are_settled_each_as_if_it_were_alone(tables: list[tuple[Version, set[int]]]) -> None:
    settling, taken, unsure = Rivals(), np.full((3, 1), -1, np.int32), np.zeros((3, 1), np.bool_)
    for table, (each, units) in enumerate(tables):
        settling.add(Mock(without_figures=Mock(return_value=Mock(version=Mock(return_value=each)))))
        rows = np.array(sorted(units), np.int32)
        clash = taken[rows] >= 0
        wins, loses = settling.settle(table, rows, np.array([0], np.intp), taken, clash)
        unsure[rows] = ~wins & (unsure[rows] | (clash & ~loses))
        taken[rows] = np.where(wins | ~clash, np.int32(table), taken[rows])
    for unit in range(3):
        own = {table: each for table, (each, units) in enumerate(tables) if unit in units}
        assert _used(own) == (None if unsure[unit] or not own else int(taken[unit, 0]))
