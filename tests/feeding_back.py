"""What goes back to the units of a few real files: `feed_back(folder, {"a.xlsx": content})` audits them and reads the folders back."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from submitting import HEAD, PLAN, ROSTER
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.intake import take_in
from union_audit.language import Language
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster
from union_audit.reports import Options
from union_audit.reports.feedback import Written, write_feedback
from union_audit.sheets import Cell
from workbooks import openpyxl_bytes

AT = datetime(2025, 7, 5, 8, 30, tzinfo=UTC)
TITLE = "Tháng 6 năm 2025"
LABELS = HEAD[3:]
GOOD: tuple[Cell, ...] = (10, 9, 1, "có")


def wide(rows: Mapping[str, Sequence[Cell]]) -> list[list[Cell]]:
    """A table with a row for each unit, by its code."""
    names = {unit.code: unit.name for unit in ROSTER.units}
    lines: list[list[Cell]] = [[n, code, names[code], *cells] for n, (code, cells) in enumerate(rows.items(), 1)]
    return [[TITLE], list(HEAD), *lines]


def form(code: str, cells: Sequence[Cell] = GOOD) -> list[list[Cell]]:
    """The form of one unit: its figures stand in C4 to C7."""
    name = next(unit.name for unit in ROSTER.units if unit.code == code)
    lines: list[list[Cell]] = [[n, label, cell] for n, (label, cell) in enumerate(zip(LABELS, cells, strict=True), 1)]
    return [[TITLE], [f"Đơn vị: {name}"], ["TT", "Chỉ tiêu", "Số liệu"], *lines]


def book(**sheets: Sequence[Sequence[Cell]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return made


def workbook(**sheets: Sequence[Sequence[Cell]]) -> bytes:
    return openpyxl_bytes(book(**sheets))


def audited(folder: Path, files: Mapping[str, bytes | str], of: Plan = PLAN, units: Roster | None = ROSTER, **scope: Any) -> Audit:
    inbox = folder / "in"
    for name, content in files.items():
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return audit(of, take_in([inbox], of, units), Scope(**{"as_of": date(2025, 7, 5), "expect": "all", **scope}))


def options(language: str = "en", **more: Any) -> Options:
    return Options(Language(language), AT, **more)


def feed_back(folder: Path, files: Mapping[str, bytes | str], language: str = "en", **more: Any) -> Path:
    """Write what goes back to each unit, and return the folder that holds it."""
    write_to(folder / "out", audited(folder, files, **more), language)
    return folder / "out"


def write_to(folder: Path, of: Audit, language: str = "en") -> Written:
    return write_feedback(of, folder, options(language))


def all_bytes(folder: Path) -> Iterator[bytes]:
    """Yield every name and every byte in a folder, what is in workbooks unpacked."""
    for path in sorted(folder.rglob("*")):
        yield path.name.encode()
        if path.is_file():
            yield path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                yield from (part.filename.encode() for part in parts.infolist())
                yield from (parts.read(part) for part in parts.infolist())


def comments(path: Path) -> dict[tuple[str, str], str]:
    """Return the comments of a workbook by sheet and cell."""
    made = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in made.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
