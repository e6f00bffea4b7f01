"""The workbook, read back: all figures are the audit's, real numbers, and no text is more than a text."""

import io
import re
import zipfile
from dataclasses import replace
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
from sample_audit import EARLIER, FIGURES, SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit.audit import Scope, audit
from union_audit.audit.result import Status
from union_audit.intake.facts import Facts
from union_audit.language import Language
from union_audit.plan.model import OverPeriods, ReportSettings
from union_audit.plan.period import Period
from union_audit.reports import View
from union_audit.reports.xlsx import book as book_
from union_audit.reports.xlsx import cells, sheet, write
from union_audit.reports.xlsx import gaps as gaps_
from union_audit.reports.xlsx.cells import LETTERS, Formula, Number, Paper, Share, clean
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.shares import share
from union_audit.reports.xlsx.sheet import Table, fill
from union_audit.words import Message
from workbook_faults import Faults

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl leaves the bars in cells aside

SHEETS = [
    "Summary",
    "Charts",
    "Ranked gaps",
    "Units and targets",
    "Units",
    "Targets",
    "Every assessment",
    "All figures",
    "Findings",
    "Sources",
]


def written(view: View) -> bytes:
    stream = io.BytesIO()
    write(view, stream)
    return stream.getvalue()


def opened(view: View) -> Workbook:
    return load_workbook(io.BytesIO(written(view)), data_only=True)


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
        counts = cell["Numerator"], cell["Denominator"], cell["Still to do"], cell["New ones in a row"]
        assert counts == (
            gap.figure.numerator,
            gap.figure.denominator,
            gap.figure.to_go,
            None if gap.figure.waived else gap.figure.to_go_new,
        )
        assert cell["Attainment"] == pytest.approx(float(gap.figure.attainment or 0))
        if gap.figure.is_share:
            assert cell["Now"] == pytest.approx(float(gap.figure.value or 0))
            assert cell["Gap to the goal"] == pytest.approx(float(gap.figure.gap or 0))
    assert sum(cell["Rank"] is None for cell in found) == len(view.waived()) == 1


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
    found = rows(book, "Targets")
    assert [cell["No."] for cell in found].count(3) == 2  # a target of two ratios
    of_target = {cell["No."]: cell for cell in reversed(found) if cell["Decides"]}
    for row in view.targets():
        cell = of_target[row.target.number]
        assert (cell["No."], cell["Target"], cell["Status"]) == (row.target.number, row.label, f"{row.phrases.symbol} {row.phrases.status}")
        assert (cell["Numerator"], cell["Denominator"]) == (row.figure.numerator, row.figure.denominator)
        assert (cell["Units expected"], cell["Units met"]) == (row.expected, row.met)
        assert (cell["Units with a gap"], cell["Units without data"]) == (row.gaps, row.no_data)


