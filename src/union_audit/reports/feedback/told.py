"""Which findings a unit is told, and what it can do about each itself."""

from collections.abc import Mapping

from union_audit.findings import CODES, Finding, Severity
from union_audit.words import N_

_CHECK_BOTH = N_("Check both figures, and correct the one that is wrong.")
_CHECK = N_("Check whether the figure is right.")

ACTIONS: Mapping[str, str] = {
    "UA014": "",
    "UA017": "",
    "UA101": N_("Send these figures too; the headings of the form that was handed out are understood."),
    "UA103": N_("Write the heading as it stands in the form that was handed out."),
    "UA104": "",
    "UA107": "",
    "UA108": "",
    "UA111": N_("Write the unit's code, or its full name with all accents."),
    "UA116": N_("Say which of the two holds, and send that one again."),
    "UA118": N_("Write the same month and year in the title, the sheet's name and the file's name."),
    "UA119": N_("Write the month and the year in the title."),
    "UA122": "",
    "UA125": "",
    "UA126": N_("Fill in the figures, and send the file again."),
    "UA128": N_("Write the unit's code as the superior office has it."),
    "UA131": "",
    "UA301": _CHECK_BOTH,
    "UA302": N_("Check the total and what is excluded from it, and correct what is wrong."),
    "UA304": _CHECK_BOTH,
    "UA305": N_("Check the figure, and whether all of it since January is in it."),
    "UA306": _CHECK,
    "UA307": N_("Check whether these are the figures of this period."),
    "UA308": _CHECK,
    "UA406": N_("Send the figures of the missing months."),
}
"""What a unit is told besides faults of cells; "": what everybody is told to do is said to it too.

What only the auditing office can settle (the plan, the roster, which of two versions is the later) is not among them.
"""

_OF_CELLS = "UA2"
_ANOTHER_PLACE = N_("another submission")
_WAYS = ("cell", "cells", "last", "such_as")
"""Arguments that name cells, with file and sheet where these are others."""


def is_for_units(finding: Finding) -> bool:
    """Whether a unit is told it."""
    is_fault = CODES[finding.code].severity is not Severity.INFO
    return is_fault and (finding.code.startswith(_OF_CELLS) or finding.code in ACTIONS)


def without_places(args: Mapping[str, object]) -> dict[str, object]:
    """Return a finding's arguments without the way to any file or sheet: its name may be another unit's."""
    told = {name: _only_cell(value) if name in _WAYS else value for name, value in args.items()}
    return told | ({"other": _ANOTHER_PLACE} if "other" in told else {})


def _only_cell(way: object) -> object:
    return tuple(map(_only_cell, way)) if isinstance(way, tuple) else str(way).rpartition(" › ")[2]
