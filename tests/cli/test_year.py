"""A year of monthly runs, as cron makes them: late files, corrections, a merger, a waiver that ends; held against a ledger kept by hand."""

import json
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from mail_server import Mailbox, serving
from running import Run
from union_audit.history import History

PLAN = """
code: 7/KH
title: {vi: Kế hoạch, en: Plan}
organisation: {vi: Công đoàn, en: Union}
calendar: {closing_day: 14, due_working_days: 3}
levels:
  district: {label: {vi: Cấp huyện, en: District}, submits: monthly}
fields:
  computers: {label: {vi: Tổng số máy tính, en: Computers}, over_periods: last, covers: own}
  protected: {label: {vi: Máy tính được bảo vệ, en: Protected computers}, over_periods: last, covers: own}
targets:
  security:
    label: {vi: An toàn máy tính, en: Computer security}
    source: {vi: Câu văn, en: Sentence}
    levels: all
    goal: ">= 100%"
    numerator: protected
    denominator: computers
"""
UNITS = """code,name,level,valid_from,valid_to,merged_into
D1,LĐLĐ huyện Một,district,,2025-06-30,N
D2,LĐLĐ huyện Hai,district,,2025-06-30,N
D3,LĐLĐ huyện Ba,district,,,
N,Công đoàn khu vực Một,district,2025-07-01,,
"""
WAIVERS = "unit,target,reason,approver,number,last_day\nD2,security,Chờ thiết bị,Ban Thường vụ,12/QĐ,2025-05-31\n"


@dataclass(frozen=True)
class Month:
    """What was submitted for a month by its first run, what came later, and what must come of it in the end.

    `total`: protected computers of all units, and computers. `gaps`, `waived`: units; `before`: what the units said the month before,
    where the ledger looks at that. `late` is submitted after the first run.
    """

    label: str
    submitted: dict[str, tuple[int, int]]
    total: tuple[int, int]
    status: str
    gaps: set[str] = field(default_factory=set)
    waived: set[str] = field(default_factory=set)
    before: dict[str, str] = field(default_factory=dict)
    late: dict[str, tuple[int, int]] = field(default_factory=dict)


