"""Environments of their own: one for each revision that is compared, one for each peer. Made once, and kept beside the data."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

TREE = Path(__file__).parents[1]


def of_revision(folder: Path, revision: str) -> Path:
    """Return the Python of an environment that has a revision installed as its users have it: from a wheel."""
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}").strip()
    return _made(folder / f"revision-{commit[:12]}", lambda work: [str(_exported(commit, work))])


def of_peer(folder: Path, peer: str, *packages: str) -> Path:
    """Return the Python of an environment that has packages installed."""
    return _made(folder / f"peer-{peer}", lambda _: list(packages))


def _made(place: Path, packages: Callable[[Path], list[str]]) -> Path:
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    finished = place / "finished"
    if not finished.exists():
        shutil.rmtree(place, ignore_errors=True)
        _run(sys.executable, "-m", "venv", str(place))
        _run(str(python), "-m", "pip", "install", "--quiet", *packages(place))
        finished.touch()
    return python


def _exported(commit: str, place: Path) -> Path:
    """Return a folder with the files of a commit."""
    tree = place / "source"
    tree.mkdir()
    archive = place / "source.tar"
    _git("archive", "--output", str(archive), commit)
    shutil.unpack_archive(archive, tree, filter="data")
    return tree


def _git(*arguments: str) -> str:
    return _run("git", "-C", str(TREE), *arguments)


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603 (git and pip)
