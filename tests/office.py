"""An office with an inbox and a folder of reports, for the tests of the monthly run."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from union_audit.language import Language
from union_audit.monthly import Month, Outcome, run
from union_audit.monthly.log import Log
from union_audit.monthly.running import LOCK
from union_audit.plan import load_plan
from union_audit.plan.roster_file import load_roster
from union_audit.reports import Options

NOW = datetime(2025, 7, 3, 6, 0, tzinfo=UTC)

PLAN = """
code: 7/KH
title: {vi: Kế hoạch, en: Plan}
organisation: {vi: Công đoàn, en: Union}
levels:
  district: {label: {vi: Cấp huyện, en: District}, submits: monthly}
fields:
  computers: {label: {vi: Tổng số máy tính, en: Computers}, over_periods: last, covers: own}
  protected: {label: {vi: Máy tính được bảo vệ, en: Protected computers}, over_periods: last, covers: own}
targets:
  security:
    label: {vi: An toàn máy tính, en: Computer security}
    source: {vi: Câu văn, en: Sentence}
    levels: all
    goal: ">= 100%"
    numerator: protected
    denominator: computers
"""
UNITS = "code,name,level\nD1,LĐLĐ huyện Một,district\nD2,LĐLĐ huyện Hai,district\n"


class Office:
    """An inbox and a folder of reports, as an office has them."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.reports = folder / "inbox", folder / "reports"
        self.inbox.mkdir()
        (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
        (folder / "units.csv").write_text(UNITS, encoding="utf-8")
        self.plan = load_plan(folder / "targets.yaml")
        self.roster = load_roster(folder / "units.csv", self.plan)

    def submit(self, month: str, *rows: tuple[str, int, int], name: str = "nop.csv") -> None:
        file = self.inbox / month / name
        file.parent.mkdir(exist_ok=True, parents=True)
        lines = ["Mã đơn vị;Tổng số máy tính;Máy tính được bảo vệ", *(f"{code};{total};{some}" for code, total, some in rows)]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, as_of: date = date(2025, 7, 3), **more: object) -> Outcome:
        language, number = Language("en"), 7
        options = Options(language, NOW)
        month = Month(self.inbox, self.reports, self.reports / "history.sqlite", as_of, self.plan, self.roster, options)
        return run(replace(month, **more), Log(self.reports / "monthly.log", lambda: NOW), lambda _: number)  # type: ignore[arg-type]

    def steps(self) -> list[str]:
        lines = (self.reports / "monthly.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["step"] for line in lines]

    def state(self) -> dict[str, object]:
        """Return every file of the reports but the log, with its content and time."""
        files = [path for path in self.reports.rglob("*") if path.is_file() and path.suffix != ".log" and path.name != LOCK]
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files if "sqlite" not in path.name}
