"""UA1xx: what can be wrong with a table, its headings, its unit or its period."""

from union_audit.findings.model import Code

TABLE_CODES: tuple[Code, ...] = ()
