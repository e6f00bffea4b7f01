"""The options of `check` are understood, or refused with the nearest right word, before any submission is opened."""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders import plan, target
from union_audit.audit.earlier import Earlier
from union_audit.cli import clock
from union_audit.cli.request import EVERY_UNIT, Request, read_request, units_shown
from union_audit.cli.settings import Settings
from union_audit.errors import UnionAuditError, UsageError
from union_audit.plan.period import Period

PLAN = plan(target("meetings", "> 60%", ("online", "total")), target("staff", ">= 100%", ("trained", "all")))
UNITS = "code,name,level\nA,Đơn vị A,district\nB,Đơn vị B,district\n"

Ask = Callable[..., Request]


@pytest.fixture
def ask() -> Ask:
    def request(*named: str, **options: object) -> Request:
        return read_request(tuple(map(Path, named)), Settings(options, {}), PLAN)

    return request


def test_nothing_asked_for_is_today_the_units_found_and_all_targets(ask: Ask) -> None:
    request = ask("data.xlsx")
    assert request.scope.as_of == clock.today()
    assert (request.scope.expect, request.scope.period, request.scope.compare) == ("found", None, None)
    assert (request.roster, request.fail_on, request.unit_of, request.level_of) == (None, "gap", {}, {})
    assert request.files == (PLAN.path,)


def test_a_folder_expects_all_units_unless_told_otherwise(ask: Ask) -> None:
    Path("inbox").mkdir()
    assert ask("inbox").scope.expect == "all"
    assert ask("inbox", expect="found").scope.expect == "found"
    assert ask("data.xlsx", expect="all").scope.expect == "all"


def test_a_zip_expects_all_units_as_the_folder_that_it_is_read_as(ask: Ask) -> None:
    for name, holds in (("inbox.zip", "a.xlsx"), ("workbook.zip", "[Content_Types].xml")):
        with zipfile.ZipFile(name, "w") as packed:
            packed.writestr(holds, b"")
    assert ask("inbox.zip").scope.expect == "all"
    assert ask("workbook.zip").scope.expect == "found"


def test_period_date_and_verdict(ask: Ask) -> None:
    request = ask("data.xlsx", period="2025-Q2", as_of="2025-07-05", fail_on="data")
    assert request.scope.period == Period(2025, 4, 3)
    assert request.scope.as_of == date(2025, 7, 5)
    assert request.fail_on == "data"


def test_targets_and_levels(ask: Ask) -> None:
    scope = ask("data.xlsx", only=["meetings"], skip=["staff"], level=["district"]).scope
    assert (scope.only, scope.skip, scope.levels) == (("meetings",), ("staff",), ("district",))


def test_units_of_files_and_levels_of_units(ask: Ask) -> None:
    request = ask("a=b.xlsx", unit_of=["a=b.xlsx=A", "c.xlsx=B"], level_of=["A=province", "district"])
    assert request.unit_of == {"a=b.xlsx": "A", "c.xlsx": "B"}
    assert request.level_of == {"A": "province", EVERY_UNIT: "district"}


def test_the_roster_and_the_waivers_are_loaded_and_never_overwritten(ask: Ask) -> None:
    Path("units.csv").write_text(UNITS, encoding="utf-8")
    Path("waivers.csv").write_text(
        "unit,target,reason,approver,number,last_day\nA,meetings,Đang sửa chữa,Ban Thường vụ,12/QĐ,2025-12-31\n", encoding="utf-8"
    )
    request = ask("data.xlsx", waivers="waivers.csv", unit_of=["a.xlsx=A"])
    assert request.roster is not None
    assert [waiver.unit for waiver in request.scope.waivers] == ["A"]
    assert request.files == (PLAN.path, Path("units.csv"), Path("waivers.csv"))
    assert units_shown(Settings({"unit": ["B"]}, {}), request.roster) == ("B",)
    with pytest.raises(UsageError, match="there is no unit “C”"):
        ask("data.xlsx", unit_of=["a.xlsx=C"])
    with pytest.raises(UsageError, match="--unit: there is no unit “C”"):
        units_shown(Settings({"unit": ["C"]}, {}), request.roster)


def test_an_earlier_period_or_result_to_compare_with(ask: Ask) -> None:
    assert ask("data.xlsx", compare="2025-05").scope.compare == Period(2025, 5, 1)
    result = {"schema": "union-audit/result/1", "period": {"label": "2025-05"}, "targets": [], "assessments": []}
    Path("may.json").write_text(json.dumps(result), encoding="utf-8")
    request = ask("data.xlsx", compare="may.json")
    assert request.scope.compare == Earlier("2025-05", (), {})
    assert Path("may.json") in request.files


@pytest.mark.parametrize("content", [b"not json", b"[]", b"\xff\xfe", b'{"schema": "other/1"}'])
def test_what_is_no_result_of_ours_is_not_compared_with(ask: Ask, content: bytes) -> None:
    Path("may.json").write_bytes(content)
    with pytest.raises(UsageError, match="no JSON result of this program"):
        ask("data.xlsx", compare="may.json")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"period": "2025-13"}, "--period: “2025-13” is no period."),
        ({"as_of": "5/7/2025"}, "--as-of: “5/7/2025” is no date."),
        ({"only": ["meeting"]}, "--only: this plan has no target “meeting”."),
        ({"skip": ["meeting"]}, "--skip: this plan has no target “meeting”."),
        ({"level": ["distrct"]}, "--level: this plan has no level “distrct”."),
        ({"level_of": ["A=x"]}, "--level-of: this plan has no level “x”."),
        ({"unit_of": ["a.xlsx"]}, "--unit-of: “a.xlsx” is not FILE=CODE."),
        ({"unit_of": ["a.xlsx="]}, "--unit-of: “a.xlsx=” is not FILE=CODE."),
        ({"expect": "some"}, "--expect cannot be “some”."),
        ({"fail_on": "all"}, "--fail-on cannot be “all”."),
        ({"compare": "missing.json"}, "--compare: “missing.json” is neither a period nor a file that can be read."),
        ({"units": "missing.csv"}, "There is no such file."),
        ({"waivers": "missing.csv"}, "There is no such file."),
    ],
)
def test_what_is_refused(ask: Ask, options: dict[str, object], message: str) -> None:
    with pytest.raises(UnionAuditError) as caught:
        ask("data.xlsx", **options)
    assert str(caught.value) == message
