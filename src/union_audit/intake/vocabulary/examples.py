"""Sheets, files, titles and rows that show or explain how a form is filled in, and empty forms that are sent along."""

from union_audit.intake.vocabulary.comparing import folded

NOT_DATA = folded("Ví dụ", "Hướng dẫn", "Tham khảo", "Giải thích", "Example", "Examples", "Instruction", "Instructions", "Reference",
    "Lookup", "Guide", "Sample",
)  # fmt: skip
"""How the names of sheets begin that explain, and whose figures are nobody's."""

EXAMPLE_WORDS = ("vi du", "tham khao", "example")
"""What the name of a sheet has in it, or how a title begins, that shows how the form is filled in, or only refers to figures; folded."""

EXAMPLE_ROWS = folded("Ví dụ", "VD", "Mẫu", "Example", "e.g.")
"""What stands where units are numbered, in the row that shows how one is filled in."""

EXAMPLE_FILES = ("vi du ", "huong dan ")
"""How the names of files begin that hold an example; folded."""

TEMPLATE_WORDS = frozenset({"mẫu", "mau", "template"})
"""The first or the last word of the name of a sheet that is a form's template: offices fill it in, or send it along."""

LISTS = folded("Danh mục", "Thuyết minh")
"""How the names of sheets begin that list or explain, and sometimes hold the figures all the same."""

NUMBER_WORDS = frozenset({"số", "so", "no"})
"""What stands before the number of a form."""
