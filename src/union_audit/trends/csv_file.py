"""A row a target and period, of all units or of each that was asked for; stable English headings, no text that is a formula."""

import csv
from typing import IO

from union_audit.reports.harmless import harmless
from union_audit.trends.records import flat
from union_audit.trends.view import TrendView

COLUMNS = (
    "period",
    "unit",
    "target",
    "target_label",
    "status",
    "value",
    "numerator",
    "denominator",
    "goal",
    "required",
    "units_expected",
    "units_reported",
    "gaps",
    "new",
    "closed",
    "lasting",
    "unknown",
)


def write(view: TrendView, stream: IO[str]) -> None:
    """Write the table; lines end as RFC 4180 has it."""
    rows = csv.DictWriter(stream, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    texts = ("unit", "target", "target_label")
    rows.writerows({**record, **{name: harmless(record[name]) for name in texts}} for record in flat(view))
