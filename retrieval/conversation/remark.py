"""What somebody writes in reply to another's message: about that, adding to it, or of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from retrieval.conversation.language import RARE, WORD, Said, language_of, telling
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.outlets import besides, negation_before, outlets_named, time_beside
from retrieval.question.kinds.english import ENGLISH as SPEECH
from retrieval.question.kinds.statements import is_statement
from retrieval.text.letters import one_apostrophe
from retrieval.vocabulary.outlets import matching_outlets

ASKED = 12.0  # nats that a question of one's own tells, in two words or more
STATED = 20.0  # the same of words that ask nothing, in three words or more
MOST_KEY_WORDS = 6
LONGEST = 500  # characters; more is no remark
WHATEVER = 30.0  # the same of words that refer to something, in four words or more; without time


class Whose(StrEnum):
    """Whose words are to be looked up."""

    THEIRS = "theirs"
    BOTH = "both"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Remark:
    """`added`: what one's own words add to the other's, a time or names, as written.

    `sources`: the outlets that they name, as the archive does; `without`: those that they do not
    want.
    """

    whose: Whose
    added: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def read_remark(text: str, asked_at: datetime, outlets: Sequence[str] = ()) -> Remark:
    """How a reply stands to the message it replies to, by its words alone.

    It is a question of its own where it tells enough without that message. `outlets` are names
    that the archive knows.
    """
    plain = " ".join(one_apostrophe(text).split())
    if len(plain) > LONGEST:
        return Remark(Whose.OWN)
    turns = language_of(besides(plain, outlets))
    said = [one for one in telling(plain, turns) if one.word.lower() not in turns.negating]
    time = time_beside(plain, asked_at, turns, outlets)
    if time:
        said = [one for one in said if not time.holds(one.start)]
    places = list(outlets_named(plain, outlets, turns))
    others = [one for one in said if not any(start <= one.start < end for start, end in places)]
    if (others or not places) and is_own(plain, said, turns):
        return Remark(Whose.OWN)
    said = others
    added = [*([time.written] if time else []), *_names_in(said)]
    named: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for start, end in places:
        is_wanted = negation_before(plain, start, turns) is None
        named[is_wanted] |= dict.fromkeys(matching_outlets(plain[start:end], outlets))
    whose = Whose.BOTH if added or places else Whose.THEIRS
    return Remark(whose, tuple(added), tuple(named[True]), tuple(named[False]))


def only_points(text: str, asked_at: datetime) -> bool:
    """Whether words beside a link only point to what is there: "must read", "seen this?"."""
    if read_remark(text, asked_at).whose is Whose.OWN:
        return False
    asks = "?" in text
    told = telling(text, language_of(text))
    return not any(one.is_name or (asks and one.nats >= RARE) for one in told)


def asks_something(text: str) -> bool:
    """Whether words ask something, or name something and no more: no comment, no exclamation."""
    plain = " ".join(one_apostrophe(text).split())[-LONGEST:]
    turns = language_of(plain)
    said = telling(plain, turns)
    return bool(said) and (
        "?" in plain or _begins_asking(plain, turns) or _names(plain, said, turns)
    )


def _begins_asking(text: str, turns: Turns) -> bool:
    first = next(iter(WORD.findall(text.lower())), "")
    if turns.code != SPEECH.code:
        return first in turns.asking
    patterns = (SPEECH.asking, SPEECH.request)
    return first in SPEECH.openers or any(pattern.search(text) for pattern in patterns)


def _names(text: str, said: Sequence[Said], turns: Turns) -> bool:
    """Whether it is a name, or a few key words, and states nothing."""
    words = WORD.findall(text)
    if len(words) > MOST_KEY_WORDS or is_statement(text, SPEECH):
        return False
    if all(one.is_name for one in said):
        return True
    others = {word.lower() for word in words} - {one.word.lower() for one in said}
    return len(said) > 1 and others <= turns.leading


def is_own(text: str, said: Sequence[Said], turns: Turns) -> bool:
    """Whether words tell enough to be understood without what they reply to."""
    told = sum(one.nats for one in said)
    words = {word.lower() for word in WORD.findall(text)}
    if not turns.referring.isdisjoint(words):
        return len(said) >= 4 and told >= WHATEVER
    if "?" in text or (turns.code == SPEECH.code and SPEECH.asking.search(text)):
        return len(said) >= 2 and told >= ASKED
    return len(said) >= 3 and told >= STATED


def _names_in(said: Sequence[Said]) -> list[str]:
    """Names, those that stand together as one."""
    names: list[str] = []
    end = -1
    for one in said:
        if not one.is_name:
            continue
        if names and one.start == end + 1:
            names[-1] = f"{names[-1]} {one.word}"
        else:
            names.append(one.word)
        end = one.end
    return names
