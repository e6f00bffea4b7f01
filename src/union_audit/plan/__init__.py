"""What is asked for: targets.yaml, the roster and the waivers → one Plan."""

from union_audit.plan.roster_file import load_roster
from union_audit.plan.schema import plan_schema
from union_audit.plan.targets_file import load_plan
from union_audit.plan.waivers_file import load_waivers

__all__ = ["load_plan", "load_roster", "load_waivers", "plan_schema"]
