"""The targets of a plan, as text."""

from union_audit.cli.layout import paragraph
from union_audit.cli.screen import BOLD, Screen
from union_audit.language import Language
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
