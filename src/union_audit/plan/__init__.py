"""What is asked for: targets.yaml, the roster and the waivers → one Plan. Lists of units are read only for a check (`roster_file`)."""

from union_audit.plan.loading import load_plan

__all__ = ["load_plan"]
