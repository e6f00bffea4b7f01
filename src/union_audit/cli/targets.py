"""`union-audit targets`: lists the targets; `validate` checks the file; `schema` prints its JSON Schema."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from union_audit.cli.discovery import find_targets
from union_audit.cli.grammar import Command, Group
from union_audit.cli.options import Lang, ListFormat, NoColor, Targets
from union_audit.cli.screen import Screen
from union_audit.cli.settings import settings_of, wants_json
from union_audit.cli.speech import tune
from union_audit.words import N_

if TYPE_CHECKING:  # the plan comes with its loader, which help does not need
    from union_audit.plan.model import Plan

app = typer.Typer(name="targets", cls=Group, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def list_targets(
    ctx: typer.Context,
    *,
    targets: Targets = None,
    format: ListFormat = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """List the targets, unless another command follows."""
    if ctx.invoked_subcommand is None:
        as_json = wants_json(format)
        plan, screen = _load(ctx)
        if as_json:
            from union_audit.cli.listing_json import plan_json  # noqa: PLC0415 (what help does not need, as the next)

            screen.result(plan_json(plan))
        else:
            from union_audit.cli.listing import plan_text  # noqa: PLC0415

            screen.result(plan_text(plan, screen))


@app.command("validate", cls=Command, help=N_("Check targets.yaml: every fault is named with its line."))
def validate(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar=N_("[FILE]"), help=N_("The file to check. Otherwise the plan in use."))] = None,
    *,
    targets: Targets = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """Load the file: that names every fault in it."""
    plan, screen = _load(ctx, file)
    counts = {"targets": len(plan.targets), "fields": len(plan.fields), "levels": len(plan.levels)}
    screen.result(
        screen.language("{file}: no faults. Targets: {targets}; fields: {fields}; levels: {levels}.", file=str(plan.path), **counts)
    )


@app.command("schema", cls=Command, help=N_("Print the JSON Schema of targets.yaml, for editors and other programs."))
def schema(ctx: typer.Context, *, lang: Lang = None) -> None:
    """Print the schema."""
    from union_audit.cli.listing_json import schema_json  # noqa: PLC0415

    screen: Screen = ctx.obj
    screen.result(schema_json())


def _load(ctx: typer.Context, file: str | None = None) -> tuple["Plan", Screen]:
    """Load the plan, and from then on speak its language."""
    from union_audit.plan import load_plan  # noqa: PLC0415

    screen: Screen = ctx.obj
    settings = settings_of(ctx)
    plan = load_plan(Path(file) if file else find_targets(settings))
    tune(screen, settings, plan)
    return plan, screen
