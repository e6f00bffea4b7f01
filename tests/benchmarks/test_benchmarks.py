"""The benchmark itself: the same data every time, and rows that can be run. Nothing is timed here."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.data import nation, offices
from benchmarks.measuring import Cost, Run
from benchmarks.rows import Row, cpu, peak, result


def test_the_same_sizes_give_the_same_files(tmp_path: Path) -> None:
    for number in range(2):
        nation.write_csv(tmp_path / f"{number}.csv", 50, 41)
        nation.write_roster(tmp_path / f"units-{number}.csv", 50)
        offices.write_forms(tmp_path / f"forms-{number}", 2)
    assert (tmp_path / "0.csv").read_bytes() == (tmp_path / "1.csv").read_bytes()
    assert (tmp_path / "units-0.csv").read_bytes() == (tmp_path / "units-1.csv").read_bytes()
    assert offices.figures(1) == offices.figures(1) != offices.figures(2)
    assert len({offices.office(number) for number in range(2_000)}) == 2_000


def test_figures_of_two_months_differ_and_a_part_of_the_units_has_a_gap() -> None:
    first, second = nation.figures(1_000, 0), nation.figures(1_000, 1)
    assert (first != second).any()
    columns = list(nation.fields())
    online, meetings = first[:, columns.index("meetings_online")], first[:, columns.index("meetings")]
    assert 0.2 < (online * 100 <= meetings * 60).mean() < 0.5


def test_the_smallest_row_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "start", "--quick", "--runs", "1", "--data", str(tmp_path), "--json", str(tmp_path / "it.json")]) == 0
    said = json.loads((tmp_path / "it.json").read_text(encoding="utf-8"))
    assert all(row["ratio"] > 0 and row["passed"] is None and not row["failure"] for row in said["measured"][0]["rows"])
    assert "start: --version" in capsys.readouterr().out


COSTS = {"a": Cost([Run(3, 30, 1), Run(1, 10, 1), Run(2, 20, 1)]), "b": Cost([Run(1, 10, 1)]), "c": Cost(failure="exit code 2")}


@pytest.mark.parametrize(("goal", "passed"), [(2, True), (1.9, False), (None, None)])
def test_a_row_holds_the_median_over_its_floor_to_its_goal(*, goal: float | None, passed: bool | None) -> None:
    found = result(Row("a step", cpu("a"), cpu("b"), goal), COSTS, judged=True)
    assert (found.value, found.floor, found.ratio, found.passed) == (2, 1, 2, passed)


def test_a_row_without_a_floor_holds_the_value_itself() -> None:
    assert result(Row("a step", peak("a", without="b"), goal=1, unit="MiB"), COSTS, judged=True).passed is True


def test_a_job_that_failed_is_told_and_not_passed() -> None:
    found = result(Row("a step", cpu("c"), cpu("b"), 2), COSTS, judged=True)
    assert (found.passed, found.failure) == (False, "c: exit code 2")
