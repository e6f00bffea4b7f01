"""What a finding code or a target means, in words."""

import re
from typing import TYPE_CHECKING

from union_audit.cli.layout import definitions, paragraph
from union_audit.cli.screen import BOLD, Screen
from union_audit.findings import SEVERITY_WORDS, Code
from union_audit.findings.examples import EXAMPLES
from union_audit.language import Language

if TYPE_CHECKING:  # a code is explained without any plan
    from union_audit.plan.model import Plan, Ratio, Target


def code_text(code: Code, screen: Screen) -> str:
    """Return what a finding code means."""
    language = screen.language
    return "\n".join(
        [
            screen.styled(f"{code.id} · {language(SEVERITY_WORDS[code.severity])}", BOLD),
            paragraph(_left_open(language(code.message))),
            "",
            paragraph(language(code.meaning)),
            "",
            paragraph(language("What to do: {action}", action=_left_open(language(code.action)))),
            "",
            paragraph(language("For example: {example}", example=example_of(code, language))),
        ]
    )


def example_of(code: Code, language: Language) -> str:
    """Return the code's example as a report says it: its place and its message."""
    example = EXAMPLES[code.id]
    message = language(code.message, **example.args)
    return f"{example.place}: {message}" if example.place else message


def _left_open(text: str) -> str:
    """Return a text with its arguments, which differ from finding to finding, left open."""
    return re.sub(r"\{[^}]*\}", "…", text)


def target_text(target: "Target", plan: "Plan", screen: Screen) -> str:
    """Return everything the plan says of a target."""
    language = screen.language
    rows = [
        (language("Goal"), str(target.goal)),
        *((language("Figure"), _ratio(ratio, plan, language)) for ratio in target.parts),
        (language("Milestones"), "; ".join(f"{language.date(each.day)}: {each.goal}" for each in target.milestones)),
        (language("Due"), language.date(target.deadline) if target.deadline else ""),
        (language("Levels"), "; ".join(language.pick(plan.level(level).label) for level in target.levels)),
        (language("Weight"), str(target.weight)),
        (language("Who acts"), language.pick(target.owner)),
        (language("What to do"), language.pick(target.action)),
        (language("Source"), language.pick(target.source)),
        (language("Plan"), str(plan.path)),
    ]
    return "\n".join([screen.styled(f"{target.number} · {target.id}", BOLD), paragraph(language.pick(target.label)), "", definitions(rows)])


def _ratio(ratio: "Ratio", plan: "Plan", language: Language) -> str:
    """Return a ratio in the words of the form."""
    numerator, *rest = (f"“{language.pick(plan.field(field).label)}”" for field in ratio.fields)
    if not rest:
        return numerator
    denominator, *less = rest
    if not less:
        return language("{numerator} of {denominator}", numerator=numerator, denominator=denominator)
    return language("{numerator} of {denominator} less {less}", numerator=numerator, denominator=denominator, less=", ".join(less))
