"""What the handling of one update leads to: gathered first, then done in one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from bot.chat_settings import ChatSettings
from bot.telegram.outgoing import Outgoing
from bot.telegram.state.chats import NOTHING_SET

Write = Callable[[sqlite3.Connection], object]


@dataclass(slots=True)
class Effects:
    """`outgoing` in the order in which it is sent; `writes` to the bot's state, done before.

    `outcome` is for the log: a word or two of what became of the update, nothing that was asked;
    empty where `outgoing` tells enough.
    `settings` are those of its chat when it began.
    """

    settings: ChatSettings = NOTHING_SET
    outgoing: list[Outgoing] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)
    outcome: str = ""

    @property
    def became(self) -> str:
        return self.outcome or ("said something" if self.outgoing else "nothing said")


def effects() -> Effects:
    """Those of the update that is being handled. Raises LookupError where there is none."""
    return _CURRENT.get()


@contextmanager
def gathered(settings: ChatSettings = NOTHING_SET) -> Iterator[Effects]:
    """Inside, and in tasks begun there, `effects` are these."""
    mine = Effects(settings)
    token = _CURRENT.set(mine)
    try:
        yield mine
    finally:
        _CURRENT.reset(token)


_CURRENT: ContextVar[Effects] = ContextVar("effects")
