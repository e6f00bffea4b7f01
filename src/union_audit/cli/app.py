"""The commands, put together."""

import typer

from union_audit.cli.check import check
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.explain import explain
from union_audit.cli.grammar import Command, Group
from union_audit.cli.init import init
from union_audit.cli.inspect import inspect
from union_audit.cli.monthly import monthly
from union_audit.cli.options import Lang, Version
from union_audit.cli.screen import Screen
from union_audit.cli.send import send
from union_audit.cli.targets import app as targets
from union_audit.cli.template import template
from union_audit.cli.trend import trend
from union_audit.words import N_

ENVIRONMENT = N_("Each option can also be set in the environment: UNION_AUDIT_TARGETS for --targets, several values between “;”.")

app = typer.Typer(
    name="union-audit",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,  # plain text starts twice as fast
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(
    "check",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Check submissions against the plan, and show the gaps, the worst first."),
)(check)
app.command(
    "monthly",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Audit the month that closed, compare it with those before, and publish its reports: run again, it changes nothing."),
)(monthly)
app.command(
    "send",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Mail finished reports, and what still waits to be mailed: each message once."),
)(send)
app.command(
    "trend",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Show targets or units over the months: how they moved, which gaps are new, closed or lasting, and where the pace leads."),
)(trend)
app.command(
    "init",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Start the folder of a plan: files to fill in, and the lines that let the monthly run start by itself."),
)(init)
app.command(
    "inspect",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Show how each file was read: its tables, which column is which field, what was left out and why."),
)(inspect)
app.command(
    "template",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Write blank workbooks for the units to fill in, made from the targets."),
)(template)
app.add_typer(targets)
app.command(
    "explain",
    cls=Command,
    epilog=ENVIRONMENT,
    help=N_("Say what a finding code or a target means, and what to do about it."),
)(explain)


@app.callback(
    invoke_without_command=True,
    help=N_("Check the figures of trade-union offices against a plan, and show, ranked, what is still to do."),
)
def union_audit(
    ctx: typer.Context,
    *,
    lang: Lang = None,
    version: Version = False,
) -> None:
    """Show the help where no command is named."""
    if ctx.invoked_subcommand is None:
        screen: Screen = ctx.obj
        screen.tell(ctx.get_help())
        raise typer.Exit(ExitCode.USAGE)
