"""`union-audit check`: audits submissions and shows the ranked gaps."""

import typer

from union_audit.cli.options import (
    AsOf,
    Compare,
    EvidenceOption,
    Expect,
    FailOn,
    Feedback,
    Format,
    HistoryToCompare,
    Lang,
    LevelOf,
    LevelOption,
    NoColor,
    Only,
    Output,
    Paths,
    PeriodOption,
    Quiet,
    Redact,
    Skip,
    Targets,
    Templates,
    Top,
    UnitOf,
    UnitOption,
    Units,
    Verbose,
    Version,
    Waivers,
)
from union_audit.cli.settings import paths_of, settings_of


def check(
    ctx: typer.Context,
    paths: Paths,
    *,
    targets: Targets = None,
    units: Units = None,
    period: PeriodOption = None,
    unit_of: UnitOf = None,
    level_of: LevelOf = None,
    as_of: AsOf = None,
    expect: Expect = None,
    unit: UnitOption = None,
    level: LevelOption = None,
    only: Only = None,
    skip: Skip = None,
    waivers: Waivers = None,
    compare: Compare = None,
    history: HistoryToCompare = None,
    fail_on: FailOn = None,
    format: Format = None,
    output: Output = None,
    top: Top = None,
    evidence: EvidenceOption = None,
    redact: Redact = False,
    feedback: Feedback = None,
    templates: Templates = None,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    version: Version = False,
) -> int:
    """Audit what is at the paths, write the reports, and return the exit code."""
    from union_audit.cli.checking import run_check  # noqa: PLC0415 (numpy and more, which help does not need)

    return run_check(paths_of(paths), settings_of(ctx), ctx.obj)
