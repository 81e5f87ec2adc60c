"""A piece of Telegram's HTML, with what it counts against Telegram's limits.

Source: Bot API, "HTML style" and "sendMessage"; core.telegram.org/api/entities.
"""

import html
import re
from dataclasses import dataclass
from datetime import date, datetime

MAX_UNITS = 4096  # UTF-16 code units of one message, markup not counted
MAX_ENTITIES = 100  # Telegram drops the formatting beyond
LAST_MOMENT = 2**31  # Telegram counts seconds in 32 bits: beyond, it would show another day

HERE = "\0"  # in a sentence, which has none of its own
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Markup:
    html: str
    units: int
    entities: int = 0

    def __add__(self, other: "Markup") -> "Markup":
        return Markup(
            self.html + other.html, self.units + other.units, self.entities + other.entities
        )

    def within(self, tag: str, attributes: str = "") -> "Markup":
        return Markup(f"<{tag}{attributes}>{self.html}</{tag}>", self.units, self.entities + 1)

    @property
    def fits(self) -> bool:
        """Whether it can be one message."""
        return self.units <= MAX_UNITS and self.entities <= MAX_ENTITIES


def plain(text: str) -> Markup:
    """Any text as it is, escaped."""
    sendable = without_lone_surrogates(text)
    return Markup(html.escape(sendable), len(sendable.encode("utf-16-le")) // 2)


def without_lone_surrogates(text: str) -> str:
    """Half of a surrogate pair, which cannot be sent at all, becomes U+FFFD."""
    return LONE_SURROGATE.sub("\ufffd", text)


def around(sentence: str, inside: Markup) -> Markup:
    """A sentence with `HERE` in it, where `inside` stands."""
    before, _, behind = sentence.partition(HERE)
    return plain(before) + inside + plain(behind)


def short(text: str, limit: int) -> str:
    """At most `limit` characters; what is cut off is an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def timed(words: str, moment: datetime | date) -> Markup:
    """Words for a moment; where its hour is known, a tap on them shows it by the reader's clock.

    Telegram leaves the words as they are where no format is named.
    """
    if not isinstance(moment, datetime):
        return plain(words)
    seconds = int(moment.timestamp())
    if not 0 < seconds < LAST_MOMENT:
        return plain(words)
    return plain(words).within("tg-time", f' unix="{seconds}"')
