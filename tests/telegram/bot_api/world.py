"""What Telegram remembers: who there is, which chats, what was written in them."""

import itertools
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Queue
from typing import Any

from tests.telegram.bot_api.flood import Flood
from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.updates import Updates
from tests.telegram.parser import Parsed

Json = dict[str, Any]

BOT: Json = {"id": 12345678, "is_bot": True, "first_name": "Backissue", "username": "Backissue_Bot"}
STARTED = 1611761400  # 2021-01-27 15:30 UTC
GONE = ("left", "kicked")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that people in a chat can see. `what` is `says`, `edits`, `deletes` and so on."""

    what: str
    who: Json
    message: Json
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that the bot sent or edited, and when (`time.perf_counter`).

    `params` is the request, `message` what stands in the chat now.
    """

    params: Params
    parsed: Parsed
    at: float
    message: Json

    @property
    def text(self) -> str:
        return self.parsed.text


@dataclass(slots=True)
class Query:
    """A button pressed, something typed inline, or a guest's call, that waits for its answer.

    `answer` is what the bot gave. `message` is what it is about, in `chat`, if in one.
    """

    asker: Json
    asked_at: float
    chat: "ChatState | None" = None
    message: Json | None = None
    answer: Params | None = None


@dataclass(slots=True)
class ChatState:
    """`shown` is the chat as messages show it; `members` are people's ways of being in it.

    `whispers` are what one person and the bot see, and the moment of each; these are numbered
    apart. `standing` is the bot's: `member`, `administrator`, `left`, `kicked`; in a private chat
    `kicked` where the person blocked it. `topics` are open ones and closed ones.
    """

    shown: Json
    members: dict[int, str] = field(default_factory=dict)
    standing: str = "member"
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, bool] = field(default_factory=dict)
    moved_to: int | None = None
    can_write: bool = True
    events: list[Event] = field(default_factory=list)
    last_id: int = 0
    whispers: dict[int, tuple[Json, float]] = field(default_factory=dict)
    last_whisper: int = 0

    @property
    def id(self) -> int:
        return int(self.shown["id"])

    @property
    def type(self) -> str:
        return str(self.shown["type"])

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def whisper(self, who: Json, world: "World", fields: Json) -> Json:
        """A message that one person and the bot see, and that has no number among the others."""
        number = self.last_whisper = self.last_whisper + 1
        message = {"message_id": 0, "ephemeral_message_id": number, "date": world.date,
                   "chat": dict(self.shown), "from": who, **fields}  # fmt: skip
        self.whispers[number] = message, world.moment
        self.events.append(Event("whispers", who, message))
        return message

    def store(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        self.last_id = max(self.last_id, message["message_id"])


class World:
    """`changed` is held by whoever reads or changes it, and told of each of the bot's requests.

    `me` is what getMe says. `inline_messages` are those sent by way of the bot elsewhere.

    `sent` and `edited` is what the bot did, in order. `queries` are known by their ids, as
    `callback`, `inline` or `guest` and the id.
    """

    def __init__(self) -> None:
        self.me: Json = {
            **BOT,
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": True,
            "supports_guest_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.changed = threading.Condition()
        self.updates = Updates(self.changed)
        self.users: dict[int, Json] = {BOT["id"]: BOT}
        self.chats: dict[int, ChatState] = {}
        self.inline_messages: dict[str, Json] = {}
        self.queries: dict[tuple[str, str], Query] = {}
        self.sent: list[Sent] = []
        self.edited: list[Sent] = []
        self.arrived: Queue[Sent] = Queue()
        self.commands: dict[str, list[Json]] = {}
        self.flood: Flood | None = None
        self._ids = itertools.count(1)
        self._ahead = 0.0
        self._began = time.monotonic()

    def forget(self) -> None:
        """What was said so far, and where."""
        self.sent.clear()
        self.edited.clear()
        self.chats.clear()
        self.users = {BOT["id"]: BOT}
        self.updates.forget()

    # The time there.

    @property
    def moment(self) -> float:
        """Seconds since the server began, with those that a test skipped."""
        return time.monotonic() - self._began + self._ahead

    @property
    def date(self) -> int:
        """Of messages; today's, as the bot leaves alone what is old."""
        return int(time.time() + self._ahead)

    def skip(self, seconds: float) -> None:
        self._ahead += seconds

    # What the bot does.

    def take(self, chat: ChatState) -> None:
        """One more message to a chat. Raises RefusedError where there are too many."""
        if self.flood is not None:
            self.flood.take(chat.id, self.moment)

    def post(self, chat: ChatState, params: Params, parsed: Parsed, content: Json) -> Json:
        """Put a message of the bot's into a chat, or before the eyes of one person there."""
        if "receiver_user" in content:
            return self._arrived(params, parsed, chat.whisper(BOT, self, content))
        message = {
            "message_id": chat.next_id(),
            "date": self.date,
            "chat": chat.shown,
            "from": BOT,
            **content,
        }
        chat.store(message)
        chat.events.append(Event("says", BOT, message))
        return self._arrived(params, parsed, message)

    def _arrived(self, params: Params, parsed: Parsed, message: Json) -> Json:
        sent = Sent(params, parsed, time.perf_counter(), message)
        self.sent.append(sent)
        self.arrived.put(sent)
        return message

    # Who and what there is.

    def number(self) -> int:
        """One that nothing else has."""
        return next(self._ids)

    def chat(self, chat_id: object) -> ChatState:
        """Raises RefusedError."""
        try:
            return self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def open(self, shown: Json, **fields: Any) -> ChatState:
        """The chat, a new one if nobody spoke of it before."""
        if shown["id"] not in self.chats:
            self.chats[shown["id"]] = ChatState(shown, **fields)
        return self.chats[shown["id"]]

    def note(self, update: object) -> None:
        """Remember the chats, people and messages that an update shows, where it can be read."""
        for message in _messages_in(update):
            chat = self.open({"first_name": "Somebody", **message["chat"]})
            chat.store(message)
            sender = message.get("from")
            if isinstance(sender, dict) and isinstance(sender.get("id"), int):
                self.users.setdefault(sender["id"], sender)
                chat.members.setdefault(sender["id"], "member")
            thread = message.get("message_thread_id")
            if isinstance(thread, int) and message.get("is_topic_message"):
                chat.topics.setdefault(thread, True)


def _messages_in(update: object) -> Iterator[Json]:
    """Messages of chats that have a number and a kind, the replied one first."""
    if not isinstance(update, dict):
        return
    for name in ("reply_to_message", "message"):
        yield from _messages_in(update.get(name))
    chat, number = update.get("chat"), update.get("message_id")
    is_chat = isinstance(chat, dict) and isinstance(chat.get("id"), int) and "type" in chat
    if is_chat and isinstance(number, int):
        yield update
