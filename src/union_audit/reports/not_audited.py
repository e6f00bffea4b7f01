"""What could not be audited, and why."""

import numpy as np

from union_audit.audit.result import Audit, Reason, Status
from union_audit.reports.rows import NoDataRow
from union_audit.reports.unit_names import NamesOf
from union_audit.reports.words import Words


def no_data(audit: Audit, words: Words) -> tuple[NoDataRow, ...]:
    """Return what could not be audited of the units shown, by reason; who submitted, but not this, stands apart."""
    shown, sent = audit.shown, audit.reported
    rows = []
    for reason in Reason:
        for submitted, units in ((False, shown & ~sent), (True, shown & sent)) if reason is Reason.NOT_SUBMITTED else ((False, shown),):
            missing = [units & (column.measure.status == Status.NO_DATA) & (column.measure.reason == reason) for column in audit.columns]
            count = sum(int(np.count_nonzero(column)) for column in missing)
            if count:
                names = NamesOf(audit.facts.roster, np.flatnonzero(np.logical_or.reduce(missing)))
                rows.append(NoDataRow(reason, words.reason(reason, submitted=submitted), count, names))
    return tuple(rows)
