"""What the bot counts about itself, for whoever runs it; never words, chats or people."""

from collections.abc import Callable
from typing import Literal, Protocol

Fate = Literal["sent", "lost", "unknown", "held", "refused"]
Stage = Literal["wait", "search", "send", "all"]
Reading = Literal[
    "inbox",
    "inbox_age",
    "outbox",
    "outbox_age",
    "connections",
    "newest_article_age",
    "last_collection_age",
]


class Measures(Protocol):
    def update(self, kind: str) -> None:
        """An update came in; `kind` as Telegram names it."""

    def answer(self, strength: str, kind: str) -> None:
        """A question was answered, as strongly as that; `kind` of question."""

    def reply(self, fate: Fate) -> None:
        """What became of a message of the bot's.

        `held`: Telegram asks to wait with it. `unknown`: nobody can tell whether it arrived.
        `lost`: given up. `refused`: nobody can read it there, as the chat or topic is gone.
        """

    def took(self, stage: Stage, seconds: float) -> None:
        """How long a stage of one answer took; `all` is from the update to its reply."""

    def reading(self, name: Reading, read: Callable[[], float | None]) -> None:
        """A number that is read when somebody asks; it may block. None: there is none now.

        Ages are seconds.
        """


class _Unmeasured:
    """Counts nothing, at no cost."""

    def update(self, kind: str) -> None:
        pass

    def answer(self, strength: str, kind: str) -> None:
        pass

    def reply(self, fate: Fate) -> None:
        pass

    def took(self, stage: Stage, seconds: float) -> None:
        pass

    def reading(self, name: Reading, read: Callable[[], float | None]) -> None:
        pass


UNMEASURED: Measures = _Unmeasured()
