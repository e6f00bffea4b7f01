"""What can be wrong with data: coded, located, frozen values. Each code stands in one of this room's tables."""

from union_audit.findings.catalogue import CODES, SEVERITY_WORDS
from union_audit.findings.model import Code, Finding, Severity, Source, address
from union_audit.findings.together import LISTED, TEXTS, as_one, named, together

__all__ = ["CODES", "LISTED", "SEVERITY_WORDS", "TEXTS", "Code", "Finding", "Severity", "Source", "address", "as_one", "named", "together"]
