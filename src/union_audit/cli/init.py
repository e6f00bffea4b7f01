"""`union-audit init`: starts the folder of a new plan."""

from typing import Annotated

import typer

from union_audit.cli.options import DIRECTORY, Lang, NoColor, Quiet, Verbose, Version
from union_audit.cli.settings import paths_of, settings_of
from union_audit.words import N_

Folder = Annotated[str, typer.Argument(metavar=f"[{DIRECTORY}]", help=N_("The folder of the plan; otherwise the working folder."))]


def init(
    ctx: typer.Context,
    folder: Folder = ".",
    *,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Make the files and folders, and return the exit code."""
    from union_audit.cli.starting import run_init  # noqa: PLC0415 (files, which help does not need)

    (place,) = paths_of([folder])
    return run_init(place, settings_of(ctx), ctx.obj)
