"""What was recorded is told again, exactly; a file that is damaged, of another program or another version is never written to."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from builders import facts, field, plan, roster, submissions, target, unit
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import earlier_audit
from union_audit.audit.result import Audit, Status
from union_audit.errors import HistoryError
from union_audit.history import Edition, History, database, tables
from union_audit.plan.period import Period

JUNE = Period(2025, 6, 1)
PLAN = plan(target("a", "> 60%", ("n", "d")), target("b", "yes", ("y",)), fields=(field("n"), field("d")))
WHO = roster(unit("P", "province"), unit("U", parent="P"), unit("V", parent="P"), unit("W", parent="P"))
GIVEN = {"U": {"n": 10**12, "d": 10**12}, "V": {"n": 1, "d": 3, "y": True}}


def audited(given: dict[str, dict[str, int]] = GIVEN, period: Period = JUNE) -> Audit:
    return audit(PLAN, submissions(facts(PLAN, WHO, given), period), Scope(date(2025, 7, 1), expect="all"))


def edition(number: int = 1, period: Period = JUNE) -> Edition:
    made_at = datetime(2025, 7, 1, 8, 30, tzinfo=UTC)
    return Edition(
        period, number, f"{number:064x}", made_at, date(2025, 7, 1), "1.0", f"editions/{period.label}.{number}", {"a.xlsx": "00ff"}
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def recorded(path: Path, *editions: Edition, given: dict[str, dict[str, int]] = GIVEN) -> None:
    with History(path, to_write=True) as history:
        for each in editions:
            history.record(each, audited(given, each.period))


def test_editions_are_told_in_the_order_of_their_periods(path: Path) -> None:
    may, quarter = Period(2025, 5, 1), Period(2025, 4, 3)
    recorded(path, edition(1, JUNE), edition(1, quarter), edition(2, JUNE), edition(1, may))
    with History(path) as history:
        assert [(each.period.label, each.number) for each in history.editions()] == [
            ("2025-05", 1),
            ("2025-06", 1),
            ("2025-06", 2),
            ("2025-Q2", 1),
        ]
        assert history.editions(JUNE) == (edition(1), edition(2))
        assert history.newest()[JUNE] == edition(2)


def test_what_an_audit_said_is_told_again(path: Path) -> None:
    recorded(path, edition())
    with History(path) as history:
        told, said = history.earlier(edition()), earlier_audit(audited())
    assert (told.label, told.units) == (said.label, said.units)
    assert told.targets.keys() == said.targets.keys()
    for id_, target_ in said.targets.items():
        for part in ("status", "numerator", "denominator", "value"):
            np.testing.assert_array_equal(getattr(told.targets[id_], part), getattr(target_, part), err_msg=f"{id_} {part}")


def test_a_percentage_without_counts_is_told_again_and_others_are_not_kept_beside_their_counts(path: Path) -> None:
    given = facts(PLAN, WHO, {"U": {"n": 1, "d": 3}, "V": {}}, shares={"V": {"n": "62.5"}})
    counted, mixed = audited(), audit(PLAN, submissions(given, JUNE), Scope(date(2025, 7, 1), expect="all"))
    with History(path, to_write=True) as history:
        history.record(edition(1), counted)
        history.record(edition(2), mixed)
        assert history.figures(edition(1), "target", "a", "value") is None
        assert history.at(edition(2), "a", 1) == (Status.GAP, 1, 3, 1 / 3)
        assert history.at(edition(2), "a", 2) == (Status.MET, -1, -1, 0.625)
        told, said = history.earlier(edition(2)).targets["a"], earlier_audit(mixed).targets["a"]
    np.testing.assert_array_equal(told.value, said.value)


def test_what_was_said_of_one_unit(path: Path) -> None:
    recorded(path, edition())
    with History(path) as history:
        assert history.at(edition(), "a", 1) == (Status.MET, 10**12, 10**12, 1.0)
        assert history.at(edition(), "a", 2) == (Status.GAP, 1, 3, 1 / 3)
        assert history.at(edition(), "a", 3) == (Status.NO_DATA, -1, -1, None)
        assert history.at(edition(), "of another plan", 1) is None


def test_figures_are_told_with_their_cells_for_the_units_of_today(path: Path) -> None:
    recorded(path, edition())
    today = roster(unit("V"), unit("N"), unit("U"))
    with History(path) as history:
        before = history.before(edition(), PLAN, today)
        cells = [[before.source_of(unit, place) for place in range(len(PLAN.fields))] for unit in range(3)]
    told, then = before.facts, audited().facts
    assert told.submitted.tolist() == [True, False, True]
    for now, at in ((0, 2), (2, 1)):
        np.testing.assert_array_equal(told.values[now], then.values[at])
        np.testing.assert_array_equal(told.state[now], then.state[at])
        assert cells[now] == [then.source_of(at, place) for place in range(len(PLAN.fields))]
    assert told.state[1].tolist() == [0] * len(PLAN.fields)
    assert cells[1] == [None] * len(PLAN.fields)


def test_a_field_that_the_plan_did_not_have_then_has_no_figures(path: Path) -> None:
    recorded(path, edition())
    more = replace(PLAN, fields=(*PLAN.fields, field("new")))
    with History(path) as history:
        assert history.before(edition(), more, WHO).facts.state[:, -1].tolist() == [0, 0, 0, 0]


def test_scores_and_totals_of_every_branch(path: Path) -> None:
    recorded(path, edition())
    done = audited()
    with History(path) as history:
        assert history.score(edition()) == (done.rollup.scores.score[-1], done.rollup.scores.coverage[-1])
        assert history.score(edition(), "P") == history.score(edition())
        assert history.score(edition(), "U") == (None, None)
        total = history.totals(edition())["a"]
        assert history.totals(edition(), "P") == history.totals(edition())
        assert history.totals(edition(), "U") == {}
    assert (total.numerator, total.denominator, total.expected, total.reported) == (10**12 + 1, 10**12 + 3, 4, 2)


def test_an_edition_is_recorded_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(path, edition())

    def full(_: Audit) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("union_audit.history.recording.sheets", full)
    with pytest.raises(HistoryError, match="disk is full"):
        recorded(path, edition(2))
    monkeypatch.undo()
    with History(path) as history:
        assert history.editions() == (edition(),)
    recorded(path, edition(2))


def test_one_number_of_a_period_is_one_edition(path: Path) -> None:
    recorded(path, edition())
    with pytest.raises(HistoryError, match="UNIQUE"):
        recorded(path, edition())


def test_units_are_told_with_their_days_and_what_they_were_merged_into(path: Path) -> None:
    who = roster(unit("A", valid_to=date(2025, 6, 30), merged_into="N"), unit("N", valid_from=date(2025, 7, 1)))
    with History(path, to_write=True) as history:
        history.record(edition(), audit(PLAN, submissions(facts(PLAN, who, {}), JUNE), Scope(date(2025, 7, 1), expect="all")))
    with History(path) as history:
        assert list(history.roster(edition()).units) == list(who.units)


def test_rosters_that_are_the_same_are_kept_once(path: Path) -> None:
    recorded(path, edition(1), edition(2), edition(3))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM roster").fetchone() == (1,)


def test_where_there_is_no_history_none_is_begun_by_reading(path: Path) -> None:
    with pytest.raises(HistoryError, match="no history yet"):
        History(path)
    assert not path.exists()


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_bytes(b"date;unit\n" * 200)
    with pytest.raises(HistoryError, match="cannot be used"):
        History(path, to_write=True)
    assert path.read_bytes() == b"date;unit\n" * 200


def test_a_database_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="no history of union-audit"):
        History(path, to_write=True)
    assert path.read_bytes() == before


def test_a_damaged_history_is_not_written_to(path: Path) -> None:
    recorded(path, edition())
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 100] = b"\xff" * 92
    path.write_bytes(content)
    with pytest.raises(HistoryError, match="cannot be used"):
        History(path, to_write=True)
    assert path.read_bytes() == content


def test_a_history_of_a_later_version_is_left_alone(path: Path) -> None:
    recorded(path, edition())
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(tables.STEPS) + 1}")
    with pytest.raises(HistoryError, match="later version"):
        History(path, to_write=True)


def test_an_older_history_is_brought_up_to_date_after_a_copy_was_laid_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(path, edition())
    monkeypatch.setattr(database, "STEPS", (*tables.STEPS, "ALTER TABLE edition ADD COLUMN note TEXT;"))
    with pytest.raises(HistoryError, match="earlier version"):
        History(path)
    with History(path, to_write=True) as history:
        assert history.editions() == (edition(),)
    with sqlite3.connect(path) as now, sqlite3.connect(path.with_name(f"{path.name}.v1.bak")) as before:
        assert "note" in now.execute("SELECT sql FROM sqlite_schema WHERE name = 'edition'").fetchone()[0]
        assert "note" not in before.execute("SELECT sql FROM sqlite_schema WHERE name = 'edition'").fetchone()[0]
        assert before.execute("SELECT count(*) FROM edition").fetchone() == (1,)


def test_a_step_that_fails_leaves_the_history_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(path, edition())
    monkeypatch.setattr(database, "STEPS", (*tables.STEPS, "ALTER TABLE edition ADD COLUMN note TEXT; INSERT INTO nowhere VALUES (1);"))
    with pytest.raises(HistoryError, match="nowhere"):
        History(path, to_write=True)
    monkeypatch.undo()
    with History(path) as history:
        assert history.editions() == (edition(),)


def test_it_is_written_ahead(path: Path) -> None:
    recorded(path, edition())
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
