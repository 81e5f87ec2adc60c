"""Chatter in languages of which no more is known than how people greet, thank, agree and swear.

Words are compared in Latin letters without marks: "aciu" and "spasibo" are written as often.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import log

from msgspec import Struct, field
from msgspec.structs import replace

from retrieval.text.letters import latin
from retrieval.text.word_frequency import share_of_passages

WORD = re.compile(r"[^\W_]+")
# "awww", "lolol", "ахаха": a letter thrice, or a laugh.
EXCLAIMED = re.compile(
    r"\w*([^\W\d_i])\1{2}\w*|(?:lo){2,}l?|a?(?:ha|he|hi|ho|ja|ха|хе|хи|хо)+h?", re.IGNORECASE
)
FLOOR = 3.8  # nats: what a text must tell to be looked up; a word that 1 in 45 passages has
PERSONAL_FLOOR = 9.0  # the same where it speaks to the bot, or of whoever wrote it
MOST = 12.0  # nats: of a word that the language's counts do not know
NONE = r"(?!)"
NAME = 9.0  # nats that a name or a number tells at least


@lru_cache(maxsize=1000)  # each language looks at the same words
def folded(word: str) -> str:
    """In Latin letters, lower case, without marks."""
    bare = unicodedata.normalize("NFD", latin(word.lower()).replace("ł", "l"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=1000)  # likewise
def is_exclaimed(word: str) -> bool:
    return EXCLAIMED.fullmatch(word) is not None


class SmallTalk(Struct, frozen=True):
    """One language's; all words are folded. `words` tell nothing. Of these, those that are
    `personal` speak to somebody or of whoever writes; `openers` begin what is said to somebody:
    thanks, greetings, exclamations. `verbs` fits those that say what "you" do, where their form
    tells that; they tell nothing either. `asking` words begin a question, each with the English
    one, or "" where there is none; nor do they tell anything.
    """

    code: str
    words: frozenset[str]
    personal: frozenset[str]
    openers: frozenset[str]
    verbs: re.Pattern[str]
    asking: Mapping[str, str] = field(default_factory=dict)

    def has(self, word: str) -> bool:
        return (
            word.lower() in self.asking
            or folded(word) in self.words
            or self.verbs.fullmatch(word) is not None
            or is_exclaimed(word)
        )

    def speaks_to(self, word: str) -> bool:
        return folded(word) in self.personal or self.verbs.fullmatch(word) is not None


def small_talk(
    code: str, *, words: str, personal: str, openers: str, verbs: str = NONE
) -> SmallTalk:
    """From tables as the language is written."""
    others, own, first = (
        frozenset(map(folded, table.split())) for table in (words, personal, openers)
    )
    return SmallTalk(code, others | own | first, own, first, re.compile(verbs))


def with_asking(talk: SmallTalk, tables: Mapping[str, str]) -> SmallTalk:
    """The same with its words that ask, behind each English one."""
    asking = {word: english for english, table in tables.items() for word in table.split()}
    return replace(talk, asking=asking)


def is_small_talk(text: str, talk: SmallTalk) -> bool:
    """Whether some words tell nothing in this language, and the others no more than a little."""
    words = WORD.findall(text)
    known = [talk.has(word) for word in words]
    if not any(known):
        return False
    told = sum(
        _information(word, place, text, talk.code)
        for place, word in enumerate(words)
        if not known[place]
    )
    is_personal = any(map(talk.speaks_to, words))
    is_opened = folded(words[0]) in talk.openers and "?" not in text
    if is_opened and len(words) == 2 and words[1].isalpha():  # with a name
        return True
    return told < (PERSONAL_FLOOR if is_personal or is_opened else FLOOR)


def _information(word: str, place: int, text: str, code: str) -> float:
    """What a word tells, in nats."""
    told = min(MOST, -log(max(share_of_passages(word, code), 1e-9)))
    is_name = place > 0 and word[0].isupper() and not text.isupper() and not text.istitle()
    return max(told, NAME) if is_name or word[0].isdecimal() else told
