"""What to write, and where, to settle what the reading left open: an alias, or an option of the command."""

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.words import N_

_ALIAS = N_("Write “{heading}” among the aliases of its field in {targets}.")
_UNIT_ALIAS = N_("Write “{name}” among the aliases of its unit in {units}.")
_UNIT_OF = N_('Write: --unit-of "{file}=CODE"')  # fmt: skip
_PERIOD = N_("Write: --period 2025-06, with the period that is right.")
_LEVEL_OF = N_('Write: --level-of "{name}=LEVEL"')  # fmt: skip

_BY_CODE = {
    "UA103": _ALIAS,
    "UA106": _ALIAS,
    "UA109": _UNIT_ALIAS,
    "UA110": _UNIT_ALIAS,
    "UA111": _UNIT_ALIAS,
    "UA113": _UNIT_OF,
    "UA114": _UNIT_OF,
    "UA117": _PERIOD,
    "UA118": _PERIOD,
    "UA119": _PERIOD,
    "UA120": _LEVEL_OF,
    "UA145": _PERIOD,
}


@dataclass(frozen=True, slots=True)
class SetUpFiles:
    """The files that a person may write into."""

    targets: str
    units: str


def how_to_settle(finding: Finding, files: SetUpFiles, language: Language) -> str:
    """Return what a person may write to decide what a finding leaves open, "" where nothing does."""
    message = _BY_CODE.get(finding.code)
    if message is None:
        return ""
    file = finding.source.file if finding.source else ""
    return language(message, **finding.args, file=file, targets=files.targets, units=files.units)
