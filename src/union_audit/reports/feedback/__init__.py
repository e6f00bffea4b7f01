"""An audit → a folder for each unit, of its own figures only: a page, its workbook with every fault marked, and the text of a mail."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from union_audit.audit.result import Audit
from union_audit.errors import Problem, ReportError
from union_audit.file_names import alike, folders, is_name
from union_audit.frozen import dataclass
from union_audit.reports.atomic import replacing
from union_audit.reports.feedback.enclosed import Enclosing
from union_audit.reports.feedback.index import NAME, Entry, write_index, written_before
from union_audit.reports.feedback.letter import About, letter
from union_audit.reports.feedback.mail import mail
from union_audit.reports.feedback.owners import is_any_nobodys, owners
from union_audit.reports.feedback.page import Pages
from union_audit.reports.feedback.slip import Slip, recipients, slips
from union_audit.reports.letterhead import letterhead
from union_audit.reports.options import Options
from union_audit.reports.view import View
from union_audit.words import N_

_PAGE = N_("feedback")
_MAIL = "mail.txt"


@dataclass(frozen=True, slots=True)
class Written:
    """How many units were written to, how many of their workbooks go back, and how many files of an earlier run were taken away."""

    units: int
    workbooks: int
    removed: int


def write_feedback(audit: Audit, folder: Path, options: Options, progress: Callable[[str, int, int], None] | None = None) -> Written:
    """Write a folder for each unit shown that submitted or had to, and the list of them; `progress`: told each unit, its number, how many.

    What an earlier run wrote there, by its list, and this one does not, is taken away; nothing else is. The list is written
    last: where there is one, all that it names is there and belongs together.
    Raises ReportError where the disk does not allow it.
    """
    before = list(written_before(folder))
    if (folder / NAME).is_file():
        _remove(folder / NAME)
    desk = _Desk(audit, folder, options)
    total = len(recipients(audit))
    entries = []
    for number, entry in enumerate(desk.entries(), 1):
        entries.append(entry)
        if progress:
            progress(entry.name, number, total)
    written = {alike(path) for entry in entries for path in entry.paths}
    removed = _tidy(folder, (path for path in before if alike("/".join(path)) not in written))
    write_index(folder, entries)
    return Written(len(entries), sum(len(entry.files) - 1 for entry in entries), removed)


class _Desk:
    """Writes what goes to each unit."""

    def __init__(self, audit: Audit, folder: Path, options: Options) -> None:
        view, head = View(audit, options), letterhead(audit.plan, options)
        told = view.headline
        self._audit = audit
        self._folder = folder
        self._options = options
        self._words = view.words
        self._owners = owners(audit.inputs)
        self._enclosing = Enclosing(audit, self._owners, options.language)
        self._about = About(told.plan, told.organisation, (head.issued_by or (told.organisation,))[-1], told.period, told.as_of)
        self._pages = Pages(self._about, head, options)
        self._is_any_nobodys = is_any_nobodys(audit.inputs)
        self._folders = folders([unit.code for unit in audit.facts.roster.units], taken=(NAME,))

    def entries(self) -> Iterator[Entry]:
        """Write what goes to each unit, and yield what that was."""
        for slip in slips(self._audit, self._owners, self._words):
            yield self._write(slip)

    def _write(self, slip: Slip) -> Entry:
        enclosed, language = self._enclosing.of(slip), self._options.language
        told = letter(slip, self._about, enclosed, self._words, is_any_nobodys=self._is_any_nobodys)
        files = {
            _MAIL: mail(told, self._about, language).encode(),
            f"{language(_PAGE)}.html": self._pages.of(told).encode(),
            **enclosed.books,
        }
        place = self._folders[slip.place]
        for name, content in files.items():
            with replacing(self._folder / place / name, encoding=None, durable=False) as stream:
                stream.write(content)
        return Entry(
            code=slip.unit.code,
            name=slip.unit.name or slip.unit.code,
            email=slip.unit.email,
            folder=place,
            mail=_MAIL,
            files=tuple(name for name in files if name != _MAIL),
            reported=int(slip.submitted),
            gaps=len(slip.to_do),
            faults=len(slip.faults),
            digest=hashlib.sha256(mail(told, replace(self._about, as_of=""), language).encode()).hexdigest()[:16],
        )


def _tidy(folder: Path, places: Iterable[tuple[str, str]]) -> int:
    """Take away files of an earlier run, and the folders that are empty then; a list that leads elsewhere is not followed."""
    removed = 0
    for place, name in places:
        within = folder / place
        if is_name(place) and is_name(name) and not within.is_symlink() and (within / name).is_file():
            _remove(within / name)
            removed += 1
            with suppress(OSError):  # somebody put a file of their own there
                within.rmdir()
    return removed


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ReportError(
            Problem(N_("A file of an earlier run cannot be taken away ({detail})."), {"detail": error.strerror or ""}, file=str(path))
        ) from error
