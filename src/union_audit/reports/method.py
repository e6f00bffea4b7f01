"""How it was computed: the sentences that every report ends with."""

from union_audit.language import Language


def method(language: Language) -> tuple[str, ...]:
    """Return how it was computed, one sentence each."""
    return (
        language("Gaps and targets are ranked by weight × (1 − attainment), then by what is still to do, then in the plan's order."),
        language("Among the targets those with a gap come first, then those whose figures are not complete."),
        language("Attainment is the count reached divided by the count required, at most 100%."),
        language("A score is the weighted mean of the attainments at the targets that apply; what is not evidenced earns nothing."),
        language("Figures of several units are the sum of numerators over the sum of denominators, never a mean of percentages."),
    )
