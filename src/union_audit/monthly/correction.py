"""What a corrected edition changed: the inputs, and what came of them."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from union_audit.audit.earlier import Earlier, earlier_audit
from union_audit.audit.result import Audit
from union_audit.history import Edition
from union_audit.reports.options import Correction


def correction(replaced: Edition, before: Earlier, inputs: Mapping[str, str], audit: Audit, number: int) -> Correction:
    """Return what differs from the edition that is replaced; `inputs`: the SHA-256 of each, by its name, now."""
    then = replaced.inputs
    return Correction(
        number=number,
        replaces=replaced.number,
        made_on=_day(replaced),
        added=tuple(sorted(inputs.keys() - then.keys())),
        changed=tuple(sorted(file for file in inputs.keys() & then.keys() if inputs[file] != then[file])),
        withdrawn=tuple(sorted(then.keys() - inputs.keys())),
        assessments=_changed(before, earlier_audit(audit)),
    )


def _day(edition: Edition) -> date:
    return edition.made_at.astimezone().date()


def _changed(before: Earlier, now: Earlier) -> int:
    """Return how many assessments came out otherwise: another status, or other figures."""
    if before.units != now.units:
        return _changed_by_code(before, now)
    changed = 0
    for id_, said in now.targets.items():
        then = before.targets.get(id_)
        if then is None:
            changed += len(now.units)
            continue
        same = (said.status == then.status) & (said.numerator == then.numerator) & (said.denominator == then.denominator)
        changed += int(np.count_nonzero(~same[:-1]))
    return changed


def _changed_by_code(before: Earlier, now: Earlier) -> int:
    """Compare where the roster has changed: units that are in both."""
    places = {code: place for place, code in enumerate(before.units)}
    both = [(place, places[code]) for place, code in enumerate(now.units) if code in places]
    here, there = ([pair[side] for pair in both] for side in (0, 1))
    common = tuple(now.units[place] for place in here)

    def of(earlier: Earlier, rows: list[int]) -> Earlier:
        kept = {id_: said.taken([*rows, -1]) for id_, said in earlier.targets.items()}
        return Earlier(earlier.label, common, kept)

    return _changed(of(before, there), of(now, here))
