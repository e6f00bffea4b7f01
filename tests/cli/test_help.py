"""Help and usage errors: in the user's language, complete, and at 80 columns."""

import pytest

from running import Result, Run
from union_audit import __version__

COMMANDS = ("check", "inspect", "targets", "targets validate", "targets schema", "explain")
OPTIONS_OF_CHECK = (
    *("--targets", "-t", "--units", "--period", "--unit-of", "--level-of", "--as-of", "--expect", "--unit", "--level", "--only", "--skip"),
    *("--waivers", "--compare", "--fail-on", "--format", "-f", "--output", "-o", "--top", "--evidence"),
    *("--lang", "--quiet", "-q", "--verbose", "-v", "--no-color", "--version", "--help", "-h"),
)


@pytest.mark.parametrize("line", ["--version", "check --version"])
def test_the_version(run: Run, line: str) -> None:
    assert run(*line.split()) == Result(0, f"union-audit {__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command(run: Run, flag: str) -> None:
    result = run(flag)
    assert result.code == 0
    assert result.err == ""
    for command in ("check", "inspect", "targets", "explain"):
        assert f"  {command} " in result.out


def test_help_of_check_names_every_option(run: Run) -> None:
    words = run("check", "--help").out.replace(",", " ").split()
    assert set(OPTIONS_OF_CHECK) <= set(words)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_80_columns(run: Run, command: str, language: str) -> None:
    result = run(*command.split(), "--lang", language, "--help") if not command else run("--lang", language, *command.split(), "--help")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80


def test_without_a_command_help_is_shown_and_it_is_an_error(run: Run) -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "Usage: union-audit" in result.err


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("chek a.xlsx", "There is no command “chek”.", "Did you mean “check”?"),
        ("zzz", "There is no command “zzz”.", "See: union-audit --help"),
        ("check a.xlsx --tragets x", "There is no option --tragets here.", "Did you mean “--targets”?"),
        ("check a.xlsx -x", "There is no option -x here.", "See: union-audit check --help"),
        ("check a.xlsx --top", "The option --top needs a value.", "See: union-audit check --help"),
        ("check a.xlsx --quiet=1", "The option --quiet takes no value.", "See: union-audit check --help"),
        ("check", "Something is missing. The command is: union-audit check [OPTIONS] PATH...", "See: union-audit check --help"),
        ("explain UA001 UA002", "Nothing more is expected here: “UA002”.", "See: union-audit explain --help"),
        ("targets valdate", "There is no command “valdate”.", "Did you mean “validate”?"),
    ],
)
def test_a_wrong_command_line_is_one_message_with_a_hint(run: Run, line: str, message: str, hint: str) -> None:
    result = run(*line.split())
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: {message}\n  {hint}\n"
