"""What decides "12.000", and what does not."""

import pytest

from submitting import PLAN
from union_audit.intake.facts import State
from union_audit.intake.figures.columns import read_column
from union_audit.intake.figures.grouping import IN_COLUMN, IN_RATIO, IN_ROW, decide
from union_audit.sheets import Cell


def decided(computers: list[Cell], safe: list[Cell], secret: list[Cell] | None = None) -> tuple[int | None, str]:
    """Decide the first cell of `safe`; None: it stays open."""
    fields = PLAN.fields[:3]
    lines = (computers, safe, secret or [None] * len(safe))
    columns = [read_column(cells, field) for cells, field in zip(lines, fields, strict=True)]
    found = decide(columns, fields, PLAN)
    value = int(columns[1].values[0]) if columns[1].state[0] == State.FIGURE else None
    return value, found[0, 1].why if (0, 1) in found else ""


@pytest.mark.parametrize(
    ("computers", "safe", "value", "why"),
    [
        ([None, None], ["12.000", "1.234.567"], 12000, IN_COLUMN),
        ([None, None], ["12.000", "1.234"], 12000, IN_COLUMN),
        ([None, None], ["12.000", "7.0"], None, ""),
        ([None, None], ["12.000", "7,0"], 12000, IN_COLUMN),
        ([None, None], ["12,000", "1.234"], None, ""),
        (["1.234.567"], ["12.000"], 12000, IN_ROW),
        ([15], ["12.000"], 12, IN_RATIO),
        ([20000], ["12.000"], None, ""),
        ([None], ["12.000"], None, ""),
        ([10], ["12.000"], None, ""),
        ([None, None, None], ["12.000", "1.234", "7.0"], None, ""),
        ([15, None], ["12.000", "1.234.567"], None, ""),
    ],
)
def test_evidence(computers: list[Cell], safe: list[Cell], value: int | None, why: str) -> None:
    assert decided(computers + [None] * (len(safe) - len(computers)), safe) == (value, why)


def test_a_base_is_no_smaller_than_its_part() -> None:
    fields = PLAN.fields[:2]
    columns = [read_column(["12.000"], fields[0]), read_column([500], fields[1])]
    decide(columns, fields, PLAN)
    assert columns[0].values.tolist() == [12000]


def test_open_cells_do_not_decide_each_other() -> None:
    assert decided(["12.000"], ["12.000"]) == (None, "")
