"""The lines around a report: the plan's own, in the language of the report."""

import dataclasses
import io
import re
import struct
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from pictures import chunk, jpeg, png
from small_plan import SMALL
from union_audit.language import Language
from union_audit.plan import load_plan
from union_audit.plan.colors import READABLE, contrast
from union_audit.plan.model import Plan, ReportSettings
from union_audit.plan.picture import Picture
from union_audit.reports.letterhead import DARK_PAPER, letterhead
from union_audit.reports.options import Options
from union_audit.reports.xlsx.cells import Paper
from union_audit.reports.xlsx.letterhead import add_head
from union_audit.reports.xlsx.page import Page

SETTINGS = ReportSettings(
    issued_by={"vi": ("TỔNG LIÊN ĐOÀN", "LIÊN ĐOÀN"), "en": ("Confederation", "Federation")},
    place={"vi": "Bắc Giang", "en": "Bắc Giang"},
    signatory={"vi": ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")},
    accent="#0a4a8f",
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    path = tmp_path_factory.mktemp("plan") / "targets.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return load_plan(path)


def options(code: str, month: int = 7) -> Options:
    return Options(Language(code), datetime(2025, month, 5, 8, 30, tzinfo=timezone(timedelta(hours=7))))


@pytest.mark.parametrize(
    ("code", "month", "dateline"),
    [
        ("vi", 7, "Bắc Giang, ngày 05 tháng 7 năm 2025"),
        ("vi", 2, "Bắc Giang, ngày 05 tháng 02 năm 2025"),
        ("vi", 12, "Bắc Giang, ngày 05 tháng 12 năm 2025"),
        ("en", 7, "Bắc Giang, 5 July 2025"),
    ],
)
def test_the_day_is_written_as_documents_write_it(plan: Plan, code: str, month: int, dateline: str) -> None:
    assert letterhead(dataclasses.replace(plan, report=SETTINGS), options(code, month)).dateline == dateline


def test_it_is_in_the_language_of_the_report_or_in_what_there_is(plan: Plan) -> None:
    english = letterhead(dataclasses.replace(plan, report=SETTINGS), options("en"))
    assert english.issued_by == ("Confederation", "Federation")
    assert english.signatory == ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")
    assert english.has_head
    assert english.has_end


def test_nothing_is_shown_that_is_not_set(plan: Plan) -> None:
    empty = letterhead(plan, options("vi"))
    assert not any(getattr(empty, field.name) for field in dataclasses.fields(empty))
    assert not empty.has_head
    assert not empty.has_end


def test_the_accent_can_be_read_in_the_dark_too(plan: Plan) -> None:
    shown = letterhead(dataclasses.replace(plan, report=SETTINGS), options("vi"))
    assert contrast(shown.accent_on_dark, DARK_PAPER) >= READABLE


def test_the_page_in_the_dark_has_this_ground() -> None:
    style = (Path(__file__).parents[2] / "templates" / "report.css").read_text(encoding="utf-8")
    assert f"--paper: {DARK_PAPER};" in style


@pytest.mark.parametrize(("width", "height", "pixels"), [(300, 300, 56), (400, 100, 224)])
def test_the_workbooks_logo_has_the_shape_of_the_picture_in_any_program_and_at_any_resolution(
    plan: Plan, width: int, height: int, pixels: int
) -> None:
    plain = png(width, height)
    fine = plain[:33] + chunk(b"pHYs", struct.pack(">IIB", 11811, 5905, 1)) + plain[33:]  # 300 dots an inch across, 150 down
    for content in (plain, fine):
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream) as workbook:
            page = Page(Paper(workbook), workbook.add_worksheet("T"), (6, 68, 17))
            settings = ReportSettings(logo=Picture(content, "image/png", width, height))
            add_head(page, letterhead(dataclasses.replace(plan, report=settings), options("en")))
        with zipfile.ZipFile(stream) as parts:
            drawing, image = parts.read("xl/drawings/drawing1.xml").decode(), parts.read("xl/media/image1.png")
        assert re.findall(r'<a:ext cx="(\d+)" cy="(\d+)"/>', drawing) == [(str(pixels * 9525), str(56 * 9525))]
        assert re.findall(r"<xdr:col>(\d+)</xdr:col>", drawing) == ["1", "1"], "other programs have other widths of columns"
        assert image == plain


def test_a_jpeg_is_taken_without_its_resolution() -> None:
    plain = jpeg(20, 10)
    fine = plain[:13] + b"\1" + plain[14:]
    assert Picture(fine, "image/jpeg", 20, 10).of_pixels == plain
    assert Picture(b"\xff\xd8\xff\xe1", "image/jpeg", 20, 10).of_pixels == b"\xff\xd8\xff\xe1"
