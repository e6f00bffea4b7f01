"""The words for what an assessment, a figure, an input or a period can be, by the value they stand for."""

from union_audit.audit.result import Reason, Status
from union_audit.intake.facts import InputStatus, Layout, State
from union_audit.words import N_

STATUS = {
    Status.MET: N_("Met"),
    Status.GAP: N_("Gap"),
    Status.NO_DATA: N_("No data"),
    Status.NOT_APPLICABLE: N_("Does not apply"),
    Status.TRACKED: N_("Tracked"),
}

REASON = {
    Reason.NONE: "",
    Reason.NOT_SUBMITTED: N_("not submitted"),
    Reason.BLANK: N_("left blank"),
    Reason.UNREADABLE: N_("unreadable"),
    Reason.INCONSISTENT: N_("contradictory figures"),
    Reason.INCOMPLETE_PERIOD: N_("months are missing"),
    Reason.PARTIAL: N_("some units are missing"),
    Reason.ZERO_DENOMINATOR: N_("nothing to count"),
    Reason.LEVEL: N_("not for this level"),
    Reason.CLOSED: N_("the unit was closed"),
}

NOT_IN_SUBMISSION = N_("not in the submission")
"""Why there is no figure where the unit did submit, and its submission has no place for it."""

NOTHING_CHECKED = N_("Nothing was checked: the inputs hold no figure of the targets and units that were asked for.")

TAKEN_AS = {
    State.MISSING: REASON[Reason.NOT_SUBMITTED],
    State.BLANK: REASON[Reason.BLANK],
    State.ZERO: N_("blank, counted as zero"),
    State.FIGURE: N_("figure"),
    State.UNREADABLE: REASON[Reason.UNREADABLE],
    State.INCONSISTENT: REASON[Reason.INCONSISTENT],
    State.INCOMPLETE: REASON[Reason.INCOMPLETE_PERIOD],
}
INPUT_STATUS = {
    InputStatus.READ: N_("read"),
    InputStatus.REFUSED: N_("refused"),
    InputStatus.PASSED_OVER: N_("passed over"),
}
LAYOUT = {
    Layout.WIDE: N_("a row for each unit"),
    Layout.FORM: N_("the form of one unit, a row for each field"),
    Layout.TRANSPOSED: N_("a column for each unit"),
    Layout.LONG: N_("a row for each unit and figure"),
}
