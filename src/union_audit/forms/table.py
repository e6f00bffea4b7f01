"""The table of several units: a row for each, a column for each figure, across A4."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.forms.around import height, notes, signatures
from union_audit.forms.choosing import Form
from union_audit.forms.limits import let_in, mark_contradictions
from union_audit.forms.pad import Pad
from union_audit.plan.model import Field, Level
from union_audit.plan.roster import Unit
from union_audit.visible import visible

_CODE, _NAME, _FIRST = 1, 2, 3
_WIDTHS = (5.0, 10.0, 36.0)
_FIGURE = 13.0
_SHOWN = 7
"""Columns of figures that fit on a page: titles and notes are as wide."""
_HEAD = 7
_SCALE = 70
"""In per cent, when it is printed."""


def fill_table(pad: Pad, form: Form) -> None:
    """Fill the sheet: of when the figures are, a row for each unit, how to write them, who signs."""
    sheet, units = pad.sheet(across=True), form.units
    asked = {each.id for level in {unit.level for unit in units} for each in pad.plan.fields_of(level)}
    fields = [each for each in pad.plan.fields if each.id in asked]
    widths = [*_WIDTHS, *([_FIGURE] * min(_SHOWN, len(fields)))]
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(_FIRST, _FIRST + len(fields) - 1, _FIGURE)
    sheet.set_print_scale(_SCALE)
    sheet.print_across()
    sheet.repeat_rows(_HEAD, _HEAD + 1)
    sheet.repeat_columns(0, _NAME)
    sheet.freeze_panes(_HEAD + 2, _FIRST)
    last = len(widths) - 1
    _above(pad, sheet, form, last)
    _headings(pad, sheet, fields)
    for row, unit in enumerate(units, _HEAD + 2):
        _row(pad, sheet, row, unit, fields)
    places = {each.id: (_HEAD + 2, column) for column, each in enumerate(fields, _FIRST)}
    for each in fields:
        let_in(pad, sheet, places[each.id], each, len(units))
    mark_contradictions(pad, sheet, places, len(units))
    below = _HEAD + 2 + len(units)
    notes(pad, sheet, below + 1, widths, pad.language("the columns of figures"))
    signatures(pad, sheet, below + 3, (0, _NAME), (max(_FIRST, last - 2), max(_FIRST + 1, last)))


def _above(pad: Pad, sheet: Worksheet, form: Form, last: int) -> None:
    sheet.write_string(0, 0, pad.organisation, pad.look("bold"))
    if form.of:
        name = pad.language.pick(form.of.label) if isinstance(form.of, Level) else form.of.name
        sheet.write_string(1, 0, visible(name), pad.look("bold"))
    for row, (text, look) in enumerate(pad.title, 2):
        sheet.merge_range(row, 0, row, last, text, pad.look(look))


def _headings(pad: Pad, sheet: Worksheet, fields: Sequence[Field]) -> None:
    language = pad.language
    texts = [language("No."), language("Unit code"), language("Unit name")]
    for each in fields:
        measure = pad.measure(each)
        texts.append(f"{pad.label(each)}\n({measure})" if measure else pad.label(each))
    for column, text in enumerate(texts):
        sheet.write_string(_HEAD, column, text, pad.look("heading"))
        sheet.write_number(_HEAD + 1, column, column + 1, pad.look("number"))
    sheet.set_row(_HEAD, max(height(text, _FIGURE - 3) for text in texts[_FIRST:]))


def _row(pad: Pad, sheet: Worksheet, row: int, unit: Unit, fields: Sequence[Field]) -> None:
    asked = pad.plan.fields_of(unit.level)
    sheet.set_row(row, height(unit.name, _WIDTHS[_NAME] - 2))
    sheet.write_number(row, 0, row - _HEAD - 1, pad.look("centre"))
    sheet.write_string(row, _CODE, unit.code, pad.look("centre"))
    sheet.write_string(row, _NAME, visible(unit.name), pad.look("text"))
    for column, each in enumerate(fields, _FIRST):
        if each in asked:
            pad.blank(sheet, row, column, each)
        else:
            sheet.write_blank(row, column, None, pad.look("none"))
