"""The folder of the reports: an edition is a folder of its own, which is never changed; names point to the one that counts.

REPORTS/editions/2025-06.1/   the first edition of June
REPORTS/editions/2025-06.2/   its correction
REPORTS/2025-06 → editions/2025-06.2
REPORTS/latest  → editions/2025-06.2
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from union_audit.errors import Problem, ReportError
from union_audit.history import Edition
from union_audit.words import N_

EDITIONS = "editions"
LATEST = "latest"
ABOUT = "edition.json"
"""What an edition says of itself; it is written last, so that a folder without it is none."""

_PARTIAL = ".partial"
_ASIDE = ".replaced"


class Shelf:
    """The folder of the reports."""

    def __init__(self, folder: Path) -> None:
        """Make it where there is none."""
        self.folder = folder
        self._editions = folder / EDITIONS
        with _told(folder):
            self._editions.mkdir(parents=True, exist_ok=True)

    def place(self, edition: Edition) -> Path:
        """Return an edition's own folder."""
        return self.folder / edition.folder

    def about(self, edition: Edition) -> dict[str, Any] | None:
        """Return what the folder of an edition says of itself, None if there is no whole one."""
        try:
            about: dict[str, Any] = json.loads((self.place(edition) / ABOUT).read_bytes())
        except (OSError, ValueError):
            return None
        return about if about.get("fingerprint") == edition.fingerprint else None

    def tidy(self) -> list[str]:
        """Remove what a run that was stopped left half written; return the names of it."""
        with _told(self.folder):
            left = [path for path in self._editions.iterdir() if path.name.endswith(_PARTIAL)]
            left += [path for path in self.folder.iterdir() if path.name.startswith(".") and path.name.endswith((_PARTIAL, _ASIDE))]
            for path in left:
                _remove(path)
        return [path.name for path in left]

    def is_free(self, edition: Edition) -> bool:
        """Whether an edition may take its place: nothing is there, or the very same, which a run that was stopped did not record."""
        return not os.path.lexists(self.place(edition)) or self.about(edition) is not None

    def add(self, edition: Edition, about: dict[str, Any], fill: Callable[[Path], None]) -> None:
        """Let `fill` write an edition into a folder, which then takes its place whole."""
        place = self.place(edition)
        partial = place.with_name(place.name + _PARTIAL)
        with _told(place):
            _remove(partial)
            partial.mkdir()
            fill(partial)
            with (partial / ABOUT).open("w", encoding="utf-8") as stream:
                json.dump(about, stream, ensure_ascii=False, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            _remove(place)  # recorded, but spoilt by somebody
            partial.rename(place)

    def point(self, name: str, edition: Edition) -> None:
        """Let a name in the folder of the reports stand for an edition; nobody ever finds it gone or half replaced."""
        link, new = self.folder / name, self.folder / f".{name}{_PARTIAL}"
        if self._stands_for(link, edition):
            return
        with _told(link):
            _remove(new)
            try:
                new.symlink_to(edition.folder, target_is_directory=True)
            except (OSError, NotImplementedError):  # a file system without links, or Windows without the right to make them
                shutil.copytree(self.place(edition), new)
            if os.path.lexists(link) and not (link.is_symlink() and new.is_symlink()):  # a folder can't be replaced at one stroke
                link.rename(self.folder / f".{name}{_ASIDE}")
            new.replace(link)
            _remove(self.folder / f".{name}{_ASIDE}")

    def _stands_for(self, link: Path, edition: Edition) -> bool:
        if link.is_symlink():
            return link.readlink() == Path(edition.folder)
        try:
            return bool(json.loads((link / ABOUT).read_bytes())["fingerprint"] == edition.fingerprint)
        except (OSError, ValueError, KeyError, TypeError):
            return False


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Turn what the disk says into words."""
    try:
        yield
    except OSError as error:
        said = N_("The reports cannot be written ({detail}).")
        hint = N_("Check that the folder may be written to and that the disk is not full; the next run completes what is missing.")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(place), hint=hint)) from error
