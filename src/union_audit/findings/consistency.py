"""UA3xx: figures that do not agree with each other."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

CONSISTENCY_CODES = (
    Code(
        "UA301",
        Severity.ERROR,
        N_("{numerator} is more than the {base} that it is a part of ({cells}); the share was not computed."),
        N_(
            "A part can't be larger than the whole: one of the two figures is wrong, and nothing in the submission tells which. "
            "The unit has no data for this target, with the reason inconsistent, until one of them is corrected. "
            "Where the plan excludes something from the whole, the whole is what is left."
        ),
        N_("Ask the unit which of the figures is right and have the other corrected."),
    ),
    Code(
        "UA302",
        Severity.ERROR,
        N_("{excluded} are excluded from a total of {total} ({cells}); none of these figures is used for this target."),
        N_(
            "What the plan excludes from a total is a part of it, so it can't be more than the total. "
            "The unit has no data for this target, with the reason inconsistent, until the figures are corrected."
        ),
        N_("Ask the unit for the right total and the right number of exclusions."),
    ),
    Code(
        "UA303",
        Severity.WARNING,
        N_plural(
            "{figure} is not what the unit directly below reports, which is {sum}; {figure} is used.",
            "{figure} is not what the {count} units directly below report, which is {sum}; {figure} is used.",
        ),
        N_(
            "This figure covers the unit's whole area, and every unit directly below it reported too, so the two ought to agree. "
            "The roll-up uses the figure of the higher unit and adds nothing below it."
        ),
        N_("Compare the figures of the units below with this one and have the wrong one corrected."),
    ),
    Code(
        "UA304",
        Severity.ERROR,
        N_("{figure} for the whole period is not what its months make, which is {sum}; neither is used."),
        N_(
            "A figure given for a whole quarter or year is held against its months and never added to them. "
            "Where all the months are there and the two differ, nothing tells which is right: the figure is inconsistent."
        ),
        N_("Ask the unit which is right, and have the months or the whole period's figure corrected."),
    ),
)
