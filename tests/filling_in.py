"""Fills in a blank workbook as a person does: only the cells that let something in, from the top left."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from union_audit.forms import Form, write_form
from union_audit.language import Language
from union_audit.plan.model import Field, Kind, Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Unit


def blank(form: Form, plan: Plan, period: Period, code: str = "vi") -> Worksheet:
    """Return the sheet of a blank workbook, as it is opened."""
    content = BytesIO()
    write_form(form, plan, period, Language(code), content)
    sheet = openpyxl.load_workbook(content).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def inputs(sheet: Worksheet) -> list[Cell]:
    """Return the cells that take a figure or an answer, row by row."""
    areas = [sheet[area.coord] for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges]
    cells = [
        cell for area in areas for row in (area if isinstance(area, tuple) else ((area,),)) for cell in row if not cell.protection.locked
    ]
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def asked(form: Form, plan: Plan) -> Iterator[tuple[Unit, Field]]:
    """Yield whose figure of which field each of these cells takes."""
    return ((unit, field) for unit in form.units for field in plan.fields_of(unit.level))


def fill_in(sheet: Worksheet, form: Form, plan: Plan, figures: Sequence[int], code: str = "vi") -> None:
    """Write the figures, of yes and no whether they are odd, and the day of the signature."""
    answers = [Language(code)(text) for text in ("no", "yes")]
    for cell, (_, field), figure in zip(inputs(sheet), asked(form, plan), figures, strict=True):
        assert not cell.protection.locked
        cell.value = answers[figure % 2] if field.kind is Kind.YES_NO else figure
    signed = {"vi": "Yên Thế, ngày 3 tháng 7 năm 2025", "en": "Signature at Yên Thế, on 3 July 2025"}
    before = Language(code)("Signature at ……………, on ……………")
    (place,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == before)
    assert isinstance(place, Cell)
    place.value = signed[code]


def save(sheet: Worksheet, folder: Path, name: str) -> None:
    """Save the workbook of a sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    assert sheet.parent is not None
    sheet.parent.save(folder / f"{name}.xlsx")
