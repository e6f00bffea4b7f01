"""The page: all figures are the audit's, it asks for nothing, runs only what is its own, and everybody can read it."""

import base64
import hashlib
import io
import os
import re
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from builders import facts, plan, roster, submissions, target, unit
from hostile import HOSTILE, texts
from sample_audit import FIGURES, SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit import __version__
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import earlier_result
from union_audit.audit.result import Status
from union_audit.findings import Finding, Source
from union_audit.intake.facts import State
from union_audit.plan.colors import READABLE, contrast
from union_audit.plan.model import ReportSettings
from union_audit.plan.picture import Picture
from union_audit.reports import View
from union_audit.reports.html import write
from union_audit.reports.words import SYMBOL

GOLDEN = Path(__file__).with_name("golden")
_VOID = {"meta", "br", "img", "link", "input", "hr", "base"}


class Page(HTMLParser):
    """The page taken apart: its tags, its tables (rows of texts, by their captions) and the text between."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tables: list[tuple[str, list[list[str]]]] = []
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
            self.tables.append((self._caption, self._rows))

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & {*self._open}:
            return
        self.words.append(data)
        if "caption" in self._open:
            self._caption += data
        elif "td" in self._open or "th" in self._open:
            self._rows[-1][-1] += data

    def table(self, caption: str) -> list[list[str]]:
        """Return the rows of the first table whose caption begins so."""
        return next(rows for each, rows in self.tables if each.startswith(caption))

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def written(view: View) -> str:
    stream = io.StringIO(newline="")
    write(view, stream)
    return stream.getvalue()


def inside(page: str, tag: str) -> str:
    found = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    assert found is not None
    return found[1]


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(page: str) -> str:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    return unescape(found[1])


@pytest.mark.parametrize("language", ["en", "vi"])
def test_page_is_as_it_was(language: str) -> None:
    page = written(small_view(language))
    text = page.replace(inside(page, "style"), "").replace(inside(page, "script"), "")
    text = re.sub(r"sha256-[^&']+", "sha256-HASH", text.replace(f"union-audit {__version__}", "union-audit VERSION"))
    golden = GOLDEN / f"html-{language}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_figure_of_the_matrix_and_of_the_ranking_is_the_audits(language: str) -> None:
    view = small_view(language)
    page = Page(written(view))
    matrix = next(rows for _, rows in page.tables if len(rows[0]) == 8)
    by_name = {view.names[unit.code]: place for place, unit in enumerate(SMALL_ROSTER.units)}
    for name, *cells in matrix[1:]:
        for column, cell in enumerate(cells):
            row = view.assessment(by_name[name], column)
            expected = row.phrases.symbol if row.figure.value is None else f"{row.phrases.symbol} {row.phrases.value}"
            assert cell == expected
    assert len(matrix) == 1 + 5
    ranked = next(rows for _, rows in page.tables if len(rows[0]) == 7)[1:]
    assert [row[1] for row in ranked] == [row.unit_name for row in view.gaps().rows]
    assert [row[3] for row in ranked] == [f"{row.phrases.value} {row.phrases.counts}".strip() for row in view.gaps().rows]


def test_the_page_opens_with_the_answer() -> None:
    view = small_view()
    text = Page(written(view)).text
    head = view.headline
    told = (head.plan, head.period, head.reported, *head.missing, head.score_text)
    worst = (row.needs for row in view.worst_targets())
    for part in (*told, *worst, "What could not be audited", *(row.reason_text for row in view.no_data())):
        assert text.index(part) < text.index("Ranked gaps, worst first"), part


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("script", [True, False])
def test_nothing_is_asked_for_and_only_our_script_runs(language: str, *, script: bool) -> None:
    page = written(small_view(language, script=script))
    parsed = Page(page)
    assert "http:" not in page
    assert "https:" not in page
    tags = [tag for tag, _ in parsed.tags]
    assert not {*tags} & {"link", "img", "iframe", "object", "embed", "base"}
    assert tags.count("script") == script
    for _, attributes in parsed.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset", "action")]
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in inside(page, "style")
    assert "@import" not in inside(page, "style")
    runs = f" script-src 'sha256-{digest(inside(page, 'script'))}';" if script else ""
    styled = f"style-src 'sha256-{digest(inside(page, 'style'))}'"
    assert policy(page) == f"default-src 'none'; {styled};{runs} base-uri 'none'; form-action 'none'"


def test_the_copy_that_is_mailed_has_nothing_that_needs_the_script() -> None:
    page = written(small_view(script=False))
    assert not {tag for tag, _ in Page(page).tags} & {"script", "form", "input", "select", "button", "output"}
    assert Page(page).tables == Page(written(small_view())).tables


def test_the_script_is_small() -> None:
    assert len(inside(written(small_view()), "script").encode()) < 6000


def test_the_style_draws_the_signs_that_the_words_have() -> None:
    styled = inside(written(small_view()), "style")
    for status, symbol in SYMBOL.items():
        assert f"[data-status={status.name.lower()}] > th::before" in styled
        assert re.search(rf'\[data-status={status.name.lower()}\][^{{]*::before {{ content: "{re.escape(symbol)}";', styled), status


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
    assert page.count("<table") == page.count("<caption")


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


@settings(max_examples=25)
@given(texts)
def test_any_text_is_only_text(hostile: str) -> None:
    _inert(written(named(hostile, sheet=hostile, text=hostile)), hostile)


def test_rankings_say_how_many_there_are_and_where_the_rest_is() -> None:
    page = written(small_view(top=2))
    captions = [caption for caption, _ in Page(page).tables]
    total = small_view().gaps().total
    assert f"Ranked gaps, worst first: 2 of {total}" in captions
    assert "Units, worst first: 2 of 5" in captions
    assert "The 2 worst of 5 units are shown here in full. The workbook has every unit at every target." in Page(page).text
    assert len(re.findall(r'<article id="', page)) == 2
    assert "are shown here in full" not in Page(written(small_view())).text


def test_each_unit_has_its_targets_at_a_place_that_links_lead_to() -> None:
    view = small_view()
    page = written(view)
    for who in SMALL_ROSTER.units:
        article = page.split(f'<article id="unit-{who.code}"')[1].split("</article>")[0]
        assert f'<h3 class="unit">{who.name}</h3>' in article
        numbers = [int(number) for told in re.findall(r'data-target="([\d ]+)"', article) for number in told.split()]
        assert sorted(numbers) == [target.number for target in view.audit.plan.targets]
        assert page.count(f'href="#unit-{who.code}"') > 1
    for row in view.gaps().rows:
        assert f'<a href="#unit-{row.unit.code}">{row.unit_name}</a>' in page


@pytest.mark.parametrize("code", ["a b", "Đ1", '"x"', "", "z" * 200, "<b>"])
def test_a_code_that_no_link_can_hold_has_a_place_all_the_same(code: str) -> None:
    units = roster(unit("01", "province", name="P"), unit(code, "district", "01", name="Odd"))
    given_ = {each.code: FIGURES["01"] for each in units.units}
    view = View(audit(small_plan(), submissions(facts(small_plan(), units, given_)), Scope(as_of=small_audit().as_of)), options())
    assert written(view).count('"#nth-unit-2"') > 1


def test_an_audit_without_gaps_findings_or_figures_is_a_page_too() -> None:
    good = {code: {"due": 1, "replaced": 1} for code in ("01", "02", "03", "04", "05")}
    view = View(small_audit(good, scope={"only": ("equipment",), "waivers": ()}), options())
    text = Page(written(view)).text
    assert "No gap was found." in text
    assert "To do first" not in text
    assert "Ranked gaps, worst first" not in text
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


def test_every_ink_can_be_read_on_every_paper() -> None:
    palettes = re.findall(r":root \{(.*?)\}", inside(written(small_view()), "style"), re.DOTALL)
    assert len(palettes) == 3  # light, dark, printed
    for palette in palettes:
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palette))
        for ink in ("ink", "quiet", "accent", *(status.name.lower() for status in Status)):
            papers = ["paper", "raised"] + ([f"{ink}-wash"] if f"{ink}-wash" in colours else [])
            for paper in papers:
                assert contrast(colours[ink], colours[paper]) >= READABLE, (ink, paper, palette)
        assert contrast(colours["far"], colours["far-wash"]) >= READABLE
        assert contrast(colours["gap"], colours["near-wash"]) >= READABLE
        assert contrast(colours["field"], colours["paper"]) >= 3, "the frame of a field is seen"


def _told(settings_: ReportSettings) -> str:
    return written(View(small_audit(of=small_plan(report=settings_)), options("vi")))


def test_the_plans_own_heading_and_signature_stand_around_the_report() -> None:
    page = _told(
        ReportSettings(
            issued_by={"vi": ("TỔNG LIÊN ĐOÀN", "LIÊN ĐOÀN TỈNH")},
            number={"vi": "Số: …/BC-LĐLĐ"},
            motto={"vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")},
            place={"vi": "Bắc Giang"},
            heading={"vi": ("BÁO CÁO", "Kết quả chuyển đổi số")},
            signatory={"vi": ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")},
            recipients={"vi": ("Như trên;",)},
            accent="#7a1f1f",
        )
    )
    text = Page(page).text
    text = text[text.index("TỔNG LIÊN ĐOÀN") :]
    order = [
        "TỔNG LIÊN ĐOÀN",
        "LIÊN ĐOÀN TỈNH",
        "Số: …/BC-LĐLĐ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bắc Giang, ngày 05 tháng 7 năm 2025",
    ]
    order += ["Bắc Giang, ngày 05 tháng 7 năm 2025", "BÁO CÁO Kết quả chuyển đổi số", "251/KH-LĐLĐ", "Nơi nhận: - Như trên;", "CHỦ TỊCH"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "--accent: #7a1f1f; }" in inside(page, "style")
    assert f"style-src 'sha256-{digest(inside(page, 'style'))}'" in policy(page)


def test_what_the_plan_does_not_set_is_not_shown() -> None:
    page = _told(ReportSettings())
    assert not re.search(r'class="(letterhead|end|titled|dateline)"', page)
    assert "img-src" not in policy(page)


def test_a_logo_is_in_the_page_and_only_then_pictures_are_allowed() -> None:
    page = _told(ReportSettings(logo=Picture(b"\x89PNG\r\n\x1a\n", "image/png", 20, 10)))
    assert 'src="data:image/png;base64,iVBORw0KGgo="' in page
    assert "; img-src data:; base-uri 'none'" in policy(page)


@pytest.mark.parametrize(
    ("goal", "given_"), [(">= 100%", 1), ("<= 5%", 1), (">= 100%", State.UNREADABLE)], ids=["gap", "met", "unreadable"]
)
def test_a_province_fits_into_300_kilobytes_whatever_it_submits(goal: str, given_: int | State) -> None:
    """22 units at 14 targets: everything a gap, or met, or unreadable, with a finding for each cell, and worse than the month before."""
    label = {"vi": "Phổ cập mạng 4G/5G, tài khoản thanh toán điện tử của đoàn viên"}
    of = plan(
        *(target(f"t{place}", goal, (f"a{place}", "b"), label=label, source=label, owner={"vi": "Ban Tổ chức"}) for place in range(14))
    )
    units = roster(*(unit(f"BG{number}", name=f"Liên đoàn Lao động huyện Minh Họa số {number} tỉnh Ví Dụ") for number in range(22)))
    values = {each.code: {f"a{place}": given_ for place in range(14)} | {"b": 1234} for each in units.units}
    found = [
        Finding("UA201", {"text": "khoảng 20 người"}, Source("thang 6.xlsx", "Sheet1", place, 1), unit=each.code, field=f"a{place}")
        for each in units.units
        for place in range(14)
    ]
    met = {"status": "met", "value": 1, "numerator": 1, "denominator": 1}
    before = [{"unit": each.code, "target": f"t{place}", **met} for each in units.units for place in range(14)]
    result = {"schema": "union-audit/result/1", "period": {"label": "2025-05"}, "targets": [], "assessments": before}
    given_all = submissions(facts(of, units, values), findings=found)
    view = View(audit(of, given_all, Scope(as_of=small_audit().as_of, expect="all", compare=earlier_result(result))), options("vi"))
    page = written(view)
    assert len(page.encode()) < 300_000
    assert len(re.findall(r"<article id=\"unit-BG", page)) == 22
    assert page.count("50/308") == 1 + bool(view.gaps().total), "what is left out is said"


def test_a_nation_fits_into_8_megabytes() -> None:
    """The page of 125,000 units has as many rows as that of 1,000: the worst."""
    label = {"vi": "Phổ cập mạng di động 4G/5G, sử dụng tài khoản thanh toán điện tử tới toàn bộ đoàn viên"}
    of = plan(*(target(f"t{place}", ">= 100%", (f"a{place}", f"b{place}"), label=label, source=label) for place in range(14)))
    units = roster(*(unit(f"{place:06}", name=f"Công đoàn cơ sở Công ty Trách nhiệm hữu hạn số {place}") for place in range(1000)))
    blank = facts(of, units, {})
    values = np.tile(np.array([654_321, 1_000_000]), (1000, 14))
    full = replace(blank, values=values, state=np.full_like(blank.state, State.FIGURE), submitted=np.ones_like(blank.submitted))
    page = written(View(audit(of, submissions(full), Scope(as_of=small_audit().as_of, expect="all")), options("vi")))
    assert len(re.findall(r'<article id="', page)) == 200
    assert len(page.encode()) < 4_000_000, "half of what 27 targets may take"
