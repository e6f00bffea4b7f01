"""What is asked for: targets.yaml, the roster and the waivers → one Plan. Lists of units are read only for a check (`roster_file`)."""

from union_audit.plan.schema import plan_schema
from union_audit.plan.targets_file import load_plan

__all__ = ["load_plan", "plan_schema"]
