"""A finding as people read it: the place, the unit, what was found and how it was taken, and what to do."""

from collections.abc import Iterator, Mapping

from union_audit.findings import CODES, Finding, Severity, Source
from union_audit.frozen import dataclass
from union_audit.plan.model import Plan
from union_audit.reports.words import Words
from union_audit.visible import brief, visible
from union_audit.words import N_, Message

IN_COLUMN = N_("There are {alike} such cells in column {in_column}, from {first} to {last}, for example {such_as}.")
IN_FILE = N_("There are {alike} such places in this file, from {first} to {last}, for example {such_as}.")
IN_ALL = N_("There are {alike} such findings on this file.")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in words; `place` is file › sheet › cell, "" where it has none. `unit` and `target` are names, or ""."""

    finding: Finding
    severity: Severity
    severity_word: str
    code: str
    place: str
    unit: str
    target: str
    field: str
    message: str
    action: str

    @property
    def sentence(self) -> str:
        """The whole of it, for where there is one line: "a.xlsx › Sheet1 › F12 (Unit A): what was found. What to do."."""
        about = f"{self.place} ({self.unit})" if self.place and self.unit else self.place or self.unit
        return " ".join(part for part in (f"{about}:" if about else "", self.message, self.action) if part)


def say_finding(finding: Finding, plan: Plan, units: Mapping[str, str], words: Words) -> FindingRow:
    """Put a finding into words; `units` are the names of units by code."""
    code, language = CODES[finding.code], words.language
    source = finding.source
    labels = {target.id: target.label for target in plan.targets} | {field.id: field.label for field in plan.fields}
    args = {name: _quoted(value) for name, value in finding.args.items()}
    return FindingRow(
        finding,
        code.severity,
        words.severity(code.severity),
        finding.code,
        " › ".join(map(brief, source.steps)) if source else "",
        brief(units.get(finding.unit, finding.unit)) if finding.unit else "",
        visible(language.pick(labels.get(finding.target or "", {}))),
        visible(language.pick(labels.get(finding.field or "", {}))),
        visible(" ".join((language(code.message, **args), *_alike(finding, args, words)))),
        visible(language(code.action, **args)),
    )


def _alike(finding: Finding, args: Mapping[str, object], words: Words) -> Iterator[str]:
    """Say for how many places a finding stands, where it stands for a flood of them."""
    if "alike" in args:
        source = finding.source or Source("")
        first = source.cell or source.sheet
        message = IN_COLUMN if "in_column" in args else IN_FILE if first else IN_ALL
        yield words.language(message, **args, first=first)


def _quoted(value: object) -> object:
    """Cut what is too long to be quoted; our own messages are never cut."""
    if isinstance(value, list | tuple):
        return tuple(_quoted(each) for each in value)
    return brief(value) if isinstance(value, str) and not isinstance(value, Message) else value
