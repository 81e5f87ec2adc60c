"""Words that the archive does not know → the nearest ones that it does.

Optimal string alignment distance (Damerau, A technique for computer detection and correction of
spelling errors, 1964): letters dropped, added, changed, or two neighbours swapped. The first
letter is taken to be right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.names import fold

SHORTEST = 5  # letters of a term that is corrected; shorter ones have too many neighbours
SURE_FROM = 5  # letters from which a correction is used at once
TWO_EDITS_FROM = 8  # letters
EDIT_COST = 4.0  # an edit less is worth being e**4 times rarer
CLEAR = 1.5  # how far the best must stand before the second
OFFERED = 2


@dataclass(frozen=True, slots=True)
class Nearest:
    """Terms of the archive near an unknown one, best first; `is_clear`: the first is meant.

    `words`: for each term the word of the language that was near, "" where it was the term itself.
    """

    terms: tuple[str, ...]
    words: tuple[str, ...]
    is_clear: bool


def is_correctable(term: str) -> bool:
    """Whether it is a word that is long enough; numbers are what they are."""
    return len(term) >= SHORTEST and term.isalpha()


def nearest(
    term: str, vocabulary: Mapping[str, int], *, written: str = "", words: Mapping[str, str] = {}
) -> Nearest:
    """The known terms (with the number of passages that hold them) nearest to an unknown one.

    A stem may be far from another whose words are near: `written` is the word itself, and `words`
    those of the language in lower case, each with its term.
    """
    if not is_correctable(term):
        return Nearest((), (), is_clear=False)
    near = {known: (distance, "") for known, distance in _within_reach(term, vocabulary).items()}
    for word, distance in _within_reach(fold(written), words).items():
        known = words[word]
        if known in vocabulary and (known not in near or distance <= near[known][0]):
            near[known] = distance, word
    ranked = sorted(
        (
            (log(1 + vocabulary[known]) - EDIT_COST * distance, known)
            for known, (distance, _) in near.items()
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    is_clear = bool(ranked) and len(term) >= SURE_FROM
    if is_clear and written[:1].isupper():  # a name: two edits away is somebody else
        is_clear = near[ranked[0][1]][0] == 1
    if len(ranked) > 1:
        is_clear = is_clear and ranked[0][0] - ranked[1][0] >= CLEAR
    best = [known for _, known in ranked[:OFFERED]]
    return Nearest(tuple(best), tuple(near[known][1] for known in best), is_clear)


def _within_reach(word: str, others: Iterable[str]) -> dict[str, int]:
    """Edits by word, of those not too far from this one."""
    edits = 2 if len(word) >= TWO_EDITS_FROM else 1
    near = process.extract(word, list(others), scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {other: distance for other, distance, _ in near}
