"""Blank workbooks for the units, from the options to the files."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

from union_audit.cli import clock
from union_audit.cli.discovery import find_targets, find_units
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.progress import WRITING, Progress
from union_audit.cli.request import NO_LEVEL, known, read_date, read_period, units_shown
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.cli.speech import tune
from union_audit.errors import Problem, UsageError
from union_audit.forms import Choice, Form, Per, forms_of, write_form
from union_audit.plan import load_plan
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.roster_file import load_roster
from union_audit.reports.atomic import replacing
from union_audit.words import N_

FORMS = "forms"
"""The folder that the workbooks go to, where none is named."""


def run_template(settings: Settings, screen: Screen) -> ExitCode:
    """Write the workbooks that are not there yet, and tell of them.

    Raises:
        UsageError: an option or a file of the set-up is wrong, or nobody is asked.
        ReportError: a workbook cannot be written; those before it are there.
    """
    plan = load_plan(find_targets(settings))
    settings = settings.with_plan(plan)
    tune(screen, settings, plan)
    units_file = find_units(settings, plan)
    roster = load_roster(units_file, plan) if units_file else None
    screen.detail(screen.language("Plan: {file}", file=str(plan.path.absolute())))
    if roster is None:
        screen.note(screen.language("No roster: a form for each level, to be filled in with the unit's name."))
    period = _period(settings, plan)
    output = settings.one("output")
    folder = (output.path() if output else Path(FORMS)) / period.label
    forms = _forms(settings, plan, roster, period)
    made = _write_all(forms, folder, plan, period, screen)
    _tell(folder, made, len(forms) - made, screen)
    return ExitCode.DONE


def _period(settings: Settings, plan: Plan) -> Period:
    period, as_of = settings.one("period"), settings.one("as_of")
    return read_period(period) if period else plan.calendar.month_of(read_date(as_of) if as_of else clock.today())


def _forms(settings: Settings, plan: Plan, roster: Roster | None, period: Period) -> tuple[Form, ...]:
    per = Per(settings.choice("per", [each.value for each in Per]) or Per.UNIT)
    levels = known(settings.many("level"), [level.id for level in plan.levels], NO_LEVEL)
    if roster is None and (per is not Per.UNIT or settings.many("unit")):
        said = N_("There is no list of units to make this from.")
        raise UsageError(Problem(said, hint=N_("Name the roster with --units, or put units.csv beside the plan.")))
    forms = forms_of(plan, roster, period, Choice(per, units_shown(settings, roster) if roster else (), levels))
    if not forms:
        raise UsageError(Problem(N_("No unit has to report for {period}."), {"period": period.label}))
    return forms


def _write_all(forms: Sequence[Form], folder: Path, plan: Plan, period: Period, screen: Screen) -> int:
    """Write the workbooks that are not there yet, and return how many those were."""
    made = 0
    with Progress(screen, WRITING) as progress:
        for number, form in enumerate(forms, 1):
            file = folder / f"{form.name}.xlsx"
            progress(str(file), number, len(forms))
            made += _write(form, file, plan, period, screen)
    return made


def _write(form: Form, file: Path, plan: Plan, period: Period, screen: Screen) -> bool:
    """Write a workbook, unless something of that name is there, which may be filled in already; return whether it was written."""
    if os.path.lexists(file):
        return False
    content = io.BytesIO()
    write_form(form, plan, period, screen.language, content)
    with replacing(file, encoding=None) as stream:
        stream.write(content.getvalue())
    return True


def _tell(folder: Path, made: int, kept: int, screen: Screen) -> None:
    language = screen.language
    if made and not screen.quiet:
        screen.result(language.plural("1 workbook written: {folder}", "{count} workbooks written: {folder}", made, folder=str(folder)))
    if kept:
        said = language.plural(
            "1 workbook that was there is left as it was.", "{count} workbooks that were there are left as they were.", kept
        )
        screen.note(said)
