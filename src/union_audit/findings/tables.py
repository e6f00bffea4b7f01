"""UA1xx: what can be wrong with a table, its headings and its rows."""

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
        "UA150",
        Severity.ERROR,
        N_("The same labels stand in several rows with other figures ({labels}), and nothing says whose each is; none was used."),
        N_(
            "Such a list has a row for each unit and figure, or the figures of one unit below those of another. A row for each is read by "
            "the headings of its columns: “Đơn vị” (or “Mã đơn vị”) over the units, “Giá trị” (or “Số liệu”) over the figures, and any "
            "over the labels."
        ),
        N_("Write the headings “Đơn vị, Chỉ tiêu, Giá trị” over the columns, and the unit into each row; or send a form for each unit."),
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
        "UA146",
        Severity.WARNING,
        N_("The only column of figures, “{heading}”, was taken for those of the form."),
        N_(
            "A form has one column with figures beside its labels, and its heading is none that is known for the figures (“Số liệu”, "
            "“Thực hiện”, a month), nor one that says that they are something else."
        ),
        N_("Check that they are the unit's figures; head the column “Số liệu” or “Thực hiện”."),
    ),
    Code(
        "UA121",
        Severity.WARNING,
        N_("“{text}” says {declared}, but the units add up to {sum}."),
        N_("A row of totals is never used as a unit. It is compared with the sum of the units that it totals, and here it differs."),
        N_("Check the total, and whether a unit is missing or was counted twice."),
    ),
    Code(
        "UA123",
        Severity.INFO,
        N_("An example, a blank template, a plan, an earlier period, a part, instructions or a list, by its name or title: not read."),
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
        "UA131",
        Severity.ERROR,
        N_plural(
            "The cells of this row go beyond its headings, or do not fit them; it was not used.",
            "The cells of {count} rows go beyond their headings, or do not fit them; they were not used. This is the first.",
        ),
        N_(
            "In a text table a separator inside a number or a name, such as the comma in 1,234, moves all that follows it into the "
            "wrong columns, and so does one that is missing. It shows where a row has more cells than headings, where a figure or a yes "
            "stands under “Ghi chú” or under no heading, or where a row lacks a cell and has a yes or no in place of a count. Which figure "
            "belongs to which heading is then not certain."
        ),
        N_("Put such cells in quotation marks, or send the table as a workbook."),
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
        "UA140",
        Severity.ERROR,
        N_(
            "By its name or title this is an example, a reference, a plan or an earlier period; "
            "its figures stand nowhere else in the file and were not used."
        ),
        N_(
            "What calls itself so shows how the form is filled in, refers to figures, plans them, or repeats those of the period before. "
            "Here no sheet of data has the same figures: perhaps the unit filled in the example instead of the form, perhaps it sent the "
            "example alone."
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
        "UA147",
        Severity.ERROR,
        N_("“{text}” says that these figures are a part of what the headings ask for, or the opposite; they were not used."),
        N_(
            "A sheet, a title or a file that is called “Nữ”, “Trong đó …”, “Chưa cài” or “Chênh lệch” holds figures of some of the people "
            "or things only, or of those left over. Taken for the whole, they would be wrong without a trace; and no other table of the "
            "file has the whole."
        ),
        N_("Send the whole figures. If these are the whole, give the sheet, the title or the file another name."),
    ),
)
