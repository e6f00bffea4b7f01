"""More findings of one code at a field of a file than anybody reads are one, and none is lost in it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from union_audit.findings import LISTED, Finding, Source, together


def cell(row: int, *, column: int = 2, sheet: str = "S", file: str = "a.xlsx", code: str = "UA201", **args: object) -> Finding:
    return Finding(code, {"text": f"khoảng {row}", **args}, Source(file, sheet, row, column), f"U{row}", field="computers")


def test_as_many_as_are_listed_stay_as_they_are() -> None:
    found = [cell(row) for row in range(LISTED)]
    assert together(found) == found


def test_more_are_one_that_gives_their_number_the_first_and_the_last() -> None:
    (one,) = together([cell(row) for row in range(11, 11 + LISTED + 1)])
    assert (one.source, one.unit, one.field) == (Source("a.xlsx", "S", 11, 2), None, "computers")
    assert one.args == {
        "text": "khoảng 11",
        "alike": LISTED + 1,
        "last": f"C{11 + LISTED + 1}",
        "in_column": "C",
        "such_as": ("C13 “khoảng 12”", "C14 “khoảng 13”"),
    }


def test_those_of_a_row_or_of_many_sheets_name_no_column() -> None:
    (one,) = together([cell(4, column=column) for column in range(LISTED + 1)])
    assert "in_column" not in one.args
    (one,) = together([cell(4, sheet=f"S{number}") for number in range(LISTED + 1)])
    assert (one.args["last"], one.args["such_as"]) == (f"S{LISTED} › C5", ("S1 › C5 “khoảng 4”", "S2 › C5 “khoảng 4”"))


def test_all_of_one_unit_keep_its_code() -> None:
    (one,) = together([Finding("UA116", {"figure": "1"}, Source("a", "S", row, 1), "BG01") for row in range(LISTED + 1)])
    assert one.unit == "BG01"


def test_other_files_fields_and_codes_are_others() -> None:
    kinds: list[dict[str, Any]] = [{"file": "b.xlsx"}, {"code": "UA205"}, {}]
    found = [cell(row, **kind) for row in range(LISTED) for kind in kinds]
    assert together(found) == found


def test_what_has_no_place_is_never_one() -> None:
    found = [Finding("UA401", unit=f"U{number}") for number in range(2 * LISTED)]
    assert together(found) == found


@given(st.lists(st.integers(1, 400), min_size=LISTED + 1, max_size=LISTED + 20))
def test_cells_that_were_counted_together_before_are_counted_again(counts: list[int]) -> None:
    (one,) = together([cell(4, sheet=f"S{number}", count=count) for number, count in enumerate(counts)])
    assert one.args["alike"] == sum(counts)
    assert together([one, *[cell(4, sheet="Z")] * LISTED])[0].args["alike"] == sum(counts) + LISTED
