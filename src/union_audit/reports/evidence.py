"""The cells that figures were taken from, and which figures they are shown for."""

from collections.abc import Callable, Sequence
from itertools import repeat

import numpy as np

from union_audit.audit.result import NONE, Audit, Reason, Status
from union_audit.findings.model import address
from union_audit.intake.facts import Bool, Int32, Int64, Places, State
from union_audit.plan.model import Ratio
from union_audit.reports.blocks import AtTarget
from union_audit.reports.view import View
from union_audit.reports.written import Written

FOR_ALL = 100_000
"""More assessments than this have the cells of gaps and of figures with findings only, unless all are asked for."""

_UNUSED = (Reason.UNREADABLE, Reason.INCONSISTENT)


def wanted(view: View) -> str:
    """Return for which figures cells are shown: "all", or "gaps" for gaps and figures with findings only."""
    is_all = view.options.evidence == "all" or len(view.units) * len(view.audit.columns) <= FOR_ALL
    return "all" if is_all else "gaps"


class Evidences:
    """Writes the cells of figures, many units at a time.

    `before`: what stands before a cell's address, given a field, a file and a sheet; `after`: what stands behind it, given what the
    cell holds. `between`: what stands between two cells.
    """

    def __init__(self, view: View, before: Callable[[str, str, str], str], after: Callable[[str], str], between: str) -> None:
        """Decide what is wanted, once a report."""
        facts = self._facts = view.audit.facts
        fields = {field.id: place for place, field in enumerate(facts.fields)}
        self._fields = [[fields[id_] for id_ in column.target.fields] for column in view.audit.columns]
        self._shown = _gaps_and_findings(view.audit) if wanted(view) == "gaps" else None
        self._before, self._after, self._between = before, Written(after, ""), between
        self._digits = Written(lambda count: after(str(count)), after(""))
        self._letters = Written(lambda column: address(0, column)[:-1], "")
        self._numbers = Written(lambda row: str(row + 1), "")
        self._units: Int64 = np.zeros(0, np.int64)
        self._of_fields: dict[int, list[str]] = {}

    def of(self, at: AtTarget) -> list[str]:
        """Return the cells of the figures of some units at a target, then of percentages in their place; "" where they are not wanted."""
        if at.units is not self._units:
            self._units, self._of_fields = at.units, {}
        cells = [self._of_field(field) for field in self._fields[at.place]]
        for ratio, figures in zip(at.column.target.parts, at.parts or (at.figures,), strict=True):
            if figures.by_percentage.any():
                given = zip(figures.by_percentage.tolist(), at.units.tolist(), strict=True)
                cells.append([self._of_share(unit, ratio) if is_given else "" for is_given, unit in given])
        every = self._joined(cells)
        if self._shown is None:
            return every
        return [each if is_shown else "" for is_shown, each in zip(self._shown[at.place, at.units].tolist(), every, strict=True)]

    def _of_field(self, field: int) -> list[str]:
        """Return the cells of one field of the units that are written now."""
        if field not in self._of_fields:
            layers = [self._of_layer(field, layer) for layer in self._facts.places]
            self._of_fields[field] = layers[0] if len(layers) == 1 else self._joined(layers)
        return self._of_fields[field]

    def _of_layer(self, field: int, layer: Places) -> list[str]:
        """Return the cells of a field that one layer knows."""
        facts, (table, row, column) = self._facts, layer.of_field(field, self._units)
        before = Written(lambda at: self._before(facts.fields[field].id, *facts.tables[at]), "")
        holds = self._holds(field, layer, table, row, column)
        parts = (before.all(table), self._letters.all(column), self._numbers.all(row), holds)
        return [f"{head}{letters}{number}{tail}" if head else "" for head, letters, number, tail in zip(*parts, strict=True)]

    def _holds(self, field: int, layer: Places, table: Int32, row: Int32, column: Int32) -> list[str]:
        """Return what each cell holds, as it is written: the count in digits, unless the facts know its text."""
        texts = self._facts.texts
        values, state = (each[self._units, field] for each in self._facts.said(layer))
        plain = self._digits.all(np.where(state == State.FIGURE, values, NONE))
        if not texts:
            return plain
        known = map(texts.get, zip(table.tolist(), row.tolist(), column.tolist(), strict=True))
        return [digits if text is None else self._after[text] for text, digits in zip(known, plain, strict=True)]

    def _joined(self, cells: Sequence[Sequence[str]]) -> list[str]:
        return list(map(self._between.join, map(filter, repeat(None), zip(*cells, strict=True))))

    def _of_share(self, unit: int, ratio: Ratio) -> str:
        """Return the cell of a percentage, which few give."""
        cell = self._facts.share_evidence(unit, ratio)
        return f"{self._before(cell.field, cell.source.file, cell.source.sheet)}{cell.source.cell}{self._after[cell.text]}" if cell else ""


def _gaps_and_findings(audit: Audit) -> Bool:
    """Return which assessments are gaps or have a finding: bool, shape (columns, units).

    A figure that was not used always has one, if only one for a whole column of them, which names no unit.
    """
    measures = [column.measure for column in audit.columns]
    shown: Bool = np.array([(each.status == Status.GAP) | np.isin(each.reason, _UNUSED) for each in measures])
    for finding in audit.findings:
        unit = audit.facts.roster.index.get(finding.unit or "")
        if unit is not None:
            for place, column in enumerate(audit.columns):
                if finding.target == column.target.id or finding.field in column.target.fields:
                    shown[place, unit] = True
    return shown
