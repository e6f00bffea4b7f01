"""The list of what was written for each unit: what `send` reads, and what tells a later run which files are ours."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from pathlib import Path

from union_audit.frozen import dataclass
from union_audit.reports.atomic import replacing
from union_audit.reports.harmless import harmless

NAME = "index.csv"
_BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit. `mail`: the file with the mail's text; `files`: what goes with it; both in `folder`, as plain names.

    `reported`: 1 if the unit submitted, else 0. `gaps`: targets not met; `faults`: entries to correct or to fill in.
    `digest`: the same as long as the unit is told the same, on whatever day.
    """

    code: str
    name: str
    email: str
    folder: str
    mail: str
    files: tuple[str, ...]
    reported: int
    gaps: int
    faults: int
    digest: str

    @property
    def paths(self) -> tuple[str, ...]:
        """Everything that was written for the unit, by its way below the folder of all units."""
        return tuple(f"{self.folder}/{name}" for name in (self.mail, *self.files))


def write_index(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the list."""
    with replacing(folder / NAME, encoding="utf-8-sig") as stream:
        rows = csv.writer(stream, lineterminator="\r\n")
        rows.writerow(field.name for field in fields(Entry))
        for entry in entries:
            rows.writerow(_BETWEEN.join(value) if isinstance(value, tuple) else _text(value) for value in astuple(entry))


def written_before(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the folder and the name of each file that the list there names; nothing where there is none that can be read."""
    try:
        with (folder / NAME).open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                for name in (row.get("mail"), *(row.get("files") or "").split(_BETWEEN)):
                    if row.get("folder") and name:
                        yield row["folder"], name
    except (OSError, UnicodeDecodeError, csv.Error):
        return


def _text(value: str | int) -> str:
    return harmless(value) if isinstance(value, str) else str(value)
