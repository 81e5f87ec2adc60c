"""Text → terms. The same for archive, question and every engine.

A term is a word in lower case without diacritics, stop words dropped, irregular forms led to
their base, stemmed (Porter, Snowball: A language for stemming algorithms, 2001). On purpose:

- `U.S.`, `J.K.` lose their dots: `us`, `jk`. Capitals such as `US`, `WHO`, `IT` are names, never
  stop words, unless a text of some length is all in capitals.
- `COVID-19`, `RFE/RL` are two words each, so that `covid` finds the first.
- `1,250` is `1250`; `3.7` stays.
- `Lukashenka's`, `Lukashenka’s` are `Lukashenka`; `O'Brien` is `obrien`.
- `Šiauliai`, `Siauliai`, composed or decomposed, are one term, and soft hyphens are no letters.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from corpus.names import fold
from retrieval.text.languages.table import BY_CODE, LANGUAGES, code_of

VERSION = 1  # raise it when terms change for a reason that `fingerprint` does not see
CACHED_WORDS = 200_000  # about 40 MB; a news archive of 10**6 paragraphs has some 300,000 forms
SHOUTED = 24  # characters from which a text all in capitals is taken for shouted words
MAX_TERM = 64  # characters; what is longer is no word of a language and is cut

# Between letters: combining marks, and what only says where a line may break (soft hyphen) or not.
INSIDE = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060"
# A word; inside it an apostrophe before letters, a point or comma between digits, a point behind
# each letter of an acronym, and what is `INSIDE`.
WORD = re.compile(
    r"[^\W_]++"
    rf"(?:['’.,{INSIDE}]"
    r"(?:(?<=['’])[^\W\d_]++"
    r"|(?<=\d[.,])\d++"
    r"|(?<=\b[^\W\d_]\.)[^\W\d_]\b(?:\.(?![^\W\d_]))?"
    rf"|(?<=[{INSIDE}])[^\W_]*+"
    r"))*+"
)
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class Span(NamedTuple):
    """A term and where its word stands: code points, `end` excluded."""

    term: str
    start: int
    end: int


def has_phrase(text: str, phrase: str) -> bool:
    """Whether these words stand in a text, side by side; case and diacritics do not matter."""
    spaced = _spaced_phrase(phrase)
    if text.isascii() and max(spaced.split(), key=len, default="") not in text.lower():
        return False
    return spaced in _spaced(text)


@lru_cache(1024)
def _spaced_phrase(phrase: str) -> str:
    return _spaced(phrase)


def _spaced(text: str) -> str:
    words = re.findall(r"[^\W_]+", fold(text))
    return f" {' '.join(words)} "


class _Terms(dict[str, str]):
    """Word as written → its term, "" for a stop word; computed once a word."""

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
        self._elided = language.elided
        self._stop_words = language.stop_words
        self._irregular = language.irregular
        self._names = {**language.peoples, **language.spellings}
        self._spellings = language.spellings
        self._stem: Callable[[str], str] = Stemmer.Stemmer(language.stemmer, 0).stemWord
        self._terms = _Terms(self._term)

    def terms(self, text: str) -> list[str]:
        """The terms of a text, in its order."""
        return [term for term in map(self._terms.__getitem__, _words(text)) if term]

    def words(self, text: str) -> tuple[list[str], list[str]]:
        """All words, and the term of each, "" for a stop word."""
        words = _words(text)
        return words, list(map(self._terms.__getitem__, words))

    def spelling(self, word: str) -> str:
        """A word folded, with all spellings of a name made one."""
        folded = fold(word)
        return self._spellings.get(folded, folded)

    def spans(self, text: str) -> Iterator[Span]:
        """The same terms as `terms` gives, with their places."""
        shouted = _is_shouted(text)
        for match in WORD.finditer(text):
            word = match.group()
            term = self._terms[word.lower() if shouted else word]
            if term:
                yield Span(term, match.start(), match.end())

    def _term(self, word: str) -> str:
        folded = fold(word)
        if THOUSANDS.fullmatch(folded):
            return folded.replace(",", "")
        if folded.endswith("'s"):
            folded = folded[:-2]
        elided, mark, rest = folded.partition("'")
        if mark and rest and elided in self._elided:
            folded = rest
        if not word[0].isdigit():
            folded = folded.replace(".", "").replace(",", "")
        if folded in self._stop_words and not (len(word) > 1 and word.isupper()):
            return ""
        folded = self._names.get(folded, folded)
        if word[0].islower():  # `Fed`, `Drew`, `Rose` are names
            folded = self._irregular.get(folded, folded)
        folded = "".join(folded.replace("'", "").split())
        return self._stem(folded)[:MAX_TERM]


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower() if _is_shouted(text) else text)


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text) >= SHOUTED


@cache
def _analyser(code: str) -> Analyser:
    return Analyser(code)


def analyser(language: str) -> Analyser:
    """The shared analyser of a language, by any of the names that `code_of` knows."""
    return _analyser(code_of(language))


@cache
def fingerprint() -> str:
    """Changes whenever the same text may give other terms: an index built before is stale."""
    parts = (
        VERSION,
        Stemmer.version(),
        WORD.pattern,
        unicodedata.unidata_version,
        SHOUTED,
        MAX_TERM,
    )
    tables = sorted(
        (
            table.codes,
            table.stemmer,
            sorted(table.stop_words),
            sorted(table.elided),
            *(sorted(words.items()) for words in (table.irregular, table.peoples, table.spellings)),
        )
        for table in LANGUAGES
    )
    return hashlib.blake2b(repr((parts, tables)).encode(), digest_size=8).hexdigest()
