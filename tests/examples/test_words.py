"""In Vietnamese, no word that the program says about the examples is missing from the catalogue."""

import contextlib
import gettext
import re
from functools import cache
from pathlib import Path

import pytest

import catalogue
from union_audit.cli import run
from union_audit.findings import CODES

ROOT = Path(__file__).parents[2]
WIDE = "examples/2023-06/Bieu 01 - Tong hop thang 6.2023.xlsx"

NO_WORDS = re.compile(r"\{\w+\}|[a-z]+(\|[a-z]+)+")
"""Fields, and the values of options ("vi|en")."""


@pytest.mark.parametrize(
    "command",
    [
        ("check", "examples/2023-06", "--units", "examples/units.csv"),
        (
            "check",
            "examples/data.xlsx",
            "-v",
            "-f",
            "table",
            "-f",
            "csv:{folder}/a.csv",
            "-f",
            "xlsx:{folder}/a.xlsx",
            "-f",
            "html:{folder}/a.html",
        ),
        ("check", "examples/nothing-here"),
        ("check", "examples/data.xlsx", "--only", "online_meting"),
        ("inspect", WIDE, "examples/2023-06/CD cac KCN.xlsx"),
        ("targets",),
        ("targets", "validate"),
        *(("explain", word) for word in ("computer_security", "documents_published", *CODES)),
        ("--help",),
        ("check", "--help"),
        ("inspect", "--help"),
        ("explain", "--help"),
        ("targets", "--help"),
    ],
    ids=" ".join,
)
def test_everything_is_said_in_vietnamese(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing: set[str] = set()
    translate, choose = gettext.GNUTranslations.gettext, gettext.GNUTranslations.ngettext

    def checked(message: str, said: str) -> str:
        if message == said and re.search("[A-Za-z]{2}", NO_WORDS.sub("", message)):
            missing.add(message)
        return said

    monkeypatch.setattr(gettext.GNUTranslations, "gettext", lambda self, message: checked(message, translate(self, message)))
    monkeypatch.setattr(gettext.GNUTranslations, "ngettext", lambda self, one, many, n: checked(many, choose(self, one, many, n)))
    with contextlib.chdir(ROOT):
        run(["--lang", "vi", *(word.replace("{folder}", str(tmp_path)) for word in command)])
    assert missing == set()
    said = " ".join("".join(capsys.readouterr()).split())
    assert [message for message in english_sentences() if message in said] == []


@cache
def english_sentences() -> list[str]:
    """Return the messages of two words and more, without fields: none of them is part of a Vietnamese text."""
    every = (text for message in catalogue.messages(catalogue.extracted()) for text in catalogue.texts(message)[0])
    return [text for text in every if "{" not in text and " " in text]
