"""The page: all figures are the audit's, nothing in it runs or asks for anything, and everybody can read it."""

import base64
import hashlib
import io
import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from builders import facts, plan, roster, submissions, target, unit
from hostile import HOSTILE, texts
from sample_audit import SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit import __version__
from union_audit.audit import Scope, audit
from union_audit.audit.result import Status
from union_audit.plan.model import Plan
from union_audit.reports import View
from union_audit.reports.html import write

GOLDEN = Path(__file__).with_name("golden")
_VOID = {"meta", "br", "img", "link", "input", "hr", "base", "rect", "path"}


class Page(HTMLParser):
    """The page taken apart: its tags, its tables (rows of texts, by their captions) and the text between."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.words: list[str] = []
        self._open: list[str] = []
        self._rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self._rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "table":
            self.tables[self._caption] = self._rows

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.words.append(data)
        if "caption" in self._open:
            self._caption += data
        elif "td" in self._open or "th" in self._open:
            self._rows[-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def written(view: View) -> str:
    stream = io.StringIO(newline="")
    write(view, stream)
    return stream.getvalue()


def style(page: str) -> str:
    found = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_page_is_as_it_was(language: str) -> None:
    page = written(small_view(language))
    text = page.replace(style(page), "").replace(f"union-audit {__version__}", "union-audit VERSION")
    text = re.sub(r"sha256-[^']+", "sha256-STYLE", text)
    golden = GOLDEN / f"html-{language}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_figure_of_the_matrix_and_of_the_ranking_is_the_audits(language: str) -> None:
    view = small_view(language)
    tables = list(Page(written(view)).tables.values())
    matrix = next(rows for rows in tables if len(rows[0]) == 8)
    by_name = {view.names[unit.code]: place for place, unit in enumerate(SMALL_ROSTER.units)}
    for name, *cells in matrix[1:]:
        for column, cell in enumerate(cells):
            row = view.assessment(by_name[name], column)
            expected = row.phrases.symbol if row.figure.value is None else f"{row.phrases.symbol}\xa0{row.phrases.value}"
            assert cell == expected
    assert len(matrix) == 1 + 5
    ranked = tables[1][1:]
    assert [row[1] for row in ranked] == [row.unit_name for row in view.gaps().rows]
    assert [row[3] for row in ranked] == [row.phrases.value + row.phrases.counts for row in view.gaps().rows]


def test_the_page_opens_with_the_answer() -> None:
    view = small_view()
    text = Page(written(view)).text
    for part in (view.headline.plan, view.headline.period, view.headline.reported, view.headline.score_text, *view.headline.missing):
        assert text.index(part) < text.index("To do first") < text.index("Targets over all units")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_nothing_runs_and_nothing_is_asked_for(language: str) -> None:
    page = written(small_view(language))
    parsed = Page(page)
    assert "http:" not in page
    assert "https:" not in page
    assert not {tag for tag, _ in parsed.tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for _, attributes in parsed.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset", "action")]
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in style(page)
    assert "@import" not in style(page)
    digest = base64.b64encode(hashlib.sha256(style(page).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_links_inside_the_page_lead_somewhere() -> None:
    tags = Page(written(small_view())).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {(attributes["href"] or "")[1:] for tag, attributes in tags if tag == "a"} <= set(ids)


def test_tables_have_captions_and_headings_with_a_scope() -> None:
    page = written(small_view("vi"))
    tags = Page(page).tags
    assert ("html", {"lang": "vi"}) in tags
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in tags if tag == "th")
    assert page.count("<table") == page.count("<caption>")


@cache
def plain_tags() -> set[str]:
    return {tag for tag, _ in Page(written(named("plain"))).tags}


def _inert(text: str, name: str) -> None:
    assert {tag for tag, _ in Page(text).tags} == plain_tags(), name
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", text)
    text.encode("utf-8")


@pytest.mark.parametrize("hostile", [*HOSTILE, "y" * 40_000])
def test_hostile_texts_are_only_texts(hostile: str) -> None:
    text = written(named(hostile, sheet=hostile, text=hostile))
    _inert(text, hostile)
    assert len(text.encode()) < 600_000


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text_is_only_text(hostile: str) -> None:
    _inert(written(named(hostile, sheet=hostile, text=hostile)), hostile)


def test_rankings_say_how_many_there_are() -> None:
    page = Page(written(small_view(top=2)))
    total = small_view().gaps().total
    assert f"Ranked gaps, worst first: 2 of {total}" in page.tables
    assert "Units, worst first: 2 of 5" in page.tables


def test_an_audit_without_gaps_findings_or_figures_is_a_page_too() -> None:
    good = {code: {"due": 1, "replaced": 1} for code in ("01", "02", "03", "04", "05")}
    view = View(small_audit(good, scope={"only": ("equipment",), "waivers": ()}), options())
    text = Page(written(view)).text
    assert "No gap was found." in text
    assert "To do first" not in text
    empty = View(small_audit({}, scope={"waivers": ()}), options())
    assert len(Page(written(empty)).tables) > 3


def test_an_earlier_period_and_waivers_are_told() -> None:
    text = Page(written(small_view())).text
    assert "Waived gaps" in text
    assert "(waived)" in text


def test_many_missing_units_are_counted_and_the_first_named() -> None:
    units = roster(*(unit(f"{number:03}", name=f"Union {number}") for number in range(40)))
    of = plan(target("t", ">= 100%", ("a", "b")))
    view = View(audit(of, submissions(facts(of, units, {})), Scope(as_of=small_audit().as_of, expect="all")), options())
    text = Page(written(view)).text
    assert "Union 29 … (30 of 40)" in text
    assert "Did not report: Union 0; Union 1; " in text


def test_what_a_target_is_measured_by_is_told() -> None:
    exclusions = plan(target("t", ">= 100%", ("published", "total", "secret")))
    view = View(small_audit({}, of=small_plan(), scope={"waivers": ()}), options())
    assert "Number of antivirus / Number of networked" in Page(written(view)).text
    less = facts(exclusions, roster("D1"), {"D1": {"published": 5, "total": 9, "secret": 2}})
    view = View(audit(exclusions, submissions(less), Scope(as_of=small_audit().as_of)), options())
    text = Page(written(view)).text
    assert "Number of published / (Number of total − Number of secret): 71.4% (5/7)" in text


def _contrast(first: str, second: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((light(first), light(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_every_ink_can_be_read_on_every_paper() -> None:
    palettes = re.findall(r":root \{(.*?)\}", style(written(small_view())), re.DOTALL)
    assert len(palettes) == 3  # light, dark, printed
    for palette in palettes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palette))
        for ink in ("ink", "quiet", "accent", *(status.name.lower() for status in Status)):
            papers = ["paper", "raised"] + ([f"{ink}-wash"] if f"{ink}-wash" in colours else [])
            for paper in papers:
                assert _contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper, palette)


def _province(of: Plan) -> View:
    units = roster(*(unit(f"{number:02}", "district", name=f"Liên đoàn Lao động huyện Thứ {number}") for number in range(1, 23)))
    names = [field.id for field in of.fields]
    given_ = {each.code: {name: place + 3 * at + 1 for at, name in enumerate(names)} for place, each in enumerate(units.units)}
    return View(audit(of, submissions(facts(of, units, given_)), Scope(as_of=small_audit().as_of, expect="all")), options("vi"))


def test_a_province_fits_into_300_kilobytes() -> None:
    label = {"vi": "Phổ cập mạng di động 4G/5G, sử dụng tài khoản thanh toán điện tử tới toàn bộ đoàn viên"}
    twice = [
        target(f"{each.id}{again}", ">= 100%", ("replaced", "due"), label=label, source=label)
        for again in "ab"
        for each in small_plan().targets
    ]
    page = written(_province(plan(*twice)))
    assert page.count("<tr") > 300
    assert len(page.encode()) < 300_000
