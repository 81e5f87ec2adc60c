"""The desk: takes a question, has it searched, sends the reply. Every kind of message ends here."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.render.telegram_html import answer_html
from bot.telegram import texts
from bot.telegram.incoming import Asked, Place
from bot.telegram.searching import Searching
from bot.telegram.sending import Sending
from corpus.archive.archive import Holdings
from retrieval.answer import Answer

Ask = Callable[[str, datetime], Answer]  # blocks; called from several threads

PATIENCE = 1.0  # seconds of searching, after which the chat shows that the bot is at it
SHOWN_TYPING = 4.0  # seconds; Telegram shows it for five


class Desk:
    def __init__(
        self, ask: Ask, holdings: Callable[[], Holdings], *, searching: Searching, sending: Sending
    ) -> None:
        self._ask = ask
        self._holdings = holdings
        self._searching = searching
        self._sending = sending

    async def answer(self, asked: Asked) -> None:
        """Search and reply. Raises SearchError. Cancelled while it searches, it says so."""
        typing = asyncio.create_task(self._show_typing(asked.place))
        try:
            answer = await self._searching.run(partial(self._ask, asked.text, asked.asked_at))
        except asyncio.CancelledError:
            await self.say(asked.place, texts.GIVEN_UP)
            raise
        finally:
            typing.cancel()
        await self.say(asked.place, answer_html(answer))

    async def _show_typing(self, place: Place) -> None:
        await asyncio.sleep(PATIENCE)
        while True:
            await self._sending.show_typing(place)
            await asyncio.sleep(SHOWN_TYPING)

    async def tell_about(self, place: Place) -> None:
        """Counted in a thread of its own: it does not wait its turn behind slow searches."""
        holdings = await asyncio.to_thread(self._holdings)
        await self.say(place, texts.about(holdings))

    async def say(self, place: Place, html: str) -> None:
        await self._sending.send(place, html)
