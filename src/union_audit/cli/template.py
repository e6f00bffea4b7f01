"""`union-audit template`: writes blank workbooks for the units to fill in."""

from typing import Annotated

import typer

from union_audit.cli.options import (
    CODE,
    DIRECTORY,
    LEVEL,
    Lang,
    NoColor,
    Quiet,
    Targets,
    Units,
    Verbose,
    Version,
)
from union_audit.cli.settings import settings_of
from union_audit.words import N_

FORMS = N_("Which forms, and where")

PeriodAhead = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar=N_("PERIOD"),
        help=N_("2025-06, 2025-Q2, 2025-H1, 2025-9M or 2025. Otherwise the month that runs at --as-of."),
        rich_help_panel=FORMS,
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--as-of", metavar=N_("DATE"), help=N_("The date, as 2025-07-05. Otherwise today."), rich_help_panel=FORMS),
]
PerOption = Annotated[
    str | None,
    typer.Option(
        "--per",
        metavar="unit|parent|level",
        help=N_("A form for each unit (the default), or a table of all units below one, or of one level."),
        rich_help_panel=FORMS,
    ),
]
UnitOption = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar=CODE, help=N_("Only for this unit. Repeatable."), rich_help_panel=FORMS),
]
LevelOption = Annotated[
    list[str] | None,
    typer.Option("--level", metavar=LEVEL, help=N_("Only for the units of this level. Repeatable."), rich_help_panel=FORMS),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar=DIRECTORY,
        help=N_("The folder for the workbooks, which gets one for each period; otherwise forms. What is there is never replaced."),
        rich_help_panel=FORMS,
    ),
]


def template(
    ctx: typer.Context,
    *,
    targets: Targets = None,
    units: Units = None,
    period: PeriodAhead = None,
    as_of: Today = None,
    per: PerOption = None,
    unit: UnitOption = None,
    level: LevelOption = None,
    output: Output = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Write the workbooks, and return the exit code."""
    from union_audit.cli.templating import run_template  # noqa: PLC0415 (the plan and the writer of workbooks, which help does not need)

    return run_template(settings_of(ctx), ctx.obj)
