"""The answer first: who reported, the score, how many gaps, what changed, and what to know before reading on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from union_audit import resources
from union_audit.audit.result import Audit, Status
from union_audit.intake.facts import Int64
from union_audit.reports.corrected import corrected
from union_audit.reports.options import Options
from union_audit.reports.rows import Headline
from union_audit.reports.unit_names import NamesOf
from union_audit.reports.words import Words
from union_audit.visible import brief, visible


def headline(audit: Audit, words: Words, change: str, options: Options) -> Headline:
    """Return the headline of the units shown; score and coverage are those of the whole. `change`: what is said of an earlier period."""
    language, scores, shown = words.language, audit.rollup.scores, audit.shown
    title = language.pick(audit.plan.title)
    return Headline(
        plan=visible(" – ".join(part for part in (audit.plan.code, title) if part)),
        organisation=visible(language.pick(audit.plan.organisation)),
        period=words.period(audit.period),
        as_of=language.date(audit.as_of),
        reported=_reported(audit, words),
        missing=NamesOf(audit.facts.roster, np.flatnonzero(shown & audit.expected & ~audit.reported)),
        late=NamesOf(audit.facts.roster, np.flatnonzero(shown & audit.late)),
        score=float(scores.score[-1]),
        score_text=words.score(float(scores.score[-1])),
        coverage=float(scores.coverage[-1]),
        coverage_text=words.score(float(scores.coverage[-1])),
        counts=by_status(audit.scores.counts[shown].sum(axis=0)),
        waived=sum(int(np.count_nonzero(shown & column.waived)) for column in audit.columns),
        change=change,
        notes=tuple(_notes(audit, words, options)),
        targets_file=_file(audit.plan.path, words),
        units_file=_file(audit.facts.roster.path, words) if audit.facts.roster.path else "",
    )


def by_status(counts: Int64) -> dict[Status, int]:
    """Return counts (int64, shape (5,)) by their status."""
    return {status: int(counts[status]) for status in Status}


def _reported(audit: Audit, words: Words) -> str:
    shown = audit.shown
    expected = int(np.count_nonzero(shown & audit.expected))
    reported = int(np.count_nonzero(shown & audit.expected & audit.reported))
    others = int(np.count_nonzero(shown & ~audit.expected & audit.reported))
    if not expected:
        return words.language.plural("1 unit reported", "{count} units reported", others)
    told = words.language("{reported} of {expected} units reported", reported=reported, expected=expected)
    if not others:
        return told
    more = words.language.plural("1 more reported without having to", "{count} more reported without having to", others)
    return f"{told}; {more}"


def _notes(audit: Audit, words: Words, options: Options) -> Iterator[str]:
    language = words.language
    if options.correction:
        yield from corrected(options.correction, language)
    if options.redact:
        yield language("For readers outside: units by code, files and sheets by number, no text of a submission.")
    if not audit.has_roster:
        yield language("No roster: missing units not checked.")
    judged, left = int(np.count_nonzero(audit.judged)), int(np.count_nonzero(audit.shown))
    if left < judged:
        yield language("Only {shown} of {judged} units are shown; scores, ranks and totals are those of all.", shown=left, judged=judged)


def file_as_found(path: Path) -> str:
    """Name a file of the set-up as it was given, the shipped one as "shipped:…", and never by a path of this computer."""
    if path == resources.shipped(path.name):
        return f"shipped:{path.name}"
    return path.name if path.is_absolute() else path.as_posix()


def _file(path: Path, words: Words) -> str:
    found = file_as_found(path)
    if found.startswith("shipped:"):
        return words.language("{file} (shipped with union-audit)", file=path.name)
    return brief(found)
