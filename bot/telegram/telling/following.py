"""Follows the archive: each change is looked at once, over restarts."""

import asyncio
import logging
import time
from functools import partial

from bot.telegram.search_threads import SearchThreads
from bot.telegram.state import looked
from bot.telegram.state.database import State
from bot.telegram.telling.corrections import Corrections
from bot.telegram.telling.feed import Feed, Feeds
from bot.telegram.telling.watching import Watching

LOG = logging.getLogger(__name__)

LOOKS = 30.0  # seconds between two looks
AT_ONCE = 500  # changes


class Following:
    def __init__(
        self,
        feeds: Feeds,
        searches: SearchThreads,
        state: State,
        corrections: Corrections,
        watching: Watching,
    ) -> None:
        self._feeds = feeds
        self._searches = searches
        self._state = state
        self._corrections = corrections
        self._watching = watching

    async def follow(self) -> None:
        """Endless."""
        while True:
            try:
                await self.look()
            except Exception as error:  # whatever it is, questions are answered all the same
                LOG.error("The archive's changes could not be looked at: %s", type(error).__name__)
            await asyncio.sleep(LOOKS)

    async def look(self) -> None:
        """All changes since the last look; an archive that is new to the bot has none yet."""
        is_any = False
        for what, feed in (await self._searches.run(self._feeds)).items():
            last = await self._searches.run(feed.last_seq)
            before = await self._state.do(partial(looked.looked, what=what))
            if before is not None and last > before:
                await self._corrected(what, feed, before)
                is_any = True
            elif before is None or last < before:  # another archive is in its place
                await self._look_on(what, last)
        if is_any:
            await self._watching.look()

    async def _corrected(self, what: str, feed: Feed, before: int) -> None:
        while changes := await self._searches.run(partial(_changes, feed, before)):
            for seq, name, is_first in changes:
                if not is_first:
                    await self._tell(feed, name)
                before = seq
            await self._look_on(what, before)

    async def _tell(self, feed: Feed, name: str) -> None:
        """What cannot be told of one article holds up no other."""
        try:
            await self._corrections.tell(feed, name)
        except Exception as error:
            LOG.error("A change could not be told: %s", type(error).__name__)

    async def _look_on(self, what: str, seq: int) -> None:
        await self._state.insist(partial(looked.look_on, what=what, seq=seq, now=time.time()))


def _changes(feed: Feed, seq: int) -> list[tuple[int, str, bool]]:
    found = []
    for change in feed.changes_since(seq):
        found.append((change.seq, change.id, change.first))
        if len(found) == AT_ONCE:
            break
    return found
