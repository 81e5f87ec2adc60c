"""Answers a question: has it searched, sends the reply. Every kind of message ends here."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.render.english import telegram as texts
from bot.render.telegram.message import answer_message
from bot.telegram.incoming.question import Asked
from bot.telegram.search_threads import SearchThreads
from bot.telegram.transport.reply_target import ReplyTarget
from bot.telegram.transport.sending import Sending
from bot.telegram.transport.typing_indicator import TypingIndicator
from retrieval.answer import Answer
from retrieval.question.kinds import Kind

Ask = Callable[[Asked, datetime], Answer]  # blocks; called from several threads


class Responder:
    def __init__(
        self,
        ask: Ask,
        about: Callable[[], str],
        searches: SearchThreads,
        sending: Sending,
        typing: TypingIndicator,
    ) -> None:
        """`about` says what the archive holds; it may block."""
        self._ask = ask
        self._about = about
        self._searches = searches
        self._sending = sending
        self._typing = typing

    async def answer(self, target: ReplyTarget, question: Asked, asked_at: datetime) -> None:
        """Search and reply; to chatter in a group not at all. Raises SearchError.

        Cancelled while it searches, it says so.
        """
        try:
            async with self._typing.shown(target):
                answer = await self._searches.run(partial(self._ask, question, asked_at))
        except asyncio.CancelledError:
            await self.say(target, texts.GIVEN_UP)
            raise
        if target.is_private or answer.question.kind is not Kind.CHATTER:
            message = answer_message(answer, in_group=not target.is_private)
            await self.say(target, message.html)

    async def tell_about(self, target: ReplyTarget) -> None:
        """Counted in a thread of its own: it does not wait its turn behind slow searches."""
        await self.say(target, await asyncio.to_thread(self._about))

    async def say(self, target: ReplyTarget, html: str) -> None:
        await self._sending.send(target, html)
