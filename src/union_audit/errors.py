"""What can be wrong with the set-up (command line, targets, roster, disk): exceptions that `cli` shows in one message."""

from collections.abc import Sequence
from dataclasses import field

from union_audit.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a configuration file, at a place: `line` and `column` count from 1, 0 is unknown.

    `message` and `hint` are catalogue messages (marked with `N_`), formatted with `args` when they are shown.
    """

    message: str
    args: dict[str, object] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""


class UnionAuditError(Exception):
    """The one root of what this program raises on purpose; `exit_code` is what the command ends with."""

    exit_code = 2

    def __init__(self, *problems: Problem) -> None:
        """Hold every problem found, so that all of them are shown at once."""
        super().__init__("; ".join(problem.message.format(**problem.args) for problem in problems))
        self.problems: Sequence[Problem] = problems


class UsageError(UnionAuditError):
    """The command line asks for something that cannot be."""


class ConfigurationError(UnionAuditError):
    """A configuration file (targets, roster, waivers) is wrong or missing."""


class ReportError(UnionAuditError):
    """A report could not be written."""

    exit_code = 4


class HistoryError(UnionAuditError):
    """The history cannot be read or written."""

    exit_code = 4
