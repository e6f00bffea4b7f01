"""UA0xx: what can be wrong with a file."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

FILE_CODES: tuple[Code, ...] = (
    Code(
        "UA001",
        Severity.ERROR,
        N_("There is no file or folder of this name."),
        N_(
            "A path that was named on the command line does not exist. Nothing was read from it, so the audit says nothing about what "
            "it should hold."
        ),
        N_("Check the spelling of the path and the folder it is named from."),
    ),
    Code(
        "UA002",
        Severity.ERROR,
        N_("The folder holds no submission."),
        N_(
            "The folder and its subfolders were searched, and no file in them can be a submission. Hidden and temporary files and "
            "files of other kinds do not count."
        ),
        N_("Put the submissions into the folder, or name the folder that holds them."),
    ),
    Code(
        "UA003",
        Severity.INFO,
        N_("Passed over: {reason}."),
        N_(
            "In a folder, hidden files, temporary files of an office program (their names begin with ~$) and files of kinds that hold "
            "no tables are not read. They are listed, so that nobody takes them for read."
        ),
        N_("If it is a submission, save it as a workbook or a CSV file under an ordinary name."),
    ),
    Code(
        "UA004",
        Severity.ERROR,
        N_("The file cannot be opened ({detail})."),
        N_(
            "The computer did not let the file be read: there is no permission, it is no ordinary file, it is locked, or it went away "
            "while it was being read. The rest of the audit goes on without it."
        ),
        N_("Check that the file is there, that it is closed in other programs and that you may read it; then run again."),
    ),
    Code(
        "UA005",
        Severity.ERROR,
        N_("The file is empty."),
        N_("The file has no content at all, or only blanks. Often a transfer was broken off, or the wrong file was saved."),
        N_("Ask the unit to send the file again."),
    ),
    Code(
        "UA006",
        Severity.ERROR,
        N_("The content is {kind}, which is not read here."),
        N_(
            "The content decides what a file is, not the ending of its name. Workbooks (xlsx, xlsm, xls, xlsb, ods) and text tables "
            "(CSV, TSV, TXT) are read, and the tables of web pages, which are often saved under the name of a workbook; this file is "
            "something else."
        ),
        N_("Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."),
    ),
    Code(
        "UA007",
        Severity.ERROR,
        N_("The file is damaged or incomplete ({detail}); nothing was taken from it."),
        N_(
            "The file is of a kind that is read, but its inside is broken: part of it is missing or makes no sense. Half a file is "
            "never read, since figures could silently be lost."
        ),
        N_("Open it in a spreadsheet program, check it and save it again; or ask the unit to send it again."),
    ),
    Code(
        "UA008",
        Severity.ERROR,
        N_("The file is protected with a password."),
        N_("The workbook is encrypted and only opens with its password. Passwords are not asked for."),
        N_("Open it, take the password away, save it and run again."),
    ),
    Code(
        "UA009",
        Severity.ERROR,
        N_("The file was refused before it was unfolded: {part} holds {found}, and the limit is {limit}."),
        N_(
            "A small file can unfold to more than the memory of the computer, by accident (one cell in the last corner of a sheet) or "
            "on purpose. Sizes are therefore checked first, and what no ordinary submission comes near is not opened."
        ),
        N_("Copy the table into a new workbook and save that; for a large text file, split it."),
    ),
    Code(
        "UA010",
        Severity.ERROR,
        N_("Its letters cannot be read with certainty (“{text}”); nothing was taken from it."),
        N_(
            "The text is neither Unicode nor Vietnamese Windows text, or its letters were already lost, with question marks in their "
            "places, when it was saved. Names and headings could be misread, so the file is not used."
        ),
        N_("Save it again as “CSV UTF-8” or as an Excel workbook (.xlsx)."),
    ),
    Code(
        "UA011",
        Severity.INFO,
        N_("The name ends in {extension}, but the content is {kind}; it was read as {kind}."),
        N_("The content decides how a file is read. A name that says otherwise is harmless here, but may confuse other programs."),
        N_("Nothing need be done; the file may be renamed."),
    ),
    Code(
        "UA012",
        Severity.INFO,
        N_("In this {kind} file, hidden rows, percent formats, errors such as #REF! and formulas without a result could not be seen."),
        N_(
            "The file is built in such a way that its figures could be read, but not what else is known of their cells. A cell with an "
            "error, or a formula that was never computed, may look like a blank cell, and rows that are hidden are read like all others."
        ),
        N_("Where a figure is unexpectedly blank, open the file and look at the cell; an .xlsx workbook avoids the question."),
    ),
    Code(
        "UA013",
        Severity.WARNING,
        N_("The content is the same, byte by byte, as that of {other}; it was read once."),
        N_("Two files among the inputs are exact copies of each other. They count as one submission."),
        N_("Delete one of the copies. If two different submissions were meant, ask for the missing one."),
    ),
    Code(
        "UA014",
        Severity.WARNING,
        N_("Cells in the row: {found}; in most rows: {expected}."),
        N_(
            "In a text table each row should have the same number of cells. A row with more or fewer often has a separator inside a "
            "number or a name that was not put in quotation marks, so that its figures may stand in the wrong columns."
        ),
        N_("Check the row in the file; put text that contains the separator in quotation marks."),
    ),
    Code(
        "UA015",
        Severity.ERROR,
        N_("No table of the plan was found in the file."),
        N_(
            "The file could be opened, but no sheet has headings, or a column of row labels, that the plan knows. Nothing was taken "
            "from it. It may be another document, or a form whose headings were changed."
        ),
        N_("Check that it is the right file; otherwise add its headings to the plan as aliases."),
    ),
    Code(
        "UA016",
        Severity.INFO,
        N_("Hidden parts were read too: {parts}."),
        N_("Sheets, rows and columns that are hidden on the screen are part of the file. They are read like all others, and this says so."),
        N_("If they hold old or other figures, delete them from the file."),
    ),
    Code(
        "UA017",
        Severity.WARNING,
        N_("A quotation mark is not closed; it was taken as an ordinary character."),
        N_(
            "In a text table, quotation marks enclose a cell that contains the separator or a line break. One that is opened and never "
            "closed would swallow the rows after it, so it is read as part of the text."
        ),
        N_("Check the row in the file; delete the stray quotation mark or close it."),
    ),
    Code(
        "UA018",
        Severity.INFO,
        N_plural(
            "Text typed in an old font ({encoding}) was read as Unicode in 1 cell: “{text}” as “{taken}”.",
            "Text typed in an old font ({encoding}) was read as Unicode in {count} cells, for example “{text}” as “{taken}”.",
        ),
        N_(
            "Before Unicode, Vietnamese was typed in fonts such as .VnTime, which draw Vietnamese letters in the places of other signs. "
            "Such text is told by its own words: in Unicode they make no sense, and in the old font they do. What was typed in VNI fonts "
            "is not read."
        ),
        N_("Compare the names with the file; convert it to Unicode to be sure."),
    ),
    Code(
        "UA019",
        Severity.ERROR,
        N_("Reading the file was stopped: it needed more than {limit}; nothing was taken from it."),
        N_(
            "Each file may take a certain time and a certain share of the memory. What no ordinary submission needs is a sign of a file "
            "that is broken inside, or made to exhaust the computer. The other files were read."
        ),
        N_("Copy the table into a new workbook and save that; for a large text file, split it."),
    ),
    Code(
        "UA020",
        Severity.WARNING,
        N_plural(
            "One more row, this one, has too many or too few cells, or a quotation mark that is not closed.",
            "{count} more rows, this one and others below, have too many or too few cells, or a quotation mark that is not closed.",
        ),
        N_(
            "Where many rows of a text table are not built like the others, the first are listed and the rest counted. Mostly the file "
            "was saved with a separator that also stands in its numbers or names."
        ),
        N_("Save the file again as “CSV UTF-8” or as an Excel workbook (.xlsx)."),
    ),
    Code(
        "UA021",
        Severity.INFO,
        N_("The file is built otherwise than usual ({detail}); another reader read it, and found as many cells as there are."),
        N_(
            "The reader of workbooks refused the file, mostly because another program than Excel wrote it. A second reader, which is "
            "slower, could read it. It is used only where each cell of the file that holds something was read."
        ),
        N_("Nothing need be done; saving the file anew in a spreadsheet program avoids the question."),
    ),
    Code(
        "UA022",
        Severity.ERROR,
        N_("The search for tables in the file was stopped: its cells had to be gone through too many times; nothing was taken from it."),
        N_(
            "Tables are found by their headings, wherever they stand. A file in which the plan's headings stand thousands of times beside "
            "and below each other would take minutes, and no submission is built so: it is broken, or made to keep the computer busy. "
            "A list with a row for each unit and figure is taken apart row by row, and has to end after some 300,000 of them. "
            "What may be gone through is counted and grows with the file, so the same file always ends in the same way. The other files "
            "were read."
        ),
        N_("Copy the table, with its headings once, into a new workbook; put other tables and months into sheets or files of their own."),
    ),
)
