"""Who and where: another name in the same role, and two names that changed places."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer import Difference
from retrieval.claims.english import (
    ARTICLES,
    AT_A_PLACE,
    AUXILIARIES,
    BY_SOMEBODY,
    ENDS,
    NO_NAMES,
)
from retrieval.claims.tokens import Token, like, may_be_verb, span, terms_of, tokens, verb_of

ROLES = (AT_A_PLACE, BY_SOMEBODY)
WITHIN = 9  # words behind the same verb in which the same role stands
LONGEST = 4  # words of a name
CLOSE = 3  # words between a verb and its subject or object


def names_differing(claim: str, sentence: str, context: str, language: str) -> Iterator[Difference]:
    """ "in Texas" where "in Utah" is printed, "by a plane" where "by a ship" is.

    A name that stands anywhere in `context`, the passage with its headline, does not differ.
    """
    said, printed = tokens(claim, language), tokens(sentence, language)
    known = terms_of(tokens(context, language))
    verb, happened = verb_of(said), set(map(like, terms_of(printed)))
    if verb is not None and verb not in happened:
        return
    for place, token in enumerate(said):
        role = next((role for role in ROLES if token.lower in role), None)
        anchor = _anchor(said[:place])
        if role is None or anchor is None:
            continue
        name = _named(claim, said[place + 1 :], is_any=True)
        subjects = terms_of(said[:place]) - {anchor}
        if not name or terms_of(name) & known or any(token.word[0].isdigit() for token in name):
            continue
        other = _in_role(sentence, printed, (anchor, subjects), role)
        if other:
            yield Difference(span(claim, name), span(sentence, other))


def _anchor(before: Sequence[Token]) -> str | None:
    """The term that a role belongs to: the verb right before it, or what is said to be there."""
    terms = [token.term for token in before if token.term and token.lower not in AUXILIARIES]
    return terms[-1] if terms else None


def _named(text: str, behind: Sequence[Token], *, is_any: bool) -> list[Token]:
    """The name that begins here, without its article; in a claim names may be in small letters."""
    start = 1 if behind and behind[0].lower in ARTICLES else 0
    name: list[Token] = []
    for token in behind[start : start + LONGEST]:
        gap = text[name[-1].end : token.start].strip() if name else ""
        is_part = bool(token.term) and token.lower not in ENDS | NO_NAMES
        is_part = is_part and (is_any or token.is_name)
        if not is_part or gap not in ("", ",") or (gap and is_any):
            break
        name.append(token)
    return name


def _in_role(
    text: str, printed: Sequence[Token], of: tuple[str, frozenset[str]], role: frozenset[str]
) -> list[Token]:
    """What stands in that role behind the anchor, where a subject of the claim stands before."""
    anchor, subjects = of
    for place, token in enumerate(printed):
        if token.term != anchor or not subjects & terms_of(printed[:place]):
            continue
        for further in range(place + 1, min(place + 1 + WITHIN, len(printed) - 1)):
            if printed[further].lower not in role:
                continue
            if re.search(r"[,;:()—–]", text[token.end : printed[further].start]):
                break
            behind = printed[further + 1 :]
            name = _named(text, behind, is_any=role is BY_SOMEBODY)
            if name:
                return name
    return []


def names_turned(claim: str, sentence: str, verb: int, language: str) -> Iterator[Difference]:
    """ "A beat B" where "B beat A" is printed; `verb` is the place of the claim's."""
    said, printed = tokens(claim, language), tokens(sentence, language)
    before, behind = terms_of(said[:verb]), terms_of(said[verb + 1 : verb + 1 + CLOSE])
    term = said[verb].term
    if not term or said[verb].lower in AUXILIARIES or before & behind:
        return
    for place, token in enumerate(printed):
        if token.term != term or not may_be_verb(printed, place):
            continue
        left = _names_before(sentence, printed[:place])
        right = _names_behind(sentence, printed[place:])
        lefts, rights = terms_of(left), terms_of(right)
        if lefts & behind and rights & before and not (lefts & before or rights & behind):
            start = next(token for token in said if token.term in before)
            end = [token for token in said[verb + 1 :] if token.term in behind & lefts][-1]
            yield Difference(claim[start.start : end.end], sentence[left[0].start : right[-1].end])
            return


def _names_before(text: str, words: Sequence[Token]) -> list[Token]:
    """The name right before a verb."""
    names: list[Token] = []
    for token in reversed(words):
        last = names[0].start if names else len(text)
        if not token.is_name or (names and text[token.end : last].strip()):
            break
        names.insert(0, token)
    return names


def _names_behind(text: str, words: Sequence[Token]) -> list[Token]:
    """The name right behind a verb, which is the first of the words, without its article."""
    start = 2 if len(words) > 1 and words[1].lower in ARTICLES else 1
    names: list[Token] = []
    for token in words[start : start + LONGEST]:
        if not token.is_name or (names and text[names[-1].end : token.start].strip()):
            break
        names.append(token)
    return names
