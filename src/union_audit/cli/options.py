"""The options that commands share: one type each, so that the same words mean the same thing everywhere.

All values are texts here; `settings` converts them, wherever they come from, so that a wrong one is answered in one way.
"""

from typing import Annotated

import typer

from union_audit import __version__
from union_audit.words import N_

INPUT = N_("What is checked")
SCOPE = N_("What is judged")
REPORTS = N_("Reports")
GENERAL = N_("Options")

FILE, DIRECTORY, ID, CODE, LEVEL = N_("FILE"), N_("DIR"), N_("ID"), N_("CODE"), N_("LEVEL")

Paths = Annotated[list[str], typer.Argument(metavar=N_("PATH..."), help=N_("Submissions: spreadsheet or CSV files, or folders of them."))]
Files = Annotated[list[str], typer.Argument(metavar=N_("FILE..."), help=N_("Submissions: spreadsheet or CSV files."))]

Targets = Annotated[
    str | None,
    typer.Option(
        "--targets",
        "-t",
        metavar=FILE,
        help=N_("The plan. Otherwise targets.yaml beside the named file, in the working folder, or the one that comes with the program."),
        rich_help_panel=INPUT,
    ),
]
Units = Annotated[
    str | None,
    typer.Option(
        "--units",
        metavar=FILE,
        help=N_("The roster of units. Otherwise the plan's own, or units.csv beside the plan."),
        rich_help_panel=INPUT,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar=N_("PERIOD"),
        help=N_("2025-06, 2025-Q2, 2025-H1, 2025-9M or 2025. Otherwise the latest that the submissions are about."),
        rich_help_panel=INPUT,
    ),
]
UnitOf = Annotated[
    list[str] | None,
    typer.Option(
        "--unit-of",
        metavar=N_("FILE=CODE"),
        help=N_("Say whose file it is, where the file does not tell. Repeatable."),
        rich_help_panel=INPUT,
    ),
]
LevelOf = Annotated[
    list[str] | None,
    typer.Option(
        "--level-of",
        metavar=N_("[UNIT=]LEVEL"),
        help=N_("Say the level of a unit, or of all, where there is no roster. Repeatable."),
        rich_help_panel=INPUT,
    ),
]

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar=N_("DATE"), help=N_("The date of the audit, as 2025-07-05. Otherwise today."), rich_help_panel=SCOPE),
]
Expect = Annotated[
    str | None,
    typer.Option(
        "--expect",
        metavar="found|all",
        help=N_("Judge the units found, or all that had to submit. Otherwise all for a folder or a zip, found for files."),
        rich_help_panel=SCOPE,
    ),
]
UnitOption = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar=CODE, help=N_("Show only this unit; ranks stay those of the whole. Repeatable."), rich_help_panel=SCOPE),
]
LevelOption = Annotated[
    list[str] | None,
    typer.Option("--level", metavar=LEVEL, help=N_("Show only the units of this level. Repeatable."), rich_help_panel=SCOPE),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar=ID, help=N_("Judge only this target. Repeatable."), rich_help_panel=SCOPE),
]
Skip = Annotated[
    list[str] | None,
    typer.Option("--skip", metavar=ID, help=N_("Leave this target out. Repeatable."), rich_help_panel=SCOPE),
]
Waivers = Annotated[
    str | None,
    typer.Option("--waivers", metavar=FILE, help=N_("Gaps that were accepted: a CSV or Excel file."), rich_help_panel=SCOPE),
]
Compare = Annotated[
    str | None,
    typer.Option(
        "--compare",
        metavar=N_("PERIOD|FILE"),
        help=N_("Compare with another period of the same submissions, or of --history, or with an earlier JSON result."),
        rich_help_panel=SCOPE,
    ),
]
HistoryToCompare = Annotated[
    str | None,
    typer.Option(
        "--history",
        metavar=FILE,
        help=N_("The history of the monthly runs: --compare takes the period from there."),
        rich_help_panel=SCOPE,
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="gap|data|none",
        help=N_("When to end with exit code 1: on a gap or missing figures (the default), on missing figures only, or never."),
        rich_help_panel=SCOPE,
    ),
]

Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar=N_("NAME[:PATH]"),
        help=N_("table, json, csv, xlsx or html; PATH “-” is standard output, where table and json go by themselves. Repeatable."),
        rich_help_panel=REPORTS,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar=DIRECTORY,
        help=N_("The folder for reports that were given no path. Alone: an xlsx and an html report."),
        rich_help_panel=REPORTS,
    ),
]
Top = Annotated[
    str | None,
    typer.Option("--top", metavar="N", help=N_("Show the N worst of each ranking (it says of how many)."), rich_help_panel=REPORTS),
]
EvidenceOption = Annotated[
    str | None,
    typer.Option(
        "--evidence",
        metavar="auto|all",
        help=N_("Write the cell of every figure, also above 100,000 assessments."),
        rich_help_panel=REPORTS,
    ),
]
Feedback = Annotated[
    str | None,
    typer.Option(
        "--feedback",
        metavar=DIRECTORY,
        help=N_("The folder for what goes back to each unit: a page, its workbook with every fault marked, and the text of a mail."),
        rich_help_panel=REPORTS,
    ),
]
Templates = Annotated[
    str | None,
    typer.Option(
        "--templates",
        metavar=DIRECTORY,
        help=N_("A folder whose templates take the place of those of the same name that come with the program."),
        rich_help_panel=REPORTS,
    ),
]
Redact = Annotated[
    bool,
    typer.Option(
        "--redact",
        help=N_("For readers outside: units by their codes, and no text of a submission, in every report."),
        rich_help_panel=REPORTS,
    ),
]
ListFormat = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="table|json", help=N_("How to write the result."), rich_help_panel=GENERAL),
]

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="vi|en", help=N_("Vietnamese or English. Otherwise the locale's, or the plan's."), rich_help_panel=GENERAL
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help=N_("Say less: one line instead of the table, and nothing else but errors."), rich_help_panel=GENERAL
    ),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help=N_("Say which plan, roster and period are used."), rich_help_panel=GENERAL),
]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", help=N_("No colours and no bold letters (as the variable NO_COLOR)."), rich_help_panel=GENERAL),
]


def _show_version(ctx: typer.Context, asked: bool) -> None:  # noqa: FBT001 (Typer's signature of a callback)
    if asked:
        ctx.obj.result(f"union-audit {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", is_eager=True, callback=_show_version, help=N_("Show the version and exit."), rich_help_panel=GENERAL),
]
