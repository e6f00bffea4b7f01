"""`--feedback DIR`: what goes back to each unit."""

from collections.abc import Iterable, Sequence
from os.path import realpath
from pathlib import Path

from union_audit.audit.result import Audit
from union_audit.cli.discovery import inside_any
from union_audit.cli.outputs import Output
from union_audit.cli.progress import WRITING, Progress
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.cli.show_errors import show_error
from union_audit.errors import Problem, ReportError, UsageError
from union_audit.reports import Options
from union_audit.words import N_

_OF_ITS_OWN = N_("Give a folder of its own: what an earlier run wrote there is replaced.")


def read_folder(settings: Settings, read: Sequence[Path], outputs: Iterable[Output]) -> Path | None:
    """Return the folder for what goes back to the units, None where it is not asked for. `read`: what this run reads.

    Raises:
        UsageError: it lies among the submissions, or something that is read or written otherwise lies in it.
    """
    given = settings.one("feedback")
    if given is None:
        return None
    folder = given.path()
    if inside_any(folder, read):
        raise UsageError(
            Problem(
                N_("{file} would lie among the submissions, and be read as one of them the next time."),
                {"file": str(folder)},
                hint=N_("Write it to a folder that is not searched for submissions."),
            )
        )
    others = (*read, *(place for output in outputs if (place := output.path or output.folder)))
    within = next((path for path in others if Path(realpath(path)).is_relative_to(realpath(folder))), None)
    if within is not None:
        raise given.fault(N_("{origin}: {file} lies in this folder."), _OF_ITS_OWN, file=str(within))
    return folder


def write_back(folder: Path | None, audit: Audit, options: Options, screen: Screen) -> bool:
    """Write what goes back to the units, tell where that is, and return whether all of it was written."""
    if folder is None:
        return True
    from union_audit.reports.feedback import write_feedback  # noqa: PLC0415 (openpyxl, Jinja and more, which few checks need)

    language = screen.language
    try:
        with Progress(screen, WRITING) as progress:
            written = write_feedback(audit, folder, options, progress)
    except ReportError as error:
        show_error(error, screen)
        return False
    units = language.plural(
        "Feedback for 1 unit written: {folder}", "Feedback for {count} units written: {folder}", written.units, folder=folder
    )
    screen.note(units)
    if written.removed:
        screen.note(
            language.plural(
                "1 file of an earlier run was taken away there.", "{count} files of an earlier run were taken away there.", written.removed
            )
        )
    return True
