"""Results for what is typed, a page at a time; they are kept for as long as they stay true."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.render.languages.speaking import spoken
from bot.render.telegram.inline_cards import InlineCard, newest_cards, quote_cards
from bot.telegram.incoming.question import Asked
from bot.telegram.inline.keystrokes import Typed
from bot.telegram.showing.source import Ask
from corpus.article import Article

MOST = 20  # results of one query
PAGE = 10  # results at a time; a telephone shows five or six
KEPT = 200  # queries
MAX_TEXT = 256  # characters; Telegram sends no more

Key = tuple[str, str, date, Hashable]


@dataclass(frozen=True, slots=True)
class InlineSource:
    """What inline mode needs of an archive besides answers; each may block.

    `newest` gives at most so many articles, the newest first. `generation` is another whenever the
    archive has changed. `now` is in the readers' zone.
    """

    newest: Callable[[int], Sequence[Article]]
    generation: Callable[[], Hashable]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Page:
    """`next_place` is None on the last page. `is_asked`: something was typed."""

    cards: tuple[InlineCard, ...]
    next_place: int | None
    is_asked: bool


class Results:
    """May be asked from several threads."""

    def __init__(self, ask: Ask, source: InlineSource) -> None:
        self._ask = ask
        self._source = source
        self._kept: OrderedDict[Key, tuple[InlineCard, ...]] = OrderedDict()
        self._guard = threading.Lock()

    def page(self, typed: Typed) -> Page:
        """From `typed.place` on. Blocks."""
        text = " ".join(typed.text[:MAX_TEXT].split())
        found = self._found(text, self._source.now())
        after = typed.place + PAGE
        more = after if after < len(found) else None
        return Page(found[typed.place : after], more, is_asked=bool(text))

    def _found(self, text: str, now: datetime) -> tuple[InlineCard, ...]:
        key = (spoken().code, text, now.date(), self._source.generation())
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self._find(text, now)
        with self._guard:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def _find(self, text: str, now: datetime) -> tuple[InlineCard, ...]:
        if text:
            return quote_cards(self._ask(Asked(text), now, limit=MOST))
        return newest_cards(self._source.newest(MOST))
