"""What a unit reads: the page on one sheet of A4 and the text of the mail, word for word and inert whatever was submitted."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import facts, roster, submissions, unit
from feeding_back import audited, feed_back, form, options, workbook, write_to
from hostile import HOSTILE, texts
from pictures import png
from sample_audit import FIGURES, figure, small_audit, small_plan
from submitting import HEAD, PLAN
from union_audit import __version__, resources
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.findings import LISTED, Finding, Source
from union_audit.intake import take_in
from union_audit.intake.facts import WHOLE
from union_audit.language import Language
from union_audit.plan import load_plan
from union_audit.plan.calendar import Calendar
from union_audit.plan.model import Plan, ReportSettings
from union_audit.plan.picture import Picture
from union_audit.plan.roster_file import load_roster
from union_audit.reports.feedback import write_feedback
from union_audit.reports.feedback.enclosed import Enclosed
from union_audit.reports.feedback.letter import About, letter
from union_audit.reports.feedback.slip import Line, Slip
from union_audit.reports.words import Phrases, Words
from union_audit.sheets import Cell

ABOUT = About("P", "O", "O", "June 2025", "5 Jul 2025")
PHRASES = Phrases("", "", "", "50%", "percentage only", "≥ 100%", "", "50 points", "", "")
GOLDEN = Path(__file__).parents[1] / "golden"


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data


def of_sample(of: Plan | None = None) -> Audit:
    """The sample audit, with what was found in the cells of one unit."""
    made = small_audit(of=of)
    place = {field.id: column for column, field in enumerate(made.facts.fields, 2)}
    more = (
        Finding("UA201", {"text": "chừng 250"}, Source("thang-6.xlsx", "Sheet1", 3, place["informed"]), unit="03", field="informed"),
        Finding("UA303", {"figure": 300, "sum": 299, "count": 2}, Source("thang-6.xlsx", "Sheet1", 3, place["members"]), unit="03"),
    )
    return replace(made, findings=(*made.findings, *more))


def compared(name: str, text: str) -> None:
    golden = GOLDEN / name
    text = re.sub(
        r"<style>.*?</style>", "<style>STYLE</style>", text.replace(f"union-audit {__version__}", "union-audit VERSION"), flags=re.DOTALL
    )
    text = re.sub(r"sha256-[\w+/=]+", "sha256-HASH", text)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_a_unit_gets_is_as_it_was(language: str, tmp_path: Path) -> None:
    write_feedback(of_sample(), tmp_path, options(language))
    (page,) = (tmp_path / "03").glob("*.html")
    compared(f"feedback-{language}.html", page.read_bytes().decode())
    compared(f"feedback-{language}.txt", (tmp_path / "03" / "mail.txt").read_bytes().decode())
    compared(f"feedback-index-{language}.csv", (tmp_path / "index.csv").read_bytes().decode())


def test_the_page_says_what_was_found_and_what_to_do(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"BG01.xlsx": workbook(S=form("BG01", ("chừng 12", 9, -1, None)))})
    text = " ".join(Page((folder / "BG01" / "feedback.html").read_text(encoding="utf-8")).text.split())
    for part in (
        "Your figures were received: 3 entries are to be checked, corrected or filled in.",
        "BG01.xlsx › S › C4 “chừng 12” cannot be read as a figure; it was not used. Write the figure in digits only.",
        "BG01.xlsx › S › C6 -1 is negative; a count cannot be. It was not used. Correct the figure.",
        "BG01.xlsx › S Left blank: C7 (Number of studied).",
        "BG01-marked.xlsx: every entry to correct is coloured",
    ):
        assert part in text


def test_the_mail_begins_with_its_subject(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=form("BG01", (10, 8, 1, "không")))})
    subject, empty, first, *others = (folder / "BG01" / "mail.txt").read_text(encoding="utf-8").splitlines()
    assert (subject, empty) == ("LĐLĐ huyện Yên Dũng: feedback on the figures of June 2025", "")
    assert first == "To: LĐLĐ huyện Yên Dũng"
    assert "- 1. Target safe: 88.9% (8/9) now, goal ≥ 100%: 1 more máy" in "\n".join(others)


def test_what_was_not_sent_is_listed(tmp_path: Path) -> None:
    lines = [row[:3] for row in form("BG01")[:5]]
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=lines)})
    text = (folder / "BG01" / "mail.txt").read_text(encoding="utf-8")
    assert "Not in the submission: Number of secret; Number of studied" in text
    assert "2 figures were not sent" in text


def test_who_gave_only_a_percentage_is_asked_for_the_counts() -> None:
    line = Line(small_plan().targets[0], "Safe computers", figure(">= 100%", None, share=WHOLE // 2), PHRASES)
    told = letter(
        Slip(0, unit("A"), "A", submitted=True, lines=(line,), faults=(), missing=()),
        ABOUT,
        Enclosed({}, (), {}),
        Words(Language("en")),
        is_any_nobodys=False,
    )
    assert [row.message for row in told.asked] == ["Only a percentage was given: Safe computers."]


def test_who_was_late_is_told_the_day(tmp_path: Path) -> None:
    of = replace(PLAN, calendar=Calendar(due_working_days=5))
    letter_line = ["Bắc Giang, ngày 10 tháng 7 năm 2025"]
    write_to(tmp_path / "out", audited(tmp_path, {"a.xlsx": workbook(S=[*form("BG01"), letter_line])}, of))
    for name in ("mail.txt", "feedback.html"):
        told = (tmp_path / "out" / "BG01" / name).read_text(encoding="utf-8")
        assert "The submission of 10 Jul 2025 came late: it was due on 7 Jul 2025." in told


def test_who_did_everything_is_told_so(tmp_path: Path) -> None:
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=form("BG01"))})
    assert "there is nothing to do and nothing to correct" in (folder / "BG01" / "mail.txt").read_text(encoding="utf-8")


def test_many_faults_are_counted_and_all_of_them_marked(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Cell]]] = {
        str(month): [[f"Tháng {month} năm 2025"], *form("BG01", ("a", "b", "c", "có"))[1:]] for month in range(1, 7)
    }
    folder = feed_back(tmp_path, {"a.xlsx": workbook(**sheets)})
    page = (folder / "BG01" / "feedback.html").read_text(encoding="utf-8")
    assert "8 of 18 corrections are listed here; all are marked in the workbook." in page
    assert "- 10 more are marked in the workbook." in (folder / "BG01" / "mail.txt").read_text(encoding="utf-8")


def test_findings_of_a_file_of_ones_own_are_told(tmp_path: Path) -> None:
    lines: list[list[Cell]] = [*form("BG01"), [5, "Số máy mật", 7]]
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=lines)})
    assert "2 headings mean the same figure, and their figures differ" in (folder / "BG01" / "mail.txt").read_text(encoding="utf-8")


def test_a_unit_is_told_of_its_cell_where_one_finding_speaks_of_a_whole_column(tmp_path: Path) -> None:
    many = roster(*(unit(f"M{n}", "district", name=f"LĐLĐ huyện M{n}") for n in range(LISTED + 5)))
    lines: list[list[Cell]] = [[n, each.code, each.name, f"chừng {n}", 1, 0, "có"] for n, each in enumerate(many.units)]
    of = audited(tmp_path, {"a.xlsx": workbook(S=[["Tháng 6 năm 2025"], list(HEAD), *lines])}, units=many)
    assert [each.args.get("alike") for each in of.findings if each.code == "UA201"] == [LISTED + 5]
    write_to(tmp_path / "out", of)
    page = Page((tmp_path / "out" / f"M{LISTED}" / "feedback.html").read_text(encoding="utf-8"))
    assert f"“chừng {LISTED}” is no figure that can be used." in page.text
    assert f"D{LISTED + 3}" in page.text
    assert f"chừng {LISTED - 1}" not in page.text


@pytest.mark.parametrize("language", ["en", "vi"])
def test_nothing_runs_and_nothing_is_asked_for(language: str, tmp_path: Path) -> None:
    write_feedback(of_sample(), tmp_path, options(language))
    (path,) = (tmp_path / "03").glob("*.html")
    text = path.read_text(encoding="utf-8")
    page = Page(text)
    assert "http" not in text.replace("http-equiv", "")
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in ("src", "href", "style")]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [attributes["content"] for _, attributes in page.tags if attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert ("html", {"lang": language}) in page.tags


def test_the_plans_own_heads_stand_above(tmp_path: Path) -> None:
    logo = Picture(png(20, 10), "image/png", 20, 10)
    own = ReportSettings(
        issued_by={"vi": ("TỔNG LIÊN ĐOÀN", "LĐLĐ TỈNH")},
        motto={"vi": ("CỘNG HÒA",)},
        place={"vi": "Bắc Giang"},
        signatory={"vi": ("TRƯỞNG BAN",)},
        logo=logo,
    )
    write_feedback(of_sample(small_plan(report=own)), tmp_path, options("vi"))
    (path,) = (tmp_path / "03").glob("*.html")
    page = path.read_text(encoding="utf-8")
    for part in ("TỔNG LIÊN ĐOÀN", '<p class="own">LĐLĐ TỈNH</p>', "CỘNG HÒA", "Bắc Giang, ngày 05 tháng 7 năm 2025", "TRƯỞNG BAN"):
        assert part in page
    assert "img-src data:" in page
    assert "LĐLĐ TỈNH" in (tmp_path / "03" / "mail.txt").read_text(encoding="utf-8")


def of_text(hostile: str) -> Audit:
    """An audit with one text wherever a submission's words can reach."""
    who = roster(unit("01", "province", name=hostile), unit("02", "district", "01", name=hostile))
    made = facts(small_plan(), who, {code: FIGURES[code] for code in ("01", "02")}, file=f"{hostile}.xlsx", sheet=hostile)
    made = replace(made, texts={(0, 1, 2): hostile, (0, 2, 3): hostile})
    finding = Finding("UA201", {"text": hostile}, Source(f"{hostile}.xlsx", hostile, 2, 2), unit="02", field="due")
    return audit(small_plan(), submissions(made, findings=(finding,)), Scope(SAMPLE.as_of, expect="all"))


