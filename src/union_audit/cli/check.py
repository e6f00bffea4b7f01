"""`union-audit check`: audits submissions and shows the ranked gaps."""

import typer

from union_audit.cli.options import (
    AsOf,
    Compare,
    EvidenceOption,
    Expect,
    FailOn,
    Format,
    Lang,
    LevelOf,
    LevelOption,
    NoColor,
    Only,
    Output,
    Paths,
    PeriodOption,
    Quiet,
    Skip,
    Targets,
    Top,
    UnitOf,
    UnitOption,
    Units,
    Verbose,
    Version,
    Waivers,
)
from union_audit.cli.settings import paths_of, settings_of


def check(  # noqa: PLR0913 (one parameter an option; `settings_of` reads them)
    ctx: typer.Context,
    paths: Paths,
    *,
    targets: Targets = None,  # noqa: ARG001
    units: Units = None,  # noqa: ARG001
    period: PeriodOption = None,  # noqa: ARG001
    unit_of: UnitOf = None,  # noqa: ARG001
    level_of: LevelOf = None,  # noqa: ARG001
    as_of: AsOf = None,  # noqa: ARG001
    expect: Expect = None,  # noqa: ARG001
    unit: UnitOption = None,  # noqa: ARG001
    level: LevelOption = None,  # noqa: ARG001
    only: Only = None,  # noqa: ARG001
    skip: Skip = None,  # noqa: ARG001
    waivers: Waivers = None,  # noqa: ARG001
    compare: Compare = None,  # noqa: ARG001
    fail_on: FailOn = None,  # noqa: ARG001
    format: Format = None,  # noqa: A002, ARG001
    output: Output = None,  # noqa: ARG001
    top: Top = None,  # noqa: ARG001
    evidence: EvidenceOption = None,  # noqa: ARG001
    lang: Lang = None,  # noqa: ARG001
    quiet: Quiet = False,  # noqa: ARG001
    verbose: Verbose = False,  # noqa: ARG001
    no_color: NoColor = False,  # noqa: ARG001
    version: Version = False,  # noqa: ARG001
) -> int:
    """Audit what is at the paths, write the reports, and return the exit code."""
    from union_audit.cli.checking import run_check  # noqa: PLC0415 (numpy and more, which help does not need)

    return run_check(paths_of(paths), settings_of(ctx), ctx.obj)
