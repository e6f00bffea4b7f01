"""Who was late, by the plan's calendar."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from small_plan import SMALL
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.intake import take_in
from union_audit.plan import load_plan
from union_audit.plan.period import Period
from union_audit.plan.roster_file import load_roster

DUE = "calendar: {closing_day: 14, due_working_days: 5}\n"
"""June closes on 14 June 2025, a Saturday: it is due on Friday, 20 June."""
JUNE = Period(2025, 6, 1)


class Office:
    def __init__(self, folder: Path) -> None:
        self.folder, self.inbox = folder, folder / "inbox"
        self.inbox.mkdir()
        (folder / "units.csv").write_text("code,name,level\nD1,Cơ quan Một,office\nD2,Cơ quan Hai,office\n", encoding="utf-8")

    def submit(self, name: str, *units: str, written: date, line: str = "") -> Path:
        rows = ["Mã đơn vị;Máy tính;Máy được bảo vệ;Máy mật", *(f"{unit};5;4;0" for unit in units), *([line] if line else [])]
        return self.write(name, rows, written)

    def write(self, name: str, rows: list[str], written: date) -> Path:
        file = self.inbox / name
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        noon = datetime(written.year, written.month, written.day, 12, tzinfo=UTC).timestamp()
        os.utime(file, (noon, noon))
        return file

    def audit(self, calendar: str = DUE) -> Audit:
        (self.folder / "targets.yaml").write_text(SMALL + "\n" + calendar, encoding="utf-8")
        plan = load_plan(self.folder / "targets.yaml")
        roster = load_roster(self.folder / "units.csv", plan)
        return audit(plan, take_in([self.inbox], plan, roster, period=JUNE), Scope(date(2025, 7, 1), JUNE, "all"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def late(done: Audit) -> dict[str | None, dict[str, object]]:
    return {finding.unit: dict(finding.args) for finding in done.findings if finding.code == "UA412"}


def test_a_submission_that_came_after_the_day_it_was_due(office: Office) -> None:
    office.submit("a.csv", "D1", written=date(2025, 6, 20))
    office.submit("b.csv", "D2", written=date(2025, 6, 21))
    done = office.audit()
    assert late(done) == {"D2": {"day": date(2025, 6, 21), "due": date(2025, 6, 20)}}
    assert [unit.code for unit, is_late in zip(done.facts.roster.units, done.late, strict=True) if is_late] == ["D2"]


def test_the_day_that_stands_in_it_counts_more_than_that_of_its_file(office: Office) -> None:
    office.submit("a.csv", "D1", written=date(2025, 6, 30), line="Bắc Giang, ngày 18 tháng 6 năm 2025")
    office.submit("b.csv", "D2", written=date(2025, 6, 18), line="Bắc Giang, ngày 30 tháng 6 năm 2025")
    done = office.audit()
    assert done.submitted_on == {"D1": date(2025, 6, 18), "D2": date(2025, 6, 30)}
    assert list(late(done)) == ["D2"]


def test_the_day_below_a_form_counts_too(office: Office) -> None:
    form = ["Mã đơn vị: D1", "", "Nội dung;Số liệu", "Máy tính;10", "Máy được bảo vệ;9", ""]
    note, signed = "Ghi chú: số liệu tính đến ngày 14 tháng 6 năm 2025", "Cơ quan Một, ngày 18 tháng 6 năm 2025"
    office.write("D1.csv", [*form, note, signed, "Người lập biểu"], date(2025, 6, 30))
    assert office.audit().submitted_on == {"D1": date(2025, 6, 18)}
    office.write("D1.csv", [*form, note], date(2025, 6, 30))
    assert office.audit().submitted_on == {"D1": date(2025, 6, 30)}


def test_who_corrects_later_what_came_in_time_is_not_late(office: Office) -> None:
    office.submit("lan 1.csv", "D1", written=date(2025, 6, 17))
    office.submit("lan 2.csv", "D1", "D2", written=date(2025, 6, 28))
    assert list(late(office.audit())) == ["D2"]


def test_in_a_zip_the_day_of_the_entry_counts(office: Office) -> None:
    file = office.submit("a.csv", "D1", written=date(2025, 6, 18))
    with ZipFile(office.inbox / "nop.zip", "w") as archive:
        archive.writestr(ZipInfo("a.csv", (2025, 6, 27, 8, 0, 0)), file.read_bytes())
    file.unlink()
    assert office.audit().submitted_on == {"D1": date(2025, 6, 27)}


def test_without_a_day_that_it_is_due_nobody_is_late(office: Office) -> None:
    office.submit("a.csv", "D1", written=date(2025, 12, 31))
    done = office.audit("calendar: {closing_day: 14}\n")
    assert (late(done), done.submitted_on) == ({}, {})
