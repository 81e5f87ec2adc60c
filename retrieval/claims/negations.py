"""A verb that one of them denies and the other does not, or the contrary verb."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.answer import Difference
from retrieval.claims.english import ARTICLES, AUXILIARIES, BETWEEN, MODALS, NEGATIONS, UNREAL
from retrieval.claims.opposites import are_opposites
from retrieval.claims.tokens import Token, may_be_verb, span, subject_of, terms_of, tokens
from retrieval.question.kinds.english import ENGLISH

SUBJECT_WITHIN = 4  # words before the verb's first word in which its subject stands
OWN_WORDS = frozenset(("i", "we"))  # before a verb: somebody says so of himself
ASKED = frozenset("how when whether what who whom why where which if".split())
PREDICATE_WITHIN = 3  # words behind "is" in which what it is stands


def _may_begin(token: Token, verb: "Verb") -> bool:
    """Whether this may be the first word of the same verb, denied or not."""
    is_own = bool(verb.term) and _are_one(token.term, verb.term)
    return is_own or token.lower in AUXILIARIES or token.lower in NEGATIONS


def _are_one(term: str, other: str) -> bool:
    """Of one meaning, or of the contrary one."""
    return term == other or are_opposites(term, other)


def _is_fact(printed: Sequence[Token], verb: "Verb") -> bool:
    """Whether it tells what was or is, and not what can, will or should be, or is denied."""
    near = max(0, verb.first - SUBJECT_WITHIN)
    if any(token.lower in UNREAL for token in printed[near : verb.first]):
        return False
    if any(token.lower in UNREAL - MODALS for token in printed[:near]):
        return False
    if "yet" in (token.lower for token in verb.words) or _is_asked(printed[verb.last + 1 :]):
        return False
    is_modal = any(token.lower in MODALS for token in verb.words)
    has_own = bool(verb.term) and len(verb.words) == 1
    led_by = printed[verb.first - 1].lower if verb.first else ""
    if led_by in OWN_WORDS:
        return False
    return not is_modal and (not has_own or may_be_verb(printed, verb.first))


class Verb(NamedTuple):
    """Words of a verb with its auxiliaries and negation; `term` is "" for a mere "is"."""

    words: Sequence[Token]
    term: str
    is_denied: bool
    first: int
    last: int


def verbs_differing(claim: str, sentence: str, verb: int, language: str) -> Iterator[Difference]:
    """ "is" where "is not" is printed of the same subject; `verb` is the place of the claim's."""
    said, printed = tokens(claim, language), tokens(sentence, language)
    while verb > 1 and said[verb - 1].lower in AUXILIARIES | NEGATIONS | BETWEEN:
        verb -= 1
    stated = _from(said, verb)
    subjects = terms_of(said[: stated.first])
    who = subject_of(said[: stated.first]) or subjects
    predicate = terms_of(said[stated.last + 1 : stated.last + 1 + 2 * PREDICATE_WITHIN])
    what = _first_behind(said, stated)
    for place, token in enumerate(printed):
        is_begun = any(one.lower in AUXILIARIES | NEGATIONS for one in printed[place - 1 : place])
        if is_begun or not _may_begin(token, stated):
            continue
        found = _from(printed, place)
        before = printed[max(0, place - SUBJECT_WITHIN) : place]
        is_same = _are_one(found.term, stated.term) and terms_of(before) & subjects
        if not is_same or not _is_fact(printed, found) or who.isdisjoint(terms_of(printed)):
            continue
        if not stated.term and _first_behind(printed, found) != what:
            continue
        behind = terms_of(printed[found.last + 1 : found.last + 1 + PREDICATE_WITHIN])
        is_contrary = found.term != stated.term
        if (predicate or is_contrary) and not predicate & behind:
            continue
        if (found.is_denied != stated.is_denied) != is_contrary:
            yield Difference(span(claim, stated.words), span(sentence, found.words))
        return


def _is_asked(behind: Sequence[Token]) -> bool:
    """ "did not say how many": what is denied is not what was said."""
    return bool(behind) and behind[0].lower in ASKED


def _first_behind(words: Sequence[Token], verb: Verb) -> str:
    """What the first word behind a verb is, articles left out; of "is" it is what somebody is."""
    behind = (token for token in words[verb.last + 1 :] if token.lower not in ARTICLES)
    return next((token.term or token.lower for token in behind), "")


def _from(words: Sequence[Token], place: int) -> Verb:
    """The verb whose first word stands here."""
    end = place
    while end < len(words) and words[end].lower in AUXILIARIES | NEGATIONS | BETWEEN:
        end += 1
    copula = any(token.lower in ("is", "are", "was", "were") for token in words[place:end])
    has_own = end < len(words) and not (copula and not _is_participle(words[end]))
    last = end if has_own else end - 1
    taken = words[place : last + 1]
    return Verb(
        words=taken,
        term=words[last].term if has_own else "",
        is_denied=any(token.lower in NEGATIONS for token in taken),
        first=place,
        last=last,
    )


def _is_participle(token: Token) -> bool:
    return bool(token.term) and (
        token.lower.endswith(("ed", "en", "ing")) or token.lower in ENGLISH.finite
    )
