"""Brings what is in the outbox to Telegram: chat by chat in order, paced, and nothing twice.

A row says that it is being sent before it is sent, and goes when it is known to have arrived. So
whatever ends in between, the next process knows what may have arrived: the reader is told that in
one short line, with a button that brings the answer.
"""

import asyncio
import logging
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic

import msgspec

from bot.render.english import telegram as texts
from bot.render.languages.speaking import speaking
from bot.telegram.measures import UNMEASURED, Measures
from bot.telegram.outgoing import Button, Deletion, Message, Outgoing, decoded
from bot.telegram.state import cards, chats, outbox, watches
from bot.telegram.state.database import State
from bot.telegram.state.outbox import Row
from bot.telegram.transport.fates import Arrived, Fate, Later, Refused, Unsure
from bot.telegram.transport.pacing import Pacing
from bot.telegram.transport.sending import Sending

LOG = logging.getLogger(__name__)

AT_ONCE = 32  # requests
TOO_LATE = 30 * 60.0  # seconds; in a group the talk has gone on by then
FADES_AFTER = 3 * 60.0  # seconds, for help and the like in a group
AGAIN = "again"  # what the button says behind which the number of the row stands
LOOK_FOR_DUE = 5.0  # seconds
SOON = 1.0  # seconds
A_MOMENT = 1.0  # seconds
MOST_FAILURES = 3  # of the program itself, at one row


