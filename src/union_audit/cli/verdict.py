"""What an audit ends with: its exit code, apart from faults of the set-up, which never come this far."""

from collections.abc import Iterable

import numpy as np

from union_audit.audit.result import Audit, Status
from union_audit.cli.exit_codes import ExitCode
from union_audit.findings import CODES, Finding, Severity
from union_audit.intake.facts import Input, InputStatus

NOT_THERE = ("UA001", "UA002")
"""A named path that does not exist, and a folder without submissions."""


def verdict(audit: Audit, fail_on: str, *, written: bool) -> ExitCode:
    """Return the exit code: 4 before 3 before 1. `fail_on` is "gap", "data" or "none"; `written`: every report was."""
    if not written:
        return ExitCode.OUTPUT
    if inputs_failed(audit.inputs, audit.findings) or not audit.evaluated:
        return ExitCode.INPUT
    gap, data = _any_gap(audit), _any_fault_of_data(audit)
    asked_for = {"gap": gap or data, "data": data, "none": False}[fail_on]
    return ExitCode.FOUND if asked_for else ExitCode.DONE


def inputs_failed(inputs: Iterable[Input], findings: Iterable[Finding]) -> bool:
    """Whether a submission is missing, or could not be used as a file."""
    refused = any(each.status is InputStatus.REFUSED for each in inputs)
    return refused or any(finding.code in NOT_THERE for finding in findings)


def _any_gap(audit: Audit) -> bool:
    return any(bool(np.any((column.measure.status == Status.GAP) & ~column.waived & audit.shown)) for column in audit.columns)


def _any_fault_of_data(audit: Audit) -> bool:
    if any(bool(np.any((column.measure.status == Status.NO_DATA) & audit.shown)) for column in audit.columns):
        return True
    return any(CODES[finding.code].severity is Severity.ERROR and audit.shows(finding) for finding in audit.findings)
