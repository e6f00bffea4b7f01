"""Text that is raised or struck through, written so that it shows: "12¹" is no 121, and a figure that was crossed out is none."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeAlias

Pen: TypeAlias = Callable[[str], str] | None
"""What a font makes of letters, None where it only writes them."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STROKE = "\u0336"
"""What goes through the letter before it."""


def raised(text: str) -> str:
    """Return the text with its digits raised."""
    return text.translate(_RAISED)


def struck(text: str) -> str:
    """Return the text with a stroke through each letter; one that has some already keeps those that it has."""
    return text if _STROKE in text else "".join(letter if letter.isspace() else letter + _STROKE for letter in text)


def pen(*, is_struck: bool, is_raised: bool) -> Pen:
    """Return what a font does; one that crosses out does nothing else."""
    return struck if is_struck else raised if is_raised else None


def in_runs(text: str, runs: Sequence[tuple[int, Pen]]) -> str:
    """Return a text as it is seen. `runs`: from which letter on what writes it, in order; letters count as in UTF-16."""
    letters = text.encode("utf-16-le", "surrogatepass")
    starts = list(accumulate((min(2 * start, len(letters)) for start, _ in runs), max))
    pieces = [letters[start:end].decode("utf-16-le", "replace") for start, end in zip([0, *starts], [*starts, len(letters)], strict=True)]
    return "".join(write(piece) if write else piece for write, piece in zip([None, *(each for _, each in runs)], pieces, strict=True))
