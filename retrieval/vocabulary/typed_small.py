"""Names that are typed in small letters: "green day tour", "stop the steal".

Each word of such a name is common, so that no word tells it. The archive does: where it prints the
words side by side, it prints them with capitals.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from corpus.article import place_of
from corpus.names import fold
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import Search, View
from retrieval.question.kinds.kind import Kind
from retrieval.question.kinds.telling import is_greeting
from retrieval.question.question import Question
from retrieval.ranking.stages import Ranked
from retrieval.text.analyser import analyser
from retrieval.text.letters import APOSTROPHES
from retrieval.text.reading import Sentence

WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
CAPITAL_BEFORE = re.compile(r"\b(?!The )([A-Z][\w’'-]*) $")
CAPITAL_BEHIND = re.compile(r" ([A-Z]\w*)")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
LOOKED_AT = 20  # passages in which the words stand side by side
LEAST = 3  # of them have a name
MOSTLY = 0.66  # of where the words stand so, they have capitals
LONG = 4  # letters of a word that a title writes with a capital
MOST_WORDS = 6  # of a question that may be key words

Name = tuple[str, ...]  # words, folded and without apostrophes
Names = Mapping[Name, tuple[str, str]]  # each with its terms


def with_name_for_chatter(question: Question, view: View, store: ArticleStore) -> Question:
    """What sounds like talk as a question, where it is a name, perhaps with one word beside it."""
    is_talk = question.kind is Kind.CHATTER or question.talk > 0
    if not is_talk or is_greeting(question.text) or not _is_typed_small(question.text):
        return question
    terms_of = analyser(question.analyses[0].language).terms
    words = question.text.split()
    for part in (words, words[:-1], words[1:]):
        name, terms = _words_of(" ".join(part)), terms_of(" ".join(part))
        if len(terms) > 1 and _is_printed_as_name(name, terms, view, store):
            return replace(question, kind=Kind.QUESTION, talk=0.0)
    return question


def names_in(question: Question, best: Sequence[Ranked], view: View, store: ArticleStore) -> Names:
    """Neighbouring words that the best passage has apart, and the archive prints as a name."""
    if not best or question.kind is not Kind.QUESTION or not _is_typed_small(question.text):
        return {}
    asked = frozenset(_words_of(question.text))
    apart = _apart(dict(_pairs(question)), best[0].told)
    if apart:
        words = analyser(question.analyses[0].language).words
        title = next(iter(store.titles([place_of(best[0].number)[0]]).values()), "")
        apart = _apart(apart, [Sentence(0, len(title), *words(title))])
    return {
        name: terms
        for name, terms in apart.items()
        if _is_printed_as_name(name, terms, view, store, beside=asked)
    }


def _apart(names: Names, told: Sequence[Sentence]) -> Names:
    return {
        name: terms
        for name, terms in names.items()
        if not any(_tells_of(name, sentence) for sentence in told)
    }


def _tells_of(name: Name, sentence: Sentence) -> bool:
    """Whether a sentence has both words side by side, or one that stands for the name: "Kate",
    "Johnson resigned", but not "the White House" for Jack White.
    """
    if f" {' '.join(name)}" in f" {' '.join(map(_plain, sentence.words))}":
        return True
    return any(
        word[0].isupper() and not behind[:1].isupper() and _plain(word) in (name[0], name[-1])
        for word, behind in pairwise((*sentence.words, ""))
    )


def has_names(passage: Passage, names: Names) -> bool:
    """Whether a text, or the headline over it, has each of some names with its capitals."""
    return all(
        any(True in _as_name(name, text) for text in (passage.text, passage.title))
        for name in names
    )


def _is_typed_small(text: str) -> bool:
    return text == text.lower() and len(_words_of(text)) <= MOST_WORDS


def _pairs(question: Question) -> Iterator[tuple[Name, tuple[str, str]]]:
    """Two neighbouring words that are searched for, with the small ones between them."""
    searched = set(question.analyses[0].terms)
    words, terms = analyser(question.analyses[0].language).words(question.text)
    places = [place for place, term in enumerate(terms) if term]
    for first, last in pairwise(places):
        if {terms[first], terms[last]} <= searched and terms[first] != terms[last]:
            yield _words_of(" ".join(words[first : last + 1])), (terms[first], terms[last])


def _is_printed_as_name(
    name: Name,
    terms: Sequence[str],
    view: View,
    store: ArticleStore,
    *,
    beside: Collection[str] = (),
) -> bool:
    """`beside`: words that may be parts of a longer name."""
    search = Search(tuple(dict.fromkeys(terms)), phrases=((tuple(terms),),))
    hits = view.search(search, LOOKED_AT).hits
    passages = store.passages(hit.number for hit in hits).values()
    told = [_as_name(name, one.text, beside) for one in passages if _is_prose(one.text)]
    named = sum(True in one for one in told)
    return named >= LEAST and named >= MOSTLY * sum(map(bool, told))


def _as_name(name: Name, text: str, beside: Collection[str] = ()) -> frozenset[bool]:
    """Whether the words of a name, where they stand in a text, have the capitals of one.

    Not where a longer name has them.
    """
    found = list(WORD.finditer(text))
    words = [_plain(match.group()) for match in found]
    told = set()
    for start in range(len(words) - len(name) + 1):
        end = start + len(name)
        if tuple(words[start : end - 1]) != name[:-1]:
            continue
        last = found[end - 1].group()
        if name[-1] in (_plain(last), _plain(_POSSESSIVE.sub("", last))):
            inside = [match.group() for match in found[start:end]]
            around = (
                CAPITAL_BEFORE.search(text, 0, found[start].start()),
                CAPITAL_BEHIND.match(text, found[end - 1].end()),
            )
            is_longer = any(one and _plain(one[1]) not in beside for one in around)
            told.add(not is_longer and _have_capitals(inside))
    return frozenset(told)


def _have_capitals(words: Sequence[str]) -> bool:
    told = words[0], words[-1], *(one for one in words if len(one) >= LONG)
    return all(word[:1].isupper() for word in told)


def _is_prose(text: str) -> bool:
    """Whether it has words in small letters, so that capitals tell something."""
    return any(word.group()[0].islower() for word in WORD.finditer(text) if len(word[0]) >= LONG)


def _words_of(text: str) -> Name:
    return tuple(map(_plain, WORD.findall(text)))


@lru_cache(4096)
def _plain(word: str) -> str:
    return _APOSTROPHE.sub("", fold(word))
