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
    OF_NO_OBJECT,
    WHEN,
)
from retrieval.claims.tokens import (
    Token,
    like,
    may_be_verb,
    span,
    subject_of,
    terms_of,
    tokens,
    verb_of,
)
from retrieval.text.languages.table import BY_CODE

ROLES = (AT_A_PLACE, BY_SOMEBODY)
WITHIN = 9  # words behind the same verb in which the same role stands
BESIDE = 2  # the same behind a noun: "the eclipse in Rudna"
OF_NO_NAME = 2  # terms of whom or what a claim is about, where that is no name
BASED = re.compile(r"-[a-z]")  # behind a name
SHORTEST = 3  # letters of a word of it
LONGEST = 4  # words of a name
COUNTRIES = frozenset((*BY_CODE["en"].peoples.values(), "united states", "america"))
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
    is_in_capitals = any(token.is_name for token in said[1:])
    for place, token in enumerate(said):
        role = next((role for role in ROLES if token.lower in role), None)
        anchor = _anchor(said[:place])
        if role is None or anchor is None:
            continue
        name = _named(claim, said[place + 1 :], is_any=True)
        who = subject_of(said[:place])
        subjects = (who or terms_of(said[:place]) - {anchor}, 1 if who else OF_NO_NAME)
        if not name or terms_of(name) & known or any(token.word[0].isdigit() for token in name):
            continue
        is_small = not name[0].is_name and (is_in_capitals or _has_article(said, name))
        if is_small and role is AT_A_PLACE:
            continue
        within = WITHIN if like(anchor) == verb else BESIDE
        other = _in_role(sentence, printed, (anchor, *subjects), (role, within))
        if other and _are_alike(name, other, is_in_capitals=is_in_capitals):
            yield Difference(span(claim, name), span(sentence, other))


def _has_article(said: Sequence[Token], name: Sequence[Token]) -> bool:
    """ "at the forefront": what stands behind an article in small letters is no name."""
    return said[said.index(name[0]) - 1].lower in ARTICLES


def _are_alike(name: Sequence[Token], other: Sequence[Token], *, is_in_capitals: bool) -> bool:
    """Whether one may stand for the other: both names, or neither, where the claim has capitals;
    both countries or neither, as one place lies in another; and no "OT", "U.S.", "Rudna-based".
    """
    if any(len(token.word) < SHORTEST or BASED.search(token.word) for token in (*name, *other)):
        return False
    if is_in_capitals and name[0].is_name != other[0].is_name:
        return False
    if _is_short_for(name, other) or _is_short_for(other, name):
        return False
    return is_a_country(_words(name)) == is_a_country(_words(other))


def _is_short_for(short: Sequence[Token], name: Sequence[Token]) -> bool:
    """Whether one word is made of the others' first letters: `RPA` of `Rudna Port Authority`."""
    initials = "".join(token.lower[0] for token in name)
    return len(name) > 1 and [token.lower for token in short] == [initials]


def _words(name: Sequence[Token]) -> str:
    return " ".join(token.lower for token in name)


def is_a_country(name: str) -> bool:
    return name.lower() in COUNTRIES


def _anchor(before: Sequence[Token]) -> str | None:
    """The term that a role belongs to: the verb right before it, or what is said to be there."""
    told = [token for token in before if token.term and token.lower not in AUXILIARIES]
    return told[-1].term if told and told[-1].lower not in WHEN else None


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
    text: str,
    printed: Sequence[Token],
    of: tuple[str, frozenset[str], int],
    wanted: tuple[frozenset[str], int],
) -> list[Token]:
    """What stands in that role behind the anchor, within so many words, where one of the subjects
    stands before, and so many in the sentence.
    """
    (anchor, subjects, least), (role, within) = of, wanted
    if len(subjects & terms_of(printed)) < min(least, len(subjects)):
        return []
    for place, token in enumerate(printed):
        held = subjects & terms_of(printed[:place])
        if token.term != anchor or not held:
            continue
        for further in range(place + 1, min(place + 1 + within, len(printed) - 1)):
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
    follows = said[verb + 1 : verb + 2]
    if any(
        one.lower in OF_NO_OBJECT or claim[said[verb].end : one.start].strip() for one in follows
    ):
        return  # "fired by", "indicted in", "fired:"
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
