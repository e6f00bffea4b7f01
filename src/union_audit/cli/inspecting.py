"""How files were read, as text or JSON; or their raw cells."""

import json
from pathlib import Path

from union_audit.cli.checking import read_submissions
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.raw_cells import JsonCell, cells_of
from union_audit.cli.readings_json import readings_json
from union_audit.cli.readings_text import ReadingsText
from union_audit.cli.screen import Screen
from union_audit.cli.set_up import set_up
from union_audit.cli.settings import Settings
from union_audit.cli.verdict import inputs_failed
from union_audit.errors import Problem, UsageError
from union_audit.findings import CODES, Finding, Severity
from union_audit.language import Language
from union_audit.reports.words import Words
from union_audit.sheets import Refused, read_book
from union_audit.words import N_


def print_reading(paths: tuple[Path, ...], settings: Settings, screen: Screen, *, as_json: bool) -> ExitCode:
    """Print what was made of the files, and return 3 where one of them is missing or refused."""
    request = set_up(paths, settings, screen)
    submissions = read_submissions(request, screen)
    inputs, findings = submissions.inputs, submissions.findings
    if as_json:
        screen.result(json.dumps(readings_json(inputs, findings, request.plan, Words(screen.language)), ensure_ascii=False, indent=2))
    else:
        screen.result(str(ReadingsText(inputs, findings, request.plan, screen)))
    return ExitCode.INPUT if inputs_failed(inputs, findings) else ExitCode.DONE


def print_cells(paths: tuple[Path, ...], screen: Screen, *, as_json: bool) -> ExitCode:
    """Print the raw cells of one file, and return 1 where something in it could not be read as it is, 3 where the file could not.

    Raises:
        UsageError: more than one file is named, or JSON is not asked for.
    """
    if len(paths) != 1 or not as_json:
        raise UsageError(Problem(N_("--cells prints one file, as JSON."), hint=N_("Write: union-audit inspect --cells -f json FILE")))
    sheets: dict[str, list[list[JsonCell]]] = {}
    try:
        book = read_book(paths[0])
    except Refused as refusal:
        warnings, code = [_message(refusal.finding, screen.language)], ExitCode.INPUT
    else:
        sheets = cells_of(book)
        warnings = [_message(finding, screen.language) for finding in book.findings if _is_warning(finding)]
        code = ExitCode.FOUND if warnings else ExitCode.DONE
    screen.result(json.dumps({"sheets": sheets, "warnings": warnings}, ensure_ascii=False))
    return code


def _is_warning(finding: Finding) -> bool:
    return CODES[finding.code].severity is not Severity.INFO


def _message(finding: Finding, language: Language) -> str:
    """Return the finding in one line, with its place."""
    place = " ".join(filter(None, (finding.source.sheet, finding.source.cell))) if finding.source else ""
    said = language(CODES[finding.code].message, **finding.args)
    return f"{finding.code} {place}: {said}" if place else f"{finding.code}: {said}"
