"""No unit's folder holds anything of another unit: no name, no code, no figure, in no byte of any file."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from builders import roster, unit
from feeding_back import LABELS, TITLE, all_bytes, book, feed_back, form, wide, workbook
from submitting import HEAD, ROSTER
from union_audit.sheets import Cell
from workbooks import openpyxl_bytes, zipped

CODES = ("BG01", "BG02", "BG03")
NAMES = {each.code: each.name for each in ROSTER.units}


def figures(code: str) -> tuple[Cell, ...]:
    """Figures that nobody else has; the first cannot be read, so that there is something to mark."""
    number = 910_000 + 1000 * int(code[-1])
    return (f"chừng {number + 111}", number + 222, number + 333, "có")


def marks(code: str) -> list[str]:
    return [code, NAMES[code].removeprefix("LĐLĐ huyện "), *(str(910_000 + 1000 * int(code[-1]) + more) for more in (111, 222, 333))]


def rows() -> dict[str, tuple[Cell, ...]]:
    return {code: figures(code) for code in CODES}


def transposed() -> list[list[Cell]]:
    lines: list[list[Cell]] = [[label, *(figures(code)[place] for code in CODES)] for place, label in enumerate(LABELS)]
    return [[TITLE], ["Chỉ tiêu", *(NAMES[code] for code in CODES)], *lines]


def stacked() -> list[list[Cell]]:
    empty: list[list[Cell]] = [[None]]
    return [row for code in CODES for row in (*form(code, figures(code)), *empty)]


def text(lines: list[list[Cell]]) -> str:
    return "\n".join(",".join("" if cell is None else str(cell) for cell in line) for line in lines)


def with_hidden_names() -> dict[str, bytes]:
    """Each unit's own form, with the names of all units in a hidden column, as lists to choose from have them."""
    made = {}
    for code in CODES:
        one = book(S=form(code, figures(code)))
        sheet = one.worksheets[0]
        for place, each in enumerate(CODES, 40):
            sheet.cell(place, 30, NAMES[each])
        sheet.column_dimensions["AD"].hidden = True
        made[f"{code}.xlsx"] = openpyxl_bytes(one)
    return made


def with_other_sheets(state: Literal["visible", "veryHidden"]) -> Callable[[], dict[str, bytes]]:
    """Each unit's own form, with the whole province's table of another month on a second sheet."""

    def make() -> dict[str, bytes]:
        made = {}
        for code in CODES:
            one = book(S=form(code, figures(code)), Khac=[["Ghi chú"], *([NAMES[each], *figures(each)] for each in CODES if each != code)])
            one["Khac"].sheet_state = state
            made[f"{code}.xlsx"] = openpyxl_bytes(one)
        return made

    return make


def with_a_choice() -> dict[str, bytes]:
    made = {}
    for code in CODES:
        one = book(S=form(code, figures(code)))
        choice = DataValidation(type="list", formula1=f'"{",".join(NAMES[each] for each in CODES)}"')
        one.worksheets[0].add_data_validation(choice)
        choice.add("F1")
        made[f"{code}.xlsx"] = openpyxl_bytes(one)
    return made


def with_a_total() -> dict[str, bytes]:
    """A table of one unit, under whose row stands the sum of all."""
    others = {code: wide({code: figures(code)}) for code in CODES}
    return {
        f"{code}.xlsx": workbook(S=[*lines, ["", "", "Tổng cộng", *(sum(910_000 + 1000 * int(each[-1]) + 222 for each in CODES),) * 3, ""]])
        for code, lines in others.items()
    }


