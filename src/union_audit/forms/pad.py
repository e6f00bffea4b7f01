"""What every blank workbook is made of: its sheet, the looks of its cells, what each cell lets in."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.plan.model import Covers, Field, Kind, OverPeriods, Plan
from union_audit.plan.period import Period
from union_audit.plan.period_words import in_words
from union_audit.visible import brief, visible
from union_audit.words import N_

LARGEST = 10**12
"""A larger count is refused when it is read."""

_A4 = 9
_TITLE_LETTERS, _HELP_LETTERS, _LABEL_LETTERS = 32, 255, 150
"""What Excel shows beside a cell: a title, a text, and of that the label of a field."""

_BASE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "bold": {"bold": True},
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "middle": {"bold": True, "align": "center"},
    "quiet": {"italic": True, "align": "center"},
    "subject": {"italic": True, "align": "center", "text_wrap": True},
    "dated": {"italic": True, "align": "center", "locked": False},
    "signed": {"bold": True, "align": "center", "locked": False},
    "note": {"italic": True, "font_size": 11, "text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "align": "center", "text_wrap": True, "border": 1, "bg_color": "#E8EDF3"},
    "number": {"italic": True, "font_size": 10, "align": "center", "border": 1},
    "text": {"text_wrap": True, "border": 1, "indent": 1},
    "centre": {"text_wrap": True, "border": 1, "align": "center"},
    "input": {"border": 1, "align": "right", "num_format": "#,##0", "bg_color": "#FFFBE6", "locked": False},
    "choice": {"border": 1, "align": "center", "bg_color": "#FFFBE6", "locked": False},
    "remark": {"border": 1, "text_wrap": True, "font_size": 11, "locked": False},
    "blank": {"bottom": 4, "bg_color": "#FFFBE6", "locked": False, "num_format": "@"},
    "none": {"border": 1, "bg_color": "#D9DEE4"},
    "wrong": {"bg_color": "#F6B7B7", "bold": True},
}


@dataclass(frozen=True)
class Pad:
    """A workbook to be filled in for a period of a plan, in a language."""

    workbook: Workbook
    plan: Plan
    period: Period
    language: Language
    _formats: dict[str, Format] = field(default_factory=dict)

    def look(self, name: str) -> Format:
        """Return a look, made once; one that only marks what is wrong changes nothing else."""
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format({**({} if name == "wrong" else _BASE), **_LOOKS[name]})
        return self._formats[name]

    def sheet(self, *, across: bool = False) -> Worksheet:
        """Return the sheet: it prints on A4, and lets nothing be changed but what is to be filled in; no password keeps anybody out."""
        sheet = self.workbook.add_worksheet(self.language("Figures to report"))
        if across:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer("&R&8&P / &N")
        sheet.hide_gridlines(2)
        sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
        return sheet

    @cached_property
    def period_words(self) -> str:
        """The period: "June 2025"."""
        words = in_words(self.period, self.language)
        return words[:1].upper() + words[1:]

    @cached_property
    def organisation(self) -> str:
        """Whose plan it is."""
        return visible(self.language.pick(self.plan.organisation))

    @cached_property
    def title(self) -> tuple[tuple[str, str], ...]:
        """The lines of the title, each with its look: what it is, of when, what for, and by when it is due."""
        language, due = self.language, self.plan.calendar.due(self.period)
        plan = language("Plan {code}: {title}", code=visible(self.plan.code), title=visible(language.pick(self.plan.title)))
        lines = ((language("REPORT OF FIGURES"), "title"), (self.period_words, "middle"), (plan, "subject"))
        return (*lines, (language("To be sent by {day}", day=due), "quiet")) if due else lines

    def label(self, of: Field) -> str:
        """Return a field's label."""
        return visible(self.language.pick(of.label))

    def measure(self, of: Field) -> str:
        """Return what is counted: "computers", "yes/no"."""
        if of.kind is Kind.YES_NO:
            return f"{self.yes_no[0]}/{self.yes_no[1]}"
        return visible(self.language.pick(of.unit))

    @cached_property
    def yes_no(self) -> tuple[str, str]:
        """The two answers."""
        return self.language("yes"), self.language("no")

    def blank(self, sheet: Worksheet, row: int, column: int, of: Field) -> None:
        """Make a cell that a field's figure is to be written in: it takes nothing else, and says what it takes."""
        is_choice = of.kind is Kind.YES_NO
        sheet.write_blank(row, column, None, self.look("choice" if is_choice else "input"))
        takes = {"validate": "list", "source": list(self.yes_no)} if is_choice else _whole_number()
        wrong = self.language("Choose one of the two answers.") if is_choice else self.language("Only a whole number, 0 or more.")
        said = {
            "input_title": self.period_words[:_TITLE_LETTERS],
            "input_message": self._help(of)[:_HELP_LETTERS],
            "error_title": self.language("Not a figure")[:_TITLE_LETTERS],
            "error_message": wrong,
        }
        sheet.data_validation(row, column, row, column, {**takes, **said})

    def _help(self, of: Field) -> str:
        """Return what a field takes: of when, of whom, and what a blank means."""
        lines = [brief(self.label(of), _LABEL_LETTERS)]
        if of.kind is Kind.COUNT:
            lines.append(self.language(_WHEN[of.over_periods]))
        if of.covers is Covers.AREA:
            lines.append(self.language("With all units below."))
        if of.blank_is_zero:
            lines.append(self.language("May be left blank for 0."))
        return "\n".join(lines)

    def mark_contradictions(self, sheet: Worksheet, cells: Mapping[str, str]) -> None:
        """Let a cell turn red where a part is larger than its whole. `cells`: the address of each field's figure in a unit's form."""
        for ratio in self.plan.ratios:
            if ratio.denominator is None or not {*ratio.fields} <= {*cells}:
                continue
            part, whole, *less = (cells[id_] for id_ in ratio.fields)
            left = "".join(f"-N({cell})" for cell in less)
            rule = {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>{whole}{left})",
                "format": self.look("wrong"),
            }
            sheet.conditional_format(part, rule)


_WHEN = {OverPeriods.SUM: N_("Of this period alone."), OverPeriods.LAST: N_("As it stands at the end of the period.")}


def _whole_number() -> dict[str, Any]:
    return {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": LARGEST}
