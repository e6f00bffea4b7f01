"""UA2xx: what can be wrong with a cell."""

from union_audit.findings.model import Code, Severity
from union_audit.words import N_, N_plural

CELL_CODES: tuple[Code, ...] = (
    Code(
        "UA201",
        Severity.ERROR,
        N_("“{text}” cannot be read as a figure; it was not used."),
        N_(
            "A count is a whole number, zero or more, in digits; its thousands may be grouped, and the unit of the field may follow it. "
            "What stands in this cell is none of that, so nothing was made of it. The other figures of the unit are used."
        ),
        N_("Write the figure in digits only."),
    ),
    Code(
        "UA202",
        Severity.ERROR,
        N_("“{text}” may be {low} or {high}, and nothing near it decides; it was not used."),
        N_(
            "A point or a comma followed by three zeros may mark the thousands or the decimals. The other figures of the column and of "
            "the unit are asked first: how they are written, and that no part is larger than its whole. Here they do not decide."
        ),
        N_("Write the figure as a number, or in digits without a point or a comma."),
    ),
    Code(
        "UA203",
        Severity.ERROR,
        N_("The formula {text} has no computed value in the file; nothing was used."),
        N_(
            "The cell holds a formula, and the program that saved the file did not save its result. Formulas are not computed here, and "
            "a missing result is neither a blank nor a zero."
        ),
        N_("Open the file in a spreadsheet program, let it compute, save it and send it again."),
    ),
    Code(
        "UA204",
        Severity.ERROR,
        N_("The cell shows the error {text}; nothing was used."),
        N_("A formula in the file failed, for example because a cell that it refers to was deleted (#REF!) or because it divides by zero."),
        N_("Correct the formula, or write the figure itself."),
    ),
    Code(
        "UA205",
        Severity.ERROR,
        N_("{text} is negative; a count cannot be. It was not used."),
        N_("The field counts things or people, and there cannot be fewer than none. Often it is the result of a wrong formula."),
        N_("Correct the figure."),
    ),
    Code(
        "UA206",
        Severity.ERROR,
        N_("{text} is not a whole number; a count must be. It was not used."),
        N_("The field counts things or people. A fraction is often an average, a share or another unit of measure in the wrong column."),
        N_("Correct the figure."),
    ),
    Code(
        "UA207",
        Severity.ERROR,
        N_("The number {number} is not whole; {suggested} may be meant. It was not used."),
        N_(
            "A spreadsheet program set to another language takes the point in 1.234 for a decimal point, so that a thousand becomes one "
            "and a bit. The number in the file is the small one, and it is not changed here."
        ),
        N_("Write the figure again without points and commas."),
    ),
    Code(
        "UA208",
        Severity.ERROR,
        N_("{text} is larger than any count can be ({limit}); it was not used."),
        N_(
            "No union counts more than a million million of anything. "
            "Such a figure is a slip of the keyboard, a telephone number or a code."
        ),
        N_("Correct the figure."),
    ),
    Code(
        "UA209",
        Severity.ERROR,
        N_("{text} is a percentage where a count belongs; it was not used."),
        N_("The field is a number of things or people. A percentage does not tell how many they were, so it is never turned into a count."),
        N_("Write the count; percentages are worked out here."),
    ),
    Code(
        "UA210",
        Severity.ERROR,
        N_("“{text}” holds more than one figure; none was used."),
        N_("A pair such as 120/121 or a range such as 12-15 leaves open which figure is meant for this column."),
        N_("Write one figure in the cell."),
    ),
    Code(
        "UA211",
        Severity.ERROR,
        N_("{text} is a date or a time where a figure belongs; it was not used."),
        N_("A spreadsheet program often turns entries such as 3/4 or 1-2 into dates by itself; the figure that was typed is then lost."),
        N_("Write the figure again, in a cell that is formatted as a number."),
    ),
    Code(
        "UA212",
        Severity.ERROR,
        N_("“{text}” is a yes, a no or a tick where a count belongs; it was not used."),
        N_("The field asks how many, and the cell answers whether. A tick is not taken for a one."),
        N_("Write the count."),
    ),
    Code(
        "UA213",
        Severity.INFO,
        N_plural(
            "“{text}” was taken as a blank.",
            "“{text}” was taken as a blank, in {count} cells of this field, first here.",
        ),
        N_(
            "A dash, dots, “N/A” or “không có” say that there is nothing to write. That is a blank, not a zero: a zero must be written, "
            "unless the plan says that a blank of this field is a zero."
        ),
        N_("Where the figure is zero, write 0."),
    ),
    Code(
        "UA214",
        Severity.INFO,
        N_plural(
            "A blank was taken as zero, since the plan says so.",
            "A blank was taken as zero in {count} cells of this field, first here, since the plan says so.",
        ),
        N_(
            "The plan declares `blank_is: zero` for this field. "
            "The zeros that were made of blanks are counted here, so that they can be seen."
        ),
        N_("Nothing need be done. To be sure, write 0."),
    ),
    Code(
        "UA215",
        Severity.INFO,
        N_plural(
            "“{text}” was read as {value}: {evidence}.",
            "“{text}” was read as {value}: {evidence}. So were {count} cells of this field, this one first.",
        ),
        N_(
            "A point or a comma followed by three zeros may mark the thousands or the decimals. Here the way the other figures are "
            "written, or the unit's own figures, leave only one reading."
        ),
        N_("Check the figure; writing it without points and commas avoids the question."),
    ),
    Code(
        "UA216",
        Severity.ERROR,
        N_("“{text}” is neither yes nor no; it was not used."),
        N_("The field asks whether something was done. Yes is có, đã, rồi, x, ✓, 1, yes or true; no is không, chưa, 0, no or false."),
        N_("Write có or không."),
    ),
    Code(
        "UA217",
        Severity.ERROR,
        N_("“{text}” looks like a code, with zeros in front; it was not used."),
        N_(
            "Counts are written without zeros in front (05 is accepted, as offices write single digits so). "
            "Longer ones are codes or numbers."
        ),
        N_("Write the figure without zeros in front."),
    ),
    Code(
        "UA218",
        Severity.WARNING,
        N_plural(
            "“{text}” disagrees with its counts, {numerator} of {base} ({cells}).",
            "“{text}” disagrees with its counts, {numerator} of {base} ({cells}). So do {count} cells here, this one first.",
        ),
        N_(
            "A percentage that stands beside its counts is compared with them, rounded or cut off as it is written, and is never used "
            "instead of them. Here they disagree, so either the percentage or one of the counts is wrong. The counts were used."
        ),
        N_("Check the counts; correct them or the percentage."),
    ),
    Code(
        "UA219",
        Severity.ERROR,
        N_plural(
            "The cell shows “{text}”, and the number in it is {held}; it was not used.",
            "The cell shows “{text}”, and the number in it is {held}; it was not used. "
            "So it is with {count} cells of this field, this one first.",
        ),
        N_(
            "The number format of the cell shows another number than it holds: thousands or millions of it, with “nghìn” or zeros "
            "behind it, with three decimals that look like thousands, or not at all. Whoever filled it in saw the one, and a program "
            "reads the other; nothing tells which was meant."
        ),
        N_("Give the cell the number format General, and write the whole figure."),
    ),
    Code(
        "UA220",
        Severity.ERROR,
        N_plural(
            "“{text}” stands for this target instead of its counts, and is no sure percentage; it was not used.",
            "“{text}” stands for this target instead of its counts, and is no sure percentage; it was not used. "
            "So it is with {count} cells here, this one first.",
        ),
        N_(
            "A unit that gives only a percentage is judged on it. A bare number up to one leaves open what it says: 0.85 may be 85% or "
            "0.85%, and 1 may be all or one in a hundred. A zero beside blank counts may be what a formula makes of them. "
            "No share is more than 100%."
        ),
        N_("Write the counts; or else the percentage with its sign, for example 85%."),
    ),
    Code(
        "UA221",
        Severity.ERROR,
        N_plural(
            "“{text}” stands in cells merged over several figures ({cells}); whose it is cannot be told, and it was not used.",
            "“{text}” stands in cells merged over several figures ({cells}); whose it is cannot be told, and it was not used. "
            "{count} units are concerned.",
        ),
        N_(
            "A merged cell shows one figure for several units or several fields. It may be the figure of each, or of all of them together, "
            "or of the first alone."
        ),
        N_("Undo the merging, and write each figure in a cell of its own."),
    ),
    Code(
        "UA222",
        Severity.WARNING,
        N_("“{text}” stands for the total in “{name}” and is no whole number; the total was left out and compared with nothing."),
        N_(
            "Totals are never used as figures of a unit; each is compared with the sum of the units that it totals. Words beside the "
            "digits, decimals, an error or a second way to read it leave no number to compare. "
            "The figures of the units were used as they stand."
        ),
        N_("Write the total as a whole number, in digits alone, or leave the cell blank; check it against the sum of the units."),
    ),
    Code(
        "UA223",
        Severity.WARNING,
        N_plural(
            "The cell holds a zero that is not seen; it was taken as a blank.",
            "{count} cells of this field hold a zero that is not seen, first here; they were taken as blanks.",
        ),
        N_(
            "A number format such as “#,###” or “0;-0;;@”, or a sheet that is set to show no zeros, leaves a cell blank that holds a zero. "
            "Whoever looks at it sees that nothing was filled in, and a program reads a zero; nothing tells which was meant. A zero that "
            "is shown as a dash is a zero."
        ),
        N_("Give the cells the number format General, or let the sheet show its zeros. Where the figure is not known, delete the zero."),
    ),
)
