"""Gathers what is wrong with a configuration file, so that all of it is said at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from union_audit.errors import ConfigurationError, Problem
from union_audit.nearest import suggestion
from union_audit.words import N_

_BLANKS = b" \t\r\n\0"
_HEAD = 4096


class Problems:
    """The problems of one file."""

    def __init__(self, file: Path) -> None:
        """Start with none."""
        self.file = file
        self._found: list[Problem] = []

    def add(self, message: str, line: int = 0, column: int = 0, hint: str = "", /, **args: object) -> None:
        """Add a problem at a line and column (both from 1; 0: unknown)."""
        self._found.append(Problem(message, args, str(self.file), line, column, hint))

    def add_unknown(self, message: str, line: int, column: int, word: str, choices: Iterable[str], **args: object) -> None:
        """Add a problem about a `{word}` that should be one of `choices`, with the nearest of them (or all) as its hint."""
        hint, proposed = suggestion(word, choices)
        self.add(message, line, column, hint, word=word, **proposed, **args)

    def refuse(self, message: str, line: int = 0, column: int = 0, hint: str = "", /, **args: object) -> NoReturn:
        """Add the problem after which nothing more of the file can be read; raise ConfigurationError with all so far."""
        self.add(message, line, column, hint, **args)
        raise self._error()

    def raise_if_any(self) -> None:
        """Raise ConfigurationError with every problem, in the file's order."""
        if self._found:
            raise self._error()

    def _error(self) -> ConfigurationError:
        return ConfigurationError(*sorted(self._found, key=lambda problem: (problem.line, problem.column)))


def read_bytes(path: Path, problems: Problems) -> bytes:
    """Return the content of a configuration file; ConfigurationError if there is none to read."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.refuse(N_("There is no such file."))
    except IsADirectoryError:
        problems.refuse(N_("This is a folder, not a file."))
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        problems.refuse(N_("The file cannot be opened: {reason}."), reason=getattr(error, "strerror", None) or str(error))
    if not content[:_HEAD].strip(_BLANKS) and not content.strip(_BLANKS):  # a large one is not copied for that
        problems.refuse(N_("The file is empty."))
    return content


def decode(content: bytes, problems: Problems) -> str:
    """Return the text of a configuration file in UTF-8, with or without a byte order mark; ConfigurationError for any other."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8-sig", "replace")) + 1
        problems.refuse(N_("The file is not UTF-8 text."), line, column, N_("Save it again as UTF-8 (in Excel: “CSV UTF-8”)."))
