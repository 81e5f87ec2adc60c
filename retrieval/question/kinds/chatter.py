"""Whether words are chatter: greetings, thanks, sums, talk, what tells too little to look up."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import exp, log

from retrieval.question.kinds.small_talk import is_exclaimed
from retrieval.question.kinds.speech import Speech
from retrieval.question.kinds.statements import is_statement
from retrieval.question.kinds.talk import chance_of_talk
from retrieval.text.analyser import analyser
from retrieval.text.languages.table import BY_CODE
from retrieval.text.word_frequency import share_of_passages

WORD = re.compile(r"\d+(?:[./-]\d+)*|[^\W_]+(?:'[^\W_]+)*")
FLOOR = 3.8  # nats: what a text must tell to be looked up; a word that 1 in 45 passages has
LEAST = 2.0  # the same of a single word: whoever writes one may look for it
MOST = 12.0  # nats: of a word that the language's counts do not know
TRAILING = re.compile(r"\s*[^\w\s()=]+$")  # as an emoji
SHORTEST, LEAST_LONG = 4, 2  # letters of a word that a title writes with a capital; such words
SHORTEST_NAME = 5  # letters of a name among words in small letters
NAME = 8.0  # nats that a name tells at least
SHORTEST_TALK, LONGEST_TALK = 2, 16  # words of it: one is looked up, more were perhaps pasted
SHORTEST_SAID = 3  # words that tell by themselves that they are talk
SUREST = 0.88  # the chance that words tell at most
TALK = 0.5  # the chance from which on they do
PERHAPS_TALK = 0.35  # the chance from which on words are answered only with a caveat
TOLD_OTHERWISE = 2.0  # nats, by which something in the words that is not said in talk weighs


def is_chatter(text: str, speech: Speech) -> bool:
    """Whether there is nothing in it to look up. `text` has straight apostrophes."""
    return any(_tells_nothing(one, speech) for one in {text, speech.address.sub(" ", text)})


def sounds_like_talk(text: str, speech: Speech) -> bool:
    """Whether its words alone tell that nothing is to be looked up: where some are not said in
    talk, or they are few, they never do.
    """
    words = _words_of(text, speech)
    is_plain = len(words) >= SHORTEST_SAID and not _is_told_otherwise(text, words, speech)
    return is_plain and chance(text, speech) >= TALK


def chance(text: str, speech: Speech) -> float:
    """That words are said to other people and nothing is to be looked up, 0 to 1.

    Less where it is key words, goes on ("and the bridge?"), asks for something, has a figure or a
    name, is a title or a thing ("the old bridge"). `text` has straight apostrophes.
    """
    words = _words_of(text, speech)
    if not SHORTEST_TALK <= len(words) <= LONGEST_TALK:
        return 0.0
    told = min(chance_of_talk(text, speech.code), SUREST)
    if not _is_told_otherwise(text, words, speech):
        return told
    return told / (told + (1 - told) * exp(TOLD_OTHERWISE))


def _is_told_otherwise(text: str, words: Sequence[str], speech: Speech) -> bool:
    if all(map(analyser(speech.code).terms, words)):  # key words, without a stop word
        return True
    if words[0] in speech.joining or speech.request.search(text) or _is_title(text):
        return True
    if words[0] in speech.articles and not is_statement(text, speech):
        return True
    return any(_is_a_name(word, speech) for word in words)


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


def is_set_phrase(text: str, speech: Speech) -> bool:
    """Whether it is what everybody says: a greeting, thanks; or a sum."""
    lower = TRAILING.sub("", text.lower().strip(" .!?,"))
    return (speech.phrases.fullmatch(lower) or speech.sum.fullmatch(lower)) is not None


def _tells_nothing(text: str, speech: Speech) -> bool:
    if is_set_phrase(text, speech):
        return True
    words = WORD.findall(speech.request.sub(" ", text))
    floor = FLOOR if len(words) > 1 or _is_title(text) else LEAST
    told = accumulate(_information(word, place, text, speech) for place, word in enumerate(words))
    return not any(nats >= floor for nats in told)


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
