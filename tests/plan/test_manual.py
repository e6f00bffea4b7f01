"""What docs/targets.md shows can be loaded as it is shown."""

import re
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from pictures import png
from union_audit import resources
from union_audit.plan import load_plan
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.roster_file import load_roster
from union_audit.plan.waivers_file import load_waivers

MANUAL = (Path(__file__).parents[2] / "docs" / "targets.md").read_text(encoding="utf-8")
PLAN = load_plan(resources.shipped("targets.yaml"))


def examples() -> list[str]:
    """Return the indented blocks of the manual."""
    groups = groupby(MANUAL.splitlines(), key=lambda line: line.startswith("    "))
    return ["\n".join(line[4:] for line in lines) + "\n" for indented, lines in groups if indented]


def example(beginning: str) -> str:
    return next(text for text in examples() if text.startswith(beginning))


@pytest.mark.parametrize("beginning", ["label:", "levels:", "fields:", "targets:", "defaults:", "report:"])
def test_pieces_of_yaml_are_yaml(beginning: str) -> None:
    assert yaml.safe_load(example(beginning))


def test_goals_are_goals() -> None:
    table = MANUAL[MANUAL.index("**Goals**") : MANUAL.index("A percentage may have")]
    goals = [goal.strip('"') for row in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for goal in re.findall(r"`(.*?)`", row)]
    assert [str(parse_goal(goal)) for goal in goals] == goals
    assert len(goals) == 7


def test_the_lists_are_lists(tmp_path: Path) -> None:
    units, waivers = tmp_path / "units.csv", tmp_path / "waivers.csv"
    units.write_text(example("code,"), encoding="utf-8")
    waivers.write_text(example("unit,"), encoding="utf-8")
    roster = load_roster(units, PLAN)
    assert [unit.code for unit in roster.units] == ["BG", "BG03"]
    assert [waiver.unit for waiver in load_waivers(waivers, PLAN, roster)] == ["BG03"]


@pytest.mark.parametrize("source", ["manual", "shipped"])
def test_what_makes_a_report_a_document_can_be_taken_over(tmp_path: Path, source: str) -> None:
    plan = resources.shipped("targets.yaml").read_text(encoding="utf-8")
    commented = re.search(r"^# report:\n(#   .*\n)+", plan, re.MULTILINE)
    assert commented
    shown = example("report:") if source == "manual" else re.sub("^# ", "", commented[0], flags=re.MULTILINE)
    (tmp_path / "logo.png").write_bytes(png(100, 100))
    (tmp_path / "targets.yaml").write_text(plan + shown, encoding="utf-8")
    assert load_plan(tmp_path / "targets.yaml").report.signatory["vi"] == ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")
