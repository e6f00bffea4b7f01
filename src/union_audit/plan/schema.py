"""What targets.yaml may hold, as a JSON Schema (2020-12); the loader reads by this very value, so the two cannot disagree.

Formats are read by `conforming.py`: "words" (every language of the plan must be there), "date", "goal", "color",
"path" and "picture" (files, relative to this one).
"""

import copy
from typing import Any

from union_audit.plan.calendar import WEEKDAYS
from union_audit.plan.model import Covers, Cumulative, Kind, OnZero, OverPeriods, Submits

ID = "^[a-z][a-z0-9_]*$"
LANGUAGE = "^[a-z]{2,3}$"
COLOR = "^#[0-9A-Fa-f]{6}$"
DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _block(description: str, required: list[str], **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _each(description: str, of: str) -> dict[str, Any]:
    """Return a block of at least one id, each with what `of` says."""
    return {
        "description": description,
        "type": "object",
        "propertyNames": {"pattern": ID},
        "additionalProperties": {"$ref": f"#/$defs/{of}"},
        "minProperties": 1,
    }


def _text(description: str, **more: object) -> dict[str, Any]:
    return {"description": description, "type": "string", "minLength": 1, **more}


def _words(description: str) -> dict[str, Any]:
    return {"description": description, "$ref": "#/$defs/words"}


def _lines(description: str) -> dict[str, Any]:
    return {"description": description, "$ref": "#/$defs/lines"}


def _texts(description: str, **more: object) -> dict[str, Any]:
    return {"description": description, "type": "array", "items": {"type": "string", "minLength": 1, **more}, "minItems": 1}


def _one_or_more(description: str) -> dict[str, Any]:
    return {"description": description, "anyOf": [_text(description), _texts(description)]}


_ALIASES = {
    "description": "How people also write it, by language: case, accents, spaces and punctuation do not matter.",
    "type": "object",
    "propertyNames": {"pattern": LANGUAGE},
    "additionalProperties": _texts("The other ways to write it."),
}
_DATE = {"type": "string", "format": "date", "pattern": DATE}
_GOAL = {
    "description": 'What must be reached: "> 60%", ">= 100%", "<= 5%", ">= 1", yes, or tracked (measured, never judged).',
    "anyOf": [{"type": "string", "format": "goal", "minLength": 1}, {"type": "boolean", "format": "goal", "const": True}],
}
_NUMERATOR = _text("The field that is counted.")
_DENOMINATOR = _text("The field that it is counted of.")
_LESS = _one_or_more("Fields to take off the denominator first.")

_LEVEL = _block(
    "A tier of the organisation.",
    ["label", "submits"],
    label=_words("Its name."),
    submits=_text("When its units hand in their figures; via_parent: the unit above gathers them.", enum=[*Submits]),
    aliases=_ALIASES,
    names_begin=_texts("How the names of its units begin: tells the level of a unit that no roster names."),
)

_FIELD = _block(
    "One figure of the reporting form.",
    ["label", "over_periods", "covers"],
    label=_words("The heading that the form prints."),
    kind=_text("count (a whole number; the default) or yes_no.", enum=[*Kind]),
    unit={"description": "What is counted, as it is written after a number: computers.", "$ref": "#/$defs/counted"},
    over_periods=_text("sum: what happened in the month; last: what stands at its end, or is counted since January.", enum=[*OverPeriods]),
    cumulative=_text("Counted up: year: since January, so that it never falls within a year; always: never falls.", enum=[*Cumulative]),
    covers=_text("own: the unit's own office; area: the unit with all units below it.", enum=[*Covers]),
    blank_is=_text("zero: a blank cell of this field means none.", enum=["zero"]),
    aliases=_ALIASES,
)

_TARGET = _block(
    "What the plan asks for.",
    ["label", "source", "levels", "goal"],
    number={"description": "Its number in the plan; by default its place in this file.", "type": "integer", "minimum": 1},
    label=_words("Its short name, as reports show it."),
    source=_words("The sentence of the plan that it implements."),
    levels={
        "description": "The levels that it applies to, or all.",
        "anyOf": [_texts("Level ids."), {"type": "string", "minLength": 1}],
    },
    goal=_GOAL,
    numerator=_NUMERATOR,
    denominator=_DENOMINATOR,
    less=_LESS,
    all={
        "description": "Several ratios, each of which must reach the goal.",
        "type": "array",
        "items": {"$ref": "#/$defs/ratio"},
        "minItems": 2,
    },
    on_zero_denominator=_text("What a unit with nothing to count is: not_applicable (the default) or met.", enum=[*OnZero]),
    weight={
        "description": "How much it counts in a unit's score; 1 by default.",
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 1000,
    },
    owner=_words("The department that acts on it (an office, never a person)."),
    deadline={"description": "The day by which the goal is due; the plan's by default.", **_DATE},
    milestones={
        "description": "Interim goals, each in force from its date until the next.",
        "type": "object",
        "propertyNames": {"format": "date", "pattern": DATE},
        "additionalProperties": _GOAL,
        "minProperties": 1,
    },
    action=_words("What to do to close a gap: a short instruction."),
)

_REPORT = _block(
    "What makes a report a document of the organisation; what is left out is not shown.",
    [],
    issued_by=_lines("Who issues it, at the top left: the superior body, then one's own."),
    number=_words("The document's number, under it, with room for what is written by hand: “Số: …/BC-LĐLĐ”."),
    motto=_lines("The national name and motto, at the top right."),
    place=_words("Where it is issued; the day that the report is made follows it."),
    heading=_lines("What the document is, above the plan's title: “BÁO CÁO”."),
    signatory=_lines("Who signs, at the end on the right: on whose behalf, and the office (never a person's name)."),
    recipients=_lines("Who receives it, at the end on the left, each in a line."),
    logo=_text("A PNG or JPEG picture of at most 100 KB, relative to this file.", format="picture"),
    colors=_block(
        "Colours of one's own.",
        [],
        accent=_text("Headings and links, as “#0a4a8f”; dark enough to be read on white.", format="color", pattern=COLOR),
    ),
)

_CALENDAR = _block(
    "When periods close, and by when their figures are due; calendar months by default.",
    [],
    closing_day={
        "description": "The day of its last month on which a period closes; by default the month's last. 14: June is 15 May to 14 June.",
        "type": "integer",
        "minimum": 1,
        "maximum": 28,
    },
    due_working_days={
        "description": "So many working days after that, figures are due; without it nothing is late.",
        "type": "integer",
        "minimum": 0,
        "maximum": 60,
    },
    weekend=_texts("The days of the week on which nobody works; saturday and sunday by default.", enum=[*WEEKDAYS]),
    holidays={"description": "Other days on which nobody works.", "type": "array", "items": _DATE, "minItems": 0},
)

_CONSISTENCY = _block(
    "What is unusual from one month to the next.",
    [],
    denominator_jump={
        "description": "By how many per cent a denominator may rise or fall from one month to the next before it is reported.",
        "type": "integer",
        "minimum": 1,
        "maximum": 10000,
    },
)

_OPTION = {
    "anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
}
_OPTIONS = (
    "period",
    "as_of",
    "format",
    "output",
    "unit",
    "level",
    "only",
    "skip",
    "expect",
    "waivers",
    "compare",
    "top",
    "fail_on",
    "evidence",
    "feedback",
    "templates",
    "level_of",
    "history",
    "wait",
)
_DEFAULTS = _block(
    "Values for the command's options, used where neither the command line nor the environment gives one; files relative to this one.",
    [],
    **{option: {"description": f"As --{option.replace('_', '-')}.", **_OPTION} for option in _OPTIONS},
)

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "union-audit targets",
    **_block(
        "A plan: who reports, what is reported, and what must be reached.",
        ["code", "title", "organisation", "levels", "fields", "targets"],
        code=_text("The plan's number."),
        title=_words("The plan's title."),
        organisation=_words("Whose plan it is."),
        language=_text("The language of reports unless another is asked for; by default the first of languages.", pattern=LANGUAGE),
        languages=_texts("The languages that every label must be written in; vi and en by default.", pattern=LANGUAGE),
        deadline={"description": "The day by which every goal is due, unless its target says another.", **_DATE},
        units=_text("The roster of the units: a CSV or Excel file, relative to this file.", format="path"),
        defaults=_DEFAULTS,
        calendar=_CALENDAR,
        consistency=_CONSISTENCY,
        report=_REPORT,
        levels=_each("The tiers of the organisation, the highest first.", "level"),
        fields=_each("The figures that units report.", "field"),
        targets=_each("What the plan asks for.", "target"),
    ),
    "$defs": {
        "level": _LEVEL,
        "field": _FIELD,
        "target": _TARGET,
        "ratio": _block("One of several ratios.", ["numerator", "denominator"], numerator=_NUMERATOR, denominator=_DENOMINATOR, less=_LESS),
        "words": {
            "description": "The same words by language.",
            "type": "object",
            "format": "words",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": {"type": "string", "minLength": 1},
            "minProperties": 1,
        },
        "counted": {
            "description": "What is counted, by language: a text, or two where one of it is written otherwise than many.",
            "type": "object",
            "format": "words",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": {
                "anyOf": [
                    _text("As it is written after any number."),
                    _block("By the number.", ["one", "other"], one=_text("After one: computer."), other=_text("After others: computers.")),
                ]
            },
            "minProperties": 1,
        },
        "lines": {
            "description": "The same lines of text by language.",
            "type": "object",
            "format": "words",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": _one_or_more("One line, or several."),
            "minProperties": 1,
        },
    },
}


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema of targets.yaml, for editors and for `targets schema`."""
    return copy.deepcopy(SCHEMA)
