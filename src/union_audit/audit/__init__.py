"""Facts and plan → assessments, roll-up, ranks, one Audit."""

from union_audit.audit.auditing import audit
from union_audit.audit.scope import Scope

__all__ = ["Scope", "audit"]