SAMPLE = small_audit()
_HIDDEN = re.compile("[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def check_inert(hostile: str, folder: Path, *, of: list[tuple[str, dict[str, str | None]]]) -> None:
    write_to(folder, of_text(hostile))
    for path in (*folder.rglob("*.html"), *folder.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        assert not _HIDDEN.search(text)
        if path.suffix == ".html":
            assert {tag for tag, _ in Page(text).tags} <= {tag for tag, _ in of}
    mail = (folder / "02" / "mail.txt").read_text(encoding="utf-8").splitlines()
    assert mail[1] == ""
    assert len(mail[0]) < 200


def plain_tags(folder: Path) -> list[tuple[str, dict[str, str | None]]]:
    write_to(folder, of_text("plain"))
    return [tag for path in folder.rglob("*.html") for tag in Page(path.read_text(encoding="utf-8")).tags]


@pytest.mark.parametrize("hostile", [*HOSTILE, "y" * 40_000])
def test_hostile_texts_are_only_texts(hostile: str, tmp_path: Path) -> None:
    check_inert(hostile, tmp_path / "1", of=plain_tags(tmp_path / "2"))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(0, 10**9))
def test_any_text_is_only_text(tmp_path: Path, hostile: str, number: int) -> None:
    check_inert(hostile, tmp_path / str(number), of=plain_tags(tmp_path / "plain"))


@pytest.mark.skipif(shutil.which("chromium") is None or shutil.which("pdfinfo") is None, reason="needs Chromium")
def test_the_worst_unit_of_the_shipped_plan_prints_on_one_sheet(tmp_path: Path) -> None:
    examples = Path(__file__).parents[3] / "examples"
    own = ReportSettings(
        issued_by={"vi": ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG")},
        motto={"vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")},
        place={"vi": "Bắc Giang"},
        signatory={"vi": ("TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")},
    )
    of = replace(load_plan(resources.shipped("targets.yaml")), report=own)
    units = load_roster(examples / "units.csv", of)
    made = audit(of, take_in([examples / "2023-06"], of, units), Scope(SAMPLE.as_of, expect="all"))
    faults = [
        Finding(
            "UA207", {"number": 1.234, "suggested": 1234}, Source("a.xlsx", "Sheet1", 20, column), unit="BG17", field=of.fields[column].id
        )
        for column in range(20)
    ]
    write_feedback(replace(made, findings=(*made.findings, *faults)), tmp_path, options("vi"))
    (page,) = (tmp_path / "BG17").glob("*.html")
    pdf = tmp_path / "page.pdf"
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path}/profile",
        f"--print-to-pdf={pdf}",
        f"file://{page}",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603, S607
    assert re.search(r"Pages:\s+1\n", told)
    assert "(A4)" in told
