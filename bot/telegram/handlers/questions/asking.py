"""What a message asks: of its own, of what it replies to, or of what was answered before it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from telegram import Message

from bot.render.english import telegram as texts
from bot.telegram.incoming.message_text import is_own, own_words, replied_to
from bot.telegram.incoming.question import Asked, question_in, quotation_in
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.incoming.words.manners import is_chatter
from bot.telegram.responder import Responder
from bot.telegram.state import cards
from bot.telegram.state.cards import Card
from retrieval.conversation.asked_for import may_be_change
from retrieval.conversation.changes import Before, FollowUp, What
from retrieval.conversation.follow_up import follow_up
from retrieval.conversation.further import asks_for_more, asks_for_other_outlets
from retrieval.verbatim.chronology import Order

SOON = timedelta(minutes=10)  # after an answer, in which a few words may belong to it
MOST_CHATTER = 5  # pieces of it that may stand between

Outlets = Callable[[], Sequence[str]]  # the names that the archive knows; may block


async def question_of(message: Message, responder: Responder, outlets: Outlets) -> Asked | None:
    """None where there is nothing to ask."""
    followed = await _follow_up(message, responder, outlets)
    if followed is not None:
        return followed
    names = await asyncio.to_thread(outlets) if message.reply_to_message is not None else ()
    return question_in(message, names)


async def told_more(message: Message, responder: Responder) -> bool:
    """Whether a few words asked for more of an answer, and got it."""
    if message.forward_origin is not None or not asks_for_more(own_words(message)):
        return False
    card = await _answered(message, responder)
    if card is None:
        return False
    if card.shown:
        await responder.more(message, card)
    else:
        responder.say(reply_target(message), texts.NO_MORE(), fades=True)
    return True


async def _follow_up(message: Message, responder: Responder, outlets: Outlets) -> Asked | None:
    """A few words that change the question whose answer they reply to, or that was just answered
    to the same person.
    """
    words, replied = own_words(message), replied_to(message)
    if message.forward_origin is not None or not may_be_change(words):
        return None
    card = await _answered(message, responder)
    if card is None:
        return None
    asked = card.asked

    def read() -> FollowUp | None:
        shown = responder.pages.outlets_of(card) if asks_for_other_outlets(words) else ()
        order = Order(card.order)
        old, behind, new = map(responder.lookups.printed, (asked.text, asked.behind, words))
        before = Before(old, card.asked_at, asked.is_said, order, behind, shown)
        return follow_up(before, new, message.date, outlets())

    found = await asyncio.to_thread(read)
    if found is None or (replied is None and _stands_alone(found)):
        return None
    return Asked(
        text=found.text,
        is_said=found.is_said,
        order=str(found.order or Order.BEST),
        as_of=found.asked_at,
        line=texts.changed_line(found.about, found.changes),
        behind=found.behind,
    )


def _stands_alone(found: FollowUp) -> bool:
    """Whoever writes a name, or a question, and is not replying, may be asking about that alone."""
    is_new = any(one.what in (What.NAME, What.QUESTION) for one in found.changes)
    return is_new and not found.is_joined


async def quotation_of(message: Message, responder: Responder) -> Asked | None:
    """What a command looks up: the words behind it, those that it replies to, or the question
    whose answer it replies to.
    """
    words, replied = quotation_in(message), replied_to(message)
    if words is not None or replied is None or not is_own(replied):
        return words
    card = await _shown_in(replied, responder)
    return None if card is None else replace(card.asked, as_of=card.asked_at, line="")


async def _answered(message: Message, responder: Responder) -> Card | None:
    """The answer that a message replies to, or else the one that its sender just got."""
    replied = replied_to(message)
    if replied is None:
        return await _latest(message, responder)
    return await _shown_in(replied, responder) if is_own(replied) else None


async def _shown_in(replied: Message, responder: Responder) -> Card | None:
    """What was answered to a guest's call has no number; it is the caller's last one before it."""
    caller = replied.guest_bot_caller_user
    if caller is not None:
        asked = partial(cards.asked_by, chat_id=replied.chat.id, asker=caller.id)
        return await responder.state.do(partial(asked, until=replied.date.timestamp()))
    place = (replied.chat.id, replied.message_id)
    return await responder.state.do(
        lambda connection: cards.shown_in(connection, place[0], place[1])
    )


async def _latest(message: Message, responder: Responder) -> Card | None:
    """The same person's, if it is the last that was answered in this chat; chatter asks nothing."""
    after = (message.date - SOON).timestamp()
    read = partial(cards.of_chat, chat_id=message.chat.id, after=after, most=MOST_CHATTER)
    found = await responder.state.do(read)
    others = (card for card in found if card.question != message.message_id)
    for card in others:
        if card.shown or not await asyncio.to_thread(is_chatter, card.asked.text, card.asked_at):
            sender = message.from_user.id if message.from_user else None
            return card if sender is not None and card.asker == sender else None
    return None
