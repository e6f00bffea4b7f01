"""Where the reports go: `--format NAME[:PATH]` and `--output DIR`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from os.path import realpath  # unlike Path.resolve, it takes a link in a circle as it is
from pathlib import Path

from union_audit.audit.result import Audit
from union_audit.cli.discovery import inside_any
from union_audit.cli.progress import WRITING, Progress
from union_audit.cli.screen import Screen, standard_output
from union_audit.cli.settings import CANNOT_BE, Given, Settings
from union_audit.cli.show_errors import show_error
from union_audit.errors import Problem, ReportError, UsageError
from union_audit.frozen import dataclass
from union_audit.reports import FORMATS, Format, Options, file_name, write
from union_audit.sheets import EXTENSIONS
from union_audit.words import N_

STANDARD_OUTPUT = "-"
ALONE = ("table", "xlsx", "html")
"""What `--output` alone writes: the table to the screen, and what people open."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report. `path`: its file; or `folder`, where its name is made from the period; neither: standard output."""

    name: str
    path: Path | None = None
    folder: Path | None = None

    def file(self, audit: Audit) -> Path | None:
        """Return the file that it is written to, None for standard output."""
        return self.folder / file_name(self.name, audit) if self.folder else self.path


def read_outputs(settings: Settings) -> tuple[Output, ...]:
    """Return the reports that were asked for: the table on standard output, where none was.

    Raises:
        UsageError: a format is unknown or has nowhere to go, or two reports would go to one place.
    """
    directory = settings.one("output")
    folder = directory.path() if directory else None
    asked = settings.many("format") or [Given(name, "--format") for name in (ALONE if folder else ALONE[:1])]
    outputs = tuple(read_output(given, FORMATS, folder) for given in asked)
    places = Counter(output if output.folder else replace(output, name="") for output in outputs)
    for place, reports in places.items():
        if reports > 1:
            name = str(place.path or (place.folder and f"{place.folder} ({place.name})") or STANDARD_OUTPUT)
            raise UsageError(
                Problem(
                    N_("Two reports would go to one place: {place}."), {"place": name}, hint=N_("Give each its own path: -f NAME:PATH.")
                )
            )
    return outputs


def write_reports(outputs: Iterable[Output], audit: Audit, options: Options, screen: Screen) -> bool:
    """Write every report that can be written, tell of those that cannot, and return whether all were."""
    faults, outputs = 0, tuple(outputs)
    for number, output in enumerate(outputs, 1):
        try:
            _write(output, audit, options, screen, (number, len(outputs)))
        except ReportError as error:
            show_error(error, screen)
            faults += 1
    return not faults


def refuse_overwriting(outputs: Iterable[Output], audit: Audit, named: Sequence[Path], files: Iterable[Path]) -> None:
    """Refuse to write a report over something that was read (`files`: those of the set-up), or where it would be read as a submission.

    Raises:
        UsageError: a report's file is one of the inputs, or would be one of them the next time.
    """
    read = set(map(realpath, (*named, *files)))
    for file in filter(None, (output.file(audit) for output in outputs)):
        if realpath(file) in read:
            raise UsageError(Problem(N_("A report would overwrite {file}, which is one of the inputs."), {"file": str(file)}))
        if file.suffix.lower() in EXTENSIONS and inside_any(file, named):
            raise UsageError(
                Problem(
                    N_("{file} would lie among the submissions, and be read as one of them the next time."),
                    {"file": str(file)},
                    hint=N_("Write it to a folder that is not searched for submissions."),
                )
            )


def read_output(given: Given, formats: Mapping[str, Format], folder: Path | None = None) -> Output:
    """Return the report that NAME[:PATH] asks for. Only the first colon counts: a path may begin with a drive's letter.

    Raises:
        UsageError: the format is unknown or has nowhere to go.
    """
    name, _, path = given.value.partition(":")
    named = replace(given, value=name.lower())
    suffixes = {form.suffix: name for name, form in formats.items()}
    if (suffix := Path(given.value).suffix.lower()) in suffixes and named.value not in formats:
        raise given.fault(CANNOT_BE, N_("Write {right}."), right=f"{suffixes[suffix]}:{given.value}")
    form = formats[named.one_of(formats, CANNOT_BE)]
    if path not in ("", STANDARD_OUTPUT):
        return Output(named.value, path=replace(given, value=path).path())
    if folder and not path and named.value != ALONE[0]:
        return Output(named.value, folder=folder)
    if form.encoding is None or not (path or form.to_terminal):
        raise given.fault(N_("{origin}: {name} needs a file."), N_("Write {name}:FILE, or give a folder with --output."), name=named.value)
    return Output(named.value)


def _write(output: Output, audit: Audit, options: Options, screen: Screen, place: tuple[int, int]) -> None:
    """Write one report. `place`: which of how many it is."""
    file = output.file(audit)
    if file is None:
        with standard_output() as stream:
            write(output.name, audit, stream, replace(options, color=screen.shows_colors(stream)))
        return
    with Progress(screen, WRITING) as progress:
        progress(str(file), *place)
        write(output.name, audit, file, replace(options, told=progress.part))
    screen.note(screen.language("Written: {file}", file=str(file)))
