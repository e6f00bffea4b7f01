"""UA2xx: what can be wrong with a cell."""

from union_audit.findings.model import Code

CELL_CODES: tuple[Code, ...] = ()
