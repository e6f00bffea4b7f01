"""UA3xx: figures that do not agree with each other."""

from union_audit.findings.model import Code

CONSISTENCY_CODES: tuple[Code, ...] = ()
