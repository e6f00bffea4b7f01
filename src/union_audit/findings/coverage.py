"""UA4xx: who did not report, and what is missing."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

COVERAGE_CODES = (
    Code(
        "UA401",
        Severity.WARNING,
        N_("No submission was found, and one was due."),
        N_(
            "The unit is in the roster, existed at the end of the period and had to submit for it, but none of the inputs holds its "
            "figures. Every target that applies to it has no data."
        ),
        N_("Ask the unit for its submission, or check whether it came under another name."),
    ),
    Code(
        "UA402",
        Severity.WARNING,
        N_("{code} holds for {count} of {of} units; the first {named} are listed."),
        N_("So many units share a finding that only the first of them are listed one by one. The results hold all of them."),
        N_("See the list of units in the workbook, the CSV or the JSON result for the rest."),
    ),
    Code(
        "UA403",
        Severity.INFO,
        N_("There is no roster: missing units were not checked."),
        N_(
            "Without a list of the units nobody can tell which of them did not submit. The units, and their levels, were taken from the "
            "submissions themselves."
        ),
        N_("Name a roster with --units, or put a units.csv beside the targets file."),
    ),
    Code(
        "UA404",
        Severity.INFO,
        N_("The inputs name no period: goals and deadlines were taken as of {day}."),
        N_(
            "No title, sheet, file or folder name says which period the figures are of. The audit's date decides which milestones are in "
            "force and which units exist."
        ),
        N_("Name the period with --period, for example --period 2025-06."),
    ),
    Code(
        "UA405",
        Severity.INFO,
        N_("{period} was audited; the inputs also hold figures of {others}."),
        N_("The inputs hold several periods and none was asked for, so the latest was audited. The others were read and left aside."),
        N_("Choose another period with --period."),
    ),
    Code(
        "UA406",
        Severity.WARNING,
        N_("The submissions of {months} are missing, so that sums over the period are incomplete."),
        N_(
            "What happened in a month is summed over the months of the period. With a month missing the sum is not known: the target has "
            "no data, with the reason incomplete period, and the sum of the other months is shown."
        ),
        N_("Ask the unit for the missing months."),
    ),
    Code(
        "UA407",
        Severity.WARNING,
        N_("The unit did not exist on {day}, by the roster; its figures were not audited."),
        N_(
            "The roster says that the unit had closed by the end of the period, or had not been founded yet. Its figures are shown as not "
            "applicable and are in no sum."
        ),
        N_("Correct the unit's dates in the roster, or give the figures to the unit that succeeded it."),
    ),
    Code(
        "UA408",
        Severity.WARNING,
        N_plural(
            "The level of 1 unit is not known; targets that are not for all levels were not judged for it: {targets}.",
            "The level of {count} units is not known; targets that are not for all levels were not judged for them: {targets}.",
        ),
        N_(
            "Some targets hold for some levels only. Where neither a roster nor the submission tells a unit's level, nobody can say "
            "whether such a target applies to it: it is shown as not applicable."
        ),
        N_("Name a roster with --units, add a column with the level, or give it with --level-of."),
    ),
    Code(
        "UA409",
        Severity.WARNING,
        N_("Some figures have no period; beside those of {period} they were not audited."),
        N_("Some inputs name their period and others do not. Figures whose period is not known are never taken for those of another."),
        N_("Name the period with --period if these figures are of it, or write the period into the title or the file name."),
    ),
    Code(
        "UA410",
        Severity.WARNING,
        N_("{period} was asked for, but the inputs only hold figures of {others}."),
        N_(
            "No unit submitted anything for the period that was asked for, but the inputs do hold submissions of other periods. They "
            "were read and left aside: figures of one period are never taken for those of another."
        ),
        N_("Check the period, or name the files of the period that you mean."),
    ),
    Code(
        "UA411",
        Severity.INFO,
        N_plural(
            "Only a percentage was given for this target: it was judged, and is in no sum.",
            "{count} units gave only a percentage for this target, the first of them here: they were judged, and are in no sum.",
        ),
        N_(
            "A percentage tells whether the goal is met, but not of how many things. So the unit has a status and an attainment, "
            "and neither counts nor what is still to do; the sums over several units are made of counts alone, and say how many are "
            "not among them."
        ),
        N_("Ask for the counts."),
    ),
    Code(
        "UA412",
        Severity.WARNING,
        N_("The submission of {day} came late: it was due on {due}."),
        N_(
            "The plan's calendar says by which day the figures of a period are due. The day of a submission is the one that stands in it, "
            "else the one on which its file was written. Late figures are judged like all others."
        ),
        N_("Remind the unit of the day; where its file was copied later, have the day written in the submission itself."),
    ),
)
