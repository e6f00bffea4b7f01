"""Facts and plan → assessments, roll-up, ranks, one Audit.

`audit` is the seam at which an engine for more than one machine can hold would take over: what comes before it ends in the columns of
`Facts`, what comes after it knows only the `Audit`. tests/audit/reference.sql has the same audit as joins and groupings of such columns.
"""

from union_audit.audit.auditing import audit
from union_audit.audit.scope import Scope

__all__ = ["Scope", "audit"]
