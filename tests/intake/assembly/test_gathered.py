"""Without a roster the units are those of the submissions; many are gathered at once as each is by itself."""

from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit import resources
from union_audit.findings import Finding
from union_audit.intake import take_in
from union_audit.intake.assembly import gathered
from union_audit.intake.units.levels import Levels
from union_audit.plan import load_plan
from union_audit.plan.roster import Unit

PLAN = load_plan(resources.shipped("targets.yaml"))
CODES = st.sampled_from(["A1", "a 1", "B2", "01.02", "C-3", "CĐ.4", "D5", "E6", "01.03", "01.04", "01.05", ""])
NAMES = st.sampled_from(
    [
        "LĐLĐ huyện Một",
        "Liên đoàn Lao động huyện Hai",
        "Công đoàn cơ sở Trường Ba",
        "CĐCS Bốn",
        "Công ty Năm",
        "1. LĐLĐ huyện Sáu",
        "",
    ]
)
LEVELS = st.sampled_from(["", "", "district", "?"])
ROWS = st.tuples(CODES, NAMES, LEVELS)


@given(
    rows=st.lists(ROWS, min_size=1, max_size=6) | st.lists(ROWS, min_size=1, max_size=3, unique_by=itemgetter(0)),
    columns=st.integers(2, 3),
    default=st.booleans(),
)
def test_many_units_are_gathered_at_once_as_each_by_itself(rows: list[tuple[str, ...]], columns: int, default: bool) -> None:  # noqa: FBT001
    head = ["Mã đơn vị", "Tên đơn vị", "Cấp"][:columns]
    lines = [[*head, "Tổng số máy tính kết nối mạng"], *([*row[:columns], "5"] for row in rows)]
    text = "".join(",".join(line) + "\n" for line in lines)
    assert _gathered(text, many=0, default=default) == _gathered(text, many=1000, default=default)


def _gathered(text: str, *, many: int, default: bool) -> tuple[list[Unit], list[Finding]]:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathered, "_MANY", many)
        file = Path(folder) / "2025-06.csv"
        file.write_text(text, encoding="utf-8")
        found = take_in([file], PLAN, None, level_of={"*": "district"} if default else {})
        (facts,) = found.by_period.values()
        return list(facts.roster.units), list(found.findings)


WORDS = st.lists(st.sampled_from(["Công", "đoàn", "cơ", "sở", "LĐLĐ", "huyện", "Liên", "x" * 30, ""]), max_size=8)


@given(names=st.lists(WORDS.map(" ".join)))
def test_the_levels_of_many_names_are_those_of_each(names: list[str]) -> None:
    assert Levels(PLAN).by_names(names) == list(map(Levels(PLAN).by_name, names))
