"""Which number formats show a value as a percentage."""

import re

BUILT_IN_PERCENT = frozenset({9, 10})
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def shows_percent(code: str) -> bool:
    """Whether a format code multiplies by a hundred and adds the sign; a sign that is only text does not."""
    return "%" in _NOT_SHOWN.sub("", code)
