"""The workbooks that go back: every faulty cell is coloured and commented at its own address, and nothing else is changed or lost."""

import hashlib
import io
import shutil
import subprocess
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from feeding_back import GOOD, LABELS, TITLE, audited, book, comments, feed_back, form, options, wide, workbook
from hostile import HOSTILE
from submitting import ROSTER
from union_audit.reports.feedback import marked, write_feedback
from union_audit.sheets import Cell
from workbooks import openpyxl_bytes, raw_ods, xls, zipped

NAMES = {unit.code: unit.name for unit in ROSTER.units}
BAD: tuple[Cell, ...] = ("chừng 12", 9, 1, None)
FILL = "00FFC7CE"


def opened(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(path)


def enclosed(folder: Path, code: str) -> list[str]:
    return sorted(path.name for path in (folder / code).glob("*.xls*"))


def test_every_fault_is_marked_at_its_own_cell(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"BG01 T6.xlsx": workbook(Bieu=form("BG01", BAD))})
    assert enclosed(folder, "BG01") == ["BG01 T6-marked.xlsx"]
    path = folder / "BG01" / "BG01 T6-marked.xlsx"
    found = comments(path)
    assert set(found) == {("Bieu", "C4"), ("Bieu", "C7")}
    assert "“chừng 12” cannot be read as a figure" in found["Bieu", "C4"]
    assert found["Bieu", "C4"].endswith("Write the figure in digits only.")
    assert found["Bieu", "C7"] == "Nothing stands here.\nWrite the figure; where there is none to count, write 0."
    sheet = opened(path)["Bieu"]
    filled = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.start_color.rgb == FILL}
    assert filled == {"C4", "C7"}


def test_all_else_is_as_it_was(tmp_path: Path) -> None:
    made = book(Bieu=form("BG01", BAD), Trong=[])
    sheet = made["Bieu"]
    sheet["B4"].font = Font(bold=True, color="FF0000")
    sheet["C5"] = "=3*3"
    sheet["C5"].number_format = "#,##0"
    sheet["C4"].comment = Comment("số tạm", "ai đó")
    sheet["E5"].comment = Comment("giữ nguyên", "ai đó")
    sheet.merge_cells("A1:C1")
    sheet.freeze_panes = "A4"
    sheet.column_dimensions["B"].width = 50
    sheet.protection.sheet = True
    made.defined_names["tong"] = DefinedName("tong", attr_text="Bieu!$C$4")
    made.properties.creator = "một người"
    folder = feed_back(tmp_path, {"a.xlsx": openpyxl_bytes(made)})
    before, after = made, opened(folder / "BG01" / "a-marked.xlsx")
    assert after.sheetnames == before.sheetnames
    for row in before["Bieu"].iter_rows():
        for cell in row:
            now = after["Bieu"][cell.coordinate]
            assert (now.value, now.font.color, now.font.bold, now.number_format) == (
                cell.value,
                cell.font.color,
                cell.font.bold,
                cell.number_format,
            )
    now = after["Bieu"]
    assert (now.merged_cells.ranges, now.freeze_panes, now.protection.sheet) == ({*sheet.merged_cells.ranges}, "A4", True)
    assert now.column_dimensions["B"].width == 50
    assert after.defined_names["tong"].attr_text == "Bieu!$C$4"
    said = comments(folder / "BG01" / "a-marked.xlsx")
    assert said["Bieu", "E5"] == "giữ nguyên"
    assert said["Bieu", "C4"].startswith("số tạm\n\n“chừng 12”")
    assert after.properties.creator == "union-audit"


def test_a_fault_in_merged_cells_is_said_at_the_first(tmp_path: Path) -> None:
    made = book(S=form("BG01", BAD))
    made["S"].merge_cells("C4:D4")
    folder = feed_back(tmp_path, {"a.xlsx": openpyxl_bytes(made)})
    assert ("S", "C4") in comments(folder / "BG01" / "a-marked.xlsx")


def test_several_faults_of_one_cell_are_said_below_each_other(tmp_path: Path) -> None:
    other = form("BG01", (10, 8, 1, "có"))
    folder = feed_back(tmp_path, {"1.xlsx": workbook(S=form("BG01", (10, 11, 1, "có"))), "2.xlsx": workbook(S=other)})
    text = comments(folder / "BG01" / "2-marked.xlsx")["S", "C5"]
    assert "another submission says 11 for the same unit" in text


