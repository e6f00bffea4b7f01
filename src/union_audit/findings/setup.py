"""UA5xx: waivers and configuration."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_

SETUP_CODES = (
    Code(
        "UA501",
        Severity.WARNING,
        N_("Waiver {number} ended on {day} and does not cover this period."),
        N_("A waiver covers the periods that end on or before its last day. This one has run out: a gap at this target counts again."),
        N_("Have the gap closed, or the waiver renewed; else take it out of the waivers file."),
    ),
    Code(
        "UA502",
        Severity.INFO,
        N_("Waiver {number} covers no gap in this period."),
        N_("The waiver is in force, but the unit has no gap at this target, or is not among the units that were audited."),
        N_("Take it out of the waivers file if it is no longer needed."),
    ),
    Code(
        "UA503",
        Severity.WARNING,
        N_("Waiver {number} ends on {day}; days left: {days}."),
        N_("The waiver still covers this period but will not cover the coming ones. After its last day the gap counts again."),
        N_("Have the gap closed before that day, or ask for the waiver to be renewed in time."),
    ),
)
