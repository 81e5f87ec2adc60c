"""Answers a question: has it searched, says the reply. Every kind of message ends here."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from telegram import Message

from bot.render.telegram_html import answer_html
from bot.telegram.effects import effects
from bot.telegram.incoming.question import Asked
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.outgoing import Message as Said
from bot.telegram.outgoing import ReplyTarget
from bot.telegram.search_threads import SearchThreads
from bot.telegram.state import cards
from bot.telegram.state.cards import Card, Shown
from bot.telegram.transport.delivering import Delivery
from bot.telegram.transport.typing_indicator import TypingIndicator
from retrieval.answer import Answer
from retrieval.question.kinds import Kind

Ask = Callable[[Asked, datetime], Answer]  # blocks; called from several threads


class Responder:
    """What is said is not sent here: it joins the `effects` of the update that is handled."""

    def __init__(
        self,
        ask: Ask,
        about: Callable[[], str],
        searches: SearchThreads,
        typing: TypingIndicator,
        delivery: Delivery,
    ) -> None:
        """`about` says what the archive holds; it may block."""
        self._ask = ask
        self._about = about
        self._searches = searches
        self._typing = typing
        self.send_again = delivery.again
        self.state = delivery.state
        self._measures = delivery.measures

    async def answer(self, message: Message, question: Asked) -> None:
        """Search and reply; to chatter in a group not at all. Raises SearchError."""
        target = reply_target(message)
        began = monotonic()
        async with self._typing.shown(target):
            answer = await self._searches.run(partial(self._ask, question, message.date))
        self._measures.took("search", monotonic() - began)
        self._measures.answer(answer.strength.value, answer.question.kind.value)
        effects().outcome = f"answered, {answer.strength.value}"
        if not target.is_private and answer.question.kind is Kind.CHATTER:
            effects().outcome = "chatter"
            return
        card = _card(message, question, answer)
        effects().writes.append(lambda state: cards.keep(state, card, card.asked_at.timestamp()))
        effects().outgoing.append(Said(target, answer_html(answer), card=card.key))

    async def tell_about(self, target: ReplyTarget) -> None:
        """Counted in a thread of its own: it does not wait its turn behind slow searches."""
        self.say(target, await asyncio.to_thread(self._about), fades=True)

    def say(self, target: ReplyTarget, html: str, *, fades: bool = False) -> None:
        """`fades`: in a group it goes again after some minutes."""
        effects().outgoing.append(Said(target, html, fades=fades))


def _card(message: Message, question: Asked, answer: Answer) -> Card:
    sender = message.from_user
    shown = tuple(
        Shown(quote.article.id, quote.paragraph.position, quote.start, quote.end)
        for quote in answer.quotes
    )
    return Card(
        key=cards.new_key(),
        chat_id=message.chat.id,
        asker=sender.id if sender else None,
        asked=question,
        asked_at=message.date,
        shown=shown,
    )
