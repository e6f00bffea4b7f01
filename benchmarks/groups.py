"""What can be asked for by name: the jobs of a group, and the rows that they make."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from benchmarks import rows
from benchmarks.jobs import Jobs
from benchmarks.measuring import Job
from benchmarks.rows import Row


class Group(NamedTuple):
    """Jobs that are run in turn, so that what changes on the machine meanwhile meets all of them."""

    jobs: Callable[[Jobs], Sequence[Job]]
    rows: Sequence[Row]


GROUPS: Mapping[str, Group] = {
    "start": Group(Jobs.start, rows.START),
    "d1": Group(Jobs.d1, rows.D1),
    "d2-xlsx": Group(Jobs.d2_xlsx, rows.D2_XLSX),
    "d2-csv": Group(Jobs.d2_csv, rows.D2_CSV),
    "audit": Group(Jobs.audit, rows.AUDIT),
    "workbook": Group(Jobs.workbook, rows.WORKBOOK),
    "html": Group(Jobs.html, rows.HTML),
    "d3": Group(Jobs.d3, rows.D3),
    "d4": Group(Jobs.d4, rows.D4),
}
