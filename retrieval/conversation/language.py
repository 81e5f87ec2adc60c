"""In which language a few words are written, and what each of them tells there."""

import re
from math import log
from typing import NamedTuple

from retrieval.conversation.languages.countries import country
from retrieval.conversation.languages.english import ENGLISH
from retrieval.conversation.languages.lithuanian import LITHUANIAN
from retrieval.conversation.languages.polish import POLISH
from retrieval.conversation.languages.russian import RUSSIAN
from retrieval.conversation.languages.turns import Turns
from retrieval.question.kinds.english import ENGLISH as SPEECH
from retrieval.question.kinds.small_talk import folded
from retrieval.question.kinds.telling import SMALL_TALK
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import BY_CODE
from retrieval.text.word_frequency import share_of_passages

LANGUAGES = (ENGLISH, LITHUANIAN, RUSSIAN, POLISH)
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
MOST = 12.0  # nats: of a word that the language's counts do not know
LEAST = 3.0  # nats: what tells less tells nothing here
RARE = 7.0  # nats: of a word that is a name where it has the sentence's capital
LEAST_FIGURES = 3  # of a number that tells something
STATES = frozenset(("US", "UK", "EU", "UAE"))  # in capitals: "us" is none
LONGEST_ACRONYM = 5  # letters, of what may be one where all is in capitals


class Said(NamedTuple):
    """A word that tells something: where it stands, how much (nats), and whether it is a name."""

    word: str
    start: int
    end: int
    nats: float
    is_name: bool


def language_of(text: str) -> Turns:
    """The language that has most of the words among its small ones, or else as common ones."""
    words = WORD.findall(text.lower())

    def strangeness(turns: Turns) -> tuple[int, float]:
        known = sum(word in turns.small for word in words) + turns.asks_for_order(text)
        return -known, sum(_nats(word, turns.code) for word in words)

    return min(LANGUAGES, key=strangeness)


def telling(text: str, turns: Turns) -> list[Said]:
    """The words that are neither small, nor small talk, nor about what somebody said."""
    found = []
    for place, match in enumerate(WORD.finditer(text)):
        word = match.group()
        nats = _nats(word.lower(), turns.code)
        is_name = _is_name(word, place, text, nats) or is_country(word, turns)
        if is_name or (nats >= LEAST and not _is_small(word.lower(), turns)):
            found.append(Said(word, match.start(), match.end(), nats, is_name))
    return found


def is_talk(text: str, turns: Turns) -> bool:
    """Whether there are words of small talk that do not join a question to another."""
    words = WORD.findall(text.lower())
    return any(_is_chat(word, turns) and word not in turns.small for word in words)


def speaks_to_somebody(text: str, turns: Turns) -> bool:
    """Or of whoever writes."""
    words = WORD.findall(text.lower())
    if turns.code == SPEECH.code:
        return any(word in SPEECH.to_another or word in SPEECH.of_oneself for word in words)
    talks = [talk for talk in SMALL_TALK if talk.code == turns.code]
    return any(talk.speaks_to(word) for talk in talks for word in words)


def _is_name(word: str, place: int, text: str, nats: float) -> bool:
    """A number of three figures or more, or a capital that is not the sentence's."""
    if word.isdecimal():
        return len(word) >= LEAST_FIGURES
    is_state = word in STATES and (not text.isupper() or len(text) <= LONGEST_ACRONYM)
    if len(word) == 1 or (is_small_anywhere(word.lower()) and not is_state):
        return False
    if word.isupper() and (len(word) <= LONGEST_ACRONYM or not text.isupper()):
        return True
    is_capital = word[0].isupper() and not text.isupper()
    return is_capital and (place > 0 or nats >= RARE)


def is_country(word: str, turns: Turns) -> bool:
    """By its name, in English or in the words' language, or its people's."""
    is_english = turns.code == SPEECH.code
    if country(word, turns.code) and (word[0].isupper() or not is_english):
        return True
    if word.upper() in STATES:
        return word in STATES
    peoples = BY_CODE["en"].peoples
    return word.lower() in peoples or word.lower() in peoples.values()


def is_small_anywhere(word: str) -> bool:
    """Whether some language has this word for small talk, or for asking about somebody's words."""
    return any(_is_small(word, turns) for turns in LANGUAGES)


def _is_small(word: str, turns: Turns) -> bool:
    is_known = word in turns.checking or word in turns.referring or _is_chat(word, turns)
    return is_known or (turns.code == SPEECH.code and not analyser("en").terms(word))


def _is_chat(word: str, turns: Turns) -> bool:
    if turns.code == SPEECH.code:
        tables = (SPEECH.small_talk, SPEECH.to_another, SPEECH.of_oneself)
        return any(word in words for words in tables)
    return any(talk.code == turns.code and folded(word) in talk.words for talk in SMALL_TALK)


def _nats(word: str, code: str) -> float:
    return min(MOST, -log(max(share_of_passages(word, code), 1e-9)))
