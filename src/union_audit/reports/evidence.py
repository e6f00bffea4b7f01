"""The cells that a figure was taken from, and which figures they are shown for."""

from collections.abc import Iterator

import numpy as np

from union_audit.audit.result import NONE, Audit, Reason, Status
from union_audit.intake.facts import Bool, Evidence
from union_audit.reports.view import View

FOR_ALL = 100_000
"""More assessments than this have the cells of gaps and of figures with findings only, unless all are asked for."""

_UNUSED = (Reason.UNREADABLE, Reason.INCONSISTENT)


class Evidences:
    """Where the figures of an audit stand. `wanted`: "all", or "gaps" for gaps and figures with findings only."""

    def __init__(self, view: View) -> None:
        """Decide what is wanted, once a report."""
        audit = self._audit = view.audit
        fields = {field.id: place for place, field in enumerate(audit.facts.fields)}
        self._fields = [[fields[id_] for id_ in column.target.fields] for column in audit.columns]
        self._by_share = [[part.share != NONE for part in column.parts] for column in audit.columns]
        is_all = view.options.evidence == "all" or len(view.units) * len(audit.columns) <= FOR_ALL
        self.wanted = "all" if is_all else "gaps"
        self._shown = None if is_all else _gaps_and_findings(audit)

    def of(self, unit: int, column: int) -> Iterator[Evidence]:
        """Yield the cells of one unit's figures at one target, then of percentages in their place; none where they are not wanted."""
        if self._shown is None or self._shown[column, unit]:
            for field in self._fields[column]:
                yield from self._audit.facts.evidence(unit, field)
            for ratio, by_share in zip(self._audit.columns[column].target.parts, self._by_share[column], strict=True):
                share = self._audit.facts.share_evidence(unit, ratio) if by_share[unit] else None
                yield from [share] if share else []


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
