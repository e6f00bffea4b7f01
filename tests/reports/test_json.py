"""The JSON result: what its schema says, every figure with its cell, in a stable order."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from hostile import texts
from sample_audit import EARLIER, FIGURES, named, options, small_audit, small_plan
from union_audit import resources
from union_audit.audit.result import Audit, Reason, Status
from union_audit.findings import CODES, Finding, Severity
from union_audit.intake.facts import InputStatus, Layout
from union_audit.language import LOCALES
from union_audit.reports import View, evidence, records
from union_audit.reports.figures import DueState
from union_audit.reports.json_result import SCHEMA, write

RULES = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(RULES, format_checker=jsonschema.FormatChecker())


def text_of(audit: Audit, code: str = "en", **more: Any) -> str:
    stream = io.StringIO()
    write(View(audit, options(code, **more)), stream)
    return stream.getvalue()


def result(audit: Audit | None = None, **more: Any) -> dict[str, Any]:
    """Return the parsed result, which holds to its schema."""
    parsed: dict[str, Any] = json.loads(text_of(audit or small_audit(), **more))
    VALIDATOR.validate(parsed)
    return parsed


def one(of: dict[str, Any], unit: str, target: str) -> dict[str, Any]:
    return next(each for each in of["assessments"] if (each["unit"], each["target"]) == (unit, target))


def test_the_schema_is_sound_and_lets_nothing_else_through() -> None:
    jsonschema.Draft202012Validator.check_schema(RULES)
    parsed = result()
    for section in ("inputs", "targets", "units", "assessments", "rollups", "findings"):
        parsed[section][0]["surprise"] = 1
        assert not VALIDATOR.is_valid(parsed)
        del parsed[section][0]["surprise"]
    assert VALIDATOR.is_valid(parsed)
    assert not VALIDATOR.is_valid({**parsed, "surprise": 1})


def test_the_schema_knows_every_word_that_the_program_uses() -> None:
    rules = RULES["$defs"]
    assert rules["status"]["enum"] == [status.name.lower() for status in Status]
    assert set(rules["reason"]["enum"]) == {reason.name.lower() for reason in Reason if reason} | {None}
    assert rules["finding"]["properties"]["severity"]["enum"] == list(Severity)
    assert rules["input"]["properties"]["status"]["enum"] == list(InputStatus)
    assert rules["input"]["properties"]["tables"]["items"]["properties"]["layout"]["enum"] == [
        each for each in Layout if each is not Layout.LONG
    ]
    assert {records.LAYOUT[each] for each in Layout} == {Layout.WIDE, Layout.FORM, Layout.TRANSPOSED}
    assert rules["assessment"]["properties"]["due_state"]["enum"] == [*DueState, None]
    assert set(RULES["properties"]["language"]["enum"]) == set(LOCALES)


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_head_of_a_result(code: str) -> None:
    parsed = result(code=code)
    assert parsed["schema"] == "union-audit/result/1"
    assert parsed["language"] == code
    assert parsed["generated_at"] == "2025-07-05T08:30:00+00:00"
    assert parsed["period"] == {"label": "2025-06", "start": "2025-06-01", "end": "2025-06-30"}
    assert parsed["plan"]["targets_file"] == "targets.yaml"
    summary = parsed["summary"]
    assert (summary["units_expected"], summary["units_reported"], summary["waived"]) == (5, 4, 1)
    statuses = [each["status"] for each in parsed["assessments"]]
    assert all(summary[status.name.lower()] == statuses.count(status.name.lower()) for status in Status)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (Path("plans/targets.yaml"), "plans/targets.yaml"),
        (Path("/home/somebody/targets.yaml"), "targets.yaml"),
        (resources.shipped("targets.yaml"), "shipped:targets.yaml"),
    ],
)
def test_the_plan_is_named_without_a_path_of_this_computer(path: Path, shown: str) -> None:
    assert result(small_audit(of=small_plan(path=path)))["plan"]["targets_file"] == shown


def test_a_gap_with_all_that_is_known_of_it() -> None:
    gap = one(result(), "02", "meetings")
    assert {name: gap[name] for name in ("status", "numerator", "denominator", "value", "required", "required_count", "gap")} == {
        "status": "gap",
        "numerator": 58,
        "denominator": 100,
        "value": 0.58,
        "required": 0.6,
        "required_count": 61,
        "gap": 0.03,
    }
    assert (gap["to_go"], gap["to_go_new"], gap["attainment"]) == (3, 6, 58 / 61)
    assert gap["evidence"] == [
        {"field": "online", "file": "thang-6.xlsx", "sheet": "Sheet1", "cell": "F3", "text": "58"},
        {"field": "held", "file": "thang-6.xlsx", "sheet": "Sheet1", "cell": "E3", "text": "100"},
    ]


def test_parts_stand_under_a_target_of_several_ratios() -> None:
    parsed = result()
    security = one(parsed, "02", "security")
    assert [part["status"] for part in security["parts"]] == ["gap", "met"]
    assert security["parts"][0]["fields"] == {"numerator": "antivirus", "denominator": "networked", "less": []}
    assert one(parsed, "02", "meetings")["parts"] == []
    assert [len(target["parts"]) for target in parsed["targets"] if target["id"] == "security"] == [2]


def test_due_dates_owners_and_waivers() -> None:
    parsed = result()
    late, waived = one(parsed, "02", "security"), one(parsed, "04", "equipment")
    assert (late["due"], late["due_state"]) == ("2025-06-30", "overdue")
    assert (waived["waived"], waived["rank"], waived["due_state"], waived["owner"]) == (True, None, "not_yet_due", "Office")


def test_yes_and_no_are_counts_of_one() -> None:
    parsed = result()
    assert (one(parsed, "02", "studied")["value"], one(parsed, "02", "studied")["gap"]) == (0, None)
    assert one(parsed, "03", "studied")["value"] == 1
    assert one(parsed, "03", "studied")["evidence"][0]["text"] == "có"


def test_units_worst_first_targets_worst_first_assessments_in_order() -> None:
    parsed = result()
    assert [unit["rank"] for unit in parsed["units"]] == [1, 2, 3, 4, 5]
    assert [target["rank"] for target in parsed["targets"]] == [1, 2, 3, 4, 4, 4, 7]
    ids = list(dict.fromkeys(each["target"] for each in parsed["assessments"]))
    assert [(each["unit"], each["target"]) for each in parsed["assessments"]] == [(f"0{n}", id_) for n in range(1, 6) for id_ in ids]


def test_branches_are_rolled_up() -> None:
    rollups = result()["rollups"]
    assert {each["unit"] for each in rollups} == {"01"}
    assert next(each for each in rollups if each["target"] == "meetings")["numerator"] == 61 + 58 + 6 + 4


def test_only_what_is_asked_for_is_shown() -> None:
    parsed = result(small_audit(scope={"units": ("02",)}))
    assert {each["unit"] for each in parsed["assessments"]} == {"02"}
    assert [unit["code"] for unit in parsed["units"]] == ["02"]
    assert parsed["rollups"] == []
    assert {each["unit"] for each in parsed["findings"]} <= {"02", None}
    assert parsed["summary"]["score"] == result()["summary"]["score"]


def test_what_was_before_stands_beside_what_is() -> None:
    parsed = result(small_audit(scope={"compare": EARLIER}))
    assert parsed["compared_with"] == "2025-05"
    assert one(parsed, "02", "meetings")["previous"] == {"status": "gap", "value": 0.5, "period": "2025-05"}
    assert one(parsed, "02", "courses")["previous"] == {"status": "met", "value": 3, "period": "2025-05"}
    assert one(parsed, "03", "meetings")["previous"] is None
    before = {target["id"]: target["previous"] for target in parsed["targets"]}
    assert before["meetings"] == {"status": "no_data", "value": 0.6, "period": "2025-05"}
    assert before["equipment"] is None


def test_a_result_can_be_compared_with_itself() -> None:
    parsed = result(small_audit(scope={"compare": result()}))
    assert all(each["previous"] for each in (*parsed["targets"], *parsed["assessments"]))
    for each in (*parsed["targets"], *parsed["assessments"]):
        assert (each["previous"]["status"], each["previous"]["value"]) == (each["status"], each["value"])


def test_above_the_limit_only_gaps_and_findings_have_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "FOR_ALL", 10)
    parsed = result()
    assert parsed["evidence"] == "gaps"
    assert one(parsed, "02", "meetings")["evidence"]
    assert one(parsed, "03", "outreach")["evidence"]  # no gap, but a finding on one of its figures
    assert not one(parsed, "01", "meetings")["evidence"]
    everything = result(evidence="all")
    assert everything["evidence"] == "all"
    assert one(everything, "01", "meetings")["evidence"]


def test_a_finding_is_a_whole_sentence_with_its_place() -> None:
    finding = next(each for each in result()["findings"] if each["code"] == "UA014")
    assert finding["message"].startswith("thang-6.xlsx › Sheet1 › L4 (Liên đoàn Lao động thành phố Bắc Giang): Cells in the row: 7")
    assert finding["message"].endswith(CODES["UA014"].action)
    assert (finding["file"], finding["sheet"], finding["cell"]) == ("thang-6.xlsx", "Sheet1", "L4")
    assert finding["args"] == {"found": 7, "expected": 9}


def test_arguments_of_a_message_are_plain_json() -> None:
    args = {"fields": ({"vi": "Số máy", "en": "Computers"}, "Số họp"), "day": date(2025, 6, 30), "count": 2, "nothing": None}
    finding = Finding("UA001", dict(args))
    parsed = result(replace(small_audit(), findings=(finding,)), code="vi")
    assert parsed["findings"][0]["args"] == {"fields": ["Số máy", "Số họp"], "day": "2025-06-30", "count": 2, "nothing": None}


def test_nothing_at_all_is_still_a_result() -> None:
    parsed = result(small_audit({}, scope={"expect": "found", "waivers": ()}))
    assert parsed["units"] == parsed["assessments"] == []
    assert parsed["summary"]["score"] is None


def test_the_same_audit_is_the_same_text() -> None:
    assert text_of(small_audit()) == text_of(small_audit(dict(reversed(FIGURES.items()))))


def test_a_stream_without_unicode_gets_the_same_object() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    write(View(small_audit(), options("vi")), stream)
    stream.seek(0)
    plain = stream.read()
    assert plain.isascii()
    assert json.loads(plain) == json.loads(text_of(small_audit(), "vi"))


@given(texts)
@settings(max_examples=25)
def test_submitted_text_is_kept_exactly_and_hides_nothing(text: str) -> None:
    stream = io.StringIO()
    write(named(text, sheet=text, text=text), stream)
    written = stream.getvalue()
    written.encode("utf-8")
    assert not set("\u202e\u200b\ufeff\x1b\x00\x7f") & set(written)
    parsed = json.loads(written)
    assert {unit["name"] for unit in parsed["units"]} == {text}
    assert next(each for each in parsed["findings"] if each["code"] == "UA010")["args"] == {"text": text}
    assert parsed["assessments"][0]["evidence"][1]["text"] == text
