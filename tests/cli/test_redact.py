"""`check --redact`: what anybody wrote, wherever it was, is in no report."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from running import Run
from union_audit import resources

MARK = "Zqx"
HEADER = (
    "Tên đơn vị",
    "Tổng số máy tính kết nối mạng",
    "Số máy tính cài phần mềm diệt virus có bản quyền",
    "Số máy tính cài phần mềm giám sát an ninh",
    "Tổng số hội nghị, tập huấn đã tổ chức",
    "Số hội nghị, tập huấn tổ chức theo hình thức trực tuyến",
    f"{MARK} thừa",
)
ROWS = (
    (f"LĐLĐ huyện {MARK} A", 10, 9, 8, f"{MARK} nhiều", 3, 1),
    (f"LĐLĐ huyện {MARK} B", 10, 12, "8%", "-3", f"=1+{MARK}", 2),
    (f"LĐLĐ huyện {MARK} C", "1.000", "khoảng 20", 3, 5, 7, 2),
    (f"Tổng cộng {MARK}", 1, 1, 1, 1, 1, 1),
    (f"Người lập biểu: {MARK}", "", "", "", "", "", ""),
)


def workbook(rows: tuple[tuple[object, ...], ...] = ROWS) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.title = MARK
    sheet = book.worksheets[0]
    sheet.title = f"Biểu {MARK}"
    for row in ((f"LĐLĐ tỉnh {MARK} – tháng 6 năm 2025",), HEADER, *rows):
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def inbox(clean_machine: Path) -> Path:
    """An inbox in which every file, sheet, heading, name and many a cell has the mark."""
    folder = clean_machine / f"in {MARK}"
    folder.mkdir()
    (folder / f"{MARK}.xlsx").write_bytes(workbook())
    rows = "\n".join(";".join(map(str, row)) for row in (("Tháng 6 năm 2025",), HEADER, *ROWS))
    (folder / f"{MARK}.csv").write_text(rows, encoding="utf-8")
    (folder / f"{MARK} hỏng.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + MARK.encode() * 99)
    (folder / f"{MARK}.pdf").write_bytes(b"%PDF " + MARK.encode())
    with zipfile.ZipFile(folder / f"{MARK}.zip", "w") as packed:
        packed.writestr(f"{MARK}/{MARK} nén.xlsx", workbook(ROWS[:2]))
        packed.writestr(f"{MARK}.exe", b"MZ")
    return folder


def set_up(folder: Path) -> tuple[str, ...]:
    """Write a plan, a roster and waivers whose files have the mark; return the options that name them."""
    folder.mkdir()
    plan = folder / f"{MARK}.yaml"
    plan.write_text(resources.shipped("targets.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    units = "".join(f"D{letter},LĐLĐ huyện {MARK} {letter},district,{MARK}@example.org\n" for letter in "ABCD")
    (folder / f"{MARK}.csv").write_text(f"code,name,level,email\n{units}", encoding="utf-8")
    head, last = "unit,target,reason,approver,number,last_day", f"computer_security,{MARK},{MARK},{MARK},2025-07-31"
    (folder / f"w{MARK}.csv").write_text(f"{head}\nDA,{last}\nDD,{last}\n", encoding="utf-8")
    return ("--targets", str(plan), "--units", str(folder / f"{MARK}.csv"), "--waivers", str(folder / f"w{MARK}.csv"))


@pytest.mark.parametrize("has_roster", [True, False])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_report_tells_what_was_written(run: Run, inbox: Path, tmp_path: Path, language: str, *, has_roster: bool) -> None:
    options = (*(set_up(tmp_path / f"plan {MARK}") if has_roster else ()), "--lang", language, "--as-of", "2025-07-05", "--evidence", "all")
    formats = [part for name in ("table:r.txt", "json:r.json", "csv:r.csv", "xlsx:r.xlsx", "html:r.html") for part in ("-f", name)]
    shown = run("check", inbox, *options, "-f", "table", "--redact")
    assert shown.code == 3  # what cannot be read is still said, and still counts
    assert MARK not in shown.out
    for redact in (False, True):
        run("check", inbox, *options, *formats, *(["--redact"] if redact else []))
        for name in ("r.txt", "r.json", "r.csv", "r.html", "r.xlsx"):
            assert (MARK in content(Path(name))) != redact, name
    assert ("D" if has_roster else "U01") in content(Path("r.json"))


def content(report: Path) -> str:
    """Return all that a report holds; of a workbook each part."""
    if report.suffix != ".xlsx":
        return report.read_text(encoding="utf-8")
    with zipfile.ZipFile(report) as parts:
        return "".join(name + parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_redaction_may_be_asked_for_in_the_environment(run: Run, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MARK in run("check", inbox).out
    monkeypatch.setenv("UNION_AUDIT_REDACT", "1")
    assert MARK not in run("check", inbox).out
