"""`/watch`, `/watches`, and their buttons: new answers to a question, told unasked."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from functools import partial

from telegram import CallbackQuery, Message

from bot.errors import PressRefusedError
from bot.render.english import chats as words
from bot.render.english import telegram as texts
from bot.render.telegram.markup import plain, short
from bot.telegram.effects import effects
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.outgoing import Button, Edit, Keyboard, ReplyTarget
from bot.telegram.outgoing import Message as Said
from bot.telegram.responder import Responder
from bot.telegram.state import cards, watches
from bot.telegram.state.cards import Card
from bot.telegram.state.watches import MOST, Watch

MAX_BUTTON = 40  # characters of a question on a button
MAX_QUESTION = 300


async def watch(message: Message, responder: Responder) -> None:
    """`/watch words`, or in reply to an answer: its question."""
    target, text, known = reply_target(message), own_words(message).strip(), set[str]()
    if not text and message.reply_to_message is not None:
        place = message.chat.id, message.reply_to_message.message_id
        card = await responder.state.do(lambda state: cards.shown_in(state, *place))
        if card is not None:
            text, known = card.asked.text, _articles(card)
    if not text:
        responder.say(target, words.WATCH_WHAT(), fades=True)
        return
    asker = message.from_user.id if message.from_user else None
    is_kept = await _keep(responder, _watch(text, target, asker), known)
    responder.say(target, _told(text, is_kept=is_kept), fades=True)


async def watch_card(query: CallbackQuery, key: str, responder: Responder) -> str:
    """The button under an answer that found nothing."""
    card = await responder.state.do(partial(cards.find, key=key))
    if card is None or query.message is None or query.message.chat.id != card.chat_id:
        raise PressRefusedError(texts.GONE())
    target = ReplyTarget(card.chat_id, None, query.message.message_id)
    made = _watch(card.asked.text, target, query.from_user.id)
    is_kept = await _keep(responder, made, _articles(card))
    responder.say(target, _told(card.asked.text, is_kept=is_kept), fades=True)
    return ""


async def watches_here(message: Message, responder: Responder) -> None:
    """Each with a button that ends it."""
    target = reply_target(message)
    there = await responder.state.do(partial(watches.of_chat, chat_id=message.chat.id))
    effects().outgoing.append(Said(target, *_listed(there), fades=True))


async def unwatch(query: CallbackQuery, number: str, responder: Responder) -> str:
    """Anybody in the chat may end what it is told; the list shows what is left."""
    if not number.isdecimal() or query.message is None:
        raise PressRefusedError(texts.GONE())
    chat_id, place = query.message.chat.id, query.message.message_id

    def end(connection: sqlite3.Connection) -> Sequence[Watch]:
        watches.remove(connection, chat_id=chat_id, number=int(number))
        return watches.of_chat(connection, chat_id)

    effects().outgoing.append(Edit(chat_id, place, *_listed(await responder.state.do(end))))
    return words.UNWATCHED()


def _listed(there: Sequence[Watch]) -> tuple[str, Keyboard]:
    if not there:
        return words.NO_WATCHES(), ()
    lines = [f"{place}. {plain(short(one.text, 100)).html}" for place, one in enumerate(there, 1)]
    keyboard = tuple(
        (Button(words.UNWATCH(number=place), press=f"unwatch:{one.number}"),)
        for place, one in enumerate(there, 1)
    )
    return "\n".join([words.WATCHES(), *lines]), keyboard


def _watch(text: str, target: ReplyTarget, asker: int | None) -> Watch:
    """Told in the same topic, as a message of its own."""
    alone = ReplyTarget(target.chat_id, target.thread_id, None)
    return Watch(short(text, MAX_QUESTION), alone, asker, time.time())


async def _keep(responder: Responder, made: Watch, known: Iterable[str]) -> bool:
    return await responder.state.do(partial(watches.add, watch=made, known=known)) is not None


def _told(text: str, *, is_kept: bool) -> str:
    if not is_kept:
        return words.WATCHES_FULL(count=MOST)
    return words.WATCHED(question=plain(short(text, MAX_BUTTON)).within("b").html)


def _articles(card: Card) -> set[str]:
    return {one.article for one in card.shown}