def test_macros_are_kept(tmp_path: Path) -> None:
    stream = io.BytesIO()
    macros = tmp_path / "vbaProject.bin"
    macros.write_bytes(b"\xd0\xcf\x11\xe0 no real macros")
    with xlsxwriter.Workbook(stream) as made:
        made.add_vba_project(macros)
        sheet = made.add_worksheet("S")
        for row, cells in enumerate(form("BG01", BAD)):
            sheet.write_row(row, 0, cells)
        sheet.write_comment("A1", "đã có")
    folder = feed_back(tmp_path, {"a.xlsm": stream.getvalue()})
    assert enclosed(folder, "BG01") == ["a-marked.xlsm"]
    path = folder / "BG01" / "a-marked.xlsm"
    with zipfile.ZipFile(path) as parts:
        assert parts.read("xl/vbaProject.bin") == macros.read_bytes()
        assert b"macroEnabled" in parts.read("[Content_Types].xml")
    assert set(comments(path)) == {("S", "A1"), ("S", "C4"), ("S", "C7")}


def test_a_workbook_without_macros_is_never_called_one_with(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"a.xlsm": workbook(S=form("BG01", BAD))})
    assert enclosed(folder, "BG01") == ["a-marked.xlsx"]
    with zipfile.ZipFile(folder / "BG01" / "a-marked.xlsx") as parts:
        assert b"macroEnabled" not in parts.read("[Content_Types].xml")


def with_a_chart() -> bytes:
    made = book(S=form("BG01", BAD))
    chart = BarChart()
    sheet = made.worksheets[0]
    chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=6))
    sheet.add_chart(chart, "H2")
    return openpyxl_bytes(made)


def with_part(name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook(S=form("BG01", BAD)))) as parts:
        return zipped({part: parts.read(part) for part in parts.namelist()} | {name: content})


def with_an_extension(uri: str, inner: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook(S=form("BG01", BAD)))) as parts:
        content = {part: parts.read(part) for part in parts.namelist()}
    more = f'<extLst><ext uri="{uri}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">{inner}</ext></extLst>'
    sheet = content["xl/worksheets/sheet1.xml"].replace(b"</worksheet>", more.encode() + b"</worksheet>")
    return zipped(content | {"xl/worksheets/sheet1.xml": sheet})


LOSSY = {
    "a chart": with_a_chart(),
    "a picture": with_part("xl/media/image1.png", b"\x89PNG"),
    "another file's figures": with_part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    "a pivot table's data": with_part("xl/pivotCache/pivotCacheRecords1.xml", b"<pivotCacheRecords/>"),
    "choices": with_an_extension("{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}", "<x14:dataValidations/>"),
    "colours by value": with_an_extension("{78C0D931-6437-407d-A8EE-F0AAD7539E65}", "<x14:conditionalFormattings/>"),
    "threads of comments": with_part("xl/threadedComments/threadedComment1.xml", b"<ThreadedComments/>"),
}


@pytest.mark.parametrize("content", LOSSY.values(), ids=LOSSY)
def test_what_a_copy_would_lose_is_not_copied_and_that_is_said(content: bytes, tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"a.xlsx": content})
    assert enclosed(folder, "BG01") == ["excerpt.xlsx"]
    said = "a.xlsx is not enclosed with marks, since it holds charts, pictures or other parts that a copy would lose"
    assert said in (folder / "BG01" / "mail.txt").read_text()
    assert said in (folder / "BG01" / "feedback.html").read_text()
    assert set(comments(folder / "BG01" / "excerpt.xlsx")) == {("S", "C4"), ("S", "C7")}


