"""A text → its words, in one place for archive, question and highlights.

Most words stand for themselves and are found by `WORDS`. What only its neighbours tell (`five
million`, `wi fi`, `Will Smith`) is looked for where a text has one of a language's `telling` words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.text.languages.table import LANGUAGES, Language
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import APOSTROPHES, INSIDE
from retrieval.text.numbers import CURRENCY, PARTS

SHOUTED = 3  # words from which a text all in capitals is taken for shouted; two, if one is long
LONG = 6  # letters
SHORT = 3  # words of a text all in capitals that is a name rather than a headline
HYPHENS = "\u2010\u2011-"


_MULTIPLIERS = frozenset(word for table in LANGUAGES for word in table.multipliers)
_SIGNED = frozenset(word for word in _MULTIPLIERS if len(word) == 1)  # only behind a `$`
_UNITS = frozenset(unit for table in LANGUAGES for unit in table.units)
_JOINED = frozenset(pair for table in LANGUAGES for pair in table.joined)
# Groups are atomic, `(?>(?:x)*)`, not possessive: those Python takes wrongly before 3.11.5
# (python/cpython issue 106052).
_FIGURES = rf"\d{{1,3}}+(?>(?:[{PARTS}’]\d{{3}})+)(?![\w'’-])(?:\.\d++)?|\d++(?>(?:[.,]\d++)*)"
_ATTACHED = rf"(?!(?:{'|'.join(sorted(_UNITS))})\b)[^\W\d_]++(?:['’](?=[sS]\b)[^\W\d_]++)?"
_NUMBER = rf"(?:{_FIGURES})(?:['’](?=[sS]\b)[^\W\d_]++|{_ATTACHED})?"
_MONEY = rf"[{CURRENCY}](?:{_FIGURES})(?:{_ATTACHED})?"
_JOIN = "|".join(  # letters first: of most words behind a hyphen the first one tells
    rf"[{rest[0]}{rest[0].upper()}]{rest[1:]}"
    rf"(?<=\b[{first[0]}{first[0].upper()}]{first[1:]}.{{{1 + len(rest)}}})"
    for first, _, rest in (pair.partition("-") for pair in sorted(_JOINED))
)
_LETTERS = (
    r"[^\W\d_]++"
    rf"(?>(?:[{APOSTROPHES}.{INSIDE}]"
    rf"(?:(?<=[{APOSTROPHES}])[^\W\d_]++"
    r"|(?<=\b[^\W\d_]\.)[^\W\d_]\b(?:\.(?![^\W\d_]))?"
    rf"|(?<=[{INSIDE}])[^\W_]*+"
    rf")|[{HYPHENS}](?:{_JOIN})[^\W\d_]*+)*)"
)
# A word; inside it an apostrophe before letters, a point or comma between digits, a point behind
# each letter of an acronym, and what is `INSIDE`. Figures behind letters are a word of their own.
WORD = LazyPattern(rf"{_LETTERS}|(?=[{CURRENCY}%\d])(?:{_MONEY}|{_NUMBER}|%)")
# The same in half the time, as most are plain letters before a space; the word is in group 1.
WORDS = re.compile(rf"([a-zA-Z]++(?=[ ,])|{WORD.pattern}) ?")


# What stands before and behind a capital word that is a name.
OPENING = tuple("“\"‘'")
CLOSED = re.compile(r"[,.?!]?[”\"’']")
CAPITAL = re.compile(r" [^\W\d_a-z]")
STATED = re.compile(r" [A-Z][^.?!]*\w{4}[.!](?:\s|$)")
FIGURES = re.compile(rf"[{CURRENCY}]?(?!\d{{4}}$)\d[\d.,]*$")  # but not a year
ALONE = re.compile(r"(?: [A-Z]\w+){1,2}$")


class Regrouping(NamedTuple):
    """Words `first` to `end` (excluded) of a text become `words`, each read as in `read_as`.

    `is_name`: it would be a stop word otherwise.
    """

    first: int
    end: int
    words: tuple[str, ...]
    read_as: tuple[str, ...]
    is_name: bool = False


def _one(first: int, end: int, word: str, *, is_name: bool = False) -> Regrouping:
    return Regrouping(first, end, (word,), (word,), is_name)


class Regrouper:
    """What words of one language become beside their neighbours.

    `telling` are the words without one of which a text needs no look.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._multipliers = frozenset(language.multipliers) - _SIGNED
        self._tens = frozenset(
            word for word, figures in language.numbers.items() if int(figures) in range(20, 100)
        )
        self._parted = {rest for _, _, rest in (pair.partition(" ") for pair in language.parted)}
        small = {*self._multipliers, *self._tens, *self._parted, *language.apart}
        small |= language.percents
        self._names = language.name_words
        self.telling = frozenset((*small, *(word.capitalize() for word in small), *self._names))
        self._name_word = re.compile(rf"(?:{'|'.join(self._names)})\b")

    def regroupings(self, text: str, words: Sequence[str]) -> Iterator[Regrouping]:
        """In the order of the text, none in another."""
        named = self._name_indexes(text) if not self._names.keys().isdisjoint(words) else ()
        last = 0  # the end of what was regrouped
        for place in self._told_at(words):
            if place < last:
                continue
            if found := self._at(place, words, last):
                yield found
                last = found.end
            elif place in named:
                yield _one(place, place + 1, words[place], is_name=True)
                last = place + 1

    def _told_at(self, words: Sequence[str]) -> list[int]:
        """Where the telling words stand; hardly any word is one."""
        places = []
        for word in self.telling.intersection(words):
            place = -1
            for _ in range(words.count(word)):
                place = words.index(word, place + 1)
                places.append(place)
        return sorted(places)

    def _at(self, place: int, words: Sequence[str], free_from: int) -> Regrouping | None:
        word = words[place].lower()
        before = words[place - 1].lower() if place > free_from else ""
        after = words[place + 1].lower() if place + 1 < len(words) else ""
        language = self._language
        if parts := language.apart.get(word):
            cut = len(parts[0])
            return Regrouping(place, place + 1, (words[place][:cut], words[place][cut:]), parts)
        if f"{before} {word}" in language.parted:
            return _one(place - 1, place + 1, f"{before} {word}")
        if before in language.numbers or FIGURES.match(before):
            if word in self._multipliers:
                pair = (words[place - 1], words[place])
                return Regrouping(place - 1, place + 1, pair, (f"{before} {word}", word))
            if word in language.percents:
                return Regrouping(place, place + 1, (words[place],), ("%",))
        if word in self._tens and (
            len(language.numbers.get(after, "..")) == 1 or after in language.ordinals
        ):
            return _one(place, place + 2, f"{word} {after}")
        return None

    def _name_indexes(self, text: str) -> frozenset[int]:
        """Which words of a text are names; hardly any where all words have capitals."""
        places = {
            match.start() for match in self._name_word.finditer(text) if self._is_name(match, text)
        }
        if not places:
            return frozenset()
        minor = self._language.minor_words
        small = re.findall(r"(?<![\w'’])[a-z]+", text)
        if all(word in minor for word in small) and text.count(" ") >= SHORT:
            places &= {0}
        starts = (match.start() for match in WORDS.finditer(text))
        return frozenset(number for number, start in enumerate(starts) if start in places)

    def _is_name(self, match: re.Match[str], text: str) -> bool:
        """Whether a capital says so: in mid-sentence, or in quotation marks of its own.

        A verb also needs another capital behind it. At the start of a sentence it asks, unless
        that sentence states: `Will Smith resigned.` has a name, `Will Smith resign?` not.
        """
        start, end = match.span()
        before = text[max(start - 2, 0) : start]
        if before[-1:] in OPENING and CLOSED.match(text, end):
            return True
        in_sentence = (
            len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] == ",")
        )
        if not self._names[match.group()]:
            return in_sentence
        if in_sentence:
            return bool(CAPITAL.match(text, end))
        return bool(STATED.match(text, end)) or (start == 0 and bool(ALONE.match(text, end)))


def is_shouted(text: str) -> bool:
    """Whether capitals are how a text is typed and say nothing of its words.

    A word alone may be an acronym, and so may two short ones.
    """
    if not text.isupper():
        return False
    words = WORDS.findall(text)
    return len(words) >= SHOUTED or (len(words) > 1 and max(map(len, words)) >= LONG)