SHAPES: dict[str, Callable[[], dict[str, bytes | str]]] = {
    "wide": lambda: {"BG02 va BG03.xlsx": workbook(**{"BG01 BG02 BG03": wide(rows())})},
    "wide, in text": lambda: {"a.csv": text(wide(rows()))},
    "two wide sheets": lambda: {
        "a.xlsx": workbook(BG01=wide({"BG01": figures("BG01")}), **{"2": wide({c: figures(c) for c in CODES[1:]})})
    },
    "transposed": lambda: {"a.xlsx": workbook(S=transposed())},
    "forms below each other": lambda: {"a.xlsx": workbook(S=stacked())},
    "a sheet each": lambda: {"a.xlsx": workbook(**{NAMES[code]: form(code, figures(code)) for code in CODES})},
    "a file each": lambda: {f"BG01 BG02 BG03/{code}.xlsx": workbook(S=form(code, figures(code))) for code in CODES},
    "a file each, in a zip": lambda: {
        "BG01 BG02 BG03.zip": zipped({f"BG01 BG02 BG03/{code}.xlsx": workbook(S=form(code, figures(code))) for code in CODES})
    },
    "a text each": lambda: {f"{code}.csv": text(form(code, figures(code))) for code in CODES},
    "names in a hidden column": lambda: {**with_hidden_names()},
    "names to choose from": lambda: {**with_a_choice()},
    "other sheets": lambda: {**with_other_sheets("visible")()},
    "hidden sheets": lambda: {**with_other_sheets("veryHidden")()},
    "a total of all": lambda: {**with_a_total()},
    "own and shared": lambda: {
        "a.xlsx": workbook(S=wide(rows())),
        **{f"{c}.xlsx": workbook(S=form(c, (*figures(c)[:3], "?"))) for c in CODES},
    },
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_folder_holds_one_units_data_only(shape: str, language: str, tmp_path: Path) -> None:
    folder = feed_back(tmp_path, SHAPES[shape](), language)
    for code in CODES:
        found = b"\n".join(all_bytes(folder / code)).decode("utf-8", "replace")
        assert f"91{code[-1]}111" in found, "the unit's own fault is there"
        for other in CODES:
            assert other == code or not [mark for mark in marks(other) if mark in found]
    assert len(list(folder.iterdir())) == len(ROSTER.units) - 2 + 1  # without those that report through others; with the list


def test_a_file_is_not_taken_for_ones_own_by_its_name(tmp_path: Path) -> None:
    """Nobody is told of a file that says it is nobody's, and who did not report is told that there are such files."""
    folder = feed_back(tmp_path, {"BG01 T6.xlsx": b"PK\x03\x04 damaged", "BG02.xlsx": workbook(S=form("BG02"))})
    text = (folder / "BG01" / "mail.txt").read_text()
    assert "have not been received" in text
    assert "could not be read" in text
    assert "damaged" not in text
    assert "could not be read" not in (folder / "BG02" / "mail.txt").read_text()


def test_a_unit_above_is_no_stranger(tmp_path: Path) -> None:
    """The name of the office above stands on everybody's form: the copy is whole."""
    lines: list[list[Cell]] = [[NAMES["BG"]], *form("BG01", figures("BG01"))]
    folder = feed_back(tmp_path, {"BG01.xlsx": workbook(S=lines)})
    assert [path.name for path in sorted((folder / "BG01").iterdir())] == ["BG01-marked.xlsx", "feedback.html", "mail.txt"]


def test_without_a_roster_too(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=wide(rows()))}, units=None)
    for code in CODES:
        found = b"\n".join(all_bytes(folder / code)).decode("utf-8", "replace")
        assert not [mark for other in CODES if other != code for mark in marks(other) if mark in found]


def test_a_sum_of_the_units_below_is_not_told(tmp_path: Path) -> None:
    units = roster(unit("P", "district", name="LĐLĐ huyện Trên"), unit("C", "grassroots", "P", name="CĐCS Dưới"))
    lines: list[list[Cell]] = [[TITLE], list(HEAD), [1, "P", "", 10, 9, 0, "có"], [2, "C", "", 987_651, 987_650, 0, "có"]]
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=lines)}, units=units)
    assert not [each for each in all_bytes(folder / "P") if b"98765" in each or b"987,65" in each]
