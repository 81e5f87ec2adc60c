"""Text → its kind."""

import re
from collections.abc import Collection, Mapping

from retrieval.question.answers.answer_types import AGE, AnswerType
from retrieval.question.kinds import chatter
from retrieval.question.kinds.chatter import chance, is_chatter, is_set_phrase
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.kinds.kind import Kind
from retrieval.question.kinds.lithuanian import LITHUANIAN
from retrieval.question.kinds.polish import POLISH
from retrieval.question.kinds.russian import RUSSIAN
from retrieval.question.kinds.small_talk import is_small_talk
from retrieval.question.kinds.speech import Speech
from retrieval.question.kinds.statements import WORD, is_statement, main_verb
from retrieval.text.letters import one_apostrophe
from retrieval.text.sentences import sentences

LANGUAGES: Mapping[str, Speech] = {speech.code: speech for speech in (ENGLISH,)}
# Nobody asks about somebody who is named so, about a face made of signs, or about "*sighs*".
NO_WORDS = re.compile(
    r"(?<!\w)@\w+|(?<!\w)[:;=][-'^]?[()DPpOo/\\|*3]+(?!\w)|¯?\\_\(ツ\)_/¯?|^\*[^*]{1,40}\*?$"
)
LEAST_TALK = 0.05  # the chance below which words are no talk
PASTED = 1000  # characters of a text that nobody types
SMALL_TALK = (LITHUANIAN, RUSSIAN, POLISH)  # whatever language a question is read in


def kind_of(text: str, language: str, *, is_said: bool = False) -> Kind:
    """What somebody wrote; `is_said`: in answer to nobody, so that what asks nothing is a claim.

    `text` is without operators and addresses. In a language without data all is a question.
    """
    speech = LANGUAGES.get(language)
    if speech is None:
        return Kind.QUESTION
    plain = " ".join(one_apostrophe(text).split())
    named = NO_WORDS.sub(" ", plain)
    if is_chatter(named, speech) or any(is_small_talk(named, talk) for talk in SMALL_TALK):
        return Kind.CHATTER
    if _asks(speech.hearsay.sub(" ", _ends_of(plain, speech)), speech):
        return Kind.QUESTION
    return Kind.CLAIM if is_said or is_statement(plain, speech) else Kind.QUESTION


def is_greeting(text: str) -> bool:
    """Whether a text is a greeting, thanks or a sum and no more, whatever is named so."""
    plain = " ".join(one_apostrophe(text).split())
    return any(is_set_phrase(plain, speech) for speech in LANGUAGES.values())


def chance_of_talk(text: str, language: str) -> float:
    """That it is meant for other people, `LEAST_TALK` to 1, or else 0."""
    speech = LANGUAGES.get(language)
    if speech is None:
        return 0.0
    told = max(chance(one, speech) for one in _spoken(text, speech))
    return told if told >= LEAST_TALK else 0.0


def sounds_like_talk(text: str, language: str) -> bool:
    """Whether its words alone tell that it is meant for other people."""
    speech = LANGUAGES.get(language)
    if speech is None:
        return False
    return any(chatter.sounds_like_talk(one, speech) for one in _spoken(text, speech))


def _spoken(text: str, speech: Speech) -> Collection[str]:
    """A text without what is no word, and without the name of whoever is greeted, if anybody is."""
    named = NO_WORDS.sub(" ", " ".join(one_apostrophe(text).split()))
    return {named, speech.address.sub(" ", named)}


def asks_whether(text: str, language: str) -> bool:
    """Whether a question is one of yes or no: "Is he 70?", "The bridge fell?"."""
    speech = LANGUAGES.get(language)
    if speech is None:
        return False
    plain = " ".join(one_apostrophe(text).split())
    stated = re.sub(r"[?\s]+$", "", plain)
    if _opens(plain, speech):  # and does not go on: "did it, and who paid?"
        return not speech.asks(stated)
    return stated != plain and not _asks(stated, speech) and is_statement(stated, speech)


def vouched_for(text: str, language: str) -> str:
    """ "Is this true? The bridge fell": what is asked about, "" where nothing is asked so."""
    speech = LANGUAGES.get(language)
    if speech is None:
        return ""
    found, count = speech.vouching.subn(" ", one_apostrophe(text))
    return found.strip() if count and WORD.search(found) else ""


def claimed_type_of(text: str) -> AnswerType | None:
    """What kind of thing a claim states of somebody: an age, where a bare number stands last."""
    found = any(speech.claimed_age.search(text) for speech in LANGUAGES.values())
    return AGE if found else None


def _asks(text: str, speech: Speech) -> bool:
    return (
        speech.asks(text)
        or _requests(text, speech)
        or speech.deictic.search(text) is not None
        or _opens(text, speech)
    )


def _ends_of(text: str, speech: Speech) -> str:
    """The first and the last sentence of a pasted text: what is asked further in is asked there."""
    if len(text) < PASTED:
        return text
    parts = sentences(text, speech.code)
    return f"{text[slice(*parts[0])]} {text[slice(*parts[-1])]}" if len(parts) > 1 else text


def _requests(text: str, speech: Speech) -> bool:
    """Not where the word that asks for something is what a verb stands behind: "Google fired"."""
    found = speech.request.search(text)
    if found is None:
        return False
    is_subject = len(WORD.findall(found.group())) == 1
    return not (is_subject and main_verb(WORD.findall(text), speech) == 1)


def _opens(text: str, speech: Speech) -> bool:
    """Whether it begins as a question of yes or no does."""
    first = re.search(r"[\w']+", text)
    return first is not None and first.group().lower() in speech.openers
