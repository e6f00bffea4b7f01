import pytest

from union_audit import resources
from union_audit.plan import load_plan

PLAN = load_plan(resources.shipped("targets.yaml"))


def test_levels_and_fields_are_found_by_their_ids() -> None:
    assert PLAN.level("district").label["en"] == "District and city federations of labour"
    assert PLAN.field("members_total").label["en"] == "Union members and workers"
    with pytest.raises(KeyError):
        PLAN.level("members_total")
