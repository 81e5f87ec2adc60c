"""Outlets and agencies by the names people give them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from corpus.names import label
from retrieval.article_store import ArticleStore
from retrieval.errors import UnknownSourceError
from retrieval.notes import UnknownOutlet
from retrieval.question.question import Question


def with_known_outlets(question: Question, store: ArticleStore) -> Question:
    """The outlets as the archive names them; one that it does not have is left out, with a note."""
    scope = question.scope
    if not (scope.sources or scope.without):
        return question
    known = store.outlets()
    notes = list(question.notes)

    def named(several: Sequence[str]) -> tuple[str, ...]:
        names: list[str] = []
        for asked in dict.fromkeys(several):
            matching = matching_outlets(asked, known)
            names += matching
            if not matching:
                notes.append(UnknownOutlet(asked, tuple(known)))
        return tuple(dict.fromkeys(names))

    scope = replace(scope, sources=named(scope.sources), without=named(scope.without))
    return replace(question, scope=scope, notes=tuple(notes))


def resolve(asked: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """The archive's own names for all that was asked. Raises UnknownSourceError."""
    names: list[str] = []
    for name in asked:
        matching = matching_outlets(name, known)
        if not matching:
            raise UnknownSourceError(name, tuple(known))
        names += matching
    return tuple(dict.fromkeys(names))


def matching_outlets(name: str, known: Sequence[str]) -> list[str]:
    """The archive's own names for one that was asked: `lrt` finds `LRT English`.

    A name as the archive has it stands for itself alone, `USA Today` for `usatoday.com`; other
    words stand for every outlet and agency whose name holds all of them. Case and diacritics do
    not matter.
    """
    names = _names(tuple(known))
    asked = label(name)
    words = asked.split()
    of_first = names.by_word.get(words[0], ()) if words else ()
    return (
        list(names.by_label.get(asked, ()))
        or list(names.by_joined.get(_joined(name), ()))
        or [own for own in of_first if set(words) <= set(label(own).split())]
    )


class _Names(NamedTuple):
    """An archive's own names, in its order, by what they are asked for."""

    by_label: dict[str, list[str]]
    by_joined: dict[str, list[str]]
    by_word: dict[str, list[str]]


@lru_cache(4)
def _names(known: tuple[str, ...]) -> _Names:
    """Read once for each list: a few words behind an answer look for many runs of words in it."""
    names = _Names(defaultdict(list), defaultdict(list), defaultdict(list))
    for own in known:
        names.by_label[label(own)].append(own)
        if joined := _joined(own):
            names.by_joined[joined].append(own)
        for word in set(label(own).split()):
            names.by_word[word].append(own)
    return names


def is_whole_name(name: str, own: str) -> bool:
    """Whether it is the outlet's whole name, as written or as its address has it."""
    return label(name) == label(own) or _joined(name) == _joined(own) != ""


def _joined(name: str) -> str:
    """`usatoday` of `USA Today` and of `www.usatoday.com`."""
    letters = re.sub(r"^www\.|(?:\.\w{2,5})+$", "", label(name))
    return re.sub(r"[^\w]", "", letters)
