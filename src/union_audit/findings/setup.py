"""UA5xx: waivers and configuration."""

from union_audit.findings.model import Code

SETUP_CODES: tuple[Code, ...] = ()
