"""Whether words are chatter: greetings, thanks, sums, talk, what tells too little to look up."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import log

from retrieval.question.kinds.small_talk import is_exclaimed
from retrieval.question.kinds.speech import Speech
from retrieval.question.kinds.statements import is_statement
from retrieval.question.kinds.talk import chance_of_talk
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import BY_CODE
from retrieval.text.word_frequency import share_of_passages

WORD = re.compile(r"\d+(?:[./-]\d+)*|[^\W_]+(?:'[^\W_]+)*")
FLOOR = 3.8  # nats: what a text must tell to be looked up; a word that 1 in 45 passages has
PERSONAL_FLOOR = 12.0  # the same where it speaks to the bot, or of whoever wrote it
UNASKED_FLOOR = 12.5  # where it speaks to the bot and asks nothing: more than any one word tells
ASKED_FLOOR = 8.0  # where it asks something of whoever wrote it
OPENED_FLOOR = 9.0  # where it begins as what is said to somebody: "wow", "please"
LEAST = 2.0  # the same of a single word: whoever writes one may look for it
MOST = 12.0  # nats: of a word that the language's counts do not know
TRAILING = re.compile(r"\s*[^\w\s()=]+$")  # as an emoji
SHORTEST, LEAST_LONG = 4, 2  # letters of a word that a title writes with a capital; such words
SHORTEST_NAME = 5  # letters of a name among words in small letters
NAME = 8.0  # nats that a name tells at least
TALK = 0.5  # the chance from which on words are taken for talk
PERHAPS_TALK = 0.35  # the same of words that are looked up, and answered only with a caveat
HARDLY_TALK = 0.2  # the chance below which "you" and "I" tell nothing
SHORTEST_TALK, LONGEST_TALK = 3, 16  # words of it: fewer are looked up, more were perhaps pasted
SHORTEST_WEIGHED = 2  # words: of one no chance is told


def is_chatter(text: str, speech: Speech) -> bool:
    """Whether there is nothing in it to look up. `text` has straight apostrophes."""
    return any(_tells_nothing(one, speech) for one in {text, speech.address.sub(" ", text)})


def is_talk(text: str, speech: Speech, at_least: float = TALK) -> bool:
    """Whether words sound so with that chance; not where they are few, or key words: without a stop
    word, but for "thank you card".
    """
    words = _words_of(text, speech)
    terms = analyser(speech.code).terms
    is_said = len(words) >= SHORTEST_TALK and any(not terms(word) for word in words)
    return is_said and chance(text, speech) >= at_least


def chance(text: str, speech: Speech) -> float:
    """That words are said to other people and nothing is to be looked up, 0 to 1.

    0 where it goes on ("and the bridge?"), asks for something, has a figure or a name, is a title
    or a thing ("the old bridge"). `text` has straight apostrophes.
    """
    words = _words_of(text, speech)
    if not SHORTEST_WEIGHED <= len(words) <= LONGEST_TALK:
        return 0.0
    if words[0] in speech.joining or speech.request.search(text) or _is_title(text):
        return 0.0
    if words[0] in speech.articles and not is_statement(text, speech):
        return 0.0
    if any(_is_a_name(word, speech) for word in words):
        return 0.0
    return chance_of_talk(text, speech.code)


def _words_of(text: str, speech: Speech) -> list[str]:
    return WORD.findall(speech.named.sub(" ", text).lower())


def _is_a_name(word: str, speech: Speech) -> bool:
    """Whether a word in small letters is a figure, a people or its country, or one that the
    language's counts do not know.
    """
    if word[0].isdecimal():
        return len(word) > 2
    if word in _peoples(speech.code):
        return True
    return len(word) >= SHORTEST_NAME and not (is_exclaimed(word) or _is_known(word, speech))


def _is_known(word: str, speech: Speech) -> bool:
    """Whether the language's counts have it, or what it is a form of: "snores", "fuming"."""
    stems = [word.removesuffix(end) for end in speech.endings if word.endswith(end)]
    forms = (word, *stems, *(f"{stem}e" for stem in stems))
    return any(share_of_passages(form, speech.code) for form in forms)


@cache
def _peoples(language: str) -> frozenset[str]:
    """Peoples and their countries."""
    peoples = BY_CODE[language].peoples
    return frozenset((*peoples, *peoples.values()))


def _tells_nothing(text: str, speech: Speech) -> bool:
    lower = TRAILING.sub("", text.lower().strip(" .!?,"))
    if speech.phrases.fullmatch(lower) or speech.sum.fullmatch(lower):
        return True
    words = WORD.findall(speech.request.sub(" ", text))
    floor = _floor(text, [word.lower() for word in words], speech)
    told = accumulate(_information(word, place, text, speech) for place, word in enumerate(words))
    return not any(nats >= floor for nats in told)


def _floor(text: str, words: Sequence[str], speech: Speech) -> float:
    """What must be told, in nats; "should I" and "do I need" ask for anybody. A title, written as
    such, speaks to nobody, and "could you find when the mine collapsed" only seems to speak to one.
    """
    if _is_title(text):
        return FLOOR
    least, first = FLOOR if len(words) > 1 else LEAST, words[0] if words else ""
    if chance_of_talk(text, speech.code) < HARDLY_TALK:
        return least
    asks = _asks(text, words, speech)
    if not speech.to_another.isdisjoint(words):
        return PERSONAL_FLOOR if asks else UNASKED_FLOOR
    if not speech.of_oneself.isdisjoint(words):
        return ASKED_FLOOR if asks else PERSONAL_FLOOR
    if first in speech.talk_openers and not asks:
        return OPENED_FLOOR
    return least


def _asks(text: str, words: Sequence[str], speech: Speech) -> bool:
    is_opened = bool(words) and words[0] in speech.openers
    return is_opened or speech.asks(text)


def _is_title(text: str) -> bool:
    """Several words, all but the small ones with a capital: "Thank You for Smoking"."""
    long = [word for word in WORD.findall(text) if len(word) >= SHORTEST]
    capitals = [word for word in long if word[0].isupper() and not word.isupper()]
    return len(capitals) == len(long) >= LEAST_LONG


def _information(word: str, place: int, text: str, speech: Speech) -> float:
    """What a word tells, in nats."""
    lower = word.lower()
    if word[0].isdecimal():
        return NAME if len(word) > 2 else 0.0  # a year, 737, 9/11; not 2
    if any(lower in words for words in (speech.small_talk, speech.to_another, speech.of_oneself)):
        return 0.0
    is_capital = word.isupper() and len(word) > 1 and not text.isupper()
    if is_exclaimed(word) and not is_capital:
        return 0.0
    if not analyser(speech.code).terms(word):
        return 0.0
    told = min(MOST, -log(max(share_of_passages(lower, speech.code), 1e-9)))
    is_name = is_capital or (place > 0 and word[0].isupper() and not text.istitle())
    if is_name or lower in _peoples(speech.code):
        return max(told, NAME)
    return told
