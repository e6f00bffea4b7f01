"""The workbook, read back: all figures are the audit's, real numbers, and no text is more than a text."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from builders import facts, field, plan, roster, submissions, target, unit
from hostile import HOSTILE, texts
from sample_audit import FIGURES, SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit.audit import Scope, audit
from union_audit.audit.result import Status
from union_audit.intake.facts import Facts
from union_audit.language import Language
from union_audit.plan.model import OverPeriods
from union_audit.plan.period import Period
from union_audit.reports import View
from union_audit.reports.xlsx import cells, figures, sheet, write
from union_audit.reports.xlsx.cells import LETTERS, Paper, Said, Share, clean
from union_audit.reports.xlsx.sheet import Column, Table, add_sheet, fill
from union_audit.reports.xlsx.tables import share

SHEETS = ["Summary", "Ranked gaps", "Units", "Targets", "All figures", "Findings", "Sources"]


def written(view: View) -> bytes:
    stream = io.BytesIO()
    write(view, stream)
    return stream.getvalue()


def opened(view: View) -> Workbook:
    return load_workbook(io.BytesIO(written(view)))


def rows(book: Workbook, name: str) -> list[dict[str, Any]]:
    heading, *others = book[name].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in others]  # type: ignore[arg-type]


def test_sheets_are_named_in_the_reports_language() -> None:
    assert opened(small_view()).sheetnames == SHEETS
    in_vietnamese = opened(small_view("vi")).sheetnames
    assert not set(in_vietnamese) & set(SHEETS)
    assert all(len(name) <= 31 for name in in_vietnamese)


def test_ranked_gaps_have_the_audits_exact_figures() -> None:
    view = small_view()
    gaps = (*view.gaps().rows, *view.waived())
    found = rows(opened(view), "Ranked gaps")
    assert len(found) == len(gaps) > 5
    for cell, gap in zip(found, gaps, strict=True):
        assert (cell["Rank"], cell["Code"], cell["Unit"]) == (gap.rank or None, gap.unit.code, gap.unit_name)
        assert (cell["No."], cell["Target"], cell["Goal"]) == (gap.target.number, gap.label, gap.phrases.goal)
        assert (cell["Numerator"], cell["Denominator"], cell["To go"]) == (gap.figure.numerator, gap.figure.denominator, gap.figure.to_go)
        assert cell["Attainment"] == pytest.approx(float(gap.figure.attainment or 0))
        if gap.figure.is_share:
            assert cell["Now"] == pytest.approx(float(gap.figure.value or 0))
            assert cell["Gap to the goal"] == pytest.approx(float(gap.figure.gap or 0))
    assert sum("waived" in cell["Still to do"] for cell in found) == len(view.waived()) == 1


def test_units_and_targets_have_the_audits_figures() -> None:
    view = small_view()
    book = opened(view)
    for cell, ranked in zip(rows(book, "Units"), view.ranking().rows, strict=True):
        assert (cell["Code"], cell["Rank"], cell["Rank in its level"]) == (
            ranked.unit.code,
            ranked.rank or None,
            ranked.rank_in_level or None,
        )
        assert cell["Score"] == pytest.approx(ranked.score)
        assert [cell[view.words.status(status)] for status in Status] == [ranked.counts[status] for status in Status]
        assert cell["Reported"] == ("yes" if ranked.reported else "no")
    for cell, row in zip(rows(book, "Targets"), view.targets(), strict=True):
        assert (cell["No."], cell["Target"], cell["Status"]) == (row.target.number, row.label, f"{row.phrases.symbol} {row.phrases.status}")
        assert (cell["Numerator"], cell["Denominator"]) == (row.figure.numerator, row.figure.denominator)
        assert (cell["Units expected"], cell["Units reported"], cell["Units met"]) == (row.expected, row.reported, row.met)
        assert (cell["Units with a gap"], cell["Units without data"]) == (row.gaps, row.no_data)


def test_every_figure_stands_there_with_its_cell() -> None:
    found = {(cell["Code"], cell["No."], cell["Field"]): cell for cell in rows(opened(small_view()), "All figures")}
    asked, names = small_plan(), [each.id for each in small_plan().fields]
    seen = 0
    for code, given_ in FIGURES.items():
        row = SMALL_ROSTER.index[code] + 2
        for each in asked.targets:
            for name in {name for ratio in each.parts for name in ratio.fields} & given_.keys():
                cell = found.get((code, each.number, asked.field(name).label["en"]))
                if cell is None:
                    continue  # the target is not for this level, or there is nothing to count
                figure = given_[name]
                shown = {True: "yes", False: "no"}[figure] if isinstance(figure, bool) else figure
                assert cell["Figure"] == (shown if isinstance(figure, bool) or type(figure) is int else None)
                assert (cell["File"], cell["Sheet"]) == ("thang-6.xlsx", "Sheet1")
                assert re.fullmatch(rf"[A-Z]{row}", cell["Cell"])
                assert ord(cell["Cell"][0]) - ord("A") == names.index(name) + 2
                seen += 1
    assert seen > 40
    assert found["05", 1, asked.field("due").label["en"]]["Taken as"] == "not submitted"
    assert found["05", 1, asked.field("due").label["en"]]["File"] is None


def test_findings_and_sources_are_complete() -> None:
    view = small_view()
    book = opened(view)
    assert [cell["Code"] for cell in rows(book, "Findings")] == [row.code for row in view.findings().rows]
    assert {(cell["File"], cell["SHA-256"]) for cell in rows(book, "Sources")} == {
        (each.file, each.sha256 or None) for each in view.audit.inputs
    }


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_summary_opens_with_the_answer(language: str) -> None:
    view = small_view(language)
    summary = opened(view).worksheets[0]
    said = [str(cell) for row in summary.iter_rows(values_only=True) for cell in row if cell is not None]
    assert said[:4] == [view.headline.organisation, view.headline.plan, said[2], view.headline.reported]
    assert any(view.headline.missing[0] in text for text in said[:6])
    assert view.audit.plan.sha256 in " ".join(said)
    assert all(row.label in said for row in view.targets())


def test_percentages_and_counts_are_numbers_with_formats() -> None:
    cells_ = list(opened(small_view())["Ranked gaps"].iter_rows(min_row=2))
    now = [row[5] for row in cells_ if isinstance(row[5].value, float)]
    assert now
    assert all(re.fullmatch(r"0\.0+%", cell.number_format) for cell in now)
    assert all(row[0].number_format == "#,##0" for row in cells_ if row[0].value)


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.sampled_from([Fraction(1), Fraction(3, 5), Fraction(0)]))
def test_a_percentage_never_looks_like_the_goal_it_misses(numerator: int, denominator: int, goal: Fraction) -> None:
    value = Fraction(min(numerator, denominator), denominator)
    shown = round(value, Share(value, goal).decimals + 2)
    assert (shown == goal) == (value == goal)
    assert (shown in (0, 1)) == (value in (0, 1))


def test_every_sheet_is_ready_to_sort_and_to_print() -> None:
    for each in opened(small_view()).worksheets:
        setup, properties = each.page_setup, each.sheet_properties.pageSetUpPr
        assert (setup.orientation, setup.fitToHeight, str(setup.paperSize)) == ("landscape", 0, "9")
        assert properties is not None
        assert properties.fitToPage
        assert each.oddFooter is not None
        assert each.oddFooter.right is not None
        assert each.oddFooter.right.text == "&P / &N"
        if each.title != "Summary":
            assert each.freeze_panes == "A2"
            assert each.print_title_rows == "$1:$1"
            assert each.auto_filter.ref.startswith("A1:")


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert written(small_view("vi")) == written(small_view("vi"))


def test_properties_name_the_plan_and_nobody() -> None:
    properties = opened(small_view()).properties
    assert properties.title == small_view().headline.plan
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created is not None
    assert properties.created.date() == options().generated_at.date()


def inert(content: bytes) -> Workbook:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff\u202a-\u202e\u200b]", text)
            if name.startswith("xl/worksheets/_rels"):
                assert "hyperlink" not in text
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                assert "<f>" not in text
                assert "<hyperlink" not in text
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("hostile", [*HOSTILE, "http://example.org", "_x0041_", "z" * 40_000])
def test_hostile_texts_are_only_texts(hostile: str) -> None:
    book = inert(written(named(hostile, sheet=hostile, text=hostile)))
    for each in book.worksheets:
        for cell in (cell for row in each.iter_rows() for cell in row):
            assert cell.data_type in ("s", "n", "inlineStr")
            assert cell.hyperlink is None
    evidence = {str(cell["Text in the cell"]).replace("_x005F_", "_").strip() for cell in rows(book, "All figures")}  # Excel's own escape
    assert clean(hostile).strip() in evidence


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text_is_only_text(hostile: str) -> None:
    inert(written(named(hostile, sheet=hostile, text=hostile)))


@pytest.mark.parametrize("letter", ["x", "ệ", "😀"])
def test_a_text_is_cut_where_excel_would_refuse_it(letter: str) -> None:
    cut = clean(letter * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= LETTERS
    assert cut.endswith("…")
    assert clean(letter * 100) == letter * 100
    assert clean(letter * 16_383) == letter * 16_383


def test_line_breaks_stay_and_other_controls_are_shown() -> None:
    assert clean("one\ntwo\x0bthree\x00") == "one\ntwo three<U+0000>"


def _table(numbers: Iterator[int] | range) -> Table[int]:
    columns: tuple[Column[int], ...] = (Column("N", 8, lambda row: row), Column("S", 8, lambda row: Share(Fraction(row, 10)), bar=True))
    return Table("T", "", columns, numbers)


def _filled(table: Table[int], name: str = "T") -> Workbook:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        paper = Paper(workbook)
        fill(add_sheet(paper, name, "a & b"), paper, table, Language("en"))
    return load_workbook(io.BytesIO(stream.getvalue()))


def test_a_table_longer_than_a_sheet_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "ROWS", 3)
    found = [row[0] for row in _filled(_table(range(5)))["T"].iter_rows(min_row=2, values_only=True)]
    assert found[:3] == [0, 1, 2]
    assert found[3] == "Only the first 3 rows are shown: a sheet holds no more. The csv report has all."


def test_an_empty_table_is_a_sheet_too() -> None:
    assert _filled(_table(range(0)))["T"].max_row == 1


def test_a_sheets_name_is_one_that_excel_takes() -> None:
    assert _filled(_table(range(1)), "a/b:c[d]*?" + "x" * 40).sheetnames == ["a b c d   " + "x" * 21]


def test_values_are_written_as_what_they_are() -> None:
    stream = io.BytesIO()
    given_ = ["=1+1", 5, 10**15 + 1, date(2025, 6, 30), Share(Fraction(1, 3)), Said("✗ Gap", Status.GAP), None, ""]
    with xlsxwriter.Workbook(stream) as workbook:
        paper, page = Paper(workbook), workbook.add_worksheet("T")
        for place, value in enumerate(given_):
            paper.write(page, 0, place, value)  # type: ignore[arg-type]
    found = [cell.value for cell in load_workbook(io.BytesIO(stream.getvalue()))["T"][1]]
    assert found[:3] == ["=1+1", 5, "1000000000000001"]
    assert str(found[3])[:10] == "2025-06-30"
    assert found[4:] == [pytest.approx(1 / 3), "✗ Gap", None, None]
    assert cells.INK.keys() == set(Status)


def test_where_a_sheet_cannot_hold_all_figures_it_holds_those_of_the_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "ROWS", 10)
    view = View(small_audit(scope={"units": ("02",)}), options())
    book = opened(view)
    found = rows(book, "All figures")
    assert found
    assert {cell["Status"] for cell in found} == {"✗ Gap"}
    assert {cell["Code"] for cell in found} == {"02"}
    assert found[0]["No."] == view.gaps().rows[0].target.number
    said = " ".join(str(row[0]) for row in book["Summary"].iter_rows(values_only=True))
    assert "The figures of the gaps, worst first" in said


def test_figures_of_several_months_stand_month_by_month() -> None:
    asked = plan(target("t", "> 60%", ("online", "held")), fields=[field(name, over=OverPeriods.SUM) for name in ("online", "held")])
    who = roster("D1")
    months: dict[Period | None, Facts] = {
        Period(2025, month, 1): facts(asked, who, {"D1": {"online": month, "held": 10}}, file=f"{month}.xlsx") for month in (4, 5, 6)
    }
    view = View(audit(asked, submissions(months), Scope(as_of=date(2025, 7, 5), period=Period(2025, 4, 3))), options())
    found = [cell for cell in rows(opened(view), "All figures") if cell["Field"] == "Number of online"]
    assert [(cell["File"], cell["Figure"]) for cell in found] == [(f"{month}.xlsx", month) for month in (4, 5, 6)]


def test_a_unit_known_by_its_name_only_has_no_code_beside_it() -> None:
    asked, who = plan(target("t", "> 60%", ("online", "held"))), roster(unit("Union A", name="Union A"), path=None)
    view = View(
        audit(asked, submissions(facts(asked, who, {"Union A": {"online": 1, "held": 10}})), Scope(as_of=date(2025, 7, 5))), options()
    )
    book = opened(view)
    for name in ("Ranked gaps", "Units", "All figures"):
        assert next((cell["Code"], cell["Unit"]) for cell in rows(book, name)) == (None, "Union A")


def test_an_audit_without_gaps_or_figures_is_a_workbook_too() -> None:
    good = {code: {"due": 1, "replaced": 1} for code in ("01", "02", "03", "04", "05")}
    book = opened(View(small_audit(good, scope={"only": ("equipment",), "waivers": ()}), options()))
    assert "No gap was found." in [row[0] for row in book["Summary"].iter_rows(values_only=True)]
    assert opened(View(small_audit({}, scope={"waivers": ()}), options())).sheetnames == SHEETS
    assert share(float("nan")) is None
