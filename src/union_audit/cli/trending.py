"""A whole trend, from the options to the exit code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from union_audit.cli.discovery import HISTORY, find_targets, find_units
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.outputs import Output, read_output
from union_audit.cli.report_options import options_of
from union_audit.cli.request import NO_TARGET, NO_UNIT, read_period
from union_audit.cli.screen import Screen, standard_output
from union_audit.cli.settings import Given, Settings
from union_audit.cli.show_errors import show_error
from union_audit.cli.speech import tune
from union_audit.errors import HistoryError, Problem, ReportError, UsageError
from union_audit.history import History
from union_audit.plan import load_plan
from union_audit.plan.model import Plan
from union_audit.plan.roster_file import load_roster
from union_audit.trends import Trend
from union_audit.trends.lineage import Lineage
from union_audit.trends.reading import Reader, editions_of, targets_of
from union_audit.trends.view import TrendView
from union_audit.trends.writing import FORMATS, write
from union_audit.words import N_


def run_trend(settings: Settings, screen: Screen) -> ExitCode:
    """Read the history, write the trend in each format that was asked for, and return the exit code.

    Raises:
        UnionAuditError: the command line, the set-up or the history is wrong.
    """
    plan = load_plan(find_targets(settings))
    settings = settings.with_plan(plan)
    tune(screen, settings, plan)
    outputs, options = _outputs(settings), options_of(settings, screen)
    try:
        trend = _trend(settings, plan)
    except HistoryError as error:  # nothing was shown
        raise UsageError(*error.problems) from None
    view = TrendView(trend, options)
    faults = [fault for output in outputs if (fault := _written(output, view, screen))]
    for fault in faults:
        show_error(fault, screen)
    return ExitCode.OUTPUT if faults else ExitCode.DONE


def _trend(settings: Settings, plan: Plan) -> Trend:
    first, last = (read_period(given) if given else None for given in (settings.one("from_"), settings.one("to")))
    units_file = find_units(settings, plan)
    today = load_roster(units_file, plan) if units_file else None
    with History(_file(settings)) as history:
        editions = editions_of(history, first, last)
        held = targets_of(history, editions, plan)
        targets = _known(settings.many("target"), held, NO_TARGET) or held
        lineage = Lineage(plan, history, editions, today)
        units = _known(settings.many("unit"), lineage.roster.index, NO_UNIT)
        return Reader(plan, history, editions, lineage).trend(targets, units, first)


def _known(asked: Iterable[Given], choices: Iterable[str], message: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given.one_of(choices, message) for given in asked))


def _file(settings: Settings) -> Path:
    """Return the history that is meant; UsageError where none is named."""
    history, reports = settings.one("history"), settings.one("output")
    if history:
        return history.path()
    if reports:
        return reports.path() / HISTORY
    raise UsageError(Problem(N_("No history is named."), hint=N_("Name it with --history, or the folder of the reports with --output.")))


def _outputs(settings: Settings) -> Sequence[Output]:
    """Return the formats that the command line asks for; UNION_AUDIT_FORMAT is for the reports of an audit."""
    asked = [given for given in settings.many("format") if given.origin == "--format"] or [Given("table", "--format")]
    return [read_output(given, FORMATS) for given in asked]


def _written(output: Output, view: TrendView, screen: Screen) -> ReportError | None:
    """Write one format, and return what went wrong."""
    try:
        if output.path:
            write(output.name, view, output.path)
            screen.note(screen.language("Written: {file}", file=str(output.path)))
        else:
            with standard_output() as stream:
                options = replace(view.options, color=screen.shows_colors(stream))
                write(output.name, TrendView(view.trend, options), stream)
    except ReportError as error:
        return error
    return None
