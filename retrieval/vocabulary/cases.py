"""Names in a case of another language than the paper's: `Trumpowi`, `Trumpui` are of Trump.

The paper prints the nominative. A name that it never prints, and that is one it often prints with
an ending of such a case behind, is that one.
"""

from collections.abc import Iterator, Mapping

from corpus.names import fold
from retrieval.text.analyser import Analyser

# Endings by language, folded. A name may end in a vowel before them: `Zełenskiego` is of Zelensky.
ENDINGS = {
    "lt": "a ai ais as e ei es iu iui io is o os ui uje u us yje",
    "pl": "a e ego em emu ie iego iem iemu im owi owie u y ym",
}
VOWELS = "", "y", "i", "a", "o"
SHORTEST = 4  # letters of what is left; and of a name that lacks but one, which may be a slip
SHORTEST_OF_ONE = 5
OFTEN = 50  # passages with the name

_ALL = sorted({ending for row in ENDINGS.values() for ending in row.split()}, key=len)


def nominatives(written: str, analyse: Analyser) -> Iterator[str]:
    """The terms of what a name may be in the nominative; first those that keep most of it."""
    folded = fold(written)
    if not written[0].isupper() or written.isupper():
        return
    for ending in _ALL:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= SHORTEST:
            for vowel in VOWELS:
                name = f"{stem}{vowel}"
                if len(ending) > 1 or len(name) >= SHORTEST_OF_ONE:
                    yield from analyse.terms(name.capitalize())[:1]


def nominative(written: str, analyse: Analyser, vocabulary: Mapping[str, int]) -> str | None:
    """The first of these that the archive has often; None where there is none."""
    terms = nominatives(written, analyse)
    return next((term for term in terms if vocabulary.get(term, 0) >= OFTEN), None)
