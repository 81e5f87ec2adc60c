"""Answers a question: has it searched, says the reply. Every kind of message ends here."""

import asyncio
from collections.abc import Callable
from functools import partial

from telegram import Message

from bot.render.english import telegram as texts
from bot.render.telegram.lookups.report import Report
from bot.telegram.effects import effects
from bot.telegram.incoming.question import Asked
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.outgoing import Message as Said
from bot.telegram.outgoing import ReplyTarget
from bot.telegram.search_threads import SearchThreads
from bot.telegram.showing.lookups import Lookups
from bot.telegram.showing.pages import Pages
from bot.telegram.state import cards
from bot.telegram.state.cards import Card
from bot.telegram.transport.delivering import Delivery
from bot.telegram.transport.typing_indicator import TypingIndicator
from retrieval.question.kinds import Kind


class Responder:
    """What is said is not sent here: it joins the `effects` of the update that is handled."""

    def __init__(
        self,
        pages: Pages,
        lookups: Lookups,
        searches: SearchThreads,
        typing: TypingIndicator,
        delivery: Delivery,
    ) -> None:
        self.pages = pages
        self.lookups = lookups
        self.searches = searches
        self._typing = typing
        self.send_again = delivery.again
        self.state = delivery.state

    async def answer(self, message: Message, question: Asked) -> None:
        """Search and reply; to chatter in a group not at all. Raises SearchError."""
        target, card = reply_target(message), _card(message, question)
        async with self._typing.shown(target):
            answer, page = await self.searches.run(partial(self.pages.first, card))
        effects().outcome = f"answered, {answer.strength.value}"
        if not target.is_private and answer.question.kind is Kind.CHATTER:
            effects().outcome = "chatter"
            return
        effects().writes.append(
            lambda state: cards.keep(state, page.card, card.asked_at.timestamp())
        )
        fades = not page.card.shown
        said = Said(target, page.html, keyboard=page.keyboard, fades=fades, card=card.key)
        effects().outgoing.append(said)

    async def tell_about(self, target: ReplyTarget) -> None:
        """Counted in a thread of its own: it does not wait its turn behind slow searches."""
        self.say(target, await asyncio.to_thread(self._about), fades=True)

    def _about(self) -> str:
        return texts.about(self.lookups.holdings(), self.lookups.collection())

    async def look_up(self, message: Message, report: Callable[[], Report]) -> None:
        """What a command brings, made in a search's thread. Raises SearchError."""
        target = reply_target(message)
        async with self._typing.shown(target):
            made = await self.searches.run(report)
        effects().outcome = "looked up"
        said = Said(target, made.html, photo=made.photo, fades=made.fades)
        effects().outgoing.append(said)

    def say(self, target: ReplyTarget, html: str, *, fades: bool = False) -> None:
        """`fades`: in a group it goes again after some minutes."""
        effects().outgoing.append(Said(target, html, fades=fades))


def _card(message: Message, question: Asked) -> Card:
    """Without an asker where that is hidden: somebody who writes as a channel or a group."""
    sender = message.from_user if message.sender_chat is None else None
    return Card(
        key=cards.new_key(),
        chat_id=message.chat.id,
        asker=sender.id if sender else None,
        asked=question,
        asked_at=message.date,
    )
