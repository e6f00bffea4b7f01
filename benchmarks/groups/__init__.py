"""What can be asked for by name: the commands of a group, run in turn, and the rows that they make."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from benchmarks.groups import doubled, history, nation, offices, peers, reports, start
from benchmarks.measuring import Job
from benchmarks.rows import Row
from benchmarks.tools import Tools


class Group(NamedTuple):
    """Commands that are run in turn, so that what changes on the machine meanwhile meets all of them."""

    jobs: Callable[[Tools], Sequence[Job]]
    rows: Sequence[Row]


GROUPS: Mapping[str, Group] = {
    "start": Group(start.jobs, start.ROWS),
    "d1": Group(offices.province, offices.PROVINCE),
    "d2-xlsx": Group(nation.xlsx, nation.XLSX),
    "d2-csv": Group(nation.csv, nation.CSV),
    "audit": Group(nation.audit, nation.AUDIT),
    "d3": Group(offices.forms, offices.FORMS),
    "d4": Group(nation.year, nation.YEAR),
    "workbook": Group(reports.workbook, reports.WORKBOOK),
    "html": Group(reports.html, reports.HTML),
    "history": Group(history.jobs, history.ROWS),
    "doubled": Group(doubled.jobs, doubled.ROWS),
    "peers": Group(peers.jobs, peers.ROWS),
}
