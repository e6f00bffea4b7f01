"""What a unit is told in words: on the page that goes with its workbooks, and in the mail."""

from collections.abc import Iterator

from union_audit.findings import Source
from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.reports.feedback.enclosed import Enclosed
from union_audit.reports.feedback.faults import Fault
from union_audit.reports.feedback.slip import Line, Slip
from union_audit.reports.rows import Some
from union_audit.reports.words import Words
from union_audit.words import N_

_SHOWN = 8
"""Corrections that a page has room for; the workbooks have all of them."""

_BLANKS = 12

_NOT_RECEIVED = N_("Your figures for this period have not been received.")
_PERHAPS_YOURS = N_(
    "Some files could not be read, or do not say whose they are. If one of them was yours, please send it again, with your unit's "
    "name in it."
)
_NOTHING = N_("Your figures were received; there is nothing to do and nothing to correct.")


@dataclass(frozen=True, slots=True)
class About:
    """What all letters share: the plan and whose it is, the period, and the day of the audit. Nothing of any unit."""

    plan: str
    organisation: str
    issuer: str
    period: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Something to correct: where, what was found, what to do."""

    place: str
    message: str
    action: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All that the page and the mail say of one unit.

    `lead`: the answer in a sentence or two. `corrections`: the first of them, and how many there are. `asked`: the cells that are
    blank, a line for each sheet, and the counts of what was given as a percentage only. `enclosed`: names of the workbooks;
    `notes`: why others are not enclosed.
    """

    unit: str
    submitted: bool
    subject: str
    lead: tuple[str, ...]
    lines: tuple[Line, ...]
    to_do: tuple[Line, ...]
    corrections: Some[Correction]
    asked: tuple[Correction, ...]
    missing: str
    enclosed: tuple[str, ...]
    notes: tuple[str, ...]


def letter(slip: Slip, about: About, enclosed: Enclosed, words: Words, *, is_any_nobodys: bool) -> Letter:
    """Put what a unit is told into words. `is_any_nobodys`: there are files that could be anybody's."""
    language = words.language
    found = [fault for fault in slip.faults if not fault.is_blank]
    shown = tuple(Correction(enclosed.place(fault.source), fault.message, fault.action) for fault in found[:_SHOWN])
    return Letter(
        unit=slip.name,
        submitted=slip.submitted,
        subject=language("{unit}: feedback on the figures of {period}", unit=slip.name, period=about.period),
        lead=(*_lead(slip, language, is_any_nobodys=is_any_nobodys), *filter(None, (slip.late,))),
        lines=slip.lines,
        to_do=slip.to_do,
        corrections=Some(shown, len(found)),
        asked=(*_blanks(slip, enclosed, words), *_counts(slip, words)),
        missing=words.few(slip.missing),
        enclosed=tuple(enclosed.books),
        notes=enclosed.notes,
    )


def _lead(slip: Slip, language: Language, *, is_any_nobodys: bool) -> Iterator[str]:
    if not slip.submitted:
        yield language(_NOT_RECEIVED)
        if is_any_nobodys:
            yield language(_PERHAPS_YOURS)
        return
    gaps, faults, missing = len(slip.to_do), len(slip.faults), len(slip.missing)
    if not (gaps or faults or missing):
        yield language(_NOTHING)
        return
    parts = (
        language.plural("1 target is not met", "{count} targets are not met", gaps) if gaps else "",
        language.plural(
            "1 entry is to be checked, corrected or filled in", "{count} entries are to be checked, corrected or filled in", faults
        )
        if faults
        else "",
        language.plural("1 figure was not sent", "{count} figures were not sent", missing) if missing else "",
    )
    yield language("Your figures were received: {findings}.", findings="; ".join(filter(None, parts)))


def _blanks(slip: Slip, enclosed: Enclosed, words: Words) -> Iterator[Correction]:
    """Say, sheet by sheet, which cells are blank; all of them need the same to be done."""
    by_sheet: dict[str, list[Fault]] = {}
    for fault in slip.faults:
        if fault.is_blank and fault.source:
            by_sheet.setdefault(enclosed.place(Source(fault.source.file, fault.source.sheet)), []).append(fault)
    for place, faults in by_sheet.items():
        cells = [f"{fault.source.cell} ({fault.field})" for fault in faults if fault.source]
        yield Correction(place, words.language("Left blank: {cells}.", cells=words.few(cells, _BLANKS)), faults[0].action)


def _counts(slip: Slip, words: Words) -> Iterator[Correction]:
    """Ask for the counts of what was given as a percentage only: it is in no sum without them."""
    labels = [line.label for line in slip.lines if line.figure.share is not None]
    if labels:
        message = words.language("Only a percentage was given: {targets}.", targets=words.few(labels))
        yield Correction("", message, words.language("Send the counts too, so that they can be added up."))
