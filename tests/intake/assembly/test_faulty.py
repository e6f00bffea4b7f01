"""A column full of what is no figure is one finding, and every figure stays what it is."""

from pathlib import Path

from builders import roster, unit
from submitting import HEAD, submit
from union_audit.findings import LISTED
from union_audit.intake.facts import State
from union_audit.sheets import Cell

MANY = LISTED + 20


def rows(*cells: Cell) -> list[list[Cell]]:
    return [
        ["Tháng 6 năm 2025"],
        list(HEAD),
        *([n, f"M{n}", name(n), cell, 5, 0, "có"] for n, cell in enumerate(cells)),
    ]


def name(n: int) -> str:
    return f"LĐLĐ huyện M{n}"


def test_a_full_column_is_one_finding_with_its_number_and_every_cell_keeps_its_evidence(tmp_path: Path) -> None:
    submitted = submit(tmp_path, {"a.xlsx": {"T6": rows(*(f"khoảng {n}" for n in range(MANY)))}}, None)
    (one,) = (each for each in submitted.findings if each.code == "UA201")
    assert (one.args["alike"], one.args["in_column"], one.args["last"], one.unit) == (MANY, "D", f"D{MANY + 2}", None)
    assert one.args["such_as"] == ("D4 “khoảng 1”", "D5 “khoảng 2”")
    (facts,) = submitted.by_period.values()
    assert (facts.state[:, 0] == State.UNREADABLE).all()
    assert [facts.evidence(unit, 0)[0].text for unit in range(MANY)] == [f"khoảng {n}" for n in range(MANY)]
    assert (facts.state[:, 1] == State.FIGURE).all()


def test_other_codes_of_the_column_stay_their_own(tmp_path: Path) -> None:
    submitted = submit(tmp_path, {"a.xlsx": {"T6": rows(*["khoảng 12"] * MANY, -3, "12%", 7)}}, None)
    found = {each.code: each for each in submitted.findings}
    assert found["UA201"].args["alike"] == MANY
    assert found["UA205"].unit == f"M{MANY}"
    assert found["UA209"].unit == f"M{MANY + 1}"


def test_rows_of_nobody_are_not_counted(tmp_path: Path) -> None:
    """Their figures are not used, and what is said of the rows is that."""
    known = roster(*(unit(f"M{n}", "district", name=name(n)) for n in range(LISTED)))
    submitted = submit(tmp_path, {"a.xlsx": {"T6": rows(*["khoảng 12"] * MANY)}}, known)
    assert [each.unit for each in submitted.findings if each.code == "UA201"] == [f"M{n}" for n in range(LISTED)]
