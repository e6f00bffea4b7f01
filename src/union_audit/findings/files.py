"""UA0xx: what can be wrong with a file."""

from union_audit.findings.model import Code

FILE_CODES: tuple[Code, ...] = ()
