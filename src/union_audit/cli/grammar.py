"""Typer's commands in the user's language: help and usage errors are catalogue messages like all other words."""

from collections.abc import Iterator
from contextlib import contextmanager

from typer._click import Command as AnyCommand
from typer._click import Context, HelpFormatter, Parameter
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption
from typer._click.formatting import join_options
from typer.core import TyperCommand, TyperGroup, TyperOption

from union_audit.cli.options import GENERAL
from union_audit.cli.screen import Screen
from union_audit.errors import Problem, UsageError
from union_audit.language import Language
from union_audit.nearest import DID_YOU_MEAN, nearest
from union_audit.words import N_

ARGUMENTS = N_("Arguments")
HELP = N_("Show this message and exit.")  # Typer's own sentence, marked here for the catalogue
SEE_HELP = N_("See: {command} --help")


class Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that shows the help."""
        return _shown_as_result(super().get_help_option(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help."""
        _write_help(self, ctx, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the command line.

        Raises:
            UsageError: it is wrong.
        """
        ctx.allow_extra_args = True  # so that the complaint is ours
        with _in_our_words(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise _error(ctx, N_("Nothing more is expected here: “{rest}”."), rest=" ".join(rest))
        return rest


class Group(TyperGroup):
    """A group of commands whose help speaks the user's language."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option that shows the help."""
        return _shown_as_result(super().get_help_option(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help, and a line for each command."""
        _write_help(self, ctx, formatter)
        language = _language(ctx)
        with formatter.section(language("Commands")):
            formatter.write_dl([(name, language(command.help or "")) for name, command in self.commands.items()])

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the command line up to the command.

        Raises:
            UsageError: it is wrong.
        """
        with _in_our_words(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Return the command that the arguments name.

        Raises:
            UsageError: there is no such command.
        """
        if args[0] not in self.commands:
            raise _error(ctx, N_("There is no command “{name}”."), nearest(args[0], self.commands), name=args[0])
        return super().resolve_command(ctx, args)


@contextmanager
def _in_our_words(ctx: Context) -> Iterator[None]:
    """Turn Typer's complaints about a command line into our own."""
    try:
        yield
    except NoSuchOption as error:
        known = [name for parameter in ctx.command.get_params(ctx) for name in parameter.opts if len(name) > len("-x")]
        likely = nearest(error.option_name, known) if error.option_name.startswith("--") else None
        raise _error(ctx, N_("There is no option {option} here."), likely, option=error.option_name) from None
    except BadOptionUsage as error:
        takes_none = "does not take" in error.message
        message = N_("The option {option} takes no value.") if takes_none else N_("The option {option} needs a value.")
        raise _error(ctx, message, option=error.option_name) from None
    except MissingParameter:
        usage = f"{ctx.command_path} {_pieces(ctx)}"
        raise _error(ctx, N_("Something is missing. The command is: {usage}"), usage=usage) from None


def _error(ctx: Context, message: str, likely: str | None = None, **args: object) -> UsageError:
    hint = DID_YOU_MEAN if likely else SEE_HELP
    return UsageError(Problem(message, {"command": ctx.command_path, "nearest": likely, **args}, hint=hint))


def _language(ctx: Context) -> Language:
    screen: Screen = ctx.obj
    return screen.language


def _shown_as_result(option: TyperOption | None) -> TyperOption | None:
    """Let the help go where results go: a reader that has had enough of it is no error, a full disk is one."""
    if option:
        option.callback = _show_help
    return option


def _show_help(ctx: Context, _parameter: Parameter, asked: bool) -> None:  # noqa: FBT001 (Typer's signature of a callback)
    if asked:
        screen: Screen = ctx.obj
        screen.result(ctx.get_help())
        ctx.exit()


def _write_help(command: AnyCommand, ctx: Context, formatter: HelpFormatter) -> None:
    """Write how to call the command, what it does, and its options under their headings."""
    language = _language(ctx)
    formatter.write_usage(ctx.command_path, _pieces(ctx), prefix=language("Usage:") + " ")
    formatter.write_paragraph()
    formatter.write_text(language(command.help or ""))
    sections: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        heading = getattr(parameter, "rich_help_panel", None) or (GENERAL if isinstance(parameter, TyperOption) else ARGUMENTS)
        sections.setdefault(heading, []).append((_written(parameter, language), language(getattr(parameter, "help", None) or "")))
    for heading, rows in sections.items():
        with formatter.section(language(heading)):
            formatter.write_dl(rows)
    if command.epilog:
        formatter.write_paragraph()
        formatter.write_text(language(command.epilog))


def _written(parameter: Parameter, language: Language) -> str:
    """Return how to write an option or argument: "-t, --targets FILE"."""
    metavar = language(parameter.metavar or "")
    if not isinstance(parameter, TyperOption):
        return metavar
    return " ".join(filter(None, (join_options(parameter.opts)[0], metavar)))


def _pieces(ctx: Context) -> str:
    """Return what follows the command in its usage line."""
    language = _language(ctx)
    arguments = [_written(parameter, language) for parameter in ctx.command.params if not isinstance(parameter, TyperOption)]
    command = [language("COMMAND ...")] if isinstance(ctx.command, TyperGroup) else []
    return " ".join([language("[OPTIONS]"), *arguments, *command])
