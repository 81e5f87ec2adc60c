"""Answers a question: has it searched, says the reply. Every kind of message ends here."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from telegram import Message

from bot.chat_settings import ChatSettings, in_zone
from bot.render.english import telegram as texts
from bot.render.telegram.lookups.report import Report
from bot.telegram.admission.limits import Verdict
from bot.telegram.admission.once import Once
from bot.telegram.effects import effects
from bot.telegram.incoming.claim import hung_on
from bot.telegram.incoming.hearing import hears_all
from bot.telegram.incoming.question import Asked
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.outgoing import Edit, GuestAnswer, ReplyTarget
from bot.telegram.outgoing import Message as Said
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
        self._measures = delivery.measures
        self._once = Once()
        self.heard = Once()  # messages, by chat and number, that were for the bot

    async def answer(self, message: Message, question: Asked, before: Card | None = None) -> bool:
        """Search and reply; to chatter in a group not at all. Raises SearchError.

        `before` is an earlier answer to the same; False where there is nothing that it did not
        show, and then nothing is said.
        """
        target, claim = hung_on(message, question)
        card = _card(message, question, effects().settings)
        if not self._may_ask(message, target):
            return True
        began = monotonic()
        find = partial(self.pages.since, before=before) if before else self.pages.first
        async with self._typing.shown(target):
            answer, page = await self.searches.run(partial(find, card))
        self._measures.took("search", monotonic() - began)
        self._measures.answer(answer.strength.value, answer.question.kind.value)
        effects().outcome = f"answered, {answer.strength.value}"
        if page is None:
            return False
        if not target.is_private and answer.question.kind is Kind.CHATTER:
            effects().outcome = "chatter"
            return True
        if target.ephemeral is None:  # else a later question would tell the group of it
            stored = partial(cards.keep, card=page.card, now=message.date.timestamp())
            effects().writes.append(stored)
        effects().outgoing.append(
            Said(
                target,
                page.html,
                keyboard=page.keyboard,
                claim=claim,
                fades=not page.card.shown,
                card=card.key if target.ephemeral is None else "",
            )
        )
        return True

    async def more(self, message: Message, card: Card) -> None:
        """What comes behind an answer's quotes, as a message of its own. Raises SearchError."""
        target = reply_target(message)
        if not self._may_ask(message, target):
            return
        way = await self.state.do(partial(cards.way_to, key=card.key))
        page = await self.searches.run(partial(self.pages.more, way))
        effects().outcome = "told more" if page else "no more"
        if page is None:
            self.say(target, texts.NO_MORE(), fades=True)
            return
        now = message.date.timestamp()
        effects().writes.append(partial(cards.keep, card=page.card, now=now))
        shown = Said(target, page.html, keyboard=page.keyboard, card=page.card.key)
        effects().outgoing.append(shown)

    async def answer_in_place(self, message: Message, question: Asked, place: int) -> None:
        """Search, and edit the answer that stands there; for chatter not. Raises SearchError."""
        card = _card(message, question, effects().settings)
        if not self._may_ask(message, reply_target(message)):
            return
        answer, page = await self.searches.run(partial(self.pages.first, card))
        effects().outcome = f"answered again, {answer.strength.value}"
        if answer.question.kind is Kind.CHATTER:
            return
        shown_in = (message.chat.id, place)
        effects().writes.append(partial(cards.turn_to, card=page.card, place=shown_in))
        effects().outgoing.append(Edit(*shown_in, page.html, page.keyboard))

    async def answer_guest(self, message: Message, question: Asked) -> None:
        """Search and answer a guest's call; chatter not at all. Raises SearchError."""
        card = _card(message, question, ChatSettings())
        verdict = self.searches.limits.judge(message.chat.id, card.asker)
        if verdict is not Verdict.ANSWER:
            effects().outcome = "too many"
            if verdict is Verdict.SAY:
                self.say_as_guest(message, texts.TOO_MANY())
            return
        answer, page = await self.searches.run(partial(self.pages.first, card))
        effects().outcome = f"answered as a guest, {answer.strength.value}"
        if answer.question.kind is Kind.CHATTER:
            return
        stored = partial(cards.keep, card=page.card, now=message.date.timestamp())
        effects().writes.append(stored)
        self.say_as_guest(message, page.html)

    def say_as_guest(self, message: Message, html: str) -> None:
        answer = GuestAnswer(
            message.chat.id, message.guest_query_id or "", html, texts.GUEST_TITLE()
        )
        effects().outgoing.append(answer)

    async def tell_about(self, message: Message) -> None:
        """Counted in a thread of its own: it does not wait its turn behind slow searches."""
        heard = texts.heard(hears_all=hears_all(message.get_bot()))
        held = await asyncio.to_thread(self._about)
        self.say(reply_target(message), f"{held}\n\n{heard}", fades=True)

    def _about(self) -> str:
        return texts.about(self.lookups.holdings(), self.lookups.collection())

    async def look_up(
        self, message: Message, report: Callable[[], Report], about: Asked | None = None
    ) -> None:
        """What a command brings `about` something. Raises SearchError."""
        target, claim = hung_on(message, about or Asked(""))
        if not self._may_ask(message, target):
            return
        began = monotonic()
        async with self._typing.shown(target):
            made = await self.searches.run(report)
        self._measures.took("search", monotonic() - began)
        effects().outcome = "looked up"
        effects().outgoing.append(
            Said(target, made.html, photo=made.photo, claim=claim, fades=made.fades)
        )

    def _may_ask(self, message: Message, target: ReplyTarget) -> bool:
        """Says it once, where somebody asks too often."""
        verdict = self.searches.limits.judge(message.chat.id, _asker(message))
        if verdict is Verdict.SAY:
            self.say(target, texts.TOO_MANY(), fades=True)
        if verdict is not Verdict.ANSWER:
            effects().outcome = "too many"
        return verdict is Verdict.ANSWER

    def asked_at(self, message: Message, asked: Asked) -> datetime:
        """From when its times are counted, by the clock that the chat has set."""
        return in_zone(asked.as_of or message.date, effects().settings.zone)

    def say_rarely(self, message: Message, html: str) -> None:
        """What one chat need not be told again and again."""
        if self._once.is_due((message.chat.id, html)):
            self.say(reply_target(message), html, fades=True)
        else:
            effects().outcome = "said before"

    def say(self, target: ReplyTarget, html: str, *, fades: bool = False) -> None:
        """`fades`: in a group it goes again after some minutes."""
        effects().outgoing.append(Said(target, html, fades=fades))


def _card(message: Message, question: Asked, settings: ChatSettings) -> Card:
    return Card(
        key=cards.new_key(),
        chat_id=message.chat.id,
        asker=_asker(message),
        asked=question,
        asked_at=question.as_of or message.date,
        order=question.order,
        zone=settings.zone,
        limit=settings.quotes,
        question=message.message_id,
    )


def _asker(message: Message) -> int | None:
    """None where that is hidden: somebody who writes as a channel or a group."""
    sender = message.from_user if message.sender_chat is None else None
    return sender.id if sender else None
