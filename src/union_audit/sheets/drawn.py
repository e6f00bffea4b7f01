"""Text that is raised or struck through, written so that it shows: "12¹" is no 121, and a figure that was crossed out is none."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STROKE = "\u0336"
"""What goes through the letter before it."""


def raised(text: str) -> str:
    """Return the text with its digits raised."""
    return text.translate(_RAISED)


def struck(text: str) -> str:
    """Return the text with a stroke through each letter."""
    return "".join(letter if letter.isspace() else letter + _STROKE for letter in text)
