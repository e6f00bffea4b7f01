"""What the cells to be filled in let in, what they say of it, and when they turn red; said once for all rows of a column."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.forms.pad import Pad
from union_audit.plan.model import MAX_COUNT, Covers, Field, Kind, OverPeriods
from union_audit.visible import brief
from union_audit.words import N_

_TITLE_LETTERS, _HELP_LETTERS, _LABEL_LETTERS = 32, 255, 150
"""What Excel shows beside a cell: a title, a text, and of that the label of a field."""

_WHEN = {OverPeriods.SUM: N_("Of this period alone."), OverPeriods.LAST: N_("As it stands at the end of the period.")}

Places = Mapping[str, tuple[int, int]]
"""The row and column of the first unit's figure of each field, by its id."""


def let_in(pad: Pad, sheet: Worksheet, at: tuple[int, int], of: Field, units: int = 1) -> None:
    """Let a field's cells, from that row and column down for so many units, take nothing but its figures."""
    language = pad.language
    if of.kind is Kind.YES_NO:
        takes: dict[str, Any] = {"validate": "list", "source": list(pad.yes_no)}
        wrong = language("Choose one of the two answers.")
    else:
        takes = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MAX_COUNT}
        wrong = language("Only a whole number, 0 or more.")
    said = {
        "input_title": pad.period_words[:_TITLE_LETTERS],
        "input_message": _help(pad, of)[:_HELP_LETTERS],
        "error_title": language("Not a figure")[:_TITLE_LETTERS],
        "error_message": wrong,
    }
    row, column = at
    sheet.data_validation(row, column, row + units - 1, column, {**takes, **said})


def mark_contradictions(pad: Pad, sheet: Worksheet, places: Places, units: int = 1) -> None:
    """Let a cell turn red where a part is larger than its whole."""
    for ratio in pad.plan.ratios:
        if not {*ratio.fields} <= {*places}:
            continue
        part, whole, *less = (xl_rowcol_to_cell(*places[id_]) for id_ in ratio.fields)
        left = "".join(f"-N({cell})" for cell in less)
        formula = f"=AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>{whole}{left})"
        row, column = places[ratio.numerator]
        rule = {"type": "formula", "criteria": formula, "format": pad.look("wrong")}
        sheet.conditional_format(row, column, row + units - 1, column, rule)


def _help(pad: Pad, of: Field) -> str:
    """Return what a field takes: of when, of whom, and what a blank means."""
    language = pad.language
    lines = [brief(pad.label(of), _LABEL_LETTERS)]
    if of.kind is Kind.COUNT:
        lines.append(language(_WHEN[of.over_periods]))
    if of.covers is Covers.AREA:
        lines.append(language("With all units below."))
    if of.blank_is_zero:
        lines.append(language("May be left blank for 0."))
    return "\n".join(lines)
