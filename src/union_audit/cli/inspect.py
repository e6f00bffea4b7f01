"""`union-audit inspect`: shows how each file was read."""

from typing import Annotated

import typer

from union_audit.cli.options import Files, Lang, LevelOf, ListFormat, NoColor, PeriodOption, Targets, UnitOf, Units
from union_audit.cli.settings import paths_of, settings_of, wants_json
from union_audit.cli.speech import tune
from union_audit.words import N_

Figures = Annotated[bool, typer.Option("--figures", help=N_("Print every figure that was read, with its cell."))]
Cells = Annotated[bool, typer.Option("--cells", help=N_("With -f json: print the raw cells of one file, as they stand."))]


def inspect(
    ctx: typer.Context,
    files: Files,
    *,
    targets: Targets = None,
    units: Units = None,
    period: PeriodOption = None,
    unit_of: UnitOf = None,
    level_of: LevelOf = None,
    figures: Figures = False,
    cells: Cells = False,
    format: ListFormat = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> int:
    """Read the files and print what was made of them; return the exit code."""
    from union_audit.cli.inspecting import print_cells, print_reading  # noqa: PLC0415 (numpy and more, which help does not need)

    paths, settings, screen, as_json = paths_of(files), settings_of(ctx), ctx.obj, wants_json(format)
    if cells:
        tune(screen, settings)
        return print_cells(paths, screen, as_json=as_json)
    return print_reading(paths, settings, screen, as_json=as_json, figures=figures)
