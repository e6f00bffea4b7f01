"""On A4: the answer on the first page, page numbers, headings repeated, no row cut."""

import dataclasses
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from browsing import Visit
from builders import facts, roster, submissions, unit
from pictures import png
from sample_audit import FIGURES, options, small_audit, small_plan
from union_audit import resources
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import earlier_audit
from union_audit.intake import take_in
from union_audit.plan import load_plan
from union_audit.plan.model import ReportSettings
from union_audit.plan.picture import Picture
from union_audit.plan.roster_file import load_roster
from union_audit.reports import View

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

MANY = 24
SETTINGS = ReportSettings(
    issued_by={"en": ("CONFEDERATION", "FEDERATION")},
    motto={"en": ("THE MOTTO",)},
    signatory={"en": ("FOR THE STANDING COMMITTEE", "THE CHAIR")},
)
WHOLE = ReportSettings(
    issued_by={"vi": ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG")},
    number={"vi": "Số: …/BC-LĐLĐ"},
    motto={"vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")},
    place={"vi": "Bắc Giang"},
    heading={"vi": ("BÁO CÁO",)},
    signatory={"vi": ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")},
    recipients={"vi": ("Thường trực Tỉnh ủy (để báo cáo)", "Các đơn vị trực thuộc", "Lưu: VT")},
    logo=Picture(png(20, 20), "image/png", 20, 20),
)
EXAMPLES = Path(__file__).parents[2] / "examples"


def printed(visit: Visit, folder: Path) -> list[str]:
    """Print a report with tables that are longer than a page, and names that take two lines; return the texts of its pages."""
    of = small_plan(report=SETTINGS)
    names = (f"Begin{place:02} of a union with a name so long that it takes more than a line, End{place:02}" for place in range(MANY))
    units = roster(unit("P", "province"), *(unit(f"{place:02}", "district", "P", name=name) for place, name in enumerate(names)))
    given = {each.code: FIGURES["02"] for each in units.units}
    view = View(audit(of, submissions(facts(of, units, given)), Scope(as_of=small_audit().as_of)), options())
    file = folder / "report.pdf"
    visit(view).pdf(path=file, prefer_css_page_size=True)
    sizes = {*re.findall(r"Page +\d+ size: +([\d.]+ x [\d.]+)", told_by("pdfinfo", "-l", "999", str(file)))}
    assert sizes == {"594.96 x 841.92", "841.92 x 594.96"}, "A4, and across for the map"
    return told_by("pdftotext", "-layout", str(file), "-").split("\f")[:-1]


def test_the_answer_is_one_page_with_letterhead_logo_signature_and_what_was_before(visit: Visit, tmp_path: Path) -> None:
    plan = dataclasses.replace(load_plan(resources.shipped("targets.yaml")), report=WHOLE)
    given = take_in([EXAMPLES / "2023-06"], plan, load_roster(EXAMPLES / "units.csv", plan))
    before = dataclasses.replace(earlier_audit(audit(plan, given, Scope(as_of=date(2023, 7, 5)))), label="2023-05")
    view = View(audit(plan, given, Scope(as_of=date(2023, 7, 5), expect="all", compare=before)), options("vi"))
    visit(view).pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    first, second, *_ = told_by("pdftotext", "-layout", str(tmp_path / "report.pdf"), "-").split("\f")
    assert "PHÓ CHỦ TỊCH" in first
    assert first.count("kỳ trước: ") == len(plan.targets)
    assert second.split("\n\n", 1)[1].strip().startswith("Các trường hợp chưa đạt")


def told_by(program: str, *arguments: str) -> str:
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout  # noqa: S603 (a file of ours)


def test_it_prints_as_a_document(visit: Visit, tmp_path: Path) -> None:
    pages = printed(visit, tmp_path)
    first, second = pages[:2]
    for part in ("CONFEDERATION", "THE MOTTO", "Digital transformation", "units reported", "Score", "Targets over all units"):
        assert part in first
    assert "THE CHAIR" in first + second
    numbers = [page.split()[0] for page in pages]
    assert numbers == ["CONFEDERATION", *map(str, range(2, len(pages) + 1))], "as officials number them: not the first page"
    assert not re.search("Show all|On this page", "".join(pages)), "what is for the screen only"

    for page in pages:
        assert sorted(re.findall(r"Begin(\d\d)", page)) == sorted(re.findall(r"End(\d\d)", page)), "a row is cut"
    assert between(pages, "Ranked gaps, worst first", "Units, worst first", r"Unit +Target +Now +Goal") > 2
    assert between(pages, "Every unit at every target", "Each target", r"Unit +1 +2 +3") > 1


def between(pages: list[str], first: str, after: str, heading: str) -> int:
    """Return on how many pages a table stands, each of which must have its heading."""
    start = next(place for place, page in enumerate(pages) if first in page)
    end = next(place for place, page in enumerate(pages) if place > start and after in page)
    for page in pages[start:end]:
        assert re.search(heading, page), page[:500]
    return end - start
