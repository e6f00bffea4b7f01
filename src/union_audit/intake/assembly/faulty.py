"""What is wrong with the cells of the units that are used: a finding each, or one where a column is full of them."""

from collections.abc import Iterator, Sequence

from union_audit.findings import Finding, as_one, named
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose
from union_audit.intake.tables.figures import TOGETHER
from union_audit.intake.tables.table import Issue
from union_audit.intake.units.identity import Register
from union_audit.plan.model import Plan


def faulty_cells(placed: Placed, told: Whose, register: Register, plan: Plan) -> Iterator[Finding]:
    """Yield what is wrong with a table's cells; of a column full of the same only what is said of it is made, not a finding a cell."""
    for issue in placed.table.issues:
        used = [at for at, row in enumerate(issue.units) if told.units[row] >= 0 or issue.code in TOGETHER]
        few = list(_each(placed, told, register, plan, issue, named(used)))
        yield from few if len(few) == len(used) else [as_one(few, len(used))]


def _each(  # noqa: PLR0913, PLR0917 (a table, whose it is, and what both are told by)
    placed: Placed, told: Whose, register: Register, plan: Plan, issue: Issue, places: Sequence[int]
) -> Iterator[Finding]:
    """Yield a finding for each of some cells of an issue; it names the unit where it is about one cell."""
    field = plan.fields[placed.table.figures.fields[issue.field]].id
    for at in places:
        row, args = issue.units[at], issue.args[at]
        unit = told.units[row] if args.get("count", 1) == 1 else -1
        yield Finding(issue.code, args, placed.of_figure(row, issue.field), register.units[unit].code if unit >= 0 else None, field=field)