LEDGER = (
    Month("2025-01", {"D1": (10, 8), "D2": (5, 5), "D3": (4, 4)}, (17, 19), "gap", {"D1"}),
    Month("2025-02", {"D1": (10, 8), "D3": (4, 4)}, (17, 19), "gap", {"D1"}, before={"D1": "gap", "D2": "met"}, late={"D2": (5, 5)}),
    Month("2025-03", {"D1": (10, 9), "D2": (5, 5), "D3": (4, 3)}, (18, 19), "gap", {"D1"}, late={"D3": (4, 4)}),
    Month("2025-04", {"D1": (10, 10), "D2": (5, 4), "D3": (4, 4)}, (18, 19), "gap", set(), {"D2"}, {"D1": "gap", "D3": "met"}),
    Month("2025-05", {"D1": (10, 10), "D2": (5, 4), "D3": (4, 4)}, (18, 19), "gap", set(), {"D2"}),
    Month("2025-06", {"D1": (10, 10), "D2": (5, 4), "D3": (4, 4)}, (18, 19), "gap", {"D2"}, before={"D2": "gap"}),
    Month("2025-07", {"N": (15, 14), "D3": (4, 4)}, (18, 19), "gap", {"N"}, before={"N": "gap", "D3": "met"}),
    Month("2025-08", {"N": (15, 15), "D3": (4, 4)}, (19, 19), "met", before={"N": "gap"}),
    Month("2025-09", {"N": (15, 15), "D3": (4, 4)}, (19, 19), "met", before={"N": "met"}),
    Month("2025-10", {"N": (15, 15)}, (15, 15), "no_data", before={"D3": "met"}),
    Month("2025-11", {"N": (15, 15), "D3": (4, 4)}, (19, 19), "met", before={"D3": "no_data"}),
    Month("2025-12", {"N": (15, 15), "D3": (4, 4)}, (19, 19), "met"),
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in (("targets.yaml", PLAN), ("units.csv", UNITS), ("waivers.csv", WAIVERS)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def submit(month: str, name: str, figures: dict[str, tuple[int, int]]) -> None:
    file = Path("inbox") / month / name
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [f"{code};{computers};{protected}" for code, (computers, protected) in figures.items()]
    file.write_text("\n".join(["Mã đơn vị;Tổng số máy tính;Máy tính được bảo vệ", *rows]) + "\n", encoding="utf-8")


def settle(month: Month) -> None:
    """Submit what comes late: a unit's own file that is new, or in place of the figures that it gave."""
    for code, figures in month.late.items():
        if code in month.submitted:
            submit(month.label, "nop.csv", month.submitted | {code: figures})
        else:
            submit(month.label, f"{code}.csv", {code: figures})


def result_of(month: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path("reports") / month / f"union-audit-{month}.json").read_bytes())
    return found


def check(month: Month) -> None:
    result = result_of(month.label)
    (total,) = result["targets"]
    assert (total["numerator"], total["denominator"], total["status"]) == (*month.total, month.status), month.label
    said = {each["unit"]: each for each in result["assessments"]}
    assert {code for code, each in said.items() if each["status"] == "gap" and not each["waived"]} == month.gaps, month.label
    assert {code for code, each in said.items() if each["waived"]} == month.waived, month.label
    assert {code: said[code]["previous"]["status"] for code in month.before} == month.before, month.label


def test_a_year(run: Run, office: Path) -> None:
    mailbox = Mailbox()
    with serving(mailbox, office) as mail:
        settings = {"host": mail.host, "port": mail.port, "user": mail.user, "password_file": "secret.txt", "ca_file": "ca.pem"}
        lines = [f"{key}: {value}" for key, value in settings.items()]
        lines += ["from: bao-cao@example.org", "to: [chu-tich@example.org]"]
        Path("mail.yaml").write_text("\n".join(lines), encoding="utf-8")

        def monthly(day: str) -> str:
            waivers = ("--waivers", "waivers.csv", "--fail-on", "none")
            ended = run("monthly", "inbox", "-o", "reports", "--as-of", day, "--send", "--lang", "en", *waivers)
            assert ended.code == 0, ended
            return ended.out

        for month in LEDGER:
            submit(month.label, "nop.csv", month.submitted)
            assert "Edition 1:" in monthly(f"{month.label}-20")
            if month.late:
                settle(month)
                assert "Edition 2:" in monthly(f"{month.label}-25")
            assert "Nothing has changed" in monthly(f"{month.label}-28")
            check(month)
    for month in LEDGER:  # nothing that came later has changed what was published before
        check(month)
    corrected = [month for month in LEDGER if month.late]
    assert [result_of(month.label)["correction"]["added"] for month in corrected] == [["D2.csv"], []]
    assert [result_of(month.label)["correction"]["changed"] for month in corrected] == [[], ["nop.csv"]]
    expired = [month.label for month in LEDGER if any(each["code"] == "UA501" for each in result_of(month.label)["findings"])]
    assert expired[0] == "2025-06"
    assert Path("reports/latest").resolve() == Path("reports/2025-12").resolve()
    subjects = [message_from_bytes(content, policy=default)["Subject"] for content in mailbox.messages]
    assert len(subjects) == len(LEDGER) + len(corrected)
    assert subjects[-1].startswith("7/KH, December 2025: 2 of 2 units reported")
    with History(Path("reports/history.sqlite")) as history:
        assert len(history.editions()) == len(LEDGER) + len(corrected)
        totals = {period.label: history.totals(edition)["security"] for period, edition in history.newest().items()}
    assert {label: (total.numerator, total.denominator) for label, total in totals.items()} == {
        month.label: month.total for month in LEDGER
    }
