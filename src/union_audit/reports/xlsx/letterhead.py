"""The lines around the first sheet that make it a document of the organisation, from the plan's own settings."""

from io import BytesIO
from itertools import zip_longest

from union_audit.language import Language
from union_audit.reports.letterhead import Letterhead
from union_audit.reports.xlsx.page import Page

_LOGO = 56
"""Pixels that the logo is high."""


def add_head(page: Page, head: Letterhead) -> None:
    """Write who issues the report on the left, and motto and day on the right."""
    middle = len(page.widths) // 2 - 1
    if head.logo:
        page.sheet.set_row_pixels(page.row, _LOGO + 6)
        scale = _LOGO / head.logo.height
        options = {
            "image_data": BytesIO(head.logo.of_pixels),
            "x_scale": scale,
            "y_scale": scale,
            "x_offset": 4,
            "y_offset": 3,
            "decorative": True,
        }
        page.sheet.insert_image(
            page.row, 1, "logo", options
        )  # within the one column that is as wide: other programs draw it from edge to edge
        page.row += 1
    left = [(line, line == head.issued_by[-1]) for line in head.issued_by] + ([(head.number, False)] if head.number else [])
    right = [(line, True) for line in head.motto] + ([(head.dateline, False)] if head.dateline else [])
    for (issuer, own), (motto, bold) in zip_longest(left, right, fillvalue=("", False)):
        page.beside(issuer, 0, middle - 1, align="center", bold=own)
        page.beside(motto, middle, page.last, align="center", bold=bold, italic=motto == head.dateline)
        page.row += 1
    for line in head.heading:
        page.line(line, align="center", bold=True, font_size=14)


def add_end(page: Page, head: Letterhead, language: Language) -> None:
    """Write who gets the report on the left, and whose office signs on the right, with room to sign."""
    middle = len(page.widths) // 2
    page.row += 1
    label = language("Recipients:")
    recipients = [label, *(f"- {line}" for line in head.recipients)] if head.recipients else []
    for recipient, office in zip_longest(recipients, head.signatory, fillvalue=""):
        page.beside(recipient, 0, middle - 1, font_size=9, bold=recipient == label, italic=recipient == label)
        page.beside(office, middle, page.last, align="center", bold=True)
        page.row += 1
    page.row += 4 if head.signatory else 0
