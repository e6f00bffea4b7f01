"""The commands that are measured, group by group: a floor is a program of `floors/`, the rest is the installed tool."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.data.making import Data
from benchmarks.measuring import Job

FLOORS = Path(__file__).parent / "floors"
NATION = ("--period", "2025-06", "--as-of", "2025-07-05", "--lang", "en", "--fail-on", "none")


class Jobs:
    """What is run, with one environment's Python and the tool that is installed beside it."""

    def __init__(self, data: Data, scratch: Path, python: Path = Path(sys.executable)) -> None:
        self.data, self.scratch, self.python = data, scratch, python

    def start(self) -> list[Job]:
        """Return the short commands, and a Typer program that does the same kind of thing."""
        return [
            self._floor("hello --version", "hello", "--version"),
            self._floor("hello --help", "hello", "--help"),
            self._floor("hello world", "hello", "world"),
            self._tool("--version", "--version"),
            self._tool("--help", "--help"),
            self._tool("targets", "targets"),
            self._tool("explain code", "explain", "UA201"),
            self._tool("explain target", "explain", "online_meetings"),
        ]

    def d1(self) -> list[Job]:
        """Return the check of a province."""
        province = str(self.data.province())
        check = ("check", province, "--fail-on", "none")
        reports = tuple(word for kind in ("xlsx", "html") for word in ("-f", f"{kind}:{self.scratch / f'province.{kind}'}"))
        return [
            Job("import pandas", (str(self.python), "-c", "import pandas")),
            self._tool("d1", *check),
            self._tool("d1 reports", *check, "-f", "table", *reports, writes=self.scratch / "province.html"),
        ]

    def d2_xlsx(self) -> list[Job]:
        """Return the check of a nation's workbook."""
        nation = str(self.data.nation_xlsx())
        return [self._floor("d2 xlsx floor", "workbook_read", nation), self._tool("d2 xlsx", *self._check_nation(nation))]

    def d2_csv(self) -> list[Job]:
        """Return the check of a nation's CSV."""
        nation = str(self.data.nation_csv())
        return [self._floor("d2 csv floor", "csv_read", nation), self._tool("d2 csv", *self._check_nation(nation))]

    def audit(self) -> list[Job]:
        """Return the audit of figures that are arrays already."""
        figures = str(self.data.figures())
        nation = (str(self.data.plan()), str(self.data.roster()))
        library = (str(self.python), str(FLOORS.with_name("library.py")))
        return [
            self._floor("audit floor", "arrays_audit", figures, counts_itself=True),
            Job("audit", (*library, "audit", *nation, figures), counts_itself=True),
        ]

    def workbook(self) -> list[Job]:
        """Return a check that writes a workbook, one that writes nothing, and the workbook's cells written once more."""
        quarter = Jobs(Data(self.data.folder, replace(self.data.sizes, units=self.data.sizes.units // 4)), self.scratch, self.python)
        check = (*quarter._check_nation(str(quarter.data.nation_csv())), "-q")
        book, copy = self.scratch / "nation.xlsx", self.scratch / "copy.xlsx"
        return [
            self._tool("no report", *check),
            self._tool("workbook", *check, "-f", f"xlsx:{book}"),
            self._floor("workbook floor", "workbook_written", str(book), str(copy), counts_itself=True),
        ]

    def html(self) -> list[Job]:
        """Return a check of a nation that writes its page."""
        page = self.scratch / "nation.html"
        check = self._check_nation(str(self.data.nation_csv()))
        return [self._tool("d2 html", *check, "-q", "-f", f"html:{page}", writes=page)]

    def d3(self) -> list[Job]:
        """Return the check of a folder of forms, and of one of them: the start-up that the folder is measured beyond."""
        count = self.data.sizes.forms
        forms = self.data.forms(count)
        one = min(forms.iterdir())
        return [
            self._floor("d3 floor", "workbooks_read", str(forms), counts_itself=True),
            self._tool("d3 one", *self._check_forms(one)),
            self._tool("d3", *self._check_forms(forms)),
        ]

    def d4(self) -> list[Job]:
        """Return the check of a nation's year."""
        tables = self.data.year(self.data.sizes.months)
        return [self._floor("d4 floor", "csv_read", *map(str, tables)), self._tool("d4", *self._check_year(tables))]

    def _check_nation(self, table: str, copies: int = 1) -> tuple[str, ...]:
        return ("check", table, "-t", str(self.data.plan(copies)), "--units", str(self.data.roster()), *NATION)

    def _check_year(self, tables: Sequence[Path]) -> tuple[str, ...]:
        words = self._check_nation(str(tables[0].parents[1]))
        period = {12: "2025", 6: "2025-H1", 3: "2025-Q1"}[len(tables)]
        return tuple(period if word == "2025-06" else word for word in words)

    def _check_forms(self, forms: Path) -> tuple[str, ...]:
        return ("check", str(forms), "--units", str(self.data.offices()), *NATION)

    def _floor(self, name: str, program: str, *arguments: str, counts_itself: bool = False) -> Job:
        return Job(name, (str(self.python), str(FLOORS / f"{program}.py"), *arguments), counts_itself=counts_itself)

    def _tool(self, name: str, *arguments: str, prepare: Callable[[], None] | None = None, writes: Path | None = None) -> Job:
        return Job(name, (str(self.python.with_name("union-audit")), *arguments), prepare=prepare, writes=writes)
