"""How the matrix is coloured: a rule for what is met, one for a gap, each with its sign before the figure."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.audit.result import Column as Target
from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.plan.goal import Comparison, CountGoal, RatioGoal, Tracked, YesGoal
from union_audit.reports.figures import is_share
from union_audit.reports.view import View
from union_audit.reports.words import SYMBOL
from union_audit.reports.xlsx.cells import COUNT, GROUND, INK, PERCENT, Paper
from union_audit.reports.xlsx.formulas import quoted

_NOT = {Comparison.MORE: "<=", Comparison.AT_LEAST: "<", Comparison.LESS: ">=", Comparison.AT_MOST: ">"}
_FINE, _TEXT = "0.0000%", "@"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a matrix of `rows` units, whose targets begin in the column `first`; under it stands a row of all units."""

    view: View
    first: int
    rows: int

    def add(self, sheet: Worksheet, paper: Paper) -> None:
        """Add the rules to the sheet."""
        for place, target in enumerate(self.view.audit.columns, self.first):
            for condition, status, written in self._of_units(target, xl_rowcol_to_cell(1, place)):
                sheet.conditional_format(1, place, self.rows, place, _rule(paper, condition, status, written))
            for condition, status, written in self._of_all(target, xl_rowcol_to_cell(self.rows + 1, place)):
                sheet.conditional_format(self.rows + 1, place, self.rows + 1, place, _rule(paper, condition, status, written))

    def _of_units(self, target: Target, cell: str) -> list[tuple[str, Status, str]]:
        """Return (condition, status, number format) for what one unit can have reached."""
        signs = [(f"{cell}={quoted(SYMBOL[status])}", status, "") for status in (Status.NO_DATA, Status.NOT_APPLICABLE, Status.MET)]
        match target.goal:
            case Tracked():
                written = PERCENT if is_share(target.target) else COUNT
                return [*signs, (f"ISNUMBER({cell})", Status.TRACKED, written)]
            case YesGoal():
                yes, no = (quoted(self.view.words.yes_no(said)) for said in (True, False))
                return [*signs, (f"{cell}={yes}", Status.MET, _TEXT), (f"{cell}={no}", Status.GAP, _TEXT)]
            case CountGoal(comparison=comparison, count=count):
                return [*signs, *_compared(cell, comparison, str(count), COUNT)]
            case RatioGoal():
                return [*signs, *_shares(cell, target.goal)]
        raise TypeError(target.goal)

    def _of_all(self, target: Target, cell: str) -> list[tuple[str, Status, str]]:
        """Return the same for the row of all units, where a yes is a share of them."""
        if isinstance(target.goal, RatioGoal | Tracked):
            return self._of_units(target, cell)
        no_data = (f"{cell}={quoted(SYMBOL[Status.NO_DATA])}", Status.NO_DATA, "")
        return [no_data, *(_compared(cell, Comparison.AT_LEAST, "1", PERCENT) if isinstance(target.goal, YesGoal) else ())]


def _rule(paper: Paper, condition: str, status: Status, written: str) -> dict[str, Any]:
    """Return the rule that colours a cell, and writes its figure with the sign of its status."""
    properties = {"num_format": f'"{SYMBOL[status]} "{written}'} if written else {}
    look = paper.made(font_color=INK[status], bg_color=GROUND[status], **properties)
    return {"type": "formula", "criteria": f"={condition}", "format": look}


def _compared(cell: str, comparison: Comparison, bound: str, written: str) -> list[tuple[str, Status, str]]:
    return [
        (f"AND(ISNUMBER({cell}),{cell}{comparison}{bound})", Status.MET, written),
        (f"AND(ISNUMBER({cell}),{cell}{_NOT[comparison]}{bound})", Status.GAP, written),
    ]


def _shares(cell: str, goal: RatioGoal) -> list[tuple[str, Status, str]]:
    """Return the rules for a share; the first two are for one that its first decimal would make look like what it is not."""
    bound = f"{goal.threshold.numerator}/{goal.threshold.denominator}"
    near = ",".join(f"AND({cell}<>{each},ROUND({cell},3)=ROUND({each},3))" for each in dict.fromkeys(("0", "1", bound)))
    plain = _compared(cell, goal.comparison, bound, PERCENT)
    return [*((f"AND({condition},OR({near}))", status, _FINE) for condition, status, _ in plain), *plain]
