"""UA1xx: what can be wrong with a table, its headings, its unit or its period."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

TABLE_CODES: tuple[Code, ...] = (
    Code(
        "UA101",
        Severity.WARNING,
        N_("The file has no place for {count} of the plan's figures: {fields}."),
        N_(
            "No heading of the file means these fields of the plan, so nothing is known of them from here. They are missing, not zero. A "
            "heading may have been reworded, or the form may be an older one."
        ),
        N_("Add the columns; or, if they are there under other words, add those words to the plan as aliases."),
    ),
    Code(
        "UA102",
        Severity.INFO,
        N_plural(
            "1 heading means no figure of the plan and was left out: {headings}.",
            "{count} headings mean no figure of the plan and were left out: {headings}.",
        ),
        N_("The table has columns or rows beyond those that the plan asks for. They are listed so that a misspelt heading is noticed."),
        N_("If one of them is a figure of the plan, add its words to the plan as an alias."),
    ),
    Code(
        "UA103",
        Severity.ERROR,
        N_("The heading “{heading}” may mean {fields}; it was not used."),
        N_("The words of a heading fit more than one field of the plan. Which of them is meant is not guessed."),
        N_("Write the heading out as the plan's label has it; or make the aliases in the plan distinct."),
    ),
    Code(
        "UA104",
        Severity.ERROR,
        N_("{count} headings mean the same figure, and their figures differ: {headings}. None was used."),
        N_("Two columns (or rows) of a table answer the same question with different figures, and nothing says which of them holds."),
        N_("Delete the one that does not hold, or reword its heading."),
    ),
    Code(
        "UA105",
        Severity.INFO,
        N_("{count} headings mean the same figure: {headings}. Their figures are the same; the first was used."),
        N_("Two columns (or rows) of a table answer the same question with the same figures."),
        N_("Nothing need be done."),
    ),
    Code(
        "UA106",
        Severity.WARNING,
        N_("The heading “{heading}” was taken for “{label}”, which it differs from in spelling only."),
        N_("A heading that no label or alias has, but that differs from one field's words, and no other's, in a letter or a small word."),
        N_("Check that it is the right one; correct the heading, or add it to the plan as an alias."),
    ),
    Code(
        "UA107",
        Severity.ERROR,
        N_("{count} columns may hold the figures: {headings}. None was used."),
        N_(
            "A form has several columns beside its labels, such as two months, and none of their headings alone says that it holds the "
            "figures of the period."
        ),
        N_("Head the column of the figures “Thực hiện” or “Số liệu”, and no other so."),
    ),
    Code(
        "UA108",
        Severity.ERROR,
        N_("No column of figures was found beside the labels."),
        N_("The labels of the plan stand below each other, but no column beside them holds figures or is headed as if it did."),
        N_("Write the figures in a column headed “Số liệu” beside the labels."),
    ),
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
        "UA121",
        Severity.WARNING,
        N_("“{text}” says {declared}, but the units add up to {sum}."),
        N_("A row of totals is never used as a unit. It is compared with the sum of the units that it totals, and here it differs."),
        N_("Check the total, and whether a unit is missing or was counted twice."),
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
        "UA123",
        Severity.INFO,
        N_("An example, a blank template, a plan, instructions or a list, by its name or title: it was not read."),
        N_("Workbooks often hold sheets that explain the form or show an example of it. Their figures are not data."),
        N_("If the sheet holds data, give it another name and title."),
    ),
    Code(
        "UA124",
        Severity.INFO,
        N_("The sheet has no table of the plan."),
        N_("No heading and no label of the sheet means a figure of the plan, so nothing was taken from it."),
        N_("If it should have been read, add its headings to the plan as aliases."),
    ),
    Code(
        "UA125",
        Severity.ERROR,
        N_("“{text}” says that the figures are not counted in ones; they were not used."),
        N_("Figures in hundreds, thousands or millions are rounded, and a goal is compared with exact counts only."),
        N_("Write the full counts."),
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
        "UA131",
        Severity.ERROR,
        N_plural(
            "This row has more cells than there are headings; it was not used.",
            "{count} rows have more cells than there are headings; they were not used. This is the first.",
        ),
        N_(
            "In a text table a separator inside a number or a name, such as the comma in 1,234, moves all that follows it into the "
            "wrong columns. Which figure belongs to which heading is then not certain."
        ),
        N_("Put such cells in quotation marks, or send the table as a workbook."),
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
            "by its number (lần 2, v2), as a correction or a supplement (điều chỉnh, bổ sung), or by its date. Where they do not say it, "
            "or contradict themselves, none of the differing figures is used."
        ),
        N_("Check that the later version holds, and put the earlier one away."),
    ),
    Code(
        "UA133",
        Severity.WARNING,
        N_plural(
            "A column has figures but no heading: {columns}. They were not used.",
            "{count} columns have figures but no heading: {columns}. They were not used.",
        ),
        N_("A column is read by its heading only, never by its place. What stands in a column without one may belong to any figure."),
        N_("Write the heading over the figures, or delete them."),
    ),
    Code(
        "UA134",
        Severity.WARNING,
        N_plural(
            "This row has figures in the table's columns but is no part of it as far as it was understood; it was not used.",
            "{count} rows have figures in the table's columns but are no part of it as far as it was understood; they were not used. "
            "This is the first.",
        ),
        N_(
            "Below or beside a table stand rows with figures in its columns: under a label or a heading that nobody knows, or with none. "
            "They are listed so that nothing is lost unnoticed."
        ),
        N_("If they are figures of the plan, give them the plan's label or heading; else nothing need be done."),
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
        "UA140",
        Severity.ERROR,
        N_("By its name or title this is an example, a reference or a plan; its figures stand nowhere else in the file and were not used."),
        N_(
            "What calls itself so shows how the form is filled in, refers to figures, or plans them. Here no sheet of data has the same "
            "figures: perhaps the unit filled in the example instead of the form, perhaps it sent the example alone."
        ),
        N_("If they are the unit's figures, give the sheet (or the file) another name and title; else ask the unit for its form."),
    ),
    Code(
        "UA141",
        Severity.WARNING,
        N_("By its name this is a template or a list, and another sheet has a place for the same figures; its own were not used."),
        N_(
            "Templates are sent along with figures of somebody else, or last month's, in them. They are read where they are the only place "
            "of their figures in the file, since many offices fill in the template itself."
        ),
        N_("If the sheet holds the unit's figures, give it another name, or delete the other sheet."),
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
