"""What came: stored, then handled, and its end stored together with what it led to.

Telegram is told that an update came only when it is stored. So none is lost by the end of the
process, and one that Telegram sends again is not answered again.
"""

import asyncio
import json
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from telegram import Bot, Update
from telegram import Message as TelegramMessage

from bot.chat_settings import ChatSettings
from bot.render.english import telegram as texts
from bot.render.languages.speaking import speaking
from bot.telegram.admission.access import EVERYBODY, Access
from bot.telegram.effects import Effects, gathered
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.intake.gathering import Gathering
from bot.telegram.intake.language import language_for
from bot.telegram.intake.received import Received
from bot.telegram.intake.same_message import mark_of
from bot.telegram.intake.turns import Turns
from bot.telegram.measures import UNMEASURED, Measures
from bot.telegram.outgoing import Message
from bot.telegram.state import chats, inbox, outbox
from bot.telegram.state.chats import NOTHING_SET
from bot.telegram.state.database import State
from bot.telegram.state.inbox import Came
from bot.telegram.state.outbox import Row
from bot.telegram.transport.delivering import TOO_LATE, Delivery
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

MOST_BEGUN = 3  # how often the handling of one update may end with the process
MOST_WAITING = 5000  # of all persons; the rest stays with Telegram

Handle = Callable[[Update], Awaitable[None]]


class Intake:
    def __init__(
        self,
        state: State,
        delivery: Delivery,
        handle: Handle,
        access: Access = EVERYBODY,
        *,
        measures: Measures = UNMEASURED,
    ) -> None:
        """`handle` raises nothing, and says what it says to the `effects` of its update."""
        self._access = access
        self._state = state
        self._delivery = delivery
        self._handle = handle
        self._measures = measures
        self._came: dict[int, float] = {}  # what is not served yet, and when it came
        self._turns: Turns[Update] = Turns(self._served)
        self._gathering = Gathering()
        self._begun: dict[int, int] = {}
        self._flooding: set[object] = set()
        self._passing: set[asyncio.Task[None]] = set()

    async def resume(self, bot: Bot) -> None:
        """Take up what a process before this one has not answered."""
        for one in await self._state.insist(inbox.waiting):
            try:
                update = Update.de_json(json.loads(one.body), bot)
            except UNREADABLE:
                await self._state.insist(partial(inbox.done, number=one.id))
                continue
            self._begun[one.id] = one.begun
            self._gathering.note(update)
            self._turns.add(_person(update), update)

    @property
    def has_room(self) -> bool:
        return self._turns.waiting < MOST_WAITING

    async def take(self, updates: Iterable[Received]) -> None:
        """Store what is new and hand it out; when this returns Telegram may be told.

        Raises sqlite3.Error, and then nothing was taken.
        """
        taken: list[Received] = []
        of_person: Counter[object] = Counter()
        for one in updates:
            if await self._is_to_store(one.update, besides=of_person[_person(one.update)]):
                taken.append(one)
                of_person[_person(one.update)] += 1
        came = [Came(one.update.update_id, one.body, mark_of(one.update)) for one in taken]
        new = await self._state.do(partial(inbox.store, updates=came, now=time.time()))
        fresh = [one.update for one in taken if one.update.update_id in new]
        self._note(fresh)
        for update in fresh:
            self._turns.add(_person(update), update)

    async def _is_to_store(self, update: Update, *, besides: int) -> bool:
        if not self._is_answered(update):
            return False
        if update.inline_query is not None:  # goes stale in seconds, and the next is on its way
            self._pass_on(update)
            return False
        has_room = self._turns.has_room(_person(update), besides)
        if not has_room:
            await self._leave_out(update)
        return has_room

    async def finish(self, seconds: float) -> None:
        """Begin nothing more, and wait for what is being handled; the rest stays in the inbox.

        What is typed inline is let go.
        """
        await self._turns.finish(seconds)
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)

    def _note(self, updates: Iterable[Update]) -> None:
        for update in updates:
            self._gathering.note(update)
            if (message := update.message) is not None:
                self._delivery.newest.note(message.chat.id, message.message_id)
            self._measures.update(_kind(update))
            self._came[update.update_id] = time.perf_counter()

    def _is_answered(self, update: Update) -> bool:
        chat, sender = update.effective_chat, update.effective_sender
        return self._access.is_answered(chat.id if chat else None, sender.id if sender else None)

    def _pass_on(self, update: Update) -> None:
        task = asyncio.create_task(self._passed(update))
        self._passing.add(task)
        task.add_done_callback(self._passing.discard)

    async def _passed(self, update: Update) -> None:
        self._measures.update(_kind(update))
        language = await self._state.insist(partial(language_for, update=update))
        with gathered(), speaking(language):
            await self._handle(update)

    async def _leave_out(self, update: Update) -> None:
        """Said once, until the person's other messages are answered."""
        person, message = _person(update), _in_own_chat(update)
        if person in self._flooding or message is None:
            return
        self._flooding.add(person)
        with speaking(await self._state.do(partial(language_for, update=update))):
            line = texts.TOO_MANY()
        await self._delivery.put(Message(reply_target(message), line, fades=True))

    async def _served(self, update: Update) -> None:
        began = time.perf_counter()
        number, chat = update.update_id, update.effective_chat
        came = self._came.pop(number, began)
        self._measures.took("wait", began - came)
        language, settings = await self._state.insist(partial(_begin, update=update))
        if chat is not None:
            await self._delivery.recorded(chat.id)
        with gathered(settings) as effects, speaking(language):
            if self._begun.pop(number, 0) >= MOST_BEGUN:
                _give_up(update, effects)
            elif _is_too_late(update):
                effects.outcome = "too late for a group"
            elif (whole := await self._gathering.whole(update)) is not None:
                await self._handle(whole)
            else:
                effects.outcome = "answered with another"
        self._delivery.add(await self._state.insist(partial(_end, number=number, effects=effects)))
        if self._turns.is_last(_person(update)):
            self._flooding.discard(_person(update))
        self._measures.took("all", time.perf_counter() - came)
        where, took = chat.id if chat else "-", (time.perf_counter() - began) * 1000
        LOG.info("update %s chat %s: %s, %.0f ms", number, where, effects.became, took)


