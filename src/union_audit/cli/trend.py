"""`union-audit trend`: targets, or units, over the months of the history."""

from typing import Annotated

import typer

from union_audit.cli.options import (
    CODE,
    DIRECTORY,
    FILE,
    ID,
    INPUT,
    REPORTS,
    SCOPE,
    Lang,
    NoColor,
    Quiet,
    Redact,
    Targets,
    Templates,
    Top,
    Units,
    Version,
)
from union_audit.cli.settings import settings_of
from union_audit.words import N_

Reports = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar=DIRECTORY, help=N_("The folder of the monthly reports, with their history."), rich_help_panel=INPUT
    ),
]
HistoryFile = Annotated[
    str | None,
    typer.Option(
        "--history",
        metavar=FILE,
        help=N_("The history. Otherwise history.sqlite in the folder of the reports."),
        rich_help_panel=INPUT,
    ),
]
Target = Annotated[
    list[str] | None,
    typer.Option("--target", "--only", metavar=ID, help=N_("Show only this target. Repeatable."), rich_help_panel=SCOPE),
]
UnitOption = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar=CODE, help=N_("Show this unit in place of all units together. Repeatable."), rich_help_panel=SCOPE),
]
First = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar=N_("PERIOD"),
        help=N_("The first period that is shown: a month, or a quarter or a year where the reports are of those."),
        rich_help_panel=SCOPE,
    ),
]
Last = Annotated[
    str | None,
    typer.Option("--to", metavar=N_("PERIOD"), help=N_("The last period; otherwise the newest."), rich_help_panel=SCOPE),
]
Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=N_("NAME[:PATH]"),
        help=N_("table, csv, json or html; PATH “-” is standard output, where table and json go by themselves. Repeatable."),
        rich_help_panel=REPORTS,
    ),
]


def trend(
    ctx: typer.Context,
    *,
    output: Reports = None,
    history: HistoryFile = None,
    targets: Targets = None,
    units: Units = None,
    target: Target = None,
    unit: UnitOption = None,
    from_: First = None,
    to: Last = None,
    format: Format = None,
    top: Top = None,
    templates: Templates = None,
    redact: Redact = False,
    lang: Lang = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Show the trend, and return the exit code."""
    from union_audit.cli.trending import run_trend  # noqa: PLC0415 (the history and numpy, which help does not need)

    return run_trend(settings_of(ctx), ctx.obj)
