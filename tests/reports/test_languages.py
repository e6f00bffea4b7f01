"""Reports speak one language: every word of theirs comes from its catalogue, every figure is written as it writes figures."""

import dataclasses
import gettext
import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sample_audit import AT, EARLIER, small_audit, small_plan
from union_audit.audit.result import Audit
from union_audit.language import Language
from union_audit.plan.model import ReportSettings
from union_audit.reports import Options, View, letter, write
from union_audit.reports.feedback import write_feedback

SPOKEN = ("table", "html", "xlsx", "feedback", "mail")
"""The formats that speak; those for programs have names of their own."""

WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"union", "audit", "SHA", "UA"}
"""What is called the same in every language: the program, the sum, the codes of findings."""

_SAID = {"aria-label", "title", "alt", "placeholder", "data-label", "data-words", "label"}
_UNSAID = {"style", "script"}


class Unspeaking(gettext.NullTranslations):
    """A catalogue that has no words for anything, only a number, and the places of what is named."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    def gettext(self, message: str) -> str:
        number = self._numbers.setdefault(message, len(self._numbers))
        return " ".join([f"◦{number}", *("{" + name + "}" for _, name, _, _ in Formatter().parse(message) if name)])

    def ngettext(self, one: str, many: str, count: int) -> str:  # noqa: ARG002 (gettext's signature)
        return self.gettext(many)


class Said(HTMLParser):
    """Everything that a page says: its texts, and the attributes that are read aloud or shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.texts += [value for name, value in attrs if name in _SAID and value]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser's signature)
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in not in _UNSAID:
            self.texts.append(data)


def audited() -> Audit:
    """Return an audit with something in every part of a report."""
    words = {"vi": "Tên", "en": "Name"}
    settings = ReportSettings(
        issued_by={"vi": ("Cấp trên",), "en": ("Above",)}, place=words, signatory={"vi": ("Chức vụ",), "en": ("Office",)}
    )
    return small_audit(of=small_plan(report=settings), scope={"compare": EARLIER})


def texts(name: str, language: Language, folder: Path) -> Iterator[str]:
    """Yield what a report says."""
    if name == "feedback":
        write_feedback(audited(), folder, Options(language, AT))
        for file in folder.rglob("*.*"):
            text = file.read_text(encoding="utf-8") if file.suffix in (".html", ".txt") else ""
            yield from Said(text).texts if file.suffix == ".html" else [text]
        return
    if name == "mail":
        view, page, plain = View(audited(), Options(language, AT)), io.StringIO(), io.StringIO()
        letter.write_html(view, page)
        letter.write_text(view, plain)
        yield from (plain.getvalue(), *Said(page.getvalue()).texts)
        return
    stream: Any = io.BytesIO() if name == "xlsx" else io.StringIO()
    write(name, audited(), stream, Options(language, AT, width=500, color=False))
    if name == "table":
        yield stream.getvalue()
    elif name == "html":
        yield from Said(stream.getvalue()).texts
    else:
        yield from _in_workbook(stream)


def _in_workbook(stream: io.BytesIO) -> Iterator[str]:
    """Yield the texts of cells, headings of tables, names of sheets, titles of charts, comments, headers and footers."""
    with zipfile.ZipFile(stream) as archive:
        for part in archive.namelist():
            if not part.endswith(".xml") or part.startswith(("docProps/", "xl/styles", "xl/theme", "[")):
                continue
            for element in ET.fromstring(archive.read(part)).iter():  # noqa: S314 (our own workbook)
                tag = element.tag.rpartition("}")[2]
                if tag in ("t", "oddHeader", "oddFooter", "evenHeader") and element.text:
                    yield re.sub(r'&[A-Z]|&amp;|&"[^"]*"', " ", element.text)
                if tag in ("sheet", "tableColumn", "cNvPr", "dataValidation"):
                    yield from (value for key, value in element.items() if key in ("name", "descr", "prompt", "error", "promptTitle"))


def data(value: object) -> Iterator[str]:
    """Yield every text that an audit holds: labels, names, places, what findings quote."""
    if isinstance(value, str | Path):
        yield str(value)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from data(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (*data(key), *data(each))
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from data(each)


@pytest.mark.parametrize("name", SPOKEN)
def test_every_word_comes_from_the_catalogue(name: str, tmp_path: Path) -> None:
    language = Language("vi")
    language.__dict__["_catalogue"] = Unspeaking()
    known = {word for text in (*data(audited()), language.long_date(AT.date())) for word in WORD.findall(text)} | NAMES
    said = (re.sub(r"\{\w+\}", "", text) for text in texts(name, language, tmp_path))  # what the page's script fills in
    assert {word for text in said for word in WORD.findall(text)} - known == set()


FOREIGN = {
    "vi": r"\d,\d{3}(?!\d)|\d\.\d+ ?%|\d [A-Z][a-z]{2} \d{4}|\d{4}-\d\d-\d\d",
    "en": r"\d\.\d{3}(?!\d)|\d,\d+ ?%|\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d",
}
"""How a language does not write its thousands, percentages and dates."""
OWN = {
    "vi": (r"1\.999", r"\d,\d%", r"\d\d/\d\d/\d{4}"),
    "en": (r"1,999", r"\d\.\d%", r"\d{1,2} [A-Z][a-z]{2} \d{4}"),
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["table", "html", "feedback", "mail"])
def test_every_figure_is_written_as_its_language_writes_it(name: str, language: str, tmp_path: Path) -> None:
    said = "\n".join(texts(name, Language(language), tmp_path))
    assert re.findall(FOREIGN[language], said) == []
    shown = OWN[language][1:] if name == "mail" else OWN[language]  # a mail shows no thousands here
    assert [each for each in shown if not re.search(each, said)] == []
    assert name in ("table", "mail") or Language(language).long_date(AT.date()) in said