class Delivery:
    def __init__(
        self, state: State, sending: Sending, pacing: Pacing, measures: Measures = UNMEASURED
    ) -> None:
        self.state = state
        self.measures = measures
        self._sending = sending
        self.newest = sending.newest
        self._pacing = pacing
        self._queues: dict[int, deque[Row]] = {}
        self._draining: set[asyncio.Task[None]] = set()
        self._requests: set[asyncio.Task[float | None]] = set()
        self._under_way: dict[int, asyncio.Task[float | None]] = {}  # by chat
        self._places = asyncio.Semaphore(AT_ONCE)
        self._looked = 0.0
        self._pressing: set[int] = set()  # chats to which something is being sent, in vain so far
        self._pressing_since = 0.0
        self._last_word = 0.0  # when Telegram last said something of what was sent

    async def begin(self) -> None:
        """Take up what a process before this one has left."""
        now = self._looked = time.time()
        for row in await self.state.insist(outbox.begun):
            await self._doubted(row, "the program ended while it was sent")
        self.add(await self.state.insist(partial(outbox.waiting, now=now)))

    def add(self, rows: Iterable[Row]) -> None:
        """Send what is in the outbox already."""
        for row in rows:
            queue = self._queues.get(row.chat)
            if queue is None:
                queue = self._queues[row.chat] = deque([row])
                task = asyncio.create_task(self._drain(row.chat, queue))
                self._draining.add(task)
                task.add_done_callback(self._draining.discard)
            else:
                queue.append(row)

    async def put(self, outgoing: Outgoing) -> None:
        """Send something that answers no update."""
        self.add([await self.state.insist(partial(outbox.put, outgoing=outgoing, now=time.time()))])

    async def again(self, number: int) -> bool:
        """Send what was in doubt once more; False where it is gone."""
        row = await self.state.insist(partial(outbox.again, number=number))
        if row is None:
            return False
        self.add([row._replace(at=time.time())])
        return True

    async def add_what_falls_due(self) -> None:
        """Endless: what is to be done later is taken up when its time has come."""
        while True:
            await asyncio.sleep(LOOK_FOR_DUE)
            now = time.time()
            due = partial(outbox.waiting, now=now, after=self._looked)
            self.add(await self.state.insist(due))
            self._looked = now

    @property
    def silence(self) -> float:
        """For how many seconds Telegram has said nothing of what is being sent to it."""
        if not self._pressing:
            return 0.0
        return monotonic() - max(self._last_word, self._pressing_since)

    async def recorded(self, chat: int) -> None:
        """Until it is known what became of what is being sent there, but not for long.

        Who answers at once would else answer a message that is not known to be the bot's.
        """
        request = self._under_way.get(chat)
        if request is not None:
            await asyncio.wait({request}, timeout=A_MOMENT)

    async def finish(self, seconds: float) -> None:
        """Send what can be sent in that time; the rest stays in the outbox."""
        if self._draining:
            await asyncio.wait(self._draining, timeout=seconds)
        for task in self._draining:
            task.cancel()
        await asyncio.gather(*self._draining, return_exceptions=True)
        if self._requests:  # never cut short, and bounded by their own time limits
            await asyncio.wait(self._requests)

    async def _drain(self, chat: int, queue: deque[Row]) -> None:
        tries = 0
        while queue:
            try:
                pause = await self._sent(queue[0], tries)
            except Exception as error:  # of this program's own: no chat may fall silent by it
                pause = await self._failed(queue[0], error, tries)
            if pause is None:
                queue.popleft()
                tries = 0
            else:
                tries += 1
                await asyncio.sleep(pause)
        del self._queues[chat]

    async def _failed(self, row: Row, error: Exception, tries: int) -> float | None:
        """Tried a few times more, then left out."""
        LOG.error("chat %s: could not be sent: %s", row.chat, type(error).__name__)
        if tries < MOST_FAILURES:
            return SOON
        self.measures.reply("lost")
        await self.state.insist(partial(outbox.done, number=row.number))
        return None

    async def _sent(self, row: Row, tries: int) -> float | None:
        """None when the row is done with; else the seconds to wait before it is tried again."""
        outgoing = _readable(row)
        if outgoing is None or _is_too_late(row):
            LOG.warning("chat %s: what waited too long, or cannot be read, was left out", row.chat)
            self.measures.reply("lost")
            await self.state.insist(partial(outbox.done, number=row.number))
            return None
        await self._pacing.turn(row.chat)
        async with self._places:
            request = asyncio.create_task(self._attempt(row, outgoing, tries))
            self._requests.add(request)
            self._under_way[row.chat] = request
            request.add_done_callback(self._requests.discard)
            try:
                return await asyncio.shield(request)
            finally:
                self._under_way.pop(row.chat, None)

    async def _attempt(self, row: Row, outgoing: Outgoing, tries: int) -> float | None:
        if not self._pressing:
            self._pressing_since = monotonic()
        self._pressing.add(row.chat)
        await self.state.insist(partial(outbox.begin, number=row.number))
        began = monotonic()
        fate = await self._sending.perform(outgoing, tries)
        self.measures.took("send", monotonic() - began)
        if not isinstance(fate, Later | Unsure) or (isinstance(fate, Later) and fate.is_said):
            self._last_word = monotonic()
        if not isinstance(fate, Later) or fate.is_said:
            self._pressing.discard(row.chat)
        return await self._recorded(row, outgoing, fate)

    async def _recorded(self, row: Row, outgoing: Outgoing, fate: Fate) -> float | None:
        match fate:
            case Arrived():
                self.measures.reply("sent")
                await self.state.insist(_arrival(row, outgoing, fate))
            case Refused(why, is_gone):
                self.measures.reply("refused")
                LOG.warning("chat %s: not delivered: %s", row.chat, why)
                await self.state.insist(partial(outbox.done, number=row.number))
                if is_gone:
                    await self.state.insist(partial(watches.end_all, chat_id=row.chat))
            case Later(seconds):
                self.measures.reply("held")
                await self.state.insist(partial(outbox.hold, number=row.number))
                return seconds
            case Unsure(why):
                offer = await self._doubted(row, why)
                if offer is None:
                    return SOON
                self.add([offer])
        return None

    async def _doubted(self, row: Row, why: str) -> Row | None:
        """None where it may be done twice and is to be tried again; else the offer of it."""
        outgoing = _readable(row)
        if not isinstance(outgoing, Message) or _may_come_twice(outgoing):
            await self.state.insist(partial(outbox.hold, number=row.number))
            return None
        self.measures.reply("unknown")
        LOG.warning("chat %s: it is not known whether a reply arrived: %s", row.chat, why)
        with speaking(await self.state.insist(partial(chats.language_of, chat=row.chat))):
            button = Button(texts.SEND_AGAIN(), press=f"{AGAIN}:{row.number}")
            offer = Message(outgoing.target, texts.MAY_BE_LOST(), keyboard=((button,),))

        def kept(connection: sqlite3.Connection) -> Row:
            outbox.doubt(connection, row.number)
            return outbox.put(connection, offer, time.time())

        return await self.state.insist(kept)


def _arrival(row: Row, outgoing: Outgoing, fate: Arrived) -> Callable[[sqlite3.Connection], None]:
    def arrived(connection: sqlite3.Connection) -> None:
        now = time.time()
        outbox.done(connection, row.number)
        if fate.chat_id != row.chat:
            chats.move(connection, old=row.chat, new=fate.chat_id)
        if not isinstance(outgoing, Message) or fate.message_id is None:
            return
        place = (fate.chat_id, fate.message_id)
        if outgoing.card:
            cards.show(connection, outgoing.card, place, now)
        if outgoing.fades and place[0] < 0 and not chats.read(connection, place[0]).keeps:
            outbox.put(connection, Deletion(*place), now, due=now + FADES_AFTER)

    return arrived


def _readable(row: Row) -> Outgoing | None:
    try:
        return decoded(row.body)
    except msgspec.MsgspecError:
        return None


def _is_too_late(row: Row) -> bool:
    return row.chat < 0 and time.time() - row.at > TOO_LATE


def _may_come_twice(message: Message) -> bool:
    """The offer itself, and what one person sees for a while."""
    if message.target.ephemeral is not None:
        return True
    return any(button.press.startswith(AGAIN) for line in message.keyboard for button in line)