def test_every_figure_stands_there_with_its_cell() -> None:
    found = {(cell["Code"], cell["Field"]): cell for cell in rows(opened(small_view()), "All figures")}
    asked, names = small_plan(), [each.id for each in small_plan().fields]
    seen = 0
    for code, given_ in FIGURES.items():
        row = SMALL_ROSTER.index[code] + 2
        for each in asked.targets:
            for name in {name for ratio in each.parts for name in ratio.fields} & given_.keys():
                cell = found.get((code, asked.field(name).label["en"]))
                if cell is None:
                    continue  # the target is not for this level
                assert str(each.number) in cell["For targets"].split(", ")
                figure = given_[name]
                shown = {True: "yes", False: "no"}[figure] if isinstance(figure, bool) else figure
                assert cell["Figure"] == (shown if isinstance(figure, bool) or type(figure) is int else None)
                assert (cell["File"], cell["Sheet"]) == ("thang-6.xlsx", "Sheet1")
                assert re.fullmatch(rf"[A-Z]{row}", cell["Cell"])
                assert ord(cell["Cell"][0]) - ord("A") == names.index(name) + 2
                seen += 1
    assert seen > 40
    assert found["05", asked.field("due").label["en"]]["Taken as"] == "not submitted"
    assert found["05", asked.field("due").label["en"]]["File"] is None


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
    now = [row[6] for row in cells_ if isinstance(row[6].value, float)]
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
        assert (setup.orientation, str(setup.paperSize)) == ("landscape", "9")
        assert properties is not None
        assert properties.fitToPage
        assert each.oddFooter is not None
        assert each.oddFooter.right is not None
        assert each.oddFooter.right.text == "&P / &N"
        assert each.print_area
        if each.title not in SHEETS[:2]:
            assert each.freeze_panes == "A2"
            assert each.print_title_rows == "$1:$1"
            assert [table.ref.startswith("A1:") for table in each.tables.values()] == [True]


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
    """Open a workbook whose formulas are its own, and whose links stay inside."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff\u202a-\u202e\u200b]", text)
            assert 'TargetMode="External"' not in text
    assert Faults(content).found == []
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("hostile", [*HOSTILE, "http://example.org", "_x0041_", "z" * 40_000, "<r>x</r>", "<r>&</r>", "ok"])
def test_hostile_texts_are_only_texts(hostile: str) -> None:
    content = written(named(hostile, sheet=hostile, text=hostile))
    book, harmless = inert(content), inert(written(named("ok", sheet="ok", text="ok")))
    for each in book.worksheets:
        for cell in (cell for row in each.iter_rows() for cell in row):
            if cell.data_type == "f":
                assert cell.value == harmless[each.title][cell.coordinate].value
            else:
                assert cell.data_type in ("s", "n", "inlineStr")
    evidence = {str(cell["Text in the cell"]).replace("_x005F_", "_").strip() for cell in rows(book, "All figures")}  # Excel's own escape
    assert clean(hostile).strip() in evidence


@settings(max_examples=15)
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


def _table(numbers: range) -> Table:
    return Table(
        "T", "", (Column("N", 8, numbers), Column("S", 8, [Share(Fraction(each, 10)) for each in numbers], bar=True)), len(numbers)
    )


def _filled(table: Table) -> Workbook:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        fill(Paper(workbook), table, "a & b", Language("en"))
    return load_workbook(io.BytesIO(stream.getvalue()))


def test_a_table_longer_than_a_sheet_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "ROWS", 3)
    monkeypatch.setattr(sheet, "STRUCTURED", 2)
    found = [row[0] for row in _filled(_table(range(5)))["T"].iter_rows(min_row=2, values_only=True)]
    assert found[:4] == [0, 1, 2, None]
    assert found[4] == "Only the first 3 rows are shown: a sheet holds no more. The csv report has all."


def test_an_empty_table_is_a_sheet_too() -> None:
    assert _filled(_table(range(0)))["T"].max_row == 1


@pytest.mark.parametrize("text", ["two lines of words", Message("two lines of words")])
def test_a_row_is_as_high_as_its_words_need_those_of_the_program_too(text: str) -> None:
    filled = _filled(Table("T", "", (Column("Text", 12, [text, "one"]),), 2))["T"]
    assert [round(filled.row_dimensions[row].height) for row in (2, 3)] == [31, 16]


def test_a_sheets_name_is_one_that_excel_takes() -> None:
    assert _filled(replace(_table(range(1)), name="a/b:c[d]*?" + "x" * 40)).sheetnames == ["a b c d   " + "x" * 21]


def test_values_are_written_as_what_they_are() -> None:
    stream = io.BytesIO()
    given_ = ["=1+1", 5, 10**15 + 1, Share(Fraction(1, 3)), 0.25, Number(2, '#,##0" things"'), Formula("1+1", 2), None, ""]
    with xlsxwriter.Workbook(stream) as workbook:
        paper, page = Paper(workbook), workbook.add_worksheet("T")
        for place, value in enumerate(given_):
            paper.write(page, 0, place, value)  # type: ignore[arg-type]
    found = [cell.value for cell in load_workbook(io.BytesIO(stream.getvalue()))["T"][1]]
    assert found[:3] == ["=1+1", 5, "1000000000000001"]
    assert found[3:] == [pytest.approx(1 / 3), 0.25, 2, "=1+1", None, None]
    assert cells.INK.keys() == cells.GROUND.keys() == set(Status)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than four rows are as many as 20,000."""
    for module in (sheet, book_, gaps_):
        monkeypatch.setattr(module, "STRUCTURED", 4)


@pytest.mark.usefixtures("large")
def test_a_large_workbook_has_values_plain_filters_and_the_worst_gaps() -> None:
    view = small_view()
    content = written(view)
    book = inert(content)
    assert book.sheetnames == [name for name in SHEETS if name != "Every assessment"]
    assert not any(cell.data_type == "f" for each in book.worksheets for row in each.iter_rows() for cell in row)
    assert book["Units"].auto_filter.ref.startswith("A1:")
    assert not book["Units"].tables
    assert len(rows(book, "Units")) == 5
    told = [cell for cell in rows(book, "Ranked gaps") if cell["Code"]]
    assert [cell["Rank"] for cell in told] == [row.rank for row in view.gaps(4).rows] + [None]
    said = " ".join(str(cell) for each in book.worksheets for row in each.iter_rows(values_only=True) for cell in row)
    assert f"The 4 worst of {view.gaps().total} gaps" in said
    assert "The figures of the worst gaps only" in said
    assert "There are too many figures for formulas" in said
    gap = view.gaps(1).rows[0]
    assert rows(book, "All figures")[0]["Code"] == gap.unit.code


