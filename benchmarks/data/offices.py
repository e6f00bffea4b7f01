"""A province's table, and the forms of single offices: the figures of the plan that comes with the program."""

import csv
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from benchmarks.data.names import name

SHIPPED = Path(__file__).parents[2] / "targets.yaml"


class Asked(NamedTuple):
    """A line of the form: what is asked, the word for what is counted, and whether it is a yes or no."""

    label: str
    unit: str
    is_yes_no: bool


@cache
def asked() -> list[Asked]:
    """Return what the shipped plan asks, in its order."""
    plan = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return [
        Asked(field["label"]["vi"], field.get("unit", {}).get("vi", ""), field.get("kind") == "yes_no") for field in plan["fields"].values()
    ]


def office(number: int) -> str:
    """Return the name of an office."""
    return f"Liên đoàn Lao động huyện {name(number)}"


def figures(number: int) -> list[int | str]:
    """Return an office's figures: a whole, then parts of it that are mostly as large."""
    random = np.random.default_rng((251, number))
    made: list[int | str] = []
    whole = 0
    for line in asked():
        if line.is_yes_no:
            made.append("Có" if random.random() < 0.7 else "Chưa")  # noqa: PLR2004 (seven of ten)
        elif line.label.startswith("Tổng số") or not whole:
            whole = int(random.integers(20, 2_000))
            made.append(whole)
        elif "mật" in line.label:
            made.append(0)
        else:
            made.append(whole - int(random.integers(0, 3)) * int(random.integers(0, 10)))
    return made


def write_province(path: Path, units: int = 22) -> None:
    """Write the table of a province: a row an office."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tháng 6.2025")
        sheet.write(0, 0, "TỔNG HỢP KẾT QUẢ THÁNG 6 NĂM 2025")
        sheet.write_row(2, 0, ["STT", "Tên đơn vị", *(line.label for line in asked())])
        for number in range(1, units + 1):
            sheet.write_row(number + 2, 0, [number, office(number), *figures(number)])


def write_roster(path: Path, units: int) -> None:
    """Write the roster of the offices."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("code", "name", "level"))
        lines.writerows((f"H{number:04}", office(number), "district") for number in range(units))


def write_forms(folder: Path, count: int) -> None:
    """Write the forms of the first offices, a workbook each."""
    folder.mkdir()
    lines = asked()
    for number in range(count):
        with xlsxwriter.Workbook(folder / f"bao-cao-{number:04}.xlsx", {"in_memory": True}) as book:
            _write_form(book, number, lines)


def _write_form(book: Any, number: int, lines: list[Asked]) -> None:
    sheet = book.add_worksheet("Báo cáo")
    bold, boxed = book.add_format({"bold": True}), book.add_format({"border": 1, "text_wrap": True})
    sheet.write(0, 0, "LIÊN ĐOÀN LAO ĐỘNG TỈNH")
    sheet.write(0, 4, "Biểu số 01")
    sheet.merge_range(2, 0, 2, 4, "BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ", bold)
    sheet.merge_range(3, 0, 3, 4, "Tháng 6 năm 2025", bold)
    sheet.write(5, 0, f"Đơn vị: {office(number)}")
    sheet.write_row(7, 0, ("STT", "Nội dung", "Đơn vị tính", "Số liệu", "Ghi chú"), bold)
    for place, (line, figure) in enumerate(zip(lines, figures(number), strict=True)):
        sheet.write_row(place + 8, 0, (place + 1, line.label, line.unit, figure, ""), boxed)
    sheet.set_column(1, 1, 100)
    sheet.write(len(lines) + 9, 3, "Ngày 03 tháng 7 năm 2025")
    sheet.write(len(lines) + 10, 1, "NGƯỜI LẬP BIỂU")
    sheet.write(len(lines) + 10, 3, "TM. BAN THƯỜNG VỤ")
