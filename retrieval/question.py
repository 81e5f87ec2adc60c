"""What was asked: text → `Question`."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from retrieval.answer_types import AnswerType, answer_type_of
from retrieval.text import analyser

MAX_TERMS = 48  # a longer text is searched for by its first different terms

PHRASE = re.compile(r"[\"“”„«]([^\"“”„«»]+)[\"“”»]")
EXCLUDED = re.compile(r"(?<!\S)-(?=[^\W\d_])(\S+)")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: days included, in the paper's own zone; outlets or agencies as labels."""

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is what the person wrote. `terms` are the index terms searched for, in the order of
    their first mention, at most `MAX_TERMS`. `phrases` and `excluded` are as written; a passage
    must hold every phrase and none of the excluded words. `sources` are names of outlets or
    agencies.
    """

    text: str
    asked_at: datetime
    terms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    scope: Scope = Scope()
    answer_type: AnswerType | None = None
    language: str = "en"

    @property
    def asked_on(self) -> date:
        """The day of the question, in the zone of whoever asked."""
        return self.asked_at.date()


def understand(
    text: str, asked_at: datetime, *, scope: Scope | None = None, language: str = "en"
) -> Question:
    """Read a question. Never fails: what has no searchable word has no terms."""
    terms = analyser(language).terms
    excluded = tuple(EXCLUDED.findall(text))
    plain = EXCLUDED.sub(" ", text)
    answer_type = answer_type_of(plain)
    searched = answer_type.question.sub(" ", plain) if answer_type else plain
    return Question(
        text=text,
        asked_at=asked_at,
        terms=tuple(dict.fromkeys(terms(searched)))[:MAX_TERMS],
        phrases=tuple(phrase for phrase in PHRASE.findall(plain) if terms(phrase)),
        excluded=tuple(word for word in excluded if terms(word)),
        scope=scope or Scope(),
        answer_type=answer_type,
        language=language,
    )
