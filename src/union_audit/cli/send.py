"""`union-audit send`: mails finished reports."""

from typing import Annotated

import typer

from union_audit.cli.options import DIRECTORY, FILE, GENERAL, Lang, NoColor, Quiet, Verbose, Version
from union_audit.cli.settings import paths_of, settings_of
from union_audit.words import N_

Reports = Annotated[
    list[str] | None, typer.Argument(metavar=N_("REPORT..."), help=N_("Editions of monthly runs (their folders), or files of reports."))
]
Mail = Annotated[
    str | None,
    typer.Option("--mail", metavar=FILE, help=N_("The mail settings; otherwise mail.yaml in the working folder."), rich_help_panel=GENERAL),
]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to", metavar=N_("ADDRESS"), help=N_("Who gets it, instead of those in the settings. Repeatable."), rich_help_panel=GENERAL
    ),
]
Cc = Annotated[
    list[str] | None,
    typer.Option(
        "--cc", metavar=N_("ADDRESS"), help=N_("Who gets a copy, instead of those in the settings. Repeatable."), rich_help_panel=GENERAL
    ),
]
ToUnits = Annotated[
    bool,
    typer.Option("--to-units", help=N_("Send each unit what goes back to it, at the address in the roster."), rich_help_panel=GENERAL),
]
DryRun = Annotated[
    str | None,
    typer.Option("--dry-run", metavar=DIRECTORY, help=N_("Send nothing: write each message to a file here."), rich_help_panel=GENERAL),
]
OutboxFolder = Annotated[
    str | None,
    typer.Option(
        "--outbox",
        metavar=DIRECTORY,
        help=N_("Where messages wait; otherwise the folder outbox beside the editions, or in the working folder."),
        rich_help_panel=GENERAL,
    ),
]
Again = Annotated[
    list[str] | None,
    typer.Option(
        "--again",
        metavar=N_("MESSAGE-ID"),
        help=N_("Send once more a message of which nobody knows whether it went out, or that had failed. Repeatable."),
        rich_help_panel=GENERAL,
    ),
]
Settled = Annotated[
    list[str] | None,
    typer.Option(
        "--settled",
        metavar=N_("MESSAGE-ID"),
        help=N_("Take such a message for sent. Repeatable."),
        rich_help_panel=GENERAL,
    ),
]


def send(
    ctx: typer.Context,
    reports: Reports = None,
    *,
    mail: Mail = None,
    to: To = None,
    cc: Cc = None,
    to_units: ToUnits = False,
    dry_run: DryRun = None,
    outbox: OutboxFolder = None,
    again: Again = None,
    settled: Settled = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Send the reports, and what still waits in the outbox, and return the exit code."""
    from union_audit.cli.post import run_send  # noqa: PLC0415 (mail, which help does not need)

    return run_send(paths_of(reports or []), settings_of(ctx), ctx.obj)
