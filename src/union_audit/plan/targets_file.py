"""targets.yaml → Plan."""

import hashlib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from union_audit.plan import document
from union_audit.plan.calendar import WEEKDAYS, Calendar
from union_audit.plan.conforming import conform
from union_audit.plan.model import (
    Covers,
    Cumulative,
    Field,
    Kind,
    Level,
    Lines,
    Milestone,
    OnZero,
    OverPeriods,
    Plan,
    Ratio,
    ReportSettings,
    Submits,
    Target,
)
from union_audit.plan.problems import Problems, decode
from union_audit.plan.rules import RULES, as_list, parts_of
from union_audit.plan.schema import SCHEMA

_LANGUAGES = ["vi", "en"]


def read_plan(content: bytes, problems: Problems) -> Plan:
    """Read what a targets.yaml holds; ConfigurationError with every problem in it, in the file's order."""
    draft = document.parse(decode(content, problems), problems)
    written = conform(draft, SCHEMA, _languages(draft.value))
    written.setdefault("languages", _LANGUAGES)
    for rule in RULES:
        rule(written, draft)
    problems.raise_if_any()
    return _plan(written, problems.file, hashlib.sha256(content).hexdigest())


def _languages(value: object) -> tuple[str, ...]:
    """Return the languages that labels must be written in, before anything is known to be well written."""
    declared = value.get("languages") if isinstance(value, Mapping) else None
    return tuple(code for code in declared if isinstance(code, str)) if isinstance(declared, list) else tuple(_LANGUAGES)


def _plan(written: Mapping[str, Any], path: Path, sha256: str) -> Plan:
    deadline = written.get("deadline")
    return Plan(
        code=written["code"],
        title=written["title"],
        organisation=written["organisation"],
        language=written.get("language", written["languages"][0]),
        deadline=deadline,
        levels=tuple(_level(id_, level) for id_, level in written["levels"].items()),
        fields=tuple(_field(id_, field) for id_, field in written["fields"].items()),
        targets=tuple(
            _target(id_, place, {"deadline": deadline, **target}, tuple(written["levels"]))
            for place, (id_, target) in enumerate(written["targets"].items(), start=1)
        ),
        path=path,
        sha256=sha256,
        units_file=written.get("units"),
        defaults=written.get("defaults", {}),
        denominator_jump=written.get("consistency", {}).get("denominator_jump"),
        calendar=_calendar(written.get("calendar", {})),
        report=_report(written.get("report", {})),
    )


def _calendar(written: Mapping[str, Any]) -> Calendar:
    usual = Calendar()
    return Calendar(
        closing_day=written.get("closing_day"),
        due_working_days=written.get("due_working_days"),
        weekend=frozenset(map(WEEKDAYS.index, written["weekend"])) if "weekend" in written else usual.weekend,
        holidays=frozenset(written.get("holidays", ())),
    )


def _report(written: Mapping[str, Any]) -> ReportSettings:
    return ReportSettings(
        issued_by=_lines(written, "issued_by"),
        number=written.get("number", {}),
        motto=_lines(written, "motto"),
        place=written.get("place", {}),
        heading=_lines(written, "heading"),
        signatory=_lines(written, "signatory"),
        recipients=_lines(written, "recipients"),
        logo=written.get("logo"),
        accent=written.get("colors", {}).get("accent", ""),
    )


def _level(id_: str, written: Mapping[str, Any]) -> Level:
    return Level(
        id=id_,
        label=written["label"],
        submits=Submits(written["submits"]),
        aliases=_aliases(written),
        names_begin=tuple(written.get("names_begin", ())),
    )


def _field(id_: str, written: Mapping[str, Any]) -> Field:
    counted = written.get("unit", {})
    by_number = {language: words for language, words in counted.items() if isinstance(words, Mapping)}
    return Field(
        id=id_,
        label=written["label"],
        kind=Kind(written.get("kind", Kind.COUNT)),
        over_periods=OverPeriods(written["over_periods"]),
        covers=Covers(written["covers"]),
        unit=counted | {language: words["other"] for language, words in by_number.items()},
        unit_one={language: words["one"] for language, words in by_number.items()},
        blank_is_zero="blank_is" in written,
        cumulative=Cumulative(written["cumulative"]) if "cumulative" in written else None,
        aliases=_aliases(written),
    )


def _target(id_: str, place: int, written: Mapping[str, Any], all_levels: tuple[str, ...]) -> Target:
    return Target(
        id=id_,
        number=written.get("number", place),
        label=written["label"],
        source=written["source"],
        levels=all_levels if written["levels"] == "all" else tuple(as_list(written["levels"])),
        goal=written["goal"],
        parts=tuple(_ratio(part.written) for part in parts_of(written, ())),
        weight=Fraction(written.get("weight", 1)),
        owner=written.get("owner", {}),
        deadline=written["deadline"],
        milestones=tuple(Milestone(day, goal) for day, goal in sorted(written.get("milestones", {}).items())),
        on_zero=OnZero(written.get("on_zero_denominator", OnZero.NOT_APPLICABLE)),
        action=written.get("action", {}),
    )


def _ratio(written: Mapping[str, Any]) -> Ratio:
    return Ratio(written["numerator"], written.get("denominator"), tuple(as_list(written.get("less", []))))


def _aliases(written: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(alias for aliases in written.get("aliases", {}).values() for alias in aliases)


def _lines(written: Mapping[str, Any], key: str) -> Lines:
    return {language: tuple(as_list(lines)) for language, lines in written.get(key, {}).items()}
