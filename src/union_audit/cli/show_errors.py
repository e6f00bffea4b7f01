"""What went wrong, as the user sees it: one message with its place and a hint; never a traceback."""

import sys
from collections.abc import Sequence

from union_audit import __version__
from union_audit.cli.screen import BOLD, RED, Screen
from union_audit.errors import Problem, UnionAuditError
from union_audit.language import Language
from union_audit.visible import brief, visible

_LONGEST = 300
"""Letters of what stood in a file or on the command line, where a message quotes it."""


def show_error(error: UnionAuditError, screen: Screen) -> None:
    """Print every problem of the error, each with its place and its hint."""
    lines = [line for problem in error.problems for line in _lines(problem, screen.language)]
    _print(lines, screen)


def show_bug(error: Exception, screen: Screen) -> None:
    """Print one line about a fault of our own, and where its details were saved."""
    language = screen.language
    try:
        saved = _save(error)
    except OSError:
        _print([language("This is a fault of union-audit itself ({fault}).", fault=type(error).__name__)], screen)
        return
    _print(
        [language("This is a fault of union-audit itself ({fault}). The details are in {file}.", fault=type(error).__name__, file=saved)],
        screen,
    )


def _lines(problem: Problem, language: Language) -> list[str]:
    """Return "file:line:column: what is wrong" and, indented under it, what to do."""
    place = ":".join([problem.file, *(str(number) for number in (problem.line, problem.column) if number)])
    args = {name: brief(value, _LONGEST) if isinstance(value, str) else value for name, value in problem.args.items()}
    said = language(problem.message, **args)
    hint = language(problem.hint, **problem.args)
    return [visible(f"{place}: {said}" if problem.file else said), *([f"  {visible(hint)}"] if hint else [])]


def _print(lines: Sequence[str], screen: Screen) -> None:
    heading = screen.styled(screen.language("Error:"), f"{BOLD};{RED}", sys.stderr)
    separator = "\n" if len(lines) > 2 else " "  # noqa: PLR2004 (one message and its hint)
    screen.tell(heading + separator + "\n".join(lines))


def _save(error: Exception) -> str:
    """Save what we need to find the fault, and return the name of the file."""
    import tempfile  # noqa: PLC0415 (with the next, a tenth of what help costs)
    import traceback  # noqa: PLC0415

    with tempfile.NamedTemporaryFile("w", prefix="union-audit-", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.write(f"union-audit {__version__}, Python {sys.version}, {sys.platform}\n{sys.argv}\n\n")
        file.writelines(traceback.format_exception(error))
    return file.name
