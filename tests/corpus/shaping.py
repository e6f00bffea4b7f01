"""Shapes that figures are handed in, and messes that offices make of a sheet, to be combined: `SHAPES`, `MESSES`."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from corpus.pages import Page, Pages, Row, Rows, Value

Figures: TypeAlias = Mapping[str, tuple[int, int, int, bool]]
"""Computers, protected ones, secret ones and whether they studied, by unit code."""

NAMES = {"BG01": "LĐLĐ huyện Yên Dũng", "BG02": "LĐLĐ huyện Lạng Giang", "BG03": "LĐLĐ huyện Hiệp Hòa"}
LABELS = ("Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật", "Đã tổ chức học tập")


def _row(figures: tuple[int, int, int, bool]) -> Row:
    *counts, studied = figures
    return (*counts, "có" if studied else "chưa")


def _wide(figures: Figures) -> Pages:
    body = ((number, code, NAMES[code], *_row(each)) for number, (code, each) in enumerate(figures.items(), 1))
    return {"Biểu": Page((("STT", "Mã đơn vị", "Tên đơn vị", *LABELS), *body))}


def _wide_by_name(figures: Figures) -> Pages:
    body = ((number, NAMES[code], *_row(each)) for number, (code, each) in enumerate(figures.items(), 1))
    return {"Biểu": Page((("TT", "Đơn vị", *LABELS), *body))}


def _grouped(figures: Figures) -> Pages:
    top: Row = ("STT", "Tên đơn vị", "Máy tính", None, "Số máy mật", "Đã tổ chức học tập")
    leaves: Row = (None, None, "Tổng số", "Được bảo vệ", None, None)
    body = ((number, NAMES[code], *_row(each)) for number, (code, each) in enumerate(figures.items(), 1))
    merged = [(0, 2, 0, 3), *((0, column, 1, column) for column in (0, 1, 4, 5))]
    return {"Biểu": Page((top, leaves, *body), merged)}


def _transposed(figures: Figures) -> Pages:
    columns = [_row(each) for each in figures.values()]
    body = ((label, *values) for label, *values in zip(LABELS, *columns, strict=True))
    return {"Biểu": Page((("Chỉ tiêu", *(NAMES[code] for code in figures)), *body))}


def _forms(figures: Figures) -> Pages:
    """A sheet a unit, each a form."""

    def form(code: str, each: tuple[int, int, int, bool]) -> Rows:
        lines = ((number, label, value) for number, (label, value) in enumerate(zip(LABELS, _row(each), strict=True), 1))
        return (("Đơn vị báo cáo: " + NAMES[code],), ("STT", "Nội dung", "Số liệu"), *lines)

    return {code: Page(form(code, each)) for code, each in figures.items()}


def _two_columns_a_unit(figures: Figures) -> Pages:
    """What was planned beside what was done, under each unit."""
    names: list[Value] = [name for code in figures for name in (NAMES[code], None)]
    columns = [_row(each) for each in figures.values()]
    body = ((label, *(cell for value in values for cell in (99_999, value))) for label, *values in zip(LABELS, *columns, strict=True))
    merged = [(0, place, 0, place + 1) for place in range(1, len(names), 2)]
    return {"Biểu": Page((("Chỉ tiêu", *names), (None, *("Kế hoạch", "Thực hiện") * len(figures)), *body), merged)}


def _two_rows_a_unit(figures: Figures) -> Pages:
    """What was planned above what was done, for each unit."""
    body: list[Row] = []
    for number, (code, each) in enumerate(figures.items(), 1):
        body += [(number, NAMES[code], "Kế hoạch", *(99_999,) * 3, "có"), (None, None, "Thực hiện", *_row(each))]
    return {"Biểu": Page((("STT", "Tên đơn vị", "Nội dung", *LABELS), *body))}


def _months(figures: Figures) -> Pages:
    """Last month's figures beside this month's, under a title."""
    top: Row = ("STT", "Tên đơn vị", "Tháng 5", *(None,) * 3, "Tháng 6", *(None,) * 3)
    body = ((number, NAMES[code], *(99_999,) * 3, "có", *_row(each)) for number, (code, each) in enumerate(figures.items(), 1))
    return {"Biểu": Page((("BÁO CÁO THÁNG 6 NĂM 2025",), top, (None, None, *LABELS * 2), *body), [(1, 2, 1, 5), (1, 6, 1, 9)])}


def _grouped_forms(figures: Figures) -> Pages:
    """A sheet a unit, each a form with groups beside its labels."""
    groups = (("Máy tính", "Tổng số"), (None, "Được bảo vệ"), ("Số máy mật", None), ("Đã tổ chức học tập", None))

    def form(code: str, each: tuple[int, int, int, bool]) -> Page:
        lines = ((*labels, value) for labels, value in zip(groups, _row(each), strict=True))
        return Page((("Đơn vị báo cáo: " + NAMES[code],), ("Nội dung", None, "Số liệu"), *lines), [(2, 0, 3, 0), (1, 0, 1, 1)])

    return {code: form(code, each) for code, each in figures.items()}


def _with_sums(figures: Figures) -> Pages:
    """A total first, sections with their sums, and the total's name where a unit's would be."""
    sums = tuple(sum(column) for column in zip(*(each[:3] for each in figures.values()), strict=True))
    body = ((number, NAMES[code], *_row(each)) for number, (code, each) in enumerate(figures.items(), 1))
    return {"Biểu": Page((("TT", "Đơn vị", *LABELS), (None, "TỔNG SỐ (A+B)", *sums), ("A", "Khối huyện", *sums), *body))}


def _in_lines(figures: Figures) -> Pages:
    """A sheet a unit, each with its labels and figures in one cell a line."""

    def form(code: str, each: tuple[int, int, int, bool]) -> Rows:
        lines = ((f"{number}. {label}: {value}",) for number, (label, value) in enumerate(zip(LABELS, _row(each), strict=True), 1))
        return (("Đơn vị báo cáo: " + NAMES[code],), *lines)

    return {code: Page(form(code, each)) for code, each in figures.items()}


def _measured(figures: Figures) -> Pages:
    """Under the headings their units of measure and their numbers; a share beside its counts, notes with numbers, parts of a unit's."""
    head: Row = ("STT", "Tên đơn vị", *LABELS[:2], "Tỷ lệ (%)", *LABELS[2:], "Ghi chú")
    measures: Row = (None, None, "(máy)", "(máy)", "(%)", "(máy)", "(có/không)", None)
    numbers: Row = ("A", "B", "1", "2", "3=2/1", "4", "5", "6")
    body: list[Row] = []
    for number, (code, each) in enumerate(figures.items(), 1):
        whole, safe, *rest = _row(each)
        body += [(number, NAMES[code], whole, safe, None, *rest, "còn 5 máy"), (None, "Trong đó: khối trường học", 1, 1, None, 1)]
    return {"Biểu": Page((head, measures, numbers, *body))}


