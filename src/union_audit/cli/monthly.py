"""`union-audit monthly`: the unattended monthly run."""

from typing import Annotated

import typer

from union_audit.cli.options import (
    DIRECTORY,
    FILE,
    REPORTS,
    AsOf,
    EvidenceOption,
    Lang,
    LevelOf,
    NoColor,
    PeriodOption,
    Quiet,
    Targets,
    Templates,
    Top,
    UnitOf,
    Units,
    Verbose,
    Version,
    Waivers,
)
from union_audit.cli.settings import paths_of, settings_of
from union_audit.words import N_

Inbox = Annotated[
    str, typer.Argument(metavar="INBOX", help=N_("The folder that submissions come to, with a folder for each month or all in one."))
]
Reports = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar=DIRECTORY,
        help=N_("The folder of the reports: each edition in a folder of its own, and a name for the newest."),
        rich_help_panel=REPORTS,
    ),
]
HistoryFile = Annotated[
    str | None,
    typer.Option(
        "--history",
        metavar=FILE,
        help=N_("The history. Otherwise history.sqlite in the folder of the reports."),
        rich_help_panel=REPORTS,
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="gap|data|none",
        help=N_("When to end with exit code 1: on a gap or missing figures, on missing figures only (the default), or never."),
        rich_help_panel=REPORTS,
    ),
]
Wait = Annotated[
    str | None,
    typer.Option(
        "--wait",
        metavar=N_("SECONDS"),
        help=N_("How long to wait for another run on the same folder; 600 by default."),
        rich_help_panel=REPORTS,
    ),
]


Redact = Annotated[
    bool,
    typer.Option(
        "--redact",
        help=N_("Write the reports for readers outside, too: units by their codes, no text of a submission, in the folder outside."),
        rich_help_panel=REPORTS,
    ),
]
NoFeedback = Annotated[
    bool,
    typer.Option(
        "--no-feedback",
        help=N_("Make nothing that goes back to each unit: for a nation's units that is several times the work of all the rest."),
        rich_help_panel=REPORTS,
    ),
]
SendFlag = Annotated[bool, typer.Option("--send", help=N_("Mail the edition, unless it was mailed before."), rich_help_panel=REPORTS)]
Mail = Annotated[
    str | None,
    typer.Option("--mail", metavar=FILE, help=N_("The mail settings; otherwise mail.yaml beside the plan."), rich_help_panel=REPORTS),
]


def monthly(
    ctx: typer.Context,
    inbox: Inbox,
    *,
    output: Reports = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    targets: Targets = None,
    units: Units = None,
    waivers: Waivers = None,
    unit_of: UnitOf = None,
    level_of: LevelOf = None,
    history: HistoryFile = None,
    fail_on: FailOn = None,
    top: Top = None,
    evidence: EvidenceOption = None,
    redact: Redact = False,
    no_feedback: NoFeedback = False,
    templates: Templates = None,
    wait: Wait = None,
    send: SendFlag = False,
    mail: Mail = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Make the edition of the month, and return the exit code."""
    from union_audit.cli.month import run_month  # noqa: PLC0415 (all that the reports need, which help does not)

    (folder,) = paths_of([inbox])
    return run_month(folder, settings_of(ctx), ctx.obj)
