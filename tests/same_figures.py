"""One audit in every format: what a person reads there, read back as the figures that the JSON result holds."""

import io
import json
import re
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from sample_audit import EARLIER, options, small_audit
from union_audit import resources
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.intake import take_in
from union_audit.plan import load_plan
from union_audit.plan.roster_file import load_roster
from union_audit.reports import write

EXAMPLES = Path(__file__).parents[1] / "examples"
Record: TypeAlias = dict[str, Any]

AUDITS = ("sample", "examples")
"""A small audit with one of everything, compared with a month before; and the examples, read from their files."""


@cache
def audited(name: str) -> Audit:
    """Return one of the audits."""
    if name == "sample":
        return small_audit(scope={"compare": EARLIER})
    plan = load_plan(resources.shipped("targets.yaml"))
    submissions = take_in([EXAMPLES / "2023-06"], plan, load_roster(EXAMPLES / "units.csv", plan))
    return audit(plan, submissions, Scope(as_of=date(2023, 7, 5), expect="all"))


@cache
def result(name: str, language: str) -> Record:
    """Return its JSON result."""
    stream = io.StringIO()
    write("json", audited(name), stream, options(language, evidence="all"))
    parsed: Record = json.loads(stream.getvalue())
    return parsed


def counted(text: str, language: str) -> int:
    """Read a whole number as a language writes it: "1.234" in Vietnamese."""
    sign = {"vi": ".", "en": ","}[language]
    assert re.fullmatch(rf"\d{{1,3}}(\{sign}\d{{3}})*", text), text
    return int(text.replace(sign, ""))


def says(text: str, share: float, language: str) -> bool:
    """Whether a percentage, as a language writes it, is that share: rounded to the decimals it has, and nothing that it is not."""
    sign = {"vi": ",", "en": "."}[language]
    found = re.fullmatch(rf"([<>]?)(\d+)(?:\{sign}(\d+))?%", text)
    assert found, text
    beyond, whole, decimals = found[1], found[2], found[3] or ""
    shown, exact = Fraction(int(whole + decimals), 10 ** len(decimals)) / 100, Fraction(share).limit_denominator(10**9)
    if beyond:
        return exact < shown if beyond == "<" else exact > shown
    return abs(exact - shown) <= Fraction(1, 2 * 100 * 10 ** len(decimals))
