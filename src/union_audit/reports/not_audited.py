"""What could not be audited, and why."""

import numpy as np

from union_audit.audit.result import Audit, Reason, Status
from union_audit.reports.rows import NoDataRow
from union_audit.reports.unit_names import NamesOf
from union_audit.reports.words import Words


def no_data(audit: Audit, words: Words) -> tuple[NoDataRow, ...]:
    """Return what could not be audited of the units shown, by reason; who submitted, but not this, stands apart."""
    missing = [np.flatnonzero(audit.shown & (column.measure.status == Status.NO_DATA)) for column in audit.columns]
    unit = np.concatenate([np.zeros(0, np.intp), *missing])
    reasons = (column.measure.reason[rows] for column, rows in zip(audit.columns, missing, strict=True))
    why = np.concatenate([np.zeros(0, np.int8), *reasons])
    sent = audit.reported[unit]
    rows = []
    for reason in Reason:
        for submitted in (False, True) if reason is Reason.NOT_SUBMITTED else (None,):
            some = unit[(why == reason) & (submitted is None or sent == submitted)]
            if len(some):
                names = NamesOf(audit.facts.roster, np.flatnonzero(np.bincount(some)))
                rows.append(NoDataRow(reason, words.reason(reason, submitted=bool(submitted)), len(some), names))
    return tuple(rows)
