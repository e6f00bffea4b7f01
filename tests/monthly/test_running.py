"""A monthly run: what it leaves behind, and what it leaves alone when it is run again."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from office import NOW, Office
from union_audit.audit.result import Audit
from union_audit.errors import ReportError, UsageError
from union_audit.history import History
from union_audit.language import Language
from union_audit.mail.settings import MailSettings, Security
from union_audit.monthly import Month, run
from union_audit.monthly.log import Log
from union_audit.monthly.posting import letters_of, without_address
from union_audit.monthly.running import LOCK
from union_audit.plan.period import Period
from union_audit.reports import Options


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_last_month_that_closed_is_audited_and_published(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10), ("D2", 8, 5))
    office.submit("2025-05", ("D1", 10, 9))
    outcome = office.run()
    assert (outcome.edition.period, outcome.edition.number, outcome.is_new, outcome.exit_code) == (Period(2025, 6, 1), 1, True, 7)
    published = office.reports / "2025-06"
    assert sorted(path.name for path in published.iterdir()) == [
        "edition.json",
        "feedback",
        "mail",
        "union-audit-2025-06.html",
        "union-audit-2025-06.json",
        "union-audit-2025-06.xlsx",
    ]
    assert (office.reports / "latest").resolve() == published.resolve() == outcome.folder.resolve()
    result = json.loads((published / "union-audit-2025-06.json").read_bytes())
    assert result["summary"]["units_reported"] == 2
    assert [file["file"] for file in result["inputs"]] == ["nop.csv"]
    assert office.steps() == ["begin", "read", "written", "recorded", "done"]


def test_run_again_it_changes_nothing(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10), ("D2", 8, 5))
    first = office.run()
    before = office.state()
    again = office.run(as_of=date(2025, 7, 9))
    assert not again.is_new
    assert (again.edition, again.summary, again.exit_code) == (first.edition, first.summary, first.exit_code)
    assert office.state() == before


def test_a_late_submission_makes_a_corrected_edition_that_says_what_changed(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    office.submit("2025-06", ("D2", 8, 8), name="muon.csv")
    outcome = office.run()
    assert (outcome.edition.number, outcome.is_new) == (2, True)
    assert (office.reports / "2025-06").resolve() == (office.reports / "editions" / "2025-06.2").resolve()
    assert (office.reports / "editions" / "2025-06.1" / "union-audit-2025-06.html").is_file()
    result = json.loads((office.reports / "2025-06" / "union-audit-2025-06.json").read_bytes())
    assert result["correction"] == {
        "number": 2,
        "replaces": 1,
        "made_on": "2025-07-03",
        "added": ["muon.csv"],
        "changed": [],
        "withdrawn": [],
        "assessments": 1,
    }


def test_without_feedback_nothing_is_made_for_units_nor_mailed_to_them(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10))
    outcome = office.run(with_feedback=False)
    assert sorted(path.name for path in outcome.folder.iterdir()) == [
        "edition.json",
        "mail",
        *(f"union-audit-2025-06.{ending}" for ending in ("html", "json", "xlsx")),
    ]
    mail = MailSettings("localhost", 25, Security.NONE, "van-phong@example.org", to=("mot@example.org",))
    assert [letter.to for letter in letters_of(outcome.folder, mail, to_units=True)] == [mail.to]
    assert without_address(outcome.folder) == ()
    assert not office.run(with_feedback=False).is_new
    assert office.run().is_new  # now somebody wants it


def test_the_month_before_is_compared_with(office: Office) -> None:
    office.submit("2025-05", ("D1", 10, 4), ("D2", 10, 10))
    office.submit("2025-06", ("D1", 10, 10), ("D2", 100, 99))
    office.run(period=Period(2025, 5, 1))
    office.run()
    result = json.loads((office.reports / "2025-06" / "union-audit-2025-06.json").read_bytes())
    assert result["compared_with"] == "2025-05"
    assert [finding["code"] for finding in result["findings"] if finding["code"].startswith("UA3")] == ["UA308"]


def test_an_older_month_that_is_run_later_does_not_become_the_latest(office: Office) -> None:
    office.submit("2025-05", ("D1", 10, 4))
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    office.run(period=Period(2025, 5, 1))
    assert (office.reports / "latest").resolve() == (office.reports / "2025-06").resolve()
    assert (office.reports / "2025-05").exists()


def test_one_inbox_for_all_months_with_the_month_in_the_names(office: Office) -> None:
    office.submit("", ("D1", 10, 4), name="thang 5-2025.csv")
    office.submit("", ("D1", 10, 10), name="thang 6-2025.csv")
    outcome = office.run()
    result = json.loads((outcome.folder / "union-audit-2025-06.json").read_bytes())
    assert [each["numerator"] for each in result["assessments"] if each["unit"] == "D1"] == [10]


def test_an_empty_inbox_still_says_who_is_missing(office: Office) -> None:
    outcome = office.run()
    result = json.loads((outcome.folder / "union-audit-2025-06.json").read_bytes())
    assert (result["summary"]["units_expected"], result["summary"]["units_reported"]) == (2, 0)


def test_an_inbox_that_is_not_there(office: Office) -> None:
    with pytest.raises(UsageError, match="inbox cannot be read"):
        office.run(inbox=office.inbox / "nowhere")


def test_the_calendar_of_the_plan_tells_which_month_has_closed(office: Office) -> None:
    office.plan = replace(office.plan, calendar=replace(office.plan.calendar, closing_day=14))
    assert office.run(as_of=date(2025, 6, 15)).edition.period == Period(2025, 6, 1)
    assert office.run(as_of=date(2025, 6, 14)).edition.period == Period(2025, 5, 1)


def test_a_second_run_at_the_same_time_leaves_with_a_word(office: Office) -> None:
    office.reports.mkdir()
    with FileLock(office.reports / LOCK), pytest.raises(ReportError, match="Another monthly run"):
        office.run(wait=0)
    assert not (office.reports / "history.sqlite").exists()


def test_a_history_that_was_lost_does_not_cost_an_edition(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    for file in office.reports.glob("history.sqlite*"):
        file.unlink()
    office.submit("2025-06", ("D1", 10, 9))
    before = office.state()
    assert office.run().edition.number == 2
    assert before.items() <= office.state().items()


def test_an_edition_that_somebody_spoilt_is_made_anew(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10))
    first = office.run()
    shutil.rmtree(first.folder)
    again = office.run()
    assert not again.is_new
    assert (office.reports / "2025-06" / "union-audit-2025-06.html").is_file()
    with History(office.reports / "history.sqlite") as history:
        assert len(history.editions()) == 1


def test_where_links_cannot_be_made_copies_stand_for_the_editions(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    office.submit("2025-06", ("D1", 10, 9))
    office.run()
    published = office.reports / "2025-06"
    assert not published.is_symlink()
    assert json.loads((published / "edition.json").read_bytes())["number"] == 2
    before = office.state()
    office.run()
    assert office.state() == before


@pytest.mark.parametrize(
    "place",
    ["shelf.Shelf.add", "history.History.record", "shelf.Shelf.point", "log.Log.step", "running._fill", "running.write_feedback"],
)
def test_a_run_that_is_stopped_anywhere_is_completed_by_the_next(office: Office, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    office.submit("2025-06", ("D1", 10, 9))
    before = (office.reports / "2025-06" / "edition.json").read_bytes()

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    module = "union_audit.history." if place.startswith("history") else "union_audit.monthly."
    monkeypatch.setattr(module + place, stop)
    with pytest.raises(KeyboardInterrupt):
        office.run()
    monkeypatch.undo()
    assert (office.reports / "2025-06" / "edition.json").read_bytes() == before
    outcome = office.run()
    assert outcome.edition.number == 2
    assert (office.reports / "2025-06").resolve() == outcome.folder.resolve()
    assert sorted(path.name for path in (office.reports / "editions").iterdir()) == ["2025-06.1", "2025-06.2"]
    with History(office.reports / "history.sqlite") as history:
        assert [edition.number for edition in history.editions()] == [1, 2]
    state = office.state()
    office.run()
    assert office.state() == state


def test_the_exit_code_is_that_of_the_audit(office: Office) -> None:
    seen: list[Audit] = []
    office.submit("2025-06", ("D1", 10, 10))
    options = Options(Language("en"), NOW)
    month = Month(office.inbox, office.reports, office.reports / "h.sqlite", date(2025, 7, 3), office.plan, office.roster, options)

    def judge(audit: Audit) -> int:
        seen.append(audit)
        return 1

    log = Log(office.reports / "monthly.log", lambda: NOW)
    assert [run(month, log, judge).exit_code for _ in range(2)] == [1, 1]
    assert len(seen) == 1


def test_a_report_draws_how_each_target_came_to_where_it_is(office: Office) -> None:
    office.submit("2025-04", ("D1", 10, 4), ("D2", 10, 5))
    office.submit("2025-05", ("D1", 10, 4), ("D2", 10, 8))
    office.submit("2025-06", ("D1", 10, 10), ("D2", 10, 8))
    for month in (4, 5, 6):
        office.run(period=Period(2025, month, 1))
    page, first = ((office.reports / f"2025-0{month}" / f"union-audit-2025-0{month}.html").read_text(encoding="utf-8") for month in (6, 4))
    assert 'aria-label="April 2025: 45%; May 2025: 60%; June 2025: 90%"' in page
    assert '<svg class="spark' not in first


def test_files_of_the_set_up_in_the_inbox_are_no_submissions(office: Office) -> None:
    office.submit("2025-06", ("D1", 10, 10), ("D2", 8, 5))
    waivers = office.inbox / "2025-06" / "mien.csv"
    waivers.write_text("unit,target\n", encoding="utf-8")
    outcome = office.run(files=(waivers,))
    result = json.loads((outcome.folder / "union-audit-2025-06.json").read_bytes())
    assert [each["file"] for each in result["inputs"] if each["status"] == "read"] == ["nop.csv"]
    assert "refused" not in {each["status"] for each in result["inputs"]}
