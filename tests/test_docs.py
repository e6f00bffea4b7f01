"""The documentation says what the program does."""

import json
import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

import documents
from union_audit.audit.result import Reason, Status
from union_audit.cli.app import application
from union_audit.findings import CODES

ROOT = documents.ROOT
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
AGAIN = "write it again with: python tests/documents.py"


def commands() -> dict[str, list[str]]:
    """Return every command with the long names of its options."""
    found: dict[str, list[str]] = {}
    waiting = [("", get_command(application()))]
    while waiting:
        name, command = waiting.pop()
        found[name] = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        if isinstance(command, TyperGroup):
            waiting += [(f"{name} {each}".strip(), below) for each, below in command.commands.items()]
    return found


def test_the_page_of_findings_is_that_of_the_program() -> None:
    assert documents.FINDINGS.read_text(encoding="utf-8") == documents.findings(), AGAIN


def test_every_code_is_complete() -> None:
    for code in CODES.values():
        assert code.message, code.id
        assert code.meaning.endswith("."), code.id
        assert code.action.endswith("."), code.id


def test_the_page_of_figures_names_every_key_status_and_reason_of_the_result() -> None:
    schema = json.loads((ROOT / "src" / "union_audit" / "reports" / "result.schema.json").read_text(encoding="utf-8"))
    words = {*schema["properties"], *(status.name.lower() for status in Status), *(reason.name.lower() for reason in Reason if reason)}
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    assert [word for word in words if f"`{word}`" not in page] == []


@pytest.mark.parametrize("page", documents.WITH_OUTPUT, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_the_command_prints(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == documents.with_outputs(text), AGAIN


@pytest.mark.parametrize("command", [name for name in commands() if name])
def test_every_command_is_documented_with_its_help(command: str) -> None:
    text = COMMANDS_PAGE.read_text(encoding="utf-8")
    assert f"`union-audit {command}`" in text
    assert f"<!-- output of: union-audit {command} --help --lang en -->\n```text\nUsage: union-audit {command}" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_commands_and_options_that_exist(page: Path) -> None:
    known = commands()
    for line in re.findall(r"union-audit ([a-z][^`\n|&]*)", page.read_text(encoding="utf-8")):
        words = line.split()
        name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
        assert name in known, line
        options = {word.split("=")[0] for word in words if re.match(r"--[a-z]", word)}
        assert options <= {*known[name], *known[""], "--help"}, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target.startswith(("https://", "mailto:")) or (page.parent / target).exists(), target
