"""What a chat has set for itself: the bot keeps it, and renders it."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

MOST_QUOTES = 5


class ChatSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`language` is the code of the one that the chat has chosen, `told` of what Telegram tells of
    it; empty is none. `zone` is a time zone's name, empty for the bot's own; `quotes` how many an
    answer shows.

    `anybody`: not only who asked may press the buttons under an answer in a group. `keeps`: help
    and the like stay in a group. The bot says nothing until `quiet_until` (seconds since 1970), and
    nothing at all while it is `off`.
    """

    zone: str = ""
    quotes: int = 3
    anybody: bool = False
    keeps: bool = False
    quiet_until: float = 0.0
    off: bool = False
    language: str = ""
    told: str = ""

    @property
    def speaks(self) -> str:
        """The code of the language that is spoken there; empty for English."""
        return self.language or self.told

    @property
    def is_silent(self) -> bool:
        return self.off or time.time() < self.quiet_until


def in_zone(moment: datetime, name: str) -> datetime:
    """In the zone that a chat has set; as it is where that is none."""
    return moment.astimezone(ZoneInfo(name)) if name else moment
