"""`union-audit explain`: what a finding code or a target means, and what to do about it."""

from typing import Annotated

import typer

from union_audit.cli.discovery import find_targets
from union_audit.cli.options import Lang, NoColor, Targets
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Given, settings_of
from union_audit.cli.speech import tune
from union_audit.words import N_


def explain(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=N_("CODE"), help=N_("A finding code such as UA201, or the id of a target."))],
    *,
    targets: Targets = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """Print what the code or the target means."""
    from union_audit.cli.explaining import code_text, target_text  # noqa: PLC0415 (what help does not need)
    from union_audit.findings import CODES  # noqa: PLC0415

    screen: Screen = ctx.obj
    settings = settings_of(ctx)
    if finding_code := CODES.get(code.upper()):
        tune(screen, settings)
        screen.result(code_text(finding_code, screen))
        return
    from union_audit.plan import load_plan  # noqa: PLC0415 (and what a code does not need)

    plan = load_plan(find_targets(settings))
    tune(screen, settings, plan)
    by_id = {target.id: target for target in plan.targets}
    known = Given(code, "").one_of([*by_id, *CODES], N_("“{value}” is neither a finding code nor a target of this plan."))
    screen.result(target_text(by_id[known], plan, screen))
