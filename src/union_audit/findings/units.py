"""UA1xx: what can be wrong with telling whose figures they are."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

UNIT_CODES: tuple[Code, ...] = (
    Code(
        "UA109",
        Severity.ERROR,
        N_("“{name}” is not in the roster; its figures were not used."),
        N_("The unit that a row, a column or a form names is neither a code nor a name nor an alias of the roster. No unit is made up."),
        N_("Correct the name in the file, or add the unit, or this way of writing its name, to the roster."),
    ),
    Code(
        "UA110",
        Severity.ERROR,
        N_("“{name}” may be {units}; its figures were not used."),
        N_("The name fits more than one unit of the roster. Which of them is meant is not guessed."),
        N_("Write the unit's code beside its name, or its full name with all accents."),
    ),
    Code(
        "UA111",
        Severity.WARNING,
        N_("“{name}” was taken for {unit_name}, the only unit whose name is near."),
        N_("The name is in the roster but for a slip: an accent, or one letter of a long word. No other unit's name is as near."),
        N_("Check that it is the right unit; correct the name, or add it to the roster as an alias."),
    ),
    Code(
        "UA112",
        Severity.ERROR,
        N_("The code “{unit_code}” and the name “{name}” are not of the same unit; the figures were not used."),
        N_("The code belongs to one unit of the roster and the name to another, or to none. Which of the two is right is not guessed."),
        N_("Correct the code or the name."),
    ),
    Code(
        "UA113",
        Severity.ERROR,
        N_("It is not certain whose figures these are: {evidence}. They were not used."),
        N_(
            "The lines above a form, the name of its sheet and the name of its file do not speak of the same unit. Often a form is filled "
            "in over another unit's, whose name stays behind."
        ),
        N_("Correct the file, or say whose it is with --unit-of FILE=CODE."),
    ),
    Code(
        "UA114",
        Severity.ERROR,
        N_("Nothing says whose figures these are; they were not used."),
        N_("A form holds one unit's figures. Neither a line above it (“Đơn vị: …”) nor the name of its sheet or file names a unit."),
        N_("Write the unit's name above the form, or say whose it is with --unit-of FILE=CODE."),
    ),
    Code(
        "UA120",
        Severity.WARNING,
        N_("Nothing tells the level of “{name}”; only targets for all levels could speak of it."),
        N_(
            "Without a roster, the level of a unit comes from a column of levels, a line above a form, or the way its name begins. Which "
            "targets apply to it depends on its level."
        ),
        N_("Add a column “Cấp” with {levels}, use --level-of UNIT=LEVEL, or give a roster with --units."),
    ),
    Code(
        "UA122",
        Severity.ERROR,
        N_plural(
            "This row has figures but names no unit; it was not used.",
            "{count} rows have figures but name no unit; they were not used. This is the first.",
        ),
        N_("A row of figures belongs to a unit only if the row says so, by a code or a name. Nothing is filled down from the rows above."),
        N_("Write the unit's code or name in the row."),
    ),
    Code(
        "UA126",
        Severity.WARNING,
        N_("The unit is named, but all of its figures are blank."),
        N_("There is a place for the unit's figures and nothing stands in it. They are missing, not zero, also where a blank means zero."),
        N_("Ask the unit for its figures."),
    ),
    Code(
        "UA127",
        Severity.INFO,
        N_("The file was taken as {unit_name}'s, as it was said on the command line."),
        N_("The option --unit-of names the unit of a file; what the file says of its unit is then not asked."),
        N_("Nothing need be done."),
    ),
    Code(
        "UA128",
        Severity.WARNING,
        N_("The code “{unit_code}” is not in the roster; the unit was told by its name, “{name}”."),
        N_("The name is exactly one unit's, but the code beside it is no unit's. Some files number their units in their own way."),
        N_("Check the unit; correct the code."),
    ),
    Code(
        "UA129",
        Severity.INFO,
        N_("The form names no unit; the name of its file was taken: {name}."),
        N_("Without a roster, a form that does not say whose it is goes by the name of its file."),
        N_("Write the unit's name above the form (“Đơn vị: …”)."),
    ),
    Code(
        "UA130",
        Severity.WARNING,
        N_("“{text}” is no level of the plan."),
        N_("A column or a line of levels names one that the plan does not have. The level is then looked for in the unit's name."),
        N_("Use one of {levels}, or add the word to the plan as an alias of the level."),
    ),
    Code(
        "UA135",
        Severity.ERROR,
        N_plural(
            "A row may be a unit's or not, and was not used: {names}.",
            "{count} rows may be units' or not, and were not used: {names}.",
        ),
        N_(
            "Without a roster a row is a unit's by its code, its level, or the way its name begins. This row has none of these, and lacks "
            "what marks the units beside it, such as a running number; or its name is that of several units together."
        ),
        N_("Give the row a code or a level if it is a unit's; delete it if it is a sum; or give a roster with --units."),
    ),
    Code(
        "UA136",
        Severity.WARNING,
        N_("--unit-of says {unit_name} for this file, but the table names {count} units itself; the option was not used for it."),
        N_("The option --unit-of tells whose a form is, or a table with a single row. A table of several units tells them row by row."),
        N_("Leave the option out; or correct the names of the units in the table."),
    ),
    Code(
        "UA137",
        Severity.WARNING,
        N_("The figures under “{unit_name}” are, most or all, the sums of the {count} units below it here; they were not used."),
        N_(
            "A row of totals often bears the name of the superior unit. The figures of its own office are hardly the sums of those of the "
            "others, and counted as a unit's they would count twice."
        ),
        N_(
            "Name the row “Tổng cộng” if it is the total; if it is the unit's own, have its figures checked, and send them in a file of "
            "their own."
        ),
    ),
    Code(
        "UA139",
        Severity.ERROR,
        N_plural(
            "“{text}” names {unit_name}, but a row is another unit's ({names}); it was not used.",
            "“{text}” names {unit_name}, but {count} rows are other units' ({names}); they were not used.",
        ),
        N_(
            "The name of a file or a sheet says whose figures it holds, and the table has figures of units that do not belong to that one: "
            "an older table may have been filled in anew in one row only."
        ),
        N_("Rename the file or the sheet if it holds the figures of all these units; else delete the rows of the others."),
    ),
    Code(
        "UA144",
        Severity.ERROR,
        N_plural(
            "The figures of {names} stand in several rows, and no row says that it is all of them; none was used.",
            "The figures of {count} units stand in several rows each, and no row says that it is all of them; none was used: {names}.",
        ),
        N_(
            "A name may stand once, over a row for each kind of its members or offices. The first row is then a part, and whether the rest "
            "add up to the whole is not guessed."
        ),
        N_("Give each unit one row with its total; rows of its parts may follow, named “Trong đó: …”."),
    ),
    Code(
        "UA149",
        Severity.ERROR,
        N_("“{name}” speaks of {unit_name} as it was before a merger, or is since; its figures were not used."),
        N_(
            "Where units were merged, one of today and a part of it may bear the same name, and the figures of the part are not those of "
            "the whole. The roster does not say which of the two its unit is."
        ),
        N_(
            "Let the roster say what was merged into what (`merged_into`, `valid_to`); or, if this is the unit of the roster, add this way "
            "of writing its name to the unit's aliases."
        ),
    ),
)
