"""Paths → the files that may be submissions, each under the name it is reported by."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path

from union_audit.findings import Finding, Source
from union_audit.folding import nfc
from union_audit.frozen import dataclass
from union_audit.intake.facts import Input, InputStatus
from union_audit.intake.misnamed import is_misnamed
from union_audit.intake.zipped import SUFFIX, Entry, entries, is_workbook
from union_audit.sheets import EXTENSIONS
from union_audit.words import N_

_CONFIGURATION = frozenset({"units", "targets", "waivers"})

HIDDEN = N_("a hidden or temporary file")
FOREIGN = N_("a kind of file that is not read")
SET_UP = N_("a file of the plan")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a submission. `file`: its name in reports; `folders`: the names of the folders it is in, the nearest first.

    `entry`: of a file in a zip, where `path` is only its name.
    """

    path: Path
    file: str
    folders: tuple[str, ...]
    entry: Entry | None = None

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return _parts(self.file)[0]

    def arrived_on(self) -> date | None:
        """Return the day that the file was written, None where nothing tells."""
        if self.entry:
            return self.entry.written_on
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone().date()
        except (OSError, OverflowError, ValueError):
            return None


@dataclass(slots=True)
class Found:
    """What was found at the named paths: candidates in a stable order, files passed over, and what is wrong."""

    candidates: list[Candidate] = field(default_factory=list)
    passed_over: list[Input] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_files(paths: Sequence[Path], own: Iterable[Path] = ()) -> Found:
    """Look for submissions at the named paths; `own`: the files of the set-up, which are none whatever they are called."""
    found = Found()
    configuration = {os.path.realpath(path) for path in own}
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            _search(path, found, configuration, seen)
        elif (real := os.path.realpath(path)) in configuration:
            _pass_over(found, nfc(path.name), SET_UP)
        elif os.path.lexists(path):
            _add(found, Candidate(path, nfc(path.name), _folders(path)), real, seen)
        else:
            found.findings.append(Finding("UA001", source=Source(str(path))))
            found.passed_over.append(Input(str(path), "", InputStatus.REFUSED))
    found.candidates = _distinct(found.candidates)
    return found


def _parts(file: str) -> tuple[str, str]:
    """Return a file's name without its ending, and that, as a path has them: of many small files its own methods cost too much."""
    name = file[file.rfind("/") + 1 :]
    at = name.rfind(".")
    return (name[:at], name[at:]) if 0 < at < len(name) - 1 else (name, "")


def natural(text: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts "2" before "10", whatever stands around them."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", nfc(text).casefold()) if part]


def _search(root: Path, found: Found, configuration: set[str], seen: set[str]) -> None:
    """Add what a folder and its subfolders hold, in natural order."""
    before, top = len(found.candidates) + len(seen), root.resolve().name
    for folder, names in _files_below(root, found):
        below = tuple(map(nfc, Path(os.path.relpath(folder, root)).parts))
        folders, real = (*reversed(below), top), os.path.realpath(folder)
        for name in names:
            _take(Candidate(Path(folder, name), "/".join((*below, nfc(name))), folders), real, found, configuration, seen)
    if len(found.candidates) + len(seen) == before:
        found.findings.append(Finding("UA002", source=Source(str(root))))


def _take(candidate: Candidate, folder: str, found: Found, configuration: set[str], seen: set[str]) -> None:
    """Add a file that was found in a folder, or pass it over. `folder`: the real path of that."""
    path = candidate.path
    real = os.path.realpath(path) if os.path.islink(path) else os.path.join(folder, path.name)  # noqa: PTH114, PTH118 (many small files)
    reason = SET_UP if real in configuration else _reason(candidate.file)
    if reason and not (reason == FOREIGN and is_misnamed(path)):
        _pass_over(found, candidate.file, reason)
    else:
        _add(found, candidate, real, seen)


def _files_below(root: Path, found: Found) -> Iterator[tuple[str, list[str]]]:
    """Yield a folder and its subfolders with the names of their files; one that is its own descendant through a link is entered once."""
    entered: set[str] = set()

    def unreadable(error: OSError) -> None:
        found.findings.append(Finding("UA004", {"detail": error.strerror or ""}, Source(_below(root, error.filename))))

    for folder, folders, names in os.walk(root, onerror=unreadable, followlinks=True):
        real = os.path.realpath(folder)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders.sort(key=natural)
        yield folder, sorted(names, key=natural)


def _below(root: Path, path: str) -> str:
    return nfc(Path(os.path.relpath(path, root)).as_posix())


def _reason(file: str) -> str:
    """Return why a file found in a folder is no submission, "" if it may be one."""
    *folders, name = file.split("/")
    if name.startswith(("~$", ".")) or any(folder.startswith(".") for folder in folders):
        return HIDDEN
    stem, suffix = map(str.casefold, _parts(file))
    if stem in _CONFIGURATION:
        return SET_UP
    return "" if (suffix in EXTENSIONS or suffix == SUFFIX) and not stem.startswith("readme") else FOREIGN


def _add(found: Found, candidate: Candidate, real: str, seen: set[str]) -> None:
    """Add a file, once, whichever of the named paths it was reached by."""
    if real in seen:
        return
    seen.add(real)
    if _is_zip(candidate.path):
        _unzip(found, candidate)
    else:
        found.candidates.append(candidate)


def is_folder(path: Path) -> bool:
    """Whether a path is a folder of submissions, or a zip of them, which is read as one."""
    return os.path.isdir(path) or _is_zip(path)


def _is_zip(path: Path) -> bool:
    return path.suffix.casefold() == SUFFIX and not is_workbook(path)


def _unzip(found: Found, zipped: Candidate) -> None:
    """Add what a zip holds, as if it were a folder of its name."""
    before = len(found.candidates)
    for entry in sorted(entries(zipped.path), key=lambda each: natural(each.name)):
        file = f"{zipped.file}/{entry.name}".rstrip("/")
        if entry.name and (reason := _reason(entry.name)):
            _pass_over(found, file, reason)
        else:
            folders = (*reversed(Path(entry.name).parts[:-1]), zipped.path.stem, *zipped.folders)
            found.candidates.append(Candidate(Path(file), file, folders, entry))
    if len(found.candidates) == before:
        found.findings.append(Finding("UA002", source=Source(zipped.file)))


def _pass_over(found: Found, file: str, reason: str) -> None:
    found.findings.append(Finding("UA003", {"reason": reason}, Source(file)))
    found.passed_over.append(Input(file, "", InputStatus.PASSED_OVER))


def _folders(path: Path) -> tuple[str, ...]:
    """Return the name of the folder of a file that was named itself."""
    return (path.absolute().parent.name,)


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make equal names distinct, by the folder they were found in, else by number."""
    count = Counter(candidate.file for candidate in candidates)
    named = [replace(each, file=f"{each.folders[-1]}/{each.file}") if count[each.file] > 1 else each for each in candidates]
    taken: Counter[str] = Counter()
    result = []
    for each in named:
        taken[each.file] += 1
        result.append(replace(each, file=f"{each.file} ({taken[each.file]})") if taken[each.file] > 1 else each)
    return result
