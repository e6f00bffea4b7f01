"""Every word that a user sees is in the catalogue of every language, whole and with the same fields."""

import ast
import re
import unicodedata
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog

import catalogue

LANGUAGES = catalogue.catalogues()
MARKED_ARGUMENTS = {"Code": (2, 3, 4), "Problem": (0,)}
"""Where a call takes a message that is shown later, the positions of its messages; a `hint=` or `help=` is one anywhere."""


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest) -> Catalog:
    return catalogue.read(LANGUAGES[request.param])


@pytest.fixture(scope="module")
def source() -> Catalog:
    return catalogue.extracted()


def test_there_are_messages(source: Catalog) -> None:
    assert len(source) > 300
    assert LANGUAGES


def test_every_message_is_translated(source: Catalog, translated: Catalog) -> None:
    done = {message.id for message in catalogue.messages(translated) if all(catalogue.texts(message)[1]) and not message.fuzzy}
    assert [message.id for message in catalogue.messages(source) if message.id not in done] == [], "run python tests/catalogue.py"


def test_nothing_is_translated_that_is_no_longer_said(source: Catalog, translated: Catalog) -> None:
    said = {message.id for message in catalogue.messages(source)}
    assert [message.id for message in catalogue.messages(translated) if message.id not in said] == [], "run python tests/catalogue.py"
    assert not translated.obsolete


def test_translations_have_the_fields_of_their_messages(translated: Catalog) -> None:
    for message in catalogue.messages(translated):
        ids, strings = catalogue.texts(message)
        needed, known = catalogue.fields(ids[-1]), set().union(*map(catalogue.fields, ids))
        assert all(needed <= catalogue.fields(text) <= known for text in strings), ids


def test_translations_are_composed_and_end_as_their_messages_do(translated: Catalog) -> None:
    for message in catalogue.messages(translated):
        ids, strings = catalogue.texts(message)
        for text in strings:
            assert unicodedata.is_normalized("NFC", text), text
            assert text == text.strip(), text
            assert "  " not in text, text
            assert _ending(text) == _ending(ids[-1]), (ids, text)


def test_messages_that_are_formatted_can_be(source: Catalog) -> None:
    for message in catalogue.messages(source):
        for text in catalogue.texts(message)[0]:
            assert all(re.fullmatch("[a-z_]+", name) for name in catalogue.fields(text)), text


def test_what_is_translated_is_a_literal_or_was_marked_elsewhere() -> None:
    """`language(f"…")` or `language("a" if x else "b")` would never be found by the extraction."""
    assert list(_hidden_literals()) == []


def test_what_is_shown_later_is_marked() -> None:
    assert list(_unmarked()) == []


def test_templates_hold_no_words_of_their_own() -> None:
    for path in sorted((catalogue.ROOT / "templates").rglob("*.j2")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<(style|script)\b.*?</\1>|<!--.*?-->|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
        words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if not word.isupper()]  # SHA is the name of a sum, in any language
        assert words == [], path.name


def test_scripts_and_styles_hold_no_words_of_their_own() -> None:
    """They get their words from the page, where they are the catalogue's."""
    for path in sorted((catalogue.ROOT / "templates").rglob("*.*s")):
        text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        shown = re.findall(r"content:([^;}]*)", text) if path.suffix == ".css" else [text]
        quoted = [quote[1:-1] for each in shown for quote in re.findall(r"""\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`""", each)]
        words = [quote for quote in quoted if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-Z][a-z]", re.sub(r"\$\{.*?\}", "", quote))]
        assert [quote for quote in words if quote != "use strict"] == [], path.name


@pytest.mark.parametrize(
    "path",
    ["targets.yaml", "README.vi.md", "examples/units.csv", *(path.relative_to(catalogue.ROOT).as_posix() for path in LANGUAGES.values())],
)
def test_vietnamese_is_composed_and_places_tone_marks_in_one_way(path: str) -> None:
    text = (catalogue.ROOT / path).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert re.findall(r"\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", text, re.IGNORECASE) == [], "the mark stands on the vowel before: hòa, ủy"


def _ending(text: str) -> str:
    return text[-1] if text[-1] in ".:?" and text != "No." else ""


def _hidden_literals() -> Iterator[str]:
    for name, tree in catalogue.modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (count := catalogue.KEYWORDS.get(catalogue.called(node))):
                for given in node.args[:count]:
                    inside = [each for each in ast.walk(given) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
                    keys = [each for each in ast.walk(given) if isinstance(each, ast.Subscript | ast.Call)]
                    if not isinstance(given, ast.Constant) and any(each.value for each in inside) and not keys:
                        yield f"{name}:{given.lineno}"


def _unmarked() -> Iterator[str]:
    for name, tree in catalogue.modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            given = [node.args[place] for place in MARKED_ARGUMENTS.get(catalogue.called(node), ()) if place < len(node.args)]
            given += [keyword.value for keyword in node.keywords if keyword.arg in ("hint", "help", "metavar", "epilog")]
            for each in given:
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and re.search(r"[A-Z]?[a-z]{2,} [a-z]", each.value):
                    yield f"{name}:{each.lineno}: {each.value}"