def _begin(connection: sqlite3.Connection, update: Update) -> tuple[str, ChatSettings]:
    """The language to answer in, and what its chat has set."""
    inbox.begin(connection, update.update_id)
    language, chat = language_for(connection, update), update.effective_chat
    return language, chats.read(connection, chat.id) if chat else NOTHING_SET


def _end(connection: sqlite3.Connection, number: int, effects: Effects) -> list[Row]:
    now = time.time()
    inbox.done(connection, number)
    for write in effects.writes:
        write(connection)
    return [outbox.put(connection, one, now) for one in effects.outgoing]


def _give_up(update: Update, effects: Effects) -> None:
    effects.outcome = "given up: it ended the program each time"
    message = _in_own_chat(update)
    if message is not None:
        target = reply_target(message)
        effects.outgoing.append(Message(target, texts.APOLOGY(), fades=True))


def _in_own_chat(update: Update) -> TelegramMessage | None:
    """Its message, if it is of a chat that the bot is in."""
    return update.effective_message if update.guest_message is None else None


def _is_too_late(update: Update) -> bool:
    message, chat = update.message or update.channel_post, update.effective_chat
    if message is None or chat is None or chat.id > 0:
        return False
    return time.time() - message.date.timestamp() > TOO_LATE


def _kind(update: Update) -> str:
    """As Telegram names it."""
    return next((kind for kind in Update.ALL_TYPES if getattr(update, kind, None)), "unreadable")


def _person(update: Update) -> object:
    """Who is served in turn: a person, a channel that writes, else a chat."""
    sender = update.effective_sender
    if sender is not None:
        return sender.id
    return update.effective_chat.id if update.effective_chat else update.update_id
