"""What a question is changed by: values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from retrieval.verbatim.chronology import Order


class What(StrEnum):
    """What of a question another one takes the place of."""

    TIME = "time"
    OUTLET = "outlet"
    ORDER = "order"
    NAME = "name"
    EXCLUDED = "excluded"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Change:
    """`words` are the asker's, or of a time the English ones; of an order its name."""

    what: What
    words: str


@dataclass(frozen=True, slots=True)
class Before:
    """A question that was answered, as it was asked; `is_said`: it was somebody's statement;
    `behind`: the question that it went on from, whose words it has as well; `outlets`: whose words
    were shown.
    """

    text: str
    asked_at: datetime
    is_said: bool = False
    order: Order | None = None
    behind: str = ""
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The question to ask now. `about`: what it is about, without times, outlets and operators.

    `is_joined`: the new words begin by going on from the old ones: "and", "what about". `behind`: a
    question that it goes on from, with words of its own.
    """

    text: str
    asked_at: datetime
    is_said: bool
    order: Order | None
    about: str
    changes: tuple[Change, ...]
    is_joined: bool
    behind: str = ""
