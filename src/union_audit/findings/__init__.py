"""What can be wrong with data: coded, located, frozen values. Each code stands in one of this room's tables."""

from union_audit.findings.catalogue import CODES, SEVERITY_WORDS
from union_audit.findings.model import Code, Finding, Severity, Source, address

__all__ = ["CODES", "SEVERITY_WORDS", "Code", "Finding", "Severity", "Source", "address"]
