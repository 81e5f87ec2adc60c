"""Words that the archive does not know → the nearest ones that it does.

Optimal string alignment distance (Damerau, A technique for computer detection and correction of
spelling errors, 1964): letters dropped, added, changed, or two neighbours swapped. It is words that
are compared; stems only where they are words of some length themselves.
"""

from collections.abc import Iterable, Mapping
from math import log
from string import ascii_lowercase

from msgspec import Struct

from corpus.names import fold

SHORTEST = 4  # letters of a word that others are offered for; shorter ones have too many neighbours
LONGEST = 40  # of one that may be a word at all
STEMMED_AWAY = 2  # letters; a stem without more than these is no measure of its word
TWO_EDITS_FROM = 8  # letters
SHORTEST_IN_Y = 6  # letters of a word whose last one a stem has otherwise
EDIT_COST = 4.0  # an edit less is worth being e**4 times rarer
CLEAR = 1.5  # how far the best must stand before the second
# The same for a word of four letters: of 111 so clear 108 were right, of 290 at 1.5 only 193.
CLEAR_OF_SHORT = 4.0
CONSIDERED = 8  # of which the words beside it may tell the one that is meant


class Nearest(Struct, frozen=True):
    """Terms of the archive near an unknown one, best first; `is_clear`: the first is meant.

    `words`: for each term the word of the language that was near, "" where it was the term itself.
    `others`: terms that a name is too far from: they are somebody else's.
    """

    terms: tuple[str, ...]
    words: tuple[str, ...]
    is_clear: bool
    others: frozenset[str] = frozenset()


def is_correctable(word: str) -> bool:
    """Whether it has the length of a word; numbers are what they are."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def other_beginnings(word: str) -> set[str]:
    """What a word may be of which only the first letter is wrong, missing, or too many."""
    rest = word[1:]
    changed = {one for letter in ascii_lowercase for one in (letter + rest, letter + word)}
    return changed | {rest, word[1:2] + word[:1] + word[2:]} - {word}


def nearest(
    term: str,
    vocabulary: Mapping[str, int],
    *,
    written: str = "",
    words: Mapping[str, str] = {},
    is_foreign: bool = False,
) -> Nearest:
    """The known terms (with the number of passages that hold them) nearest to an unknown one.

    A stem may be far from another whose words are near: `written` is the word itself, and `words`
    those of the language in lower case, each with its term.
    """
    folded = fold(written) or term
    if not is_correctable(folded):
        return Nearest((), (), is_clear=False)
    is_whole = len(folded) - len(term) <= STEMMED_AWAY
    is_word = folded[:-1] == term[:-1]  # `hawli` is no stem that `Hawly` has to itself
    stem = folded if is_word else term
    spelt = {_ending_like(stem, known): known for known in vocabulary} if is_whole else {}
    stems = within_reach(stem, spelt, is_foreign=is_foreign)
    near = {spelt[one]: (distance, "") for one, distance in stems.items()}
    for word, distance in within_reach(folded, words, is_foreign=is_foreign).items():
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
    is_name = written[:1].isupper()  # two edits away is somebody else
    others = frozenset(known for known, (distance, _) in near.items() if is_name and distance > 1)
    is_clear = bool(ranked) and ranked[0][1] not in others
    if len(ranked) > 1:
        margin = CLEAR if len(folded) > SHORTEST else CLEAR_OF_SHORT
        is_clear = is_clear and ranked[0][0] - ranked[1][0] >= margin
    best = [known for _, known in ranked[:CONSIDERED]]
    return Nearest(tuple(best), tuple(near[known][1] for known in best), is_clear, others)


def _ending_like(word: str, stem: str) -> str:
    """A stem as a word that it may be of: Snowball's `navalni` is of `Navalny`. There are too many
    short ones.
    """
    is_of_y = word.endswith("y") and stem.endswith("i") and len(word) >= SHORTEST_IN_Y
    return f"{stem[:-1]}y" if is_of_y else stem


def within_reach(word: str, others: Iterable[str], *, is_foreign: bool = False) -> dict[str, int]:
    """Edits by word, of those not too far from this one.

    What is right in a language is only meant otherwise where it is long, and one edit away.
    """
    from rapidfuzz import process  # noqa: PLC0415 (slow to load, and few questions need it)
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (likewise)

    edits = (2 if len(word) >= TWO_EDITS_FROM else 1) - is_foreign
    near = process.extract(word, list(others), scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {other: distance for other, distance, _ in near}
