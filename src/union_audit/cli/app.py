"""The commands, put together."""

from collections.abc import Sequence
from importlib import import_module

import typer

from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.grammar import Command, Group
from union_audit.cli.options import Lang, Version
from union_audit.cli.screen import Screen
from union_audit.words import N_

ENVIRONMENT = N_("Each option can also be set in the environment: UNION_AUDIT_TARGETS for --targets, several values between “;”.")

COMMANDS = {
    "check": N_("Check submissions against the plan, and show the gaps, the worst first."),
    "monthly": N_("Audit the month that closed, compare it with those before, and publish its reports: run again, it changes nothing."),
    "send": N_("Mail finished reports, and what still waits to be mailed: each message once."),
    "trend": N_("Show targets or units over the months: how they moved, which gaps are new, closed or lasting, and where the pace leads."),
    "init": N_("Start the folder of a plan: files to fill in, and the lines that let the monthly run start by itself."),
    "inspect": N_("Show how each file was read: its tables, which column is which field, what was left out and why."),
    "template": N_("Write blank workbooks for the units to fill in, made from the targets."),
    "targets": N_("List the targets of the plan; check or describe its file."),
    "explain": N_("Say what a finding code or a target means, and what to do about it."),
}
"""What each command does. It is the function of its name in the module of its name, or the group `app` there."""


def application(arguments: Sequence[str] = ()) -> typer.Typer:
    """Return the commands; only the one that a command line begins with, if it does: to make all takes as long as reading a province."""
    app = typer.Typer(
        name="union-audit",
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,  # plain text starts twice as fast
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(
        invoke_without_command=True,
        help=N_("Check the figures of trade-union offices against a plan, and show, ranked, what is still to do."),
    )(union_audit)
    for name in [word for word in arguments[:1] if word in COMMANDS] or COMMANDS:
        module = import_module(f"union_audit.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, help=COMMANDS[name])
        else:
            app.command(name, cls=Command, epilog=ENVIRONMENT, help=COMMANDS[name])(getattr(module, name))
    return app


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
