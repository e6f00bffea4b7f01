"""Reads a history through, as SQLite itself does to see that it is sound: `python history_read.py FILE`."""

import sqlite3
import sys
from contextlib import closing


def main(path: str) -> None:
    """Check every page."""
    with closing(sqlite3.connect(path)) as connection:
        sys.stdout.write(f"{connection.execute('PRAGMA integrity_check').fetchone()}\n")


if __name__ == "__main__":
    main(sys.argv[1])
