"""A disk that refuses one change, and what must hold of a monthly run after it."""

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from office import Office
from union_audit.errors import UnionAuditError
from union_audit.history import History

_WRITING = {"os.rename", "os.mkdir", "os.symlink", "os.remove", "os.rmdir", "os.truncate"}


class Disk:
    """Sees every change of a folder before it is made, and refuses one of them. An audit hook can't be taken out: it is put to sleep."""

    def __init__(self) -> None:
        self.folder, self.seen, self.refused, self.code = "", 0, 0, errno.ENOSPC
        sys.addaudithook(self._hook)

    @contextmanager
    def refusing(self, number: int, folder: Path, code: int = errno.ENOSPC) -> Iterator[None]:
        """Refuse the change of that number (from 1; 0 for none) in a folder."""
        self.folder, self.seen, self.refused, self.code = str(folder), 0, number, code
        try:
            yield
        finally:
            self.folder = ""

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if not self.folder or not self._changes(event, args):
            return
        self.seen += 1
        if self.seen == self.refused:
            raise OSError(self.code, os.strerror(self.code), str(args[0]))

    def _changes(self, event: str, args: tuple[object, ...]) -> bool:
        if not any(self.folder in str(each) for each in args[:2]):
            return False
        if event == "open":
            flags = args[2] if isinstance(args[2], int) else 0
            return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return event in _WRITING


DISK = Disk()


def corrected(folder: Path) -> Office:
    """Return an office whose June has an edition, and a correction to come."""
    office = Office(folder)
    office.submit("2025-06", ("D1", 10, 10))
    office.run()
    office.submit("2025-06", ("D1", 10, 9), ("D2", 4, 4))
    return office


def whole(folder: Path) -> bool:
    """Whether all that an edition holds can be read to its end."""
    json.loads((folder / "edition.json").read_bytes())
    json.loads((folder / "union-audit-2025-06.json").read_bytes())
    with ZipFile(folder / "union-audit-2025-06.xlsx") as workbook:
        assert workbook.testzip() is None
    return (folder / "union-audit-2025-06.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


def completed(office: Office) -> None:
    """Check that the next run makes the correction, once, and that there is nothing left to do after it."""
    outcome = office.run()
    assert outcome.edition.number == 2
    for name in ("2025-06", "latest"):
        published = office.reports / name
        assert whole(published)
        assert json.loads((published / "edition.json").read_bytes())["number"] == 2
    names = {path.name for path in (office.reports / "editions").iterdir()}
    assert names == {"2025-06.1", "2025-06.2"}
    assert not [path.name for path in office.reports.iterdir() if path.name.endswith((".partial", ".replaced"))]
    with History(office.reports / "history.sqlite") as history:
        assert [edition.number for edition in history.editions()] == [1, 2]
    assert not office.run().is_new


def changes_of_a_run(tmp_path: Path) -> int:
    office = Office(tmp_path)
    office.submit("2025-06", ("D1", 10, 10))
    with DISK.refusing(0, office.reports):
        office.run()
    return DISK.seen


def refuse(office: Office, number: int, code: int) -> bool:
    """Refuse a change of a run, and return whether the run was told so in words."""
    with DISK.refusing(number, office.reports, code):
        try:
            office.run()
        except UnionAuditError as error:
            told = error
        else:
            return False
    assert told.exit_code == 4
    return True
