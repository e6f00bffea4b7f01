"""What every blank workbook is made of: its sheet, its title, the looks of its cells."""

from dataclasses import field
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.plan.model import Field, Kind, Plan
from union_audit.plan.period import Period
from union_audit.plan.period_words import in_words
from union_audit.visible import visible

_A4 = 9
_BASE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, Any]] = {
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
        """Make a cell that a field's figure is to be written in."""
        sheet.write_blank(row, column, None, self.look("choice" if of.kind is Kind.YES_NO else "input"))
