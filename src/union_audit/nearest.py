"""Tells which words are near each other: for "did you mean", and for what is misspelt in a submission."""

from collections.abc import Iterable

from union_audit.folding import fold
from union_audit.words import N_

DID_YOU_MEAN = N_("Did you mean “{nearest}”?")
ONE_OF = N_("It can be: {choices}.")
LIKENESS = 60
"""From 0 to 100: what is less alike than this is no suggestion."""
_COMPARED, _LISTED = 20_000, 30
"""Of more choices than these none is looked for, and they are not listed."""


def suggestion(word: str, choices: Iterable[str]) -> tuple[str, dict[str, object]]:
    """Return the hint that answers a wrong word, and its arguments: the nearest choice, else all if they are few, else nothing ("")."""
    known = list(choices)
    if len(known) <= _COMPARED and (near := nearest(word, known)):
        return DID_YOU_MEAN, {"nearest": near}
    return (ONE_OF, {"choices": ", ".join(known)}) if len(known) <= _LISTED else ("", {})


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice most like `word`, case and accents aside; None if none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only an error needs it)

    found = process.extractOne(word, list(choices), scorer=fuzz.ratio, processor=fold, score_cutoff=LIKENESS)
    return found[0] if found else None


def one_slip_apart(one: str, other: str) -> bool:
    """Whether the words differ by no more than one letter: one too many, too few, another, or two that have changed places."""
    if min(len(one), len(other)) > 2 and one[0] != other[0] and one[-1] != other[-1]:  # noqa: PLR2004 (two letters can change places)
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (most submissions hold nothing so near to what it should be)

    return OSA.distance(one, other, score_cutoff=1) <= 1
