"""The targets of a plan, as text or JSON, and the schema of their file."""

import json

from union_audit.cli.layout import paragraph
from union_audit.cli.screen import BOLD, Screen
from union_audit.language import Language
from union_audit.plan import plan_schema
from union_audit.plan.model import Plan, Target


def plan_text(plan: Plan, screen: Screen) -> str:
    """Return two lines or more a target: number, id and goal; then its label."""
    language = screen.language
    blocks = [screen.styled(paragraph(language.pick(plan.title)), BOLD), language("Plan: {file}", file=str(plan.path)), ""]
    wide = max(len(target.id) for target in plan.targets)
    for target in plan.targets:
        blocks.append(screen.styled(f"{target.number:>3}  {target.id:<{wide}}  {target.goal}", BOLD))
        blocks.append(paragraph(language.pick(target.label), 5))
        blocks.append(paragraph(language("For: {levels}", levels=_levels(target, plan, language)), 5))
    return "\n".join(blocks)


def _levels(target: Target, plan: Plan, language: Language) -> str:
    """Return the levels that a target is for."""
    if len(target.levels) == len(plan.levels):
        return language("all levels")
    return "; ".join(language.pick(plan.level(level).label) for level in target.levels)


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
