"""The form of one unit: a row for each figure, on a page of A4."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.forms.around import height, notes, signatures
from union_audit.forms.choosing import Form
from union_audit.forms.limits import let_in, mark_contradictions
from union_audit.forms.pad import Pad
from union_audit.plan.model import Field
from union_audit.plan.roster import Unit
from union_audit.visible import visible

_WIDTHS = (6.0, 49.0, 15.0, 13.0, 14.0)
_ORDINAL, _LABEL, _MEASURE, _FIGURE, _REMARK = range(5)
_HEAD = 8
"""The row of the headings; above it is said whose figures they are, and of when."""


def fill_single(pad: Pad, form: Form) -> None:
    """Fill the sheet: whose figures of when, a row for each, how to write them, who signs."""
    (unit,), sheet = form.units, pad.sheet()
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    _above(pad, sheet, unit)
    fields = pad.plan.fields_of(unit.level)
    _table(pad, sheet, fields)
    below = _HEAD + 2 + len(fields)
    notes(pad, sheet, below + 1, _WIDTHS, pad.language("the column “Figures”"))
    signatures(pad, sheet, below + 3, (_ORDINAL, _LABEL), (_MEASURE, _REMARK))


def _above(pad: Pad, sheet: Worksheet, unit: Unit) -> None:
    language = pad.language
    sheet.write_string(0, _ORDINAL, pad.organisation, pad.look("bold"))
    for row, label, value in ((1, language("Unit:"), unit.name or unit.code), (2, language("Unit code:"), unit.code)):
        if unit.code:
            sheet.write_string(row, _ORDINAL, f"{label} {visible(value)}", pad.look("bold"))
        else:
            sheet.write_string(row, _LABEL, label, pad.look("bold"))
            sheet.merge_range(row, _MEASURE, row, _REMARK, "", pad.look("blank"))
    for row, (text, look) in enumerate(pad.title, 3):
        sheet.merge_range(row, _ORDINAL, row, _REMARK, text, pad.look(look))
        sheet.set_row(row, height(text, sum(_WIDTHS)))


def _table(pad: Pad, sheet: Worksheet, fields: Sequence[Field]) -> None:
    language = pad.language
    headings = [language("No."), language("Contents"), language("Unit of measure"), language("Figures"), language("Notes")]
    for column, heading in enumerate(headings):
        sheet.write_string(_HEAD, column, heading, pad.look("heading"))
        sheet.write_number(_HEAD + 1, column, column + 1, pad.look("number"))
    sheet.set_row(_HEAD, height(headings[_MEASURE], _WIDTHS[_MEASURE] - 2))
    rows = {each.id: row for row, each in enumerate(fields, _HEAD + 2)}
    for number, (each, row) in enumerate(zip(fields, rows.values(), strict=True), 1):
        label, measure = pad.label(each), pad.measure(each)
        sheet.set_row(row, max(height(label, _WIDTHS[_LABEL]), height(measure, _WIDTHS[_MEASURE] - 1)))
        sheet.write_number(row, _ORDINAL, number, pad.look("centre"))
        sheet.write_string(row, _LABEL, label, pad.look("text"))
        sheet.write_string(row, _MEASURE, measure, pad.look("centre"))
        pad.blank(sheet, row, _FIGURE, each)
        let_in(pad, sheet, (row, _FIGURE), each)
        sheet.write_blank(row, _REMARK, None, pad.look("remark"))
    mark_contradictions(pad, sheet, {id_: (row, _FIGURE) for id_, row in rows.items()})