@pytest.mark.usefixtures("large")
def test_a_large_workbook_says_the_same_of_each_unit_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    large_one = opened(small_view())
    monkeypatch.undo()
    small_one = opened(small_view())
    for name in ("Units and targets", "Units"):
        for one, other in zip(rows(large_one, name), rows(small_one, name), strict=True):
            assert list(one.values()) == [pytest.approx(value) if isinstance(value, float) else value for value in other.values()]


def test_top_lists_so_many_gaps_and_says_of_how_many() -> None:
    view = small_view(top=2)
    found = rows(opened(view), "Ranked gaps")
    assert [cell["Rank"] for cell in found if cell["Code"] and cell["Rank"]] == [row.rank for row in view.gaps(2).rows]
    assert any(str(cell["Rank"]).startswith("The 2 worst of") for cell in found)


def test_the_matrix_has_every_unit_at_every_target() -> None:
    view = small_view()
    *units, whole = rows(opened(view), "Units and targets")
    assert [cell["Code"] for cell in units] == [row.unit.code for row in view.ranking().rows]
    heading = {int(name.partition(".")[0]): name for name in units[0] if name[0].isdigit()}
    for cell in units:
        unit = view.audit.facts.roster.index[cell["Code"]]
        for column, about in enumerate(view.audit.columns):
            row, shown = view.assessment(unit, column), cell[heading[about.target.number]]
            if row.figure.status in (Status.NO_DATA, Status.NOT_APPLICABLE):
                assert shown == row.phrases.symbol
            elif row.figure.is_yes_no:
                assert shown == row.phrases.value
            else:
                assert shown == pytest.approx(float(row.figure.value or 0))
    assert whole["Unit"] == "All units"
    assert whole["Score"] == pytest.approx(view.headline.score)
    assert "(>\u00a060%)" in heading[2]


def test_the_charts_show_targets_beside_their_goals_and_units_by_score() -> None:
    with zipfile.ZipFile(io.BytesIO(written(small_view("vi")))) as archive:
        charts = [archive.read(name).decode() for name in sorted(archive.namelist()) if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert [chart.count("<c:ser>") for chart in charts] == [2, 1]
    assert "Thay thế kịp thời trang thiết bị CNTT" in charts[0]
    assert "Liên đoàn Lao động huyện Sơn Động" in charts[1]


def test_the_summary_leads_to_every_sheet() -> None:
    book = load_workbook(io.BytesIO(written(small_view("vi"))))
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_figures_of_several_months_stand_month_by_month() -> None:
    asked = plan(target("t", "> 60%", ("online", "held")), fields=[field(name, over=OverPeriods.SUM) for name in ("online", "held")])
    who = roster("D1")
    months: dict[Period | None, Facts] = {
        Period(2025, month, 1): facts(asked, who, {"D1": {"online": month, "held": 10}}, file=f"{month}.xlsx") for month in (4, 5, 6)
    }
    view = View(audit(asked, submissions(months), Scope(as_of=date(2025, 7, 5), period=Period(2025, 4, 3))), options())
    found = [cell for cell in rows(opened(view), "All figures") if cell["Field"] == "Number of online"]
    assert [(cell["File"], cell["Figure"]) for cell in found] == [(f"{month}.xlsx", month) for month in (4, 5, 6)]
    assert len({cell["Figure number"] for cell in found}) == 1


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
    assert share(0.9996) == Share(Fraction(0.9996))


def test_what_was_before_is_a_number_too() -> None:
    view = View(small_audit(scope={"compare": EARLIER}), options())
    before = {(cell["Code"], cell["No."]): cell["Before"] for cell in rows(opened(view), "Ranked gaps")}
    assert before["02", 2] == 0.5
    assert before["02", 6] == "no"
    assert before["02", 5] == 3
    assert before["04", 3] is None


def test_the_row_of_all_units_is_coloured_as_those_above_it() -> None:
    sheet_ = opened(small_view())["Units and targets"]
    last = sheet_.max_row
    coloured = {cell for area in sheet_.conditional_formatting for cell in str(area.sqref).split()}
    assert {f"{column}{last}" for column in "EFGHIJK"} <= coloured
    assert {sheet_.cell(last, place).alignment.horizontal for place in range(5, 12)} == {"center"}


def test_the_answer_prints_on_one_page_with_its_signature() -> None:
    own = ReportSettings(signatory={"en": ("FOR THE STANDING COMMITTEE", "THE CHAIR")}, recipients={"en": ("Archive",)})
    first = opened(View(small_audit(of=small_plan(report=own)), options()))["Summary"]
    printed = [str(cell.value) for row in first[first.print_area.replace("'Summary'!", "")] for cell in row if cell.value]
    assert first.page_setup.fitToHeight in (1, None)  # 1 is what is taken where nothing is said
    assert {"FOR THE STANDING COMMITTEE", "THE CHAIR", "Recipients:", "- Archive"} <= {*printed}
    assert "How it was computed" not in printed
