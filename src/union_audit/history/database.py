"""Opens the history's file: whole, of a version that is known, and brought up to date after a copy was laid aside."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from union_audit.errors import HistoryError, Problem
from union_audit.history.tables import APPLICATION, STEPS
from union_audit.words import N_

PATIENCE = 60.0
"""Seconds to wait for another run that writes."""


def connect(path: Path, *, to_write: bool) -> sqlite3.Connection:
    """Return a connection to the history, which is made where there is none and it is to be written.

    Raises:
        HistoryError: there is none, it cannot be opened, is damaged, or is of another program or a later version of this one.
    """
    if not to_write and not path.is_file():
        raise HistoryError(Problem(N_("There is no history yet."), file=str(path), hint=N_("The first monthly run begins one.")))
    with explained(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if to_write else 'ro'}", uri=True, timeout=PATIENCE, isolation_level=None
        )
        try:
            _prepare(connection, path, to_write=to_write)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into words."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        hint = N_("Check the disk and the permissions of the file and its folder; where the history is damaged, put a backup in its place.")
        raise HistoryError(
            Problem(N_("The history cannot be used ({detail})."), {"detail": str(error)}, file=str(path), hint=hint)
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path, *, to_write: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not is_empty and application != APPLICATION:
        raise HistoryError(Problem(N_("This file is no history of union-audit."), file=str(path)))
    if version > len(STEPS):
        raise HistoryError(
            Problem(N_("The history was written by a later version of union-audit."), file=str(path), hint=N_("Update union-audit."))
        )
    damage = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if damage != "ok":
        raise sqlite3.DatabaseError(damage)
    if version < len(STEPS) and not to_write:
        raise HistoryError(
            Problem(
                N_("The history was written by an earlier version of union-audit."),
                file=str(path),
                hint=N_("The next monthly run brings it up to date."),
            )
        )
    if to_write:
        connection.execute("PRAGMA journal_mode = WAL")
        _bring_up_to_date(connection, path, version)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, version: int) -> None:
    if version == len(STEPS):
        return
    if version:
        _lay_aside(connection, path.with_name(f"{path.name}.v{version}.bak"))
    for number, step in enumerate(STEPS[version:], start=version + 1):
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number};"
        connection.executescript(f"BEGIN IMMEDIATE; {step} {marks} COMMIT;")


def _lay_aside(connection: sqlite3.Connection, backup: Path) -> None:
    """Copy the history, whole, before it is changed; a copy of the same version that is there already is an older run's."""
    partial = backup.with_name(f"{backup.name}.partial")
    copy = sqlite3.connect(partial)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    partial.replace(backup)