def _figures_first(figures: Figures) -> Pages:
    """A sheet a unit, each a form whose figures stand before their labels; its unit below it."""

    def form(code: str, each: tuple[int, int, int, bool]) -> Rows:
        return (("Số liệu", "Nội dung"), *zip(_row(each), LABELS, strict=True), ("Đơn vị báo cáo: " + NAMES[code],))

    return {code: Page(form(code, each)) for code, each in figures.items()}


def _long(figures: Figures) -> Pages:
    """A row for each unit and figure, as a database gives them."""
    body = ((NAMES[code], label, value) for code, each in figures.items() for label, value in zip(LABELS, _row(each), strict=True))
    return {"Biểu": Page((("Đơn vị", "Chỉ tiêu", "Giá trị"), *body))}


def _long_of_two_months(figures: Figures) -> Pages:
    """The same, by figure and month, with codes and units of measure."""
    head: Row = ("STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "ĐVT", "Kỳ báo cáo", "Tên đơn vị", "Mã đơn vị", "Giá trị", "Ghi chú")
    body: list[Row] = []
    for place, label in enumerate(LABELS):
        for month in (5, 6):
            for code, each in figures.items():
                value = _row(each)[place] if month == 6 else 99_999
                body.append((len(body) + 1, f"CT.{place + 1}", label, "máy", f"Tháng {month}/2025", NAMES[code], code, value, None))
    return {"Biểu": Page((head, *body))}


SHAPES: dict[str, Callable[[Figures], Pages]] = {
    "wide": _wide,
    "wide, by name": _wide_by_name,
    "wide, with groups": _grouped,
    "a column a unit": _transposed,
    "a sheet a unit, each a form": _forms,
    "two columns a unit": _two_columns_a_unit,
    "two rows a unit": _two_rows_a_unit,
    "two months": _months,
    "a sheet a unit, each a form with groups": _grouped_forms,
    "totals and sections": _with_sums,
    "a sheet a unit, each a label and its figure in one cell": _in_lines,
    "units of measure, numbers and shares": _measured,
    "figures before their labels": _figures_first,
    "a row a unit and figure": _long,
    "a row a figure, month and unit": _long_of_two_months,
}


def _each_text(change: Callable[[str], str]) -> Callable[[Page], Page]:
    def made(page: Page) -> Page:
        return replace(page, rows=tuple(tuple(change(cell) if isinstance(cell, str) else cell for cell in row) for row in page.rows))

    return made


def _with_rows(above: Rows = (), below: Rows = ()) -> Callable[[Page], Page]:
    def made(page: Page) -> Page:
        down = len(above)
        merged: Sequence[tuple[int, int, int, int]] = [(top + down, left, bottom + down, right) for top, left, bottom, right in page.merged]
        return replace(page, rows=(*above, *page.rows, *below), merged=merged)

    return made


def _each_number(change: Callable[[int], Value]) -> Callable[[Page], Page]:
    def made(page: Page) -> Page:
        return replace(page, rows=tuple(tuple(change(cell) if type(cell) is int else cell for cell in row) for row in page.rows))

    return made


def _moved_right(page: Page) -> Page:
    merged = [(top, left + 2, bottom, right + 2) for top, left, bottom, right in page.merged]
    return replace(page, rows=tuple((None, None, *row) for row in page.rows), merged=merged)


MESSES: dict[str, Callable[[Page], Page]] = {
    "tidy": lambda page: page,
    "a letterhead above": _with_rows((("LIÊN ĐOÀN LAO ĐỘNG TỈNH", None, None, "Biểu số 02"), ("BÁO CÁO THÁNG 6 NĂM 2025",), ())),
    "notes and signatures below": _with_rows((), ((), ("Ghi chú: số liệu tạm tính",), (None, "Người lập biểu", None, "CHỦ TỊCH"))),
    "decomposed letters": _each_text(lambda text: unicodedata.normalize("NFD", text)),
    "spaces at the edges, and double": _each_text(lambda text: f" {text.replace(' ', '  ')} "),
    "spaces that do not break": _each_text(lambda text: text.replace(" ", "\xa0")),
    "capitals": _each_text(str.upper),
    "digits as text": _each_number(str),
    "digits as text, grouped by points": _each_number(lambda number: f"{number:,}".replace(",", ".")),
    "digits as text, grouped by spaces": _each_number(lambda number: f"{number:,}".replace(",", " ")),
    "moved to the right": _moved_right,
    "old tone marks": _each_text(lambda text: text.replace("Hòa", "Hoà").replace("òa", "oà")),
    "a title that tells how old it is": _with_rows(
        (("BÁO CÁO KẾT QUẢ THÁNG 6/2025 (SO VỚI THÁNG 5/2025)",), ("Bắc Giang, ngày     tháng 7 năm 2025",), ())
    ),
    "a line break in each text": _each_text(
        lambda text: text.replace(" ", "\n", 1) if any(map(str.isalpha, text)) else text
    ),  # "1⏎234" may be two
    "blank rows above and below": _with_rows(((), ()), ((None,) * 20, (" ",))),
}
