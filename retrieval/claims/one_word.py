"""One word that differs between a claim and a sentence or headline that has all others in order."""

import re
from collections.abc import Iterator

from retrieval.answer import Difference
from retrieval.claims.english import NO_NAMES, NOT
from retrieval.claims.opposites import are_opposites, term_of
from retrieval.claims.roles import is_a_country
from retrieval.claims.tokens import subject_of, terms_of, tokens
from retrieval.question.kinds.english import ENGLISH
from retrieval.verbatim.alignment import Change, align
from retrieval.verbatim.words import Words

BEFORE = 2  # of them, before a "not"
FRAME = 5  # words from which a text that has all of a claim but one tells of the same


def one_word_differing(claim: str, text: str) -> Iterator[Difference]:
    """A figure, a name, an opposite in the place of another, or a negation, where all else is the
    same in its order.
    """
    said, printed = Words(claim), Words(text)
    if len(said.keys) < FRAME or len(set(said.keys).difference(printed.keys)) > 1:
        return
    start, end, changes = align(said.keys, printed.keys)
    if len(changes) != 1 or not _begins(printed, start):
        return
    change = changes[0]
    if _is_negation(said, printed, change):
        yield Difference(_with_neighbour(said, change.first, change.end),
                         _with_neighbour(printed, change.other, change.other_end))  # fmt: skip
        return
    place, other = change.first, change.other
    if change.end - change.first != 1:
        return
    is_last = place + 1 == len(said.keys)
    if change.missing:  # at either end the word in its place is not laid along
        other = start - 1 if place == 0 else end if is_last else -1
    if not 0 <= other < len(printed.keys) or (is_last and not _is_apart(printed, other + 1)):
        return
    words = said.written(place), printed.written(other)
    if (
        _are_figures(*words)
        or _are_names(*words, claim)
        or are_opposites(*map(term_of, words))
        or _is_denied(said.keys[place], printed.keys[other])
    ):
        yield Difference(*words)


def _begins(printed: Words, start: int) -> bool:
    """Whether a clause of its own begins there, and not "if the ferry sank", "a friend of Ona"."""
    return _is_apart(printed, start) or printed.keys[start - 1] == "that"


def _is_apart(printed: Words, place: int) -> bool:
    """Whether a sign stands before a word, or none at all, as before the first one."""
    if not 0 < place < len(printed.keys):
        return True
    (_, before), (at, _) = printed.spans[place - 1 : place + 1]
    return re.search(r"[^\w\s]", printed.text[before:at]) is not None


def _is_negation(said: Words, printed: Words, change: Change) -> bool:
    """Whether one of them has a "not" more, and the word beside it on both sides."""
    here = said.keys[change.first : change.end]
    there = printed.keys[change.other : change.other_end]
    more = [word for word in here + there if word in NOT]
    is_inside = change.first > 0 and change.end < len(said.keys)
    return is_inside and len(here) + len(there) == len(more) == 1


def _with_neighbour(words: Words, first: int, end: int) -> str:
    """The words, and the one before them."""
    return words.text[words.spans[first - 1][0] : words.spans[end - 1][1]]


def _is_denied(one: str, other: str) -> bool:
    """ "isn't" for "is"."""
    return one != other and one.removesuffix("n't") == other.removesuffix("n't")


def _are_figures(one: str, other: str) -> bool:
    """In digits or in words: "first" and "third", "five" and "7"; no round number for another."""
    terms = [term_of(word) for word in (one, other)]
    are_numbers = all(term[0].isdigit() and "m" not in term for term in terms)
    return are_numbers and not terms[1].startswith(f"{terms[0]}.")


def _are_names(one: str, other: str, claim: str) -> bool:
    """Not where all words have capitals, and say nothing of names; nor a town for its country."""
    are_names = all(w[0].isupper() and w.lower() not in NO_NAMES for w in (one, other))
    is_named = sum(word[0].isupper() for word in claim.split()) * 2 < len(claim.split())
    return are_names and is_named and is_a_country(one) == is_a_country(other)


def denial_differing(claim: str, text: str) -> Iterator[Difference]:
    """ "will run for a" where "will not run for a" is printed: a "not" among `FRAME` words that are
    the same, whatever stands around them, where whom the claim is about is named.
    """
    language = ENGLISH.code
    if subject_of(tokens(claim, language)).isdisjoint(terms_of(tokens(text, language))):
        return
    said, printed = Words(claim), Words(text)
    for here, there, turn in ((said, printed, False), (printed, said, True)):
        for place in (place for place, key in enumerate(here.keys) if key in NOT):
            first = max(0, place - BEFORE)
            same = here.keys[first:place] + here.keys[place + 1 : first + FRAME + 1]
            at = there.find(same) if place and len(same) == FRAME else None
            if at is not None:
                other = at + place - first - 1
                words = _with_neighbour(here, place, place + 1), there.written(other)
                yield Difference(*(words[::-1] if turn else words))
                return
