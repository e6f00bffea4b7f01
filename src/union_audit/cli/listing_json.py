"""The targets of a plan, and the schema of their file, as JSON."""

import json

from union_audit.plan.model import Plan
from union_audit.plan.schema import plan_schema


def plan_json(plan: Plan) -> str:
    """Return the targets as JSON, with the file that they are from."""
    listed = {
        "plan": {"code": plan.code, "title": dict(plan.title), "targets_file": str(plan.path), "targets_sha256": plan.sha256},
        "targets": [
            {
                "id": target.id,
                "number": target.number,
                "label": dict(target.label),
                "goal": str(target.goal),
                "levels": list(target.levels),
                "weight": float(target.weight),
                "owner": dict(target.owner),
                "deadline": target.deadline.isoformat() if target.deadline else None,
                "parts": [{"numerator": part.numerator, "denominator": part.denominator, "less": list(part.less)} for part in target.parts],
                "source": dict(target.source),
            }
            for target in plan.targets
        ],
    }
    return json.dumps(listed, ensure_ascii=False, indent=2)


def schema_json() -> str:
    """Return the JSON Schema of targets.yaml."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2)
