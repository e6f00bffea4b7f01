"""Whole submissions: the same truth in every shape, and what is said when it is not sure."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import field, plan, roster, target, unit
from submitting import HEAD, LEVELS, PLAN, ROSTER, Rows, codes, figures, submit
from union_audit.errors import UsageError
from union_audit.findings import CODES
from union_audit.intake import take_in
from union_audit.intake.facts import InputStatus
from union_audit.plan.model import OverPeriods
from union_audit.plan.period import Period
from union_audit.sheets import Cell, CellError, Sheet
from union_audit.sheets.number_format import PERCENT

TITLE = ("Tháng 6 năm 2025",)
LABELS = HEAD[3:]
TRUTH: dict[str, tuple[int, int, int, int]] = {"BG01": (10, 9, 1, 1), "BG02": (1234, 1200, 0, 0), "BG03": (7, 0, 2, 1)}
NAMES = {unit.code: unit.name for unit in ROSTER.units}
TOLD = {code: dict(zip(("computers", "safe", "secret", "studied"), figures_, strict=True)) for code, figures_ in TRUTH.items()}


def wide(*order: str) -> Rows:
    return [TITLE, HEAD, *((n, code, NAMES[code], *TRUTH[code]) for n, code in enumerate(order or TRUTH, 1))]


def one(code: str, figures_: tuple[Cell, ...] | None = None) -> Rows:
    return [TITLE, (f"Đơn vị: {NAMES[code]}",), ("TT", "Chỉ tiêu", "Số liệu"), *enumerate_rows(figures_ or TRUTH[code])]


def enumerate_rows(figures_: tuple[Cell, ...]) -> Rows:
    return [(n, label, figure) for n, (label, figure) in enumerate(zip(LABELS, figures_, strict=True), 1)]


def transposed() -> Rows:
    rows: Rows = [(label, *(TRUTH[code][n] for code in TRUTH)) for n, label in enumerate(LABELS)]
    return [TITLE, ("Chỉ tiêu", *(NAMES[code] for code in TRUTH)), *rows]


def texts(rows: Rows) -> Rows:
    return [[str(cell) if isinstance(cell, int) else cell for cell in row] for row in rows]


SHAPES: dict[str, dict[str, dict[str, Rows]]] = {
    "wide": {"a.xlsx": {"S": wide()}},
    "wide, in text": {"a.csv": {"": texts(wide())}},
    "wide, two sheets": {"a.xlsx": {"1": wide("BG01"), "2": wide("BG02", "BG03")}},
    "wide, names only": {"a.xlsx": {"S": [(*row[:1], *row[2:]) if len(row) > 2 else row for row in wide()]}},
    "forms": {f"{code}.xlsx": {"S": one(code)} for code in TRUTH},
    "forms in one file": {"a.xlsx": {code: one(code) for code in TRUTH}},
    "forms by their files": {f"{NAMES[code]} T6.xlsx": {"S": [TITLE, *one(code)[2:]]} for code in TRUTH},
    "forms by their sheets": {"tong hop.xlsx": {NAMES[code]: [TITLE, *one(code)[2:]] for code in TRUTH}},
    "transposed": {"a.xlsx": {"S": transposed()}},
    "in parts": {"a.xlsx": {"1": [row[:5] for row in wide()], "2": [(*row[:3], *row[5:]) if len(row) > 3 else row for row in wide()]}},
    "folder": {"2025-06/a.xlsx": {"S": wide()[1:]}},
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_every_shape_tells_the_same_truth(shape: dict[str, dict[str, Rows]], tmp_path: Path) -> None:
    submissions = submit(tmp_path, shape)
    assert figures(submissions, "2025-06") == TOLD
    assert not [finding for finding in submissions.findings if CODES[finding.code].severity == "error"]
    facts = submissions.by_period[Period(2025, 6, 1)]
    assert facts.submitted.tolist() == [office.code in TRUTH for office in ROSTER.units]
    for place, office in enumerate(ROSTER.units):
        for n, asked in enumerate(PLAN.fields):
            for each in facts.evidence(place, n):
                sheet = shape[each.source.file][each.source.sheet]
                assert str(sheet[each.source.row][each.source.column]) == str(TOLD[office.code][asked.id]) == each.text


@given(seed=st.integers(0, 10**6))
@settings(max_examples=25)
def test_the_order_of_rows_columns_and_files_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (a shuffle)
    columns = chance.sample(range(len(HEAD)), len(HEAD))
    head, *body = wide()[1:]
    rows = [[row[column] for column in columns] for row in chance.sample(body, len(body))]
    names = iter(chance.sample("abcdef", 4))
    files = {f"{next(names)}.xlsx": {"S": [TITLE, [head[column] for column in columns], row]} for row in rows}
    with TemporaryDirectory() as folder:
        assert figures(submit(Path(folder), files), "2025-06") == TOLD


def test_without_a_roster_units_come_from_the_submissions(tmp_path: Path) -> None:
    head: tuple[Cell, ...] = ("Mã", "Tên đơn vị", "Cấp", "Trực thuộc", "Tổng số máy tính", "Số máy mật")
    rows = [
        TITLE,
        head,
        ("B1", "LĐLĐ huyện Một", None, None, 10, 1),
        ("B2", "Chi hội Hai", "Cấp huyện", "B1", 20, 2),
        ("B3", "Ban Ba", "lạ", "LĐLĐ huyện Một", 5, 0),
        (None, "CĐCS Bốn", None, "không biết", 6, 1),
    ]
    form = [("Đơn vị: LDLD huyen Mot",), ("Chỉ tiêu", "Số liệu"), ("Đã tổ chức học tập", "x"), ("Số computers", 10)]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}, "b T6-2025.xlsx": {"S": form}, "CĐCS Năm T6-2025.xlsx": {"S": form[1:]}}, None)
    (facts,) = submissions.by_period.values()
    assert facts.roster.path is None
    assert [(unit.code, unit.level, unit.parent) for unit in facts.roster.units] == [
        ("B1", "district", None),
        ("B2", "district", "B1"),
        ("B3", None, "B1"),
        ("CĐCS Bốn", "grassroots", None),
        ("CĐCS Năm T6-2025", "grassroots", None),
    ]
    assert figures(submissions)["B1"] == {"computers": 10, "secret": 1, "studied": 1}
    assert sorted(set(codes(submissions))) == ["UA101", "UA115", "UA120", "UA129", "UA130"]


def test_the_sum_of_a_section_is_no_unit_without_a_roster_either(tmp_path: Path) -> None:
    rows: Rows = [
        ("TT", "Tên đơn vị", "Tổng số máy tính", "Số máy mật"),
        ("I", "LĐLĐ huyện, thành phố", 3, 0),
        (1, "1. LĐLĐ huyện Một", 1, 0),
        (2, "- LĐLĐ huyện Hai", 2, 0),
        ("II", "LĐLĐ huyện mới", None, None),
    ]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}}, None)
    assert set(figures(submissions)) == {"LĐLĐ huyện Một", "LĐLĐ huyện Hai"}
    assert codes(submissions) == ["UA101"]


def test_levels_that_a_person_names(tmp_path: Path) -> None:
    rows: Rows = [("Mã", "Tên đơn vị", "Tổng số máy tính", "Số máy mật"), ("B1", "Một", 1, 0), ("B2", "Hai", 2, 0)]
    (facts,) = submit(tmp_path, {"a.xlsx": {"S": rows}}, None, level_of={"Một": "district", "*": "grassroots"}).by_period.values()
    assert [unit.level for unit in facts.roster.units] == ["district", "grassroots"]


def test_nobody_becomes_their_own_ancestor(tmp_path: Path) -> None:
    rows: Rows = [("Mã", "Trực thuộc", "Tổng số máy tính", "Số máy mật"), ("B1", "B2", 1, 0), ("B2", "B1", 2, 0)]
    (facts,) = submit(tmp_path, {"a.xlsx": {"S": rows}}, None).by_period.values()
    assert [unit.parent for unit in facts.roster.units] == ["B2", None]


def test_names_that_differ_in_accents_are_two_units(tmp_path: Path) -> None:
    rows: Rows = [("Tên đơn vị", "Tổng số máy tính", "Số máy mật"), ("CĐCS Hà", 1, 0), ("CĐCS Hạ", 2, 0), ("CĐCS Ha", 3, 0)]
    assert figures(submit(tmp_path, {"a.xlsx": {"S": rows}}, None)) == {
        "CĐCS Hà": {"computers": 1, "secret": 0},
        "CĐCS Hạ": {"computers": 2, "secret": 0},
        "CĐCS Ha": {"computers": 3, "secret": 0},
    }


def row(code: str, name: str, *cells: Cell) -> Rows:
    return [TITLE, HEAD, (1, code, name, *cells)]


ONES = dict.fromkeys(("computers", "safe", "secret", "studied"), 1)

WRONG: list[tuple[str, Rows, list[str], dict[str, Any]]] = [
    ("not in the roster", row("", "LĐLĐ huyện Xa", 1, 1, 1, 1), ["UA109"], {}),
    ("ambiguous", row("", "CĐCS Trường Minh Ha", 1, 1, 1, 1), ["UA110"], {}),
    ("near", row("", "LĐLĐ huyện Lạng Giangg", 1, 1, 1, 1), ["UA111"], {"BG02": ONES}),
    ("disagree", row("BG01", "LĐLĐ huyện Lạng Giang", 1, 1, 1, 1), ["UA112"], {}),
    (
        "only the name",
        row("77", "LĐLĐ huyện Lạng Giang", 1, 1, 1, 1),
        ["UA128"],
        {"BG02": ONES},
    ),
    (
        "bad cells",
        row("BG01", "", "khoảng 20", CellError("#REF!"), "-", "2"),
        ["UA201", "UA204", "UA213", "UA214", "UA216"],
        {"BG01": {"computers": "unreadable", "safe": "unreadable", "secret": 0, "studied": "unreadable"}},
    ),
    ("negative", row("BG01", "", -1, 0, 0, 1), ["UA205"], {"BG01": {"computers": "inconsistent", "safe": 0, "secret": 0, "studied": 1}}),
    ("blank", row("BG01", "", None, None, None, None), ["UA126"], {"BG01": dict.fromkeys(TOLD["BG01"], "blank")}),
    ("decided", row("BG01", "", 15, "12.000", 0, 1), ["UA215"], {"BG01": {"computers": 15, "safe": 12, "secret": 0, "studied": 1}}),
    (
        "open",
        row("BG01", "", None, "12.000", 0, 1),
        ["UA202"],
        {"BG01": {"computers": "blank", "safe": "unreadable", "secret": 0, "studied": 1}},
    ),
    ("near heading", [TITLE, ("Mã", *LABELS[1:], "Tổng số máy tínhh"), ("BG01", 1, 1, 1, 1)], ["UA106"], {"BG01": ONES}),
    ("two meanings", [TITLE, ("Mã", *LABELS, "Máy nào đó"), ("BG01", 1, 1, 1, 1, 5)], ["UA103"], {"BG01": ONES}),
    ("a total that is no figure", [*wide("BG01"), (None, None, "Tổng số", "x", None, 1)], [], {"BG01": TOLD["BG01"]}),
    (
        "a total of what cannot be read",
        [*row("BG01", "", "x", 1, 1, 1), (None, None, "Tổng số", 5, 1, 1)],
        ["UA212"],
        {"BG01": {**ONES, "computers": "unreadable"}},
    ),
    ("ambiguous period", [("Tháng 5 năm 2025",), *wide()], ["UA117"], {}),
    ("scaled", [("Đơn vị tính: nghìn",), *wide()], ["UA125"], {}),
    ("total", [*wide("BG01"), (None, None, "Tổng số", 11, 9, 1)], ["UA121"], {"BG01": TOLD["BG01"]}),
    ("total agrees", [*wide("BG01", "BG02"), (None, None, "Tổng số", 1244, 1209, 1)], [], {"BG01": TOLD["BG01"], "BG02": TOLD["BG02"]}),
    ("not ours", [("một", "hai"), (1, 2)], ["UA015"], {}),
]


@pytest.mark.parametrize(("rows", "expected", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_not_sure_is_a_finding_and_not_used(rows: Rows, expected: list[str], told: dict[str, Any], tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}})
    assert sorted(codes(submissions)) == expected
    assert figures(submissions) == told
    for finding in submissions.findings:
        assert CODES[finding.code].message.format(**finding.args)
        assert finding.source is not None
        assert finding.source.file == "a.xlsx"


def test_a_figures_finding_names_its_cell_unit_and_field(tmp_path: Path) -> None:
    (finding,) = submit(tmp_path, {"a.xlsx": {"S": row("BG01", "", "x", 1, 1, 1)}}).findings
    assert finding.source is not None
    assert (finding.code, finding.source.cell, finding.unit, finding.field) == ("UA212", "D3", "BG01", "computers")


def test_the_same_unit_twice(tmp_path: Path) -> None:
    files = {"a.xlsx": {"S": one("BG01")}, "b.xlsx": {"S": one("BG01", (10, 8, None, 1))}, "c.xlsx": {"S": one("BG01", (10, 7, 1, 1))}}
    submissions = submit(tmp_path, files)
    assert figures(submissions) == {"BG01": {"computers": 10, "safe": "unreadable", "secret": "unreadable", "studied": 1}}
    clashes = [finding for finding in submissions.findings if finding.code == "UA116" and finding.field == "safe"]
    only = {"other": "a.xlsx › S › C5", "other_figure": "9", "count": 1, "cells": ("C5",)}
    assert [finding.args for finding in clashes] == [{"figure": "8", **only}, {"figure": "7", **only}]
    assert {finding.unit for finding in clashes} == {"BG01"}


def test_many_figures_that_differ_are_one_finding_a_field(tmp_path: Path) -> None:
    districts = [unit(f"BG{place:02}", name=f"LĐLĐ huyện số {place}") for place in range(1, 9)]
    files = {
        name: {"S": [TITLE, HEAD, *((place, each.code, each.name, 10, safe, 0, 1) for place, each in enumerate(districts, 1))]}
        for name, safe in (("a.xlsx", 9), ("b.xlsx", 8))
    }
    submissions = submit(tmp_path, files, roster(*districts))
    (finding,) = submissions.findings
    assert (finding.code, finding.unit, finding.field, finding.args["count"]) == ("UA116", None, "safe", 8)
    assert finding.args["cells"] == ("E3", "E4", "E5", "E6", "E7", "…")
    (facts,) = submissions.by_period.values()
    assert [[each.text for each in facts.evidence(place, 1)] for place in (0, 7)] == [["9"], ["9"]]


def test_a_blank_that_is_zero_is_said_of_those_who_are_asked(tmp_path: Path) -> None:
    asks = plan(
        target("safe", ">= 100%", ("safe", "computers", "secret"), levels=["district"]),
        target("study", "yes", ("studied",)),
        fields=PLAN.fields,
        levels=PLAN.levels,
    )
    province = ("BG", "LĐLĐ tỉnh Bắc Giang")
    rows = [TITLE, HEAD, *((place, *who, 10, 9, None, 1) for place, who in enumerate((province, ("BG01", ""), ("BG02", "")), 1))]
    told = [finding for finding in submit(tmp_path, {"a.xlsx": {"S": rows}}, plan_=asks).findings if finding.code == "UA214"]
    assert [(finding.source.cell if finding.source else "", finding.args["count"]) for finding in told] == [("F4", 2)]
    alone = [TITLE, HEAD, (1, *province, 10, 9, None, 1)]
    (tmp_path / "alone").mkdir()
    assert "UA214" not in codes(submit(tmp_path / "alone", {"a.xlsx": {"S": alone}}, plan_=asks))


def test_the_same_figures_twice_count_once(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": wide()}, "b.xlsx": {"S": one("BG02")}})
    assert figures(submissions) == TOLD
    (finding,) = submissions.findings
    assert (finding.code, finding.unit, finding.args) == ("UA115", "BG02", {"count": 1, "other": "a.xlsx › S"})


def test_a_unit_twice_in_one_table(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": [*wide("BG01", "BG01"), (3, "BG01", "", 11, 9, 1, 1)]}})
    assert figures(submissions) == {"BG01": {**TOLD["BG01"], "computers": "unreadable"}}
    assert codes(submissions) == ["UA115", "UA116"]


def test_another_units_name_left_in_the_form(tmp_path: Path) -> None:
    files = {"LDLD Lang Giang.xlsx": {"S": one("BG01")}}
    submissions = submit(tmp_path, files)
    assert (codes(submissions), figures(submissions)) == (["UA113"], {})
    settled = submit(tmp_path, files, unit_of={"LDLD Lang Giang.xlsx": "BG02"})
    assert (codes(settled), figures(settled)) == (["UA127"], {"BG02": TOLD["BG01"]})
    named = submit(tmp_path, files, None, unit_of={"LDLD Lang Giang.xlsx": "BG02"}, level_of={"*": "district"})
    assert figures(named) == {"BG02": TOLD["BG01"]}


def test_a_letterhead_tells_a_unit_but_not_the_one_above_it(tmp_path: Path) -> None:
    rows = one("BG01")[2:]
    head = ("LĐLĐ TỈNH BẮC GIANG", "LĐLĐ HUYỆN YÊN DŨNG")
    assert figures(submit(tmp_path, {"a.xlsx": {"S": [head, TITLE, *rows]}})) == {"BG01": TOLD["BG01"]}
    assert codes(submit(tmp_path, {"a.xlsx": {"S": [head, (f"Đơn vị: {NAMES['BG02']}",), TITLE, *rows]}})) == ["UA113"]
    assert not codes(submit(tmp_path, {"a.xlsx": {"S": [head[:1], *one("BG01")]}}))


def test_a_letterhead_that_is_on_everybodys_forms_tells_nobody(tmp_path: Path) -> None:
    rows = one("BG01")[2:]
    assert codes(submit(tmp_path, {"a.xlsx": {"S": [("LĐLĐ TỈNH BẮC GIANG",), *rows]}})) == ["UA114"]
    assert codes(submit(tmp_path, {"a.xlsx": {"S": [("LĐLĐ HUYỆN YÊN DŨNG",), ("Đơn vị: ............",), *rows]}})) == ["UA114"]


def test_a_form_that_nothing_tells(tmp_path: Path) -> None:
    assert codes(submit(tmp_path, {"a.xlsx": {"S": one("BG01")[2:]}})) == ["UA114"]
    assert codes(submit(tmp_path, {"a.xlsx": {"S": [("Đơn vị: LĐLĐ huyện Xa",), *one("BG01")[2:]]}})) == ["UA109"]
    assert codes(submit(tmp_path, {"a.xlsx": {"S": [("Đơn vị: LĐLĐ huyện Lạng Giangg",), *one("BG01")[2:]]}})) == ["UA111"]


def test_months_go_under_their_own_period(tmp_path: Path) -> None:
    may = [("Tháng 5 năm 2025",), *wide()[1:]]
    submissions = submit(
        tmp_path, {"a.xlsx": {"5": may, "6": wide()}, "b.xlsx": {"S": [HEAD, (1, "CS01", "", 1, 1, 0, 0)]}}, period=Period(2025, 6, 1)
    )
    assert {period.label for period in submissions.by_period if period} == {"2025-05", "2025-06"}
    assert "CS01" in figures(submissions, "2025-06")
    assert all(facts.roster is ROSTER for facts in submissions.by_period.values())


def test_sheets_that_hold_no_data_are_named(tmp_path: Path) -> None:
    sheets: dict[str, Rows | Sheet] = {
        "Số liệu": wide(),
        "Ví dụ": wide(),
        "Hướng dẫn 1": wide(),
        "Khác": [("a", 1)],
        "Trống": [(None,), ("",)],
    }
    submissions = submit(tmp_path, {"a.xlsx": sheets})
    assert [(finding.code, finding.source and finding.source.sheet) for finding in submissions.findings] == [
        ("UA123", "Ví dụ"),
        ("UA123", "Hướng dẫn 1"),
        ("UA124", "Khác"),
    ]


def test_fields_that_a_file_has_no_place_for_are_said_once(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": [row[:5] for row in wide()]}})
    assert [(finding.code, finding.args["fields"]) for finding in submissions.findings] == [
        ("UA101", tuple(field.label for field in PLAN.fields[2:]))
    ]
    assert figures(submissions)["BG01"] == {"computers": 10, "safe": 9}


def test_hidden_parts_are_read_and_said(tmp_path: Path) -> None:
    sheet = Sheet("S", wide(), hidden=True, hidden_rows=frozenset({2, 90}), hidden_columns=frozenset({3}))
    submissions = submit(tmp_path, {"a.xlsx": {"S": sheet}})
    assert [(finding.code, finding.args) for finding in submissions.findings] == [
        ("UA016", {"parts": ("the whole sheet", "rows", "columns")})
    ]
    assert figures(submissions) == TOLD


def test_how_a_file_was_read(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    submissions = submit(tmp_path, {"a.xlsx": {"S": wide()}, "x.pdf": {}}, progress=lambda *step: seen.append(step))
    first, second = submissions.inputs
    (table,) = first.tables
    assert (first.status, second.status) == (InputStatus.READ, InputStatus.PASSED_OVER)
    assert len(first.sha256) == 64
    assert (table.units, table.header_rows, table.period_evidence) == (("BG01", "BG02", "BG03"), (1,), "Tháng 6 năm 2025")
    assert table.unknown == 0
    assert seen == [("a.xlsx", 1, 1)]


def test_rows_and_forms_of_nobody_known_are_counted(tmp_path: Path) -> None:
    stranger = [*wide(), (4, "", "LĐLĐ huyện Xa", 1, 1, 1, 1)]
    first, second = submit(tmp_path, {"a.xlsx": {"S": stranger}, "b.xlsx": {"S": one("BG01")[2:]}}).inputs
    assert [(table.units, table.unknown) for table in (*first.tables, *second.tables)] == [(("BG01", "BG02", "BG03"), 1), ((), 1)]


def test_real_files(tmp_path: Path) -> None:
    content = "Mã đơn vị,Tổng số máy tính,Số máy mật\nBG01,10,1\n"
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    (tmp_path / "b.csv").write_text(content, encoding="utf-8")
    (tmp_path / "c.csv").write_bytes(b"")
    (tmp_path / "d.xlsx").symlink_to(tmp_path / "nowhere")
    submissions = take_in([tmp_path], PLAN, ROSTER)
    assert figures(submissions)["BG01"] == {"computers": 10, "secret": 1}
    assert {finding.source.file: finding.code for finding in submissions.findings if finding.source and finding.code != "UA101"} == {
        "b.csv": "UA013",
        "c.csv": "UA005",
        "d.xlsx": "UA004",
    }
    assert [(each.file, each.status.value) for each in submissions.inputs] == [
        ("a.csv", "read"),
        ("b.csv", "passed_over"),
        ("c.csv", "refused"),
        ("d.xlsx", "refused"),
    ]


SPILLING: dict[str, str] = {
    "thousands": "Mã đơn vị,Tổng số máy tính,Số máy mật\nBG01,1,024,3\nBG02,20,1\n",
    "decimals everywhere": "Mã đơn vị,Tổng số máy tính,Số máy mật\nBG01,10,0,3,0\nBG03,12,0,1,0\n\nMã đơn vị,Tổng số máy tính\nBG02,20\n",
    "a form": "Đơn vị: BG02\nChỉ tiêu,Số liệu\nTổng số máy tính,20\nSố máy mật,1,024\n",
}


@pytest.mark.parametrize("content", SPILLING.values(), ids=SPILLING)
def test_cells_moved_by_a_separator_in_a_number_are_not_used(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    submissions = take_in([tmp_path], PLAN, ROSTER)
    assert "UA131" in codes(submissions)
    assert set(figures(submissions)) == {"BG02"}
    assert figures(submissions)["BG02"]["computers"] == 20


def test_files_of_the_set_up_are_no_submissions_whatever_they_are_called(tmp_path: Path) -> None:
    names = ("don vi.csv", "mien giam.csv")
    for name in names:
        (tmp_path / name).write_text(f"Mã đơn vị,Tổng số máy tính\nBG01,{len(name)}\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("Mã đơn vị,Tổng số máy tính\nBG01,10\n", encoding="utf-8")
    set_up = [tmp_path / name for name in names]
    for paths in ([tmp_path], sorted(tmp_path.iterdir())):
        submissions = take_in(paths, PLAN, ROSTER, set_up=set_up)
        assert figures(submissions)["BG01"] == {"computers": 10}
        assert [(each.file, each.status) for each in submissions.inputs[1:]] == [(name, InputStatus.PASSED_OVER) for name in names]


def test_nothing_usable_still_has_the_roster(tmp_path: Path) -> None:
    submissions = take_in([tmp_path / "none.xlsx"], PLAN, ROSTER, period=Period(2025, 6, 1))
    (facts,) = submissions.by_period.values()
    assert facts.roster is ROSTER
    assert not facts.submitted.any()


@pytest.mark.parametrize("options", [{"unit_of": {"x.xlsx": "BG01"}}, {"unit_of": {"a.xlsx": "XX"}}, {"level_of": {"B": "none"}}])
def test_options_that_name_what_there_is_not(options: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        submit(tmp_path, {"a.xlsx": {"S": wide()}}, **options)


def test_cells_shown_as_percentages(tmp_path: Path) -> None:
    sheet = Sheet("S", [TITLE, HEAD, (1, "BG01", "", 0.85, 1, 1, 1)], formats={(2, 3): PERCENT})
    assert codes(submit(tmp_path, {"a.xlsx": {"S": sheet}})) == ["UA209"]
    form = Sheet("S", one("BG01", (10, 1, 1, 1)), formats={(4, 2): PERCENT})
    assert codes(submit(tmp_path, {"a.xlsx": {"S": form}})) == ["UA209"]


@pytest.mark.parametrize("stem", ["BC T5-6.2025", "BC 5 thang dau nam 2025", "BC T6.2025"])
def test_a_file_named_after_months_together_holds_no_month_s_meetings(stem: str, tmp_path: Path) -> None:
    own = plan(target("held", ">= 1", ("held",)), fields=(field("held", over=OverPeriods.SUM), field("computers")), levels=LEVELS)
    rows: Rows = [("Mã đơn vị", "Số held", "Số computers"), ("BG01", 7, 120)]
    submissions = submit(tmp_path, {f"{stem}.xlsx": {"S": rows}}, plan_=own)
    period = "2025-05" if "5 thang" in stem else "2025-06"
    is_month = stem == "BC T6.2025"
    assert figures(submissions, period) == {"BG01": {"held": 7 if is_month else "unreadable", "computers": 120}}
    assert ("UA142" in codes(submissions)) is not is_month
