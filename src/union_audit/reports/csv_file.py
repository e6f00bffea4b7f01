"""A row an assessment, for spreadsheets and scripts; texts are made harmless, so that no program takes one for a formula."""

import csv
import io
from collections.abc import Callable
from itertools import chain
from typing import IO

from union_audit.reports.assessment_tables import COLUMNS, Values, before, tables
from union_audit.reports.harmless import harmless
from union_audit.reports.view import View
from union_audit.reports.written import Written

_END = "\r\n"


def write(view: View, stream: IO[str]) -> None:
    """Write the table with its stable English headings; lines end as RFC 4180 has it."""
    texts = _writers(view)
    stream.write(",".join(COLUMNS) + _END)
    for targets in tables(view):
        columns = [[texts[name](table[name]) for name in COLUMNS] for table in targets]
        lines = (map(",".join, zip(*each, strict=True)) for each in columns)
        stream.write(_END.join((*chain.from_iterable(zip(*lines, strict=True)), "")))


def _writers(view: View) -> dict[str, Callable[[Values], list[str]]]:
    """Return what writes each column: equal things are written once."""
    text, count, share, truth = Written(_text, ""), Written(str, ""), Written(repr, ""), Written(str, "")
    of_type = {"string": text.all, "Int64": count.all, "float64": share.all, "bool": truth.all}
    places = (before("", file, sheet) for file, sheet in view.audit.facts.tables)
    is_plain = all(_text(place) == place for place in places)
    return {**{name: of_type[type_] for name, type_ in COLUMNS.items()}, "evidence": list if is_plain else _all}


def _text(text: str | None) -> str:
    """Write a text as it may stand in a cell, in quotation marks where it has to."""
    if text is None:
        return ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow((harmless(text), ""))
    return line.getvalue()[:-1]


def _all(texts: Values) -> list[str]:
    """Write texts of which hardly two are alike."""
    return list(map(_text, texts))
