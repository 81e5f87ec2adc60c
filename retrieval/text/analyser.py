"""Text → terms. The same for archive, question and every engine.

A term is a word in lower case without diacritics, stop words dropped, irregular forms led to
their base, stemmed (Porter, Snowball: A language for stemming algorithms, 2001). On purpose:

- `U.S.`, `J.K.` lose their dots: `us`, `jk`. Capitals such as `US`, `WHO`, `IT` are names, never
  stop words, unless a text of several words is all in capitals; `Will Smith` has a name, too.
- `COVID-19`, `RFE/RL` are two words each, so that `covid` finds the first; `F16`, `F-16`, `F 16`
  are two as well. `e-mail` and `wi fi` are one.
- `1,250` is `1250`, `100.000` is `100000`; `3.7` stays; `$5m`, `five million` and `5,000,000` are
  one, and so are `5pc` and `5%`, `World War II` and `World War 2`.
- `Lukashenka's`, `Lukashenka’s` and `Лукашенка` are `Lukashenko`; `O'Brien` is `obrien`.
- `Harris` is no plural; `defence` is `defense`.
- `Šiauliai`, `Siauliai`, composed or decomposed, are one term, and soft hyphens are no letters.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import Stemmer
from msgspec.structs import fields

from retrieval.text.languages.table import BY_CODE, LANGUAGES, code_of
from retrieval.text.normal_forms import NormalForms
from retrieval.text.numbers import CURRENCY, number_term
from retrieval.text.tokens import (
    HYPHENS,
    LONG,
    SHOUTED,
    WORD,
    WORDS,
    Regrouper,
    Regrouping,
    is_shouted,
)

VERSION = 3  # raise it when terms change for a reason that `fingerprint` does not see
CACHED_WORDS = 200_000  # about 40 MB; a news archive of 10**6 paragraphs has some 300,000 forms
MAX_TERM = 64  # characters; what is longer is no word of a language and is cut
SPACED = re.compile(rf"[\s{HYPHENS}]")
SEPARATORS = re.compile(rf"[\s'{HYPHENS}]+")


class Span(NamedTuple):
    """A term and where its word stands: code points, `end` excluded."""

    term: str
    start: int
    end: int


class _Terms(dict[str, str]):
    """Word as written → its term, "" for a stop word, or its spelling; computed once a word."""

    def __init__(self, compute: Callable[[str], str]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, word: str) -> str:
        if len(self) >= CACHED_WORDS:
            self.clear()
        term = self[word] = self._compute(word)
        return term


class Analyser:
    """The analysis of one language. Get one from `analyser`."""

    def __init__(self, code: str) -> None:
        language = BY_CODE[code]
        self.language = code
        self._table = language
        self._forms = NormalForms(language)
        self._regrouper = Regrouper(language)
        self._telling = self._regrouper.telling
        self.minor_words = language.minor_words
        self._stem: Callable[[str], str] = Stemmer.Stemmer(language.stemmer, 0).stemWord
        self._terms = _Terms(self._term)
        self._spellings = _Terms(self._spelling)

    def terms(self, text: str) -> list[str]:
        """The terms of a text, in its order."""
        return [term for term in self._read(text)[1] if term]

    def words(self, text: str) -> tuple[list[str], list[str]]:
        """All words, and the term of each, "" for a stop word."""
        return self._read(text)

    def spelling(self, word: str) -> str:
        """A word folded, with all spellings of a name made one."""
        return self._spellings[word]

    def _spelling(self, word: str) -> str:
        return self._forms.spelling(self._forms.folded(word))

    def spans(self, text: str) -> Iterator[Span]:
        """The same terms as `terms` gives, with their places."""
        places = [match.span(1) for match in WORDS.finditer(text)]
        words = self._written(text)
        terms = list(map(self._terms.__getitem__, words))
        for group in reversed(self._regroupings(text, words)):
            inside = places[group.first : group.end]
            start, end = inside[0][0], inside[-1][1]
            bounds = [*accumulate(map(len, group.words[:-1]), initial=start), end]
            if len(group.words) != len(inside):
                places[group.first : group.end] = pairwise(bounds)
            terms[group.first : group.end] = self._terms_of(group)
        for term, (start, end) in zip(terms, places, strict=True):
            if term:
                yield Span(term, start, end)

    def _read(self, text: str) -> tuple[list[str], list[str]]:
        """Most words tell their terms whatever stands beside them."""
        words = self._written(text)
        terms = list(map(self._terms.__getitem__, words))
        for group in reversed(self._regroupings(text, words)):
            words[group.first : group.end] = group.words
            terms[group.first : group.end] = self._terms_of(group)
        return words, terms

    def _written(self, text: str) -> list[str]:
        words: list[str] = WORDS.findall(text)
        if not is_shouted(text):
            return words
        return [word if word in self._table.acronyms else word.lower() for word in words]

    def _regroupings(self, text: str, words: list[str]) -> list[Regrouping]:
        if self._telling.isdisjoint(words):
            return []
        return list(self._regrouper.regroupings(text, words))

    def _terms_of(self, group: Regrouping) -> list[str]:
        if group.is_name:
            return list(map(self._forms.folded, group.read_as))
        return list(map(self._terms.__getitem__, group.read_as))

    def _term(self, word: str) -> str:
        if word == "%":
            return self._table.percent
        folded = self._forms.folded(word)
        if folded.endswith("'s"):
            folded = folded[:-2]
        if word[0].isdigit() or word[0] in CURRENCY:
            number = number_term(folded, self._table.multipliers)
            return "".join(number.split())[:MAX_TERM]
        elided, mark, rest = folded.partition("'")
        if mark and rest and elided in self._table.elided:
            folded = rest
        folded = folded.replace(".", "")
        if folded in self._table.stop_words and not (len(word) > 1 and word.isupper()):
            return ""
        return self._word_term(folded, is_capital=not word[0].islower())[:MAX_TERM]

    def _word_term(self, folded: str, *, is_capital: bool) -> str:
        surnames = self._table.surnames
        if folded in surnames:
            return folded
        first, mark, second = SPACED.sub(" ", folded).partition(" ")
        if mark and (number := self._spelt_number(first, second)):
            return number
        joined = SEPARATORS.sub("", self._forms.form(folded, is_capital=is_capital))
        return joined if joined in surnames else self._stem(joined)

    def _spelt_number(self, first: str, second: str) -> str:
        """`five million`, `twenty-one`, `twenty-first`; "" of other words."""
        numbers, ordinals = self._table.numbers, self._table.ordinals
        figures = numbers.get(first, "")
        if figures and second in self._table.multipliers:
            return figures + "0" * self._table.multipliers[second]
        if figures and second in numbers:
            return figures[0] + numbers[second]
        if figures and second in ordinals:
            return figures[0] + ordinals[second]
        return ""


@cache
def _analyser(code: str) -> Analyser:
    return Analyser(code)


def analyser(language: str) -> Analyser:
    """The shared analyser of a language, by any of the names that `code_of` knows."""
    return _analyser(code_of(language))


@cache
def fingerprint() -> str:
    """Changes whenever the same text may give other terms: an index built before is stale.

    Not with the version of Unicode that a Python knows, which moves hardly a word of a paper.
    """
    parts = (VERSION, Stemmer.version(), WORD.pattern, SHOUTED, LONG, MAX_TERM)
    tables = [
        sorted((_sorted(getattr(table, field.name)) for field in fields(table)), key=repr)
        for table in LANGUAGES
    ]
    return hashlib.blake2b(repr((parts, tables)).encode(), digest_size=8).hexdigest()


def _sorted(table: object) -> object:
    """Without the order of a set or a mapping, which is another in each process."""
    if isinstance(table, Mapping):
        return sorted(table.items())
    return sorted(table) if isinstance(table, frozenset) else table
