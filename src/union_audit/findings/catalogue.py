"""Every finding code, by its number, and the words for how much one matters."""

from union_audit.findings.cells import CELL_CODES
from union_audit.findings.consistency import CONSISTENCY_CODES
from union_audit.findings.coverage import COVERAGE_CODES
from union_audit.findings.files import FILE_CODES
from union_audit.findings.model import Code, Severity
from union_audit.findings.setup import SETUP_CODES
from union_audit.findings.tables import TABLE_CODES
from union_audit.findings.units import UNIT_CODES
from union_audit.findings.versions import VERSION_CODES
from union_audit.words import N_

_CODES = (*FILE_CODES, *TABLE_CODES, *UNIT_CODES, *VERSION_CODES, *CELL_CODES, *CONSISTENCY_CODES, *COVERAGE_CODES, *SETUP_CODES)
CODES: dict[str, Code] = {code.id: code for code in sorted(_CODES, key=lambda code: code.id)}

SEVERITY_WORDS = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.INFO: N_("Note")}