def test_a_row_for_each_figure_comes_back_with_the_label_of_each(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Đơn vị", "Chỉ tiêu", "Giá trị"]]
    rows += [
        [name, *row[1:]]
        for name, code, cells in ((NAMES["BG01"], "BG01", GOOD), (NAMES["BG02"], "BG02", BAD))
        for row in form(code, cells)[3:]
    ]
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=[[TITLE], *rows])})
    assert enclosed(folder, "BG02") == ["excerpt.xlsx"]
    sheet = opened(folder / "BG02" / "excerpt.xlsx").worksheets[0]
    shown = {(cell.row, cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert shown == {(2, NAMES["BG02"]), *((row, label) for row, label in enumerate(LABELS, 7)), (7, "chừng 12"), (8, 9), (9, 1)}
    assert {place for _, place in comments(folder / "BG02" / "excerpt.xlsx")} >= {"C7"}


def test_an_empty_drawing_is_no_loss(tmp_path: Path) -> None:
    empty = b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
    assert enclosed(feed_back(tmp_path, {"a.xlsx": with_part("xl/drawings/drawing1.xml", empty)}), "BG01") == ["a-marked.xlsx"]


def test_what_holds_more_than_the_units_figures_is_not_copied(tmp_path: Path) -> None:
    made = book(S=form("BG01", BAD), Khac=[["gì đó", 1]])
    folder = feed_back(tmp_path, {"a.xlsx": openpyxl_bytes(made)})
    assert enclosed(folder, "BG01") == ["excerpt.xlsx"]
    assert "it also holds what was not read as this unit's figures" in (folder / "BG01" / "mail.txt").read_text()


def test_a_large_workbook_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "_LARGEST", 5_000)
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=form("BG01", BAD))})
    assert enclosed(folder, "BG01") == ["excerpt.xlsx"]
    assert "it is too large to be sent back" in (folder / "BG01" / "mail.txt").read_text()


@pytest.mark.parametrize("change", ["other", "gone"])
def test_a_file_that_is_another_by_now_is_not_copied(change: str, tmp_path: Path) -> None:
    of = audited(tmp_path, {"a.xlsx": workbook(S=form("BG01", BAD))})
    path = tmp_path / "in" / "a.xlsx"
    path.unlink()
    if change == "other":
        path.write_bytes(workbook(S=form("BG02", BAD)))
    write_feedback(of, tmp_path / "out", options())
    assert enclosed(tmp_path / "out", "BG01") == ["excerpt.xlsx"]
    assert "it has changed since it was read" in (tmp_path / "out" / "BG01" / "mail.txt").read_text()


def test_what_openpyxl_stumbles_over_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TypeError

    of = audited(tmp_path, {"a.xlsx": workbook(S=form("BG01", BAD))})
    monkeypatch.setattr(openpyxl, "load_workbook", fail)
    write_feedback(of, tmp_path / "out", options())
    assert enclosed(tmp_path / "out", "BG01") == ["excerpt.xlsx"]


def test_two_files_of_one_name_go_back_under_two(tmp_path: Path) -> None:
    files = {"a/x.xlsx": workbook(S=form("BG01", BAD)), "b/x.xlsx": workbook(S=[*form("BG01", BAD), ["", "hết"]])}
    assert enclosed(feed_back(tmp_path, files), "BG01") == ["x-marked-2.xlsx", "x-marked.xlsx"]


def test_an_input_is_never_changed(tmp_path: Path) -> None:
    files = {"a.xlsx": workbook(S=form("BG01", BAD)), "b.zip": zipped({"c.xlsx": workbook(S=form("BG02", BAD))})}
    folder = feed_back(tmp_path, files)
    for name, content in files.items():
        assert hashlib.sha256((tmp_path / "in" / name).read_bytes()).digest() == hashlib.sha256(content).digest()
    assert enclosed(folder, "BG02") == ["c-marked.xlsx"]


def test_who_has_nothing_to_correct_gets_no_workbook(tmp_path: Path) -> None:
    assert enclosed(feed_back(tmp_path, {"a.xlsx": workbook(S=form("BG01", GOOD))}), "BG01") == []


def test_an_excerpt_has_the_units_own_row_under_its_headings(tmp_path: Path) -> None:
    rows: dict[str, tuple[Cell, ...]] = {"BG01": GOOD, "BG02": ("1.000.000", 9, "không biết", "?"), "BG03": (5, 5, 0, "có")}
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=wide(rows))})
    assert [enclosed(folder, code) for code in rows] == [[], ["excerpt.xlsx"], []]
    made = opened(folder / "BG02" / "excerpt.xlsx")
    (sheet,) = made.worksheets
    cells = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert cells == {
        "C2": "Tên đơn vị",
        "D2": "Tổng số máy tính",
        "E2": "Số máy tính được bảo vệ bằng phần mềm",
        "F2": "Số máy mật",
        "G2": "Đã tổ chức học tập",
        "C4": "LĐLĐ huyện Lạng Giang",
        "D4": "1.000.000",
        "E4": 9,
        "F4": "không biết",
        "G4": "?",
    }
    assert set(comments(folder / "BG02" / "excerpt.xlsx")) == {("Table 1", "F4"), ("Table 1", "G4")}
    assert sheet.sheet_view.pane
    assert sheet.sheet_view.pane.ySplit == 2


