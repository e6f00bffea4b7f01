"""The history: records an edition, and tells what earlier ones said."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from union_audit.audit.earlier import Before, Earlier, Said
from union_audit.audit.result import NONE, Audit, quotient
from union_audit.findings import Source
from union_audit.history import recording
from union_audit.history.database import connect, explained
from union_audit.history.editions import Edition
from union_audit.history.packing import pack_rows, unpack, unpack_one, unpack_rows
from union_audit.intake.facts import Facts, Int64, State
from union_audit.plan.coded import Coded
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Columns, Roster


class Total(NamedTuple):
    """A target over a branch of the roster, or over everything, in one edition; as in `Measure` and `RollUp`."""

    status: int
    numerator: int
    denominator: int
    value: float | None
    expected: int
    reported: int
    met: int
    gap: int


class Assessed(NamedTuple):
    """A target at one unit in one edition; as in `Measure`."""

    status: int
    numerator: int
    denominator: int
    value: float | None


class History:
    """An open history; close it, or use it in a `with`. HistoryError for what the file or the disk does not allow."""

    def __init__(self, path: Path, *, to_write: bool = False) -> None:
        """Open the file; one that is to be written is made where there is none."""
        self._path = path
        self._connection = connect(path, to_write=to_write)
        self._rosters: dict[int, Roster] = {}

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def record(self, edition: Edition, audit: Audit) -> None:
        """Add an edition with all that its audit says: whole, or not at all."""
        sha256, units = pack_rows(recording.roster_rows(audit.facts.roster))
        with self._transaction():
            self._rows("INSERT INTO roster (sha256, units) VALUES (?, ?) ON CONFLICT DO NOTHING", sha256, units)
            ((roster,),) = self._rows("SELECT id FROM roster WHERE sha256 = ?", sha256)
            ((id_,),) = self._rows(
                "INSERT INTO edition (period, number, fingerprint, made_at, as_of, version, folder, roster)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                edition.period.label,
                edition.number,
                edition.fingerprint,
                edition.made_at.isoformat(),
                edition.as_of.isoformat(),
                edition.version,
                edition.folder,
                roster,
            )
            tables: dict[str, Iterable[tuple[Any, ...]]] = {
                "input": edition.inputs.items(),
                "total": recording.totals(audit),
                "score": recording.scores(audit),
                "figures": recording.figures(audit),
                "sheet": recording.sheets(audit),
            }
            for table, rows in tables.items():
                for row in rows:
                    self._rows(f"INSERT INTO {table} VALUES ({', '.join('?' * (len(row) + 1))})", id_, *row)  # noqa: S608 (our own names)

    def editions(self, period: Period | None = None) -> tuple[Edition, ...]:
        """Return all editions (of a period), in the order of their periods and numbers."""
        found = [
            Edition(
                Period.parse(label),
                number,
                fingerprint,
                datetime.fromisoformat(made_at),
                date.fromisoformat(as_of),
                version,
                folder,
                dict(self._rows("SELECT file, sha256 FROM input WHERE edition = ?", id_)),
            )
            for id_, label, number, fingerprint, made_at, as_of, version, folder in self._rows(
                "SELECT id, period, number, fingerprint, made_at, as_of, version, folder FROM edition WHERE period = coalesce(?, period)",
                period and period.label,
            )
        ]
        return tuple(sorted(found, key=lambda edition: (edition.period, edition.number)))

    def newest(self) -> dict[Period, Edition]:
        """Return the edition of each period that counts, the earliest period first."""
        return {edition.period: edition for edition in self.editions()}

    def earlier(self, edition: Edition) -> Earlier:
        """Return what an edition said of every unit, and of everything."""
        codes = tuple(self.roster(edition).columns.code)
        said = {id_: self._said(edition, id_, total) for id_, total in self.totals(edition).items()}
        return Earlier(edition.period.label, codes, said)

    def totals(self, edition: Edition, branch: str = recording.EVERYTHING) -> dict[str, Total]:
        """Return each target over a branch of the roster (the code of its top unit), or over everything, by the id of the target."""
        rows = self._rows(
            "SELECT target, status, numerator, denominator, value, expected, reported, met, gap FROM total WHERE edition = ? AND unit = ?",
            self._id(edition),
            branch,
        )
        return {target: Total(*figures) for target, *figures in rows}

    def score(self, edition: Edition, branch: str = recording.EVERYTHING) -> tuple[float | None, float | None]:
        """Return score and coverage of a branch of the roster, or of everything; None where there is none."""
        rows = self._rows("SELECT score, coverage FROM score WHERE edition = ? AND unit = ?", self._id(edition), branch)
        return rows[0] if rows else (None, None)

    def roster(self, edition: Edition) -> Roster:
        """Return the units as the roster had them then; the axis of every array of the edition. Editions of one roster share it."""
        ((roster,),) = self._rows("SELECT roster FROM edition WHERE id = ?", self._id(edition))
        if roster not in self._rosters:
            ((data,),) = self._rows("SELECT units FROM roster WHERE id = ?", roster)
            self._rosters[roster] = Roster(_columns(unpack_rows(data)))
        return self._rosters[roster]

    def figures(self, edition: Edition, kind: str, of: str, part: str) -> NDArray[Any] | None:
        """Return one array over the units of an edition (see `tables.py`), None where it has none."""
        rows = self._rows(
            "SELECT data FROM figures WHERE edition = ? AND kind = ? AND of = ? AND part = ?", self._id(edition), kind, of, part
        )
        return next((unpack(part, data) for (data,) in rows), None)

    def at(self, edition: Edition, target: str, place: int) -> Assessed | None:
        """Return what was said of a target at one of the edition's units, None if the edition has not the target."""
        rows = self._rows("SELECT part, data FROM figures WHERE edition = ? AND kind = 'target' AND of = ?", self._id(edition), target)
        said = {part: unpack_one(part, data, place) for part, data in rows if part in Assessed._fields}
        if not said:
            return None
        value = float(said["value"] if "value" in said else quotient(said["numerator"], said["denominator"]))
        return Assessed(int(said["status"]), int(said["numerator"]), int(said["denominator"]), None if np.isnan(value) else value)

    def before(self, edition: Edition, plan: Plan, roster: Roster) -> Before:
        """Return the figures that were submitted then, for the units of a roster of today: a unit is known by its code.

        Their cells are looked up when they are asked for, while the history is open.
        """
        then = self.roster(edition)
        places = np.array([then.index.get(code, NONE) for code in roster.columns.code], np.int64)
        rows = None if np.array_equal(places, np.arange(len(then.units))) else places

        def figures(part: str, missing: int, dtype: type) -> NDArray[Any]:
            columns = (_taken(self.figures(edition, "field", field.id, part), rows, missing, len(roster.units)) for field in plan.fields)
            return np.array([column.astype(dtype) for column in columns]).T  # those of a field side by side

        submitted = _taken(self.figures(edition, "unit", "", "submitted"), rows, 0, len(roster.units)).astype(np.bool_)
        facts = Facts(roster, plan.fields, figures("figure", 0, np.int64), figures("state", State.MISSING, np.int8), submitted, (), ())
        return Before(
            edition.period,
            facts,
            lambda unit, place: self._cell(edition, plan.fields[place].id, int(places[unit])),
        )

    def _cell(self, edition: Edition, field: str, place: int) -> Source | None:
        """Return the cell of a field's figure at one of the edition's units; None where it stood in no single one."""
        rows = self._rows("SELECT part, data FROM figures WHERE edition = ? AND kind = 'field' AND of = ?", self._id(edition), field)
        at = {part: int(unpack_one(part, data, place)) for part, data in rows if part in ("table", "row", "column")}
        if place == NONE or at.get("table", NONE) == NONE:
            return None
        ((file, sheet),) = self._rows("SELECT file, sheet FROM sheet WHERE edition = ? AND number = ?", self._id(edition), at["table"])
        return Source(file, sheet, at["row"], at["column"])

    def _said(self, edition: Edition, target: str, total: Total) -> Said:
        own = {part: self.figures(edition, "target", target, part) for part in Assessed._fields}
        status, numerator, denominator = (own[part] for part in ("status", "numerator", "denominator"))
        assert status is not None and numerator is not None and denominator is not None  # noqa: S101, PT018 (recorded with the total)
        value = quotient(numerator, denominator) if own["value"] is None else own["value"]
        return Said(
            np.append(status, np.int8(total.status)),
            np.append(numerator, total.numerator),
            np.append(denominator, total.denominator),
            np.append(value, np.nan if total.value is None else total.value),
        )

    def _id(self, edition: Edition) -> int:
        ((id_,),) = self._rows("SELECT id FROM edition WHERE period = ? AND number = ?", edition.period.label, edition.number)
        return int(id_)

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with explained(self._path):
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All statements take effect when the block ends well, none if it does not."""
        with explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise


def _columns(rows: Sequence[Sequence[str | None]]) -> Columns:
    """Return the columns of a roster of rows as `recording.roster_rows` makes them."""
    if not rows:
        return Columns()
    texts: list[Any] = list(zip(*rows, strict=True))
    code, name, level, parent, merged_into, *days = texts
    valid_from, valid_to = ([day and date.fromisoformat(day) for day in of] for of in days)
    said = {"level": level, "parent": parent, "valid_from": valid_from, "valid_to": valid_to, "merged_into": merged_into}
    return Columns(code, name, **{key: Coded.of(column) for key, column in said.items() if any(column)})


def _taken(array: NDArray[Any] | None, rows: Int64 | None, missing: int, units: int) -> NDArray[Any]:
    """Return the rows of an array (None: all, as they are), `missing` where the row is -1 or there is no array."""
    if array is None:
        return np.full(units, missing)
    return array if rows is None else np.where(rows >= 0, array[rows], missing)
