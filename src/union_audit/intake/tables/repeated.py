"""Lists in which the same labels stand again and again with other figures, and nothing says whose each is: told as what they are."""

from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.facts import Layout
from union_audit.intake.tables.table import Table

_TWINS = "UA104"
_MANY = 3
"""One label may stand twice by mistake; so often it is a list."""


def told_as_repeated(table: Table) -> Table:
    """Return a table of one unit that names none, and each of whose fields stands in several rows, with what to do about that.

    Nothing is lost: none of those figures could be used.
    """
    twins = [each for each in table.findings if each.code == _TWINS]
    is_nobodys = table.layout is Layout.FORM and not any((*table.named.codes, *table.named.names))
    if not is_nobodys or len(twins) < len(table.figures.fields) or not twins or (len(twins) == 1 and _times(twins[0]) < _MANY):
        return table
    labels = tuple(str(texts[0]) for each in twins if isinstance(texts := each.args["headings"], tuple))
    finding = Finding("UA150", {"labels": labels, "count": len(labels)}, twins[0].source)
    return replace(table, findings=(*(each for each in table.findings if each not in twins), finding), is_usable=False)


def _times(twin: Finding) -> int:
    return int(str(twin.args["count"]))
