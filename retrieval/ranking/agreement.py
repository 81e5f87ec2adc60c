"""What a quote says that its question does not, and how many of the best articles say it too.

News that several papers print of one event agrees in names and figures; a look-alike does not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import fsum, log

from msgspec import Struct

from retrieval.question.answers.answer_types import AnswerType, answers_in
from retrieval.text.reading import Sentence, read_headline
from retrieval.text.word_frequency import share_of_passages

TELLS = 0.4  # only what a word tells above this counts
HEADLINES_TELL = 0.3  # the same of headlines
CACHED_WORDS = 100_000
NATS = 9.0  # what a word tells that hardly any passage has; see `telling`


@lru_cache(CACHED_WORDS)
def telling(word: str, language: str) -> float:
    """What a word tells, 0 to 1, by how few passages of the language have it."""
    return min(1.0, -log(share_of_passages(word, language) + 1e-4) / NATS)


class Said(Struct, frozen=True):
    """What a quote says beside its question.

    `terms` are all of its terms; `new` the word of each that the question has not; `answers` are
    the places of answers of the kind asked for, `answering` their new terms.
    """

    text: str
    language: str
    terms: frozenset[str]
    new: Mapping[str, str]
    answers: Sequence[int]
    answering: frozenset[str]

    def told_by(self, terms: Iterable[str], above: float = 0.0) -> list[tuple[str, float]]:
        """Those new terms that tell more than some measure, and how much more, up to 1."""
        new, language = self.new, self.language
        return [
            (term, told - above) for term in terms if (told := telling(new[term], language)) > above
        ]


def said(
    text: str,
    told: Sequence[Sentence],
    known: frozenset[str],
    kind: AnswerType | None,
    language: str = "en",
) -> Said:
    """`told` are the quote's sentences; `known` are the question's terms."""
    written: dict[str, str] = {}
    for sentence in told:
        written.update(zip(sentence.terms, sentence.words, strict=True))
    written.pop("", None)
    terms = frozenset(written)
    found = list(answers_in(kind, text, known, language=language)) if kind else []
    return Said(
        text=text,
        language=language,
        terms=terms,
        new={term: word for term, word in written.items() if term not in known},
        answers=[start for start, _, _ in found],
        answering=frozenset(term for _, _, terms in found for term in terms),
    )


class Agreement:
    """In how many of the best articles each new term stands."""

    def __init__(self, sayings: Iterable[tuple[int, Said]], titles: Mapping[int, str]) -> None:
        """Each with its article; headlines by article: of them what quotes have counts too."""
        terms: defaultdict[int, set[str]] = defaultdict(set)
        for article, one in sayings:
            terms[article] |= one.new.keys()
        quoted = set().union(*terms.values())
        self._headlines: dict[int, set[str]] = {}
        for article, title in titles.items():
            self._headlines[article] = quoted.intersection(read_headline(title, "en")[1])
            terms[article] |= self._headlines[article]
        counts = Counter(chain.from_iterable(terms.values()))
        self._others = max(len(terms) - 1, 1)
        self._shares = {term: (n - 1) / self._others for term, n in counts.items() if n > 1}
        self._headed = Counter(chain.from_iterable(self._headlines.values()))

    def of(self, term: str) -> float:
        """The share of the other articles, 0 to 1, that have a term of one."""
        return self._shares.get(term, 0.0)

    def of_answers(self, one: Said) -> float:
        """For each new term of its answers, the share of the others that have it, by what it tells;
        added.
        """
        if not one.answering:
            return 0.0
        shared = self._shares.keys() & one.answering & one.new.keys()
        return fsum([self._shares[term] * told for term, told in one.told_by(shared)])

    def of_words(self, one: Said) -> float:
        """The same of all new words, for what each tells above `TELLS`."""
        shared = self._shares.keys() & one.new.keys()
        return fsum([self._shares[term] * told for term, told in one.told_by(shared, TELLS)])

    def of_headlines(self, one: Said, article: int) -> float:
        """For each new word the share of the others' headlines that have it, by what it tells."""
        own = self._headlines.get(article, ())
        shared = self._headed.keys() & one.new.keys()
        told = one.told_by(shared, HEADLINES_TELL)
        return (
            fsum([(self._headed[term] - (term in own)) * more for term, more in told])
            / self._others
        )
