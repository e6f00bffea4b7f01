"""UA4xx: who did not report, and what is missing."""

from union_audit.findings.model import Code

COVERAGE_CODES: tuple[Code, ...] = ()
