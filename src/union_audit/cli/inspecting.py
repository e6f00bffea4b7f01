"""How files were read, as text or JSON; or their raw cells."""

import json
from pathlib import Path

from union_audit.cli.checking import read_submissions
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.figures_read import figures_json, figures_text
from union_audit.cli.readings_json import readings_json
from union_audit.cli.readings_text import ReadingsText
from union_audit.cli.screen import Screen
from union_audit.cli.set_up import set_up
from union_audit.cli.settings import Settings
from union_audit.cli.settling import SetUpFiles
from union_audit.cli.verdict import inputs_failed
from union_audit.errors import Problem, UsageError
from union_audit.findings import CODES, Finding, Severity, Source
from union_audit.reports.words import Words
from union_audit.sheets import Refused, cells_as_json, read_book, without_value
from union_audit.sheets.raw import Plain
from union_audit.words import N_


def print_reading(paths: tuple[Path, ...], settings: Settings, screen: Screen, *, as_json: bool, figures: bool) -> ExitCode:
    """Print what was made of the files, or every figure of them, and return 3 where one of them is missing or refused."""
    request = set_up(paths, settings, screen)
    submissions = read_submissions(request, screen)
    inputs, findings = submissions.inputs, submissions.findings
    files = SetUpFiles(request.plan.path.name, request.roster.path.name if request.roster and request.roster.path else "units.csv")
    if as_json:
        words = Words(screen.language)
        content = figures_json(submissions) if figures else readings_json(inputs, findings, request.plan, words, files)
        screen.result(json.dumps(content, ensure_ascii=False, indent=2))
    elif figures:
        screen.result("\n".join(figures_text(submissions, screen)))
    else:
        screen.result(str(ReadingsText(inputs, findings, request.plan, screen, files)))
    return ExitCode.INPUT if inputs_failed(inputs, findings) else ExitCode.DONE


def print_cells(paths: tuple[Path, ...], screen: Screen, *, as_json: bool) -> ExitCode:
    """Print the raw cells of one file, and return 1 where something in it could not be read as it is, 3 where the file could not.

    Raises:
        UsageError: more than one file is named, or JSON is not asked for.
    """
    if len(paths) != 1 or not as_json:
        raise UsageError(Problem(N_("--cells prints one file, as JSON."), hint=N_("Write: union-audit inspect --cells -f json FILE")))
    sheets: dict[str, list[list[Plain]]] = {}
    try:
        book = read_book(paths[0])
        sheets, findings, code = cells_as_json(book), (*book.findings, *without_value(book)), ExitCode.DONE
    except Refused as refusal:
        findings, code = (refusal.finding,), ExitCode.INPUT
    notes, warnings = (
        [finding for finding in findings if (CODES[finding.code].severity is Severity.INFO) is is_note] for is_note in (True, False)
    )
    said = {name: [_said(each, screen) for each in found] for name, found in (("warnings", warnings), ("notes", notes))}
    screen.result(json.dumps({"sheets": sheets, **said}, ensure_ascii=False))
    return ExitCode.FOUND if warnings and code is ExitCode.DONE else code


def _said(finding: Finding, screen: Screen) -> dict[str, str]:
    source = finding.source or Source("")
    message = screen.language(CODES[finding.code].message, **finding.args)
    return {"code": finding.code, "message": message, "sheet": source.sheet, "cell": source.cell}