def as_text(lines: list[list[Cell]]) -> bytes:
    return "\n".join(",".join("" if cell is None else str(cell) for cell in line) for line in lines).encode()


def as_page(lines: list[list[Cell]]) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{'' if cell is None else cell}</td>" for cell in line) + "</tr>" for line in lines)
    return f"<html><table>{rows}</table></html>".encode()


def as_xls(lines: list[list[Cell]]) -> bytes:
    return xls({(row, place): cell for row, line in enumerate(lines) for place, cell in enumerate(line) if cell is not None})  # type: ignore[misc]


def as_ods(lines: list[list[Cell]]) -> bytes:
    def cell(value: Cell) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{"" if value is None else value}</text:p></table:table-cell>'

    return raw_ods("".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines))


@pytest.mark.parametrize(("name", "made"), [("a.csv", as_text), ("a.xls", as_page), ("b.xls", as_xls), ("a.ods", as_ods)])
def test_other_kinds_of_files_go_back_as_an_excerpt(name: str, made: Callable[[list[list[Cell]]], bytes], tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {name: made(form("BG01", BAD))})
    assert enclosed(folder, "BG01") == ["excerpt.xlsx"]
    assert {cell for _, cell in comments(folder / "BG01" / "excerpt.xlsx")} == {"C4", "C7"}
    assert f"{name} is not enclosed with marks, since it is no Excel workbook" in (folder / "BG01" / "mail.txt").read_text()


@pytest.mark.parametrize("hostile", [*HOSTILE, "<r>x</r>", "=HYPERLINK(1)", "y" * 32_767])
@pytest.mark.parametrize("shape", ["form", "wide"])
def test_hostile_texts_are_only_texts(hostile: str, shape: str, tmp_path: Path) -> None:
    cell = hostile.encode("utf-8", "replace").decode().replace("\x1b", "").replace("\x07", "").replace("\x00", "")
    made = book(S=form("BG01", BAD) if shape == "form" else wide({"BG01": BAD, "BG02": GOOD}))
    where = made["S"]["C4"] if shape == "form" else made["S"]["D3"]
    where.value, where.data_type = cell, "s"
    folder = feed_back(tmp_path, {"a.xlsx": openpyxl_bytes(made)}, language="vi")
    (path,) = (folder / "BG01").glob("*.xlsx")
    after = opened(path)
    (sheet,) = after.worksheets
    assert "<r>" not in hostile or "<r>x</r>" in str([each.value for row in sheet.iter_rows() for each in row])
    for row in sheet.iter_rows():
        for each in row:
            assert each.data_type != "f"
            assert each.hyperlink is None
            assert len((each.comment.text if each.comment else "").encode("utf-16-le")) < 2 * 32_767


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_what_goes_back_and_computes_its_formulas(tmp_path: Path) -> None:
    made = book(S=form("BG01", BAD))
    made["S"]["C5"], made["S"]["E5"] = 9, "=3*C5"
    shared = wide({"BG02": BAD, "BG03": BAD})
    folder = feed_back(tmp_path, {"a.xlsx": openpyxl_bytes(made), "b.xlsx": workbook(S=shared)}, language="vi")
    (copy,), (excerpt,) = (list((folder / code).glob("*.xlsx")) for code in ("BG01", "BG02"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for path in (copy, excerpt):
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
            str(tmp_path),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    rows = (tmp_path / f"{copy.stem}.csv").read_text(encoding="utf-8").splitlines()
    assert rows[3].endswith("chừng 12,,")
    assert rows[4].endswith(",9,,27")
    assert (tmp_path / f"{excerpt.stem}.csv").read_text(encoding="utf-8").splitlines()[2] == ",,LĐLĐ huyện Lạng Giang,chừng 12,9,1,"
