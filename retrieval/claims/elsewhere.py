"""What is printed elsewhere just as it was said does not differ: the other passage is of another
match, another recall, another day.
"""

from collections.abc import Collection, Sequence

from retrieval.answer import Difference
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser

AS_MUCH = 0.75  # of what the passage that differs has of the claim


def not_as_said(
    found: Sequence[Difference], here: str, elsewhere: Collection[str], evidence: Evidence
) -> tuple[Difference, ...]:
    """Those of `found` whose figure or name no text has that tells about as much of the claim.

    `here` is the passage that differs with its headline; so are `elsewhere` the others that are
    near the claim. What has the same words as what was said stays: "never sold", "more than 900",
    "B beat A".
    """
    terms = analyser(evidence.analysis.language).terms
    held = frozenset(terms(here)) if found else frozenset()
    others = [frozenset(terms(text)) for text in elsewhere] if found else []

    def is_printed(one: Difference) -> bool:
        said, printed = frozenset(terms(one.said)), frozenset(terms(one.printed))
        is_figure = any(term[0].isdigit() for term in said)
        if said <= printed or not (is_figure or said.isdisjoint(printed)):
            return False
        own = said - held
        rest = evidence.terms - own
        least = AS_MUCH * evidence.share_of(rest & held)
        return not own or any(
            own <= other and evidence.share_of(rest & other) >= least for other in others
        )

    return tuple(one for one in found if not is_printed(one))


def of_those_that_tell_most(
    found: Sequence[tuple[Sequence[Difference], float]],
) -> list[tuple[Difference, ...]]:
    """Of what differs from the same words of a claim, what the passage has that holds most of it.

    Each with the share that its passage holds. A passage that prints the same as that one keeps it.
    """
    most: dict[str, float] = {}
    for differing, share in found:
        most.update({one.said: max(share, most.get(one.said, 0.0)) for one in differing})
    told = {one for some, share in found for one in some if share >= most[one.said]}
    return [tuple(one for one in some if one in told) for some, _ in found]
