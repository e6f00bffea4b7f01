"""UA1xx: what can be wrong with the period of figures, and with which of several versions holds."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

VERSION_CODES: tuple[Code, ...] = (
    Code(
        "UA115",
        Severity.INFO,
        N_plural(
            "1 unit is here once more with the same figures as in {other}; it counts once.",
            "{count} units are here once more with the same figures as in {other}; they count once.",
        ),
        N_("The same unit, period and figures stand in two places. They are one submission."),
        N_("Nothing need be done."),
    ),
    Code(
        "UA116",
        Severity.ERROR,
        N_plural(
            "This says {figure}, but {other} says {other_figure} for the same unit and period; neither was used.",
            "This says {figure}, but {other} says {other_figure} for the same unit and period; neither was used. "
            "So it is with {count} figures of this field ({cells}).",
        ),
        N_(
            "A unit was handed in twice for one period with different figures. Nothing says which version holds. The figures that agree "
            "are used, those that differ are not."
        ),
        N_("Delete the version that does not hold."),
    ),
    Code(
        "UA117",
        Severity.ERROR,
        N_("The period is not certain: {evidence}. The figures were not used."),
        N_("The title, the sheet's name, the file's name and the folder do not speak of the same period. Which is right is not guessed."),
        N_("Correct what is wrong, or say which of these it is with --period."),
    ),
    Code(
        "UA118",
        Severity.WARNING,
        N_("The file speaks of several periods ({evidence}); {period} was taken, as it was asked for."),
        N_("The title, the sheet's name, the file's name and the folder disagree on the period; the one that was asked for is among them."),
        N_("Check that the figures are of this period, and correct the file."),
    ),
    Code(
        "UA119",
        Severity.WARNING,
        N_("“{text}” names a period without its year; the period stays unknown."),
        N_("A month or a quarter is named, but neither the file nor its folder says of which year."),
        N_("Name the period with --period, or write the year in the title."),
    ),
    Code(
        "UA132",
        Severity.WARNING,
        N_plural(
            "1 figure of the unit differs from that in {other}. This version is the later ({evidence}), and its figure was used.",
            "{count} figures of the unit differ from those in {other}. This version is the later ({evidence}), and its figures were used.",
        ),
        N_(
            "A unit was handed in twice for one period with different figures, and the names or forms say which version is the later: "
            "by its number (lần 2, v2), as a correction or a supplement (điều chỉnh, bổ sung), or by its date. Of the answers to an online "
            "form the time that each was sent at says it. Where nothing does, or they contradict themselves, none of the differing "
            "figures is used."
        ),
        N_("Check that the later version holds, and put the earlier one away."),
    ),
    Code(
        "UA138",
        Severity.INFO,
        N_("The table of {period} has no figures yet; it was taken for a form that is not filled in."),
        N_(
            "Some workbooks have a sheet for each month of the year, and those of the coming months are blank. Such a sheet is no "
            "submission of its month while another sheet of the file has figures."
        ),
        N_("Nothing need be done; if the month is over, ask for its figures."),
    ),
    Code(
        "UA142",
        Severity.ERROR,
        N_("“{text}” says that the figures are counted since an earlier month; those asked for the month alone were not used: {fields}."),
        N_(
            "A figure that happens in a month is added up over the months of a quarter or a year. One that is counted since January "
            "already has the earlier months in it, and would count them twice."
        ),
        N_("Write the figures of the month; or, if they are those of the half or the whole year, let the title say so."),
    ),
    Code(
        "UA148",
        Severity.INFO,
        N_("“{text}” is counted since an earlier month. As the plan asks, the figures of {other} were used in place of these: {fields}."),
        N_(
            "A sheet (or file) of the month and one of all since January (“Lũy kế”) stand beside each other. Figures that are added up "
            "over the months are taken from the month's, those that are asked for since January from the other. Of what stands at the "
            "end of the period both may say it; where they differ, neither is used (UA116)."
        ),
        N_("Nothing need be done, if each of the two holds what its name or title says."),
    ),
    Code(
        "UA143",
        Severity.ERROR,
        N_("The columns “{month}” and “{since}” differ where either may be meant; neither was used for: {labels}."),
        N_(
            "A figure of what stands at the period's end may be written in the column of the month, or in one that counts since January. "
            "Where both are filled in and differ, nothing says which of them holds."
        ),
        N_(
            "Leave one of the two blank, or write the same in both; if the field is counted since January, let the plan say so with "
            "“cumulative: year”."
        ),
    ),
    Code(
        "UA145",
        Severity.ERROR,
        N_plural(
            "A row is of another period than the table, or of a plan, or it is not known which is asked for ({periods}); it was not used.",
            "{count} rows are of other periods than the table, or of a plan, or it is not known which is asked for ({periods}); not used.",
        ),
        N_(
            "The rows of a table may say of which period they are, in a column of their own or by the section that they stand in. Those of "
            "the period that is told above the table, or asked for, are used; here none is of it."
        ),
        N_("Say which period is meant with --period; or send a table of that period."),
    ),
)
