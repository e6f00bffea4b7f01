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
    Code(
        "UA305",
        Severity.WARNING,
        N_("{figure} is less than the {before} of {period} ({cell}), but this figure is counted up and does not fall; {figure} is used."),
        N_(
            "The plan says that this figure is counted up, since January or for good. It can't be less than it was: one of "
            "the two is wrong, or the figure of the month alone was given."
        ),
        N_("Ask the unit which of the two is right, and whether it gave the figure since January."),
    ),
    Code(
        "UA306",
        Severity.WARNING,
        N_("{figure}, after {before} in {period} ({cell}), is a change by more than the plan takes for usual; {figure} is used."),
        N_(
            "This figure is what others are counted of, and stands from one period to the next. A jump may be right, after a division for "
            "example, or come from another way of counting. A unit that took over others is not compared with itself before that."
        ),
        N_("Ask the unit whether the figure is right."),
    ),
    Code(
        "UA307",
        Severity.WARNING,
        N_("All {count} figures are those of {period} ({cell})."),
        N_("Every figure of the unit is the same as in its last submission. That is likely the old submission, sent once more."),
        N_("Ask the unit whether these are the figures of this period."),
    ),
    Code(
        "UA308",
        Severity.WARNING,
        N_("{figure}, after {before} in {period} ({cell}), looks like a digit too many or too few; {figure} is used."),
        N_("The figure is at least ten times that of each period before, of three, or at most a tenth of it."),
        N_("Ask the unit whether the figure is right."),
    ),
)
