"""A row an assessment, for spreadsheets and scripts; texts are made harmless, so that no program takes one for a formula."""

from typing import IO

from union_audit.reports import frames
from union_audit.reports.harmless import harmless
from union_audit.reports.view import View


def write(view: View, stream: IO[str]) -> None:
    """Write the table with its stable English headings; lines end as RFC 4180 has it."""
    texts = [name for name, kind in frames.COLUMNS.items() if kind == "string"]
    for number, frame in enumerate(frames.blocks(view)):
        frame[texts] = frame[texts].map(harmless, na_action="ignore")
        frame.to_csv(stream, index=False, header=number == 0, lineterminator="\r\n")
