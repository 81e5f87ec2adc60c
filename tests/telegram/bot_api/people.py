"""Chats and the people in them, as tests speak of them.

chat = api.group("River talk")
ann = chat.member("Ann")
claim = ann.says("The dam broke in 2021.")
chat.member("Jonas").says("/ask", reply_to=claim)
api.next_reply()
chat.transcript()
"""

from collections.abc import Mapping
from typing import Any, Protocol

from tests.telegram.bot_api.access import without_reply
from tests.telegram.bot_api.asking import Pressed, Typed
from tests.telegram.bot_api.formatted import written
from tests.telegram.bot_api.hearing import hears, summons
from tests.telegram.bot_api.methods.chats import shown_member
from tests.telegram.bot_api.transcript import transcript
from tests.telegram.bot_api.world import BOT, ChatState, Event, Json, Query, World

FIRST_PERSON, FIRST_GROUP = 7000, -1001000000000


class Server(Protocol):
    world: World


def open_chat(server: Server, kind: str, name: str, fields: Mapping[str, Any]) -> "Chat":
    world = server.world
    number = world.number()
    if kind == "private":
        chat = Chat(world, world.open({"id": FIRST_PERSON + number, "type": kind,
                                       "first_name": name, **fields}))  # fmt: skip
        chat.person = chat.member(name, id=chat.id)
        return chat
    shown = {"id": FIRST_GROUP - number, "type": kind, "title": name, **fields}
    standing = "administrator" if kind == "channel" else "member"
    return Chat(world, world.open(shown, standing=standing))


class Chat:
    """`person` is the one in a private chat."""

    person: "Person"

    def __init__(self, world: World, state: ChatState) -> None:
        self.world = world
        self.state = state

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def messages(self) -> list[Json]:
        """That stand there now, in order."""
        return [self.state.messages[number] for number in sorted(self.state.messages)]

    def member(self, name: str, *, standing: str = "member", **user: Any) -> "Person":
        """Somebody who is in it: a `member`, an `administrator`, its `creator`."""
        number = user.pop("id", None) or FIRST_PERSON + self.world.number()
        shown = {"id": number, "is_bot": False, "first_name": name, **user}
        self.world.users[number] = shown
        self.state.members[number] = standing
        return Person(self, shown)

    def topic(self, name: str, *, is_open: bool = True) -> int:
        """Begin a topic. Returns its number, which messages in it name."""
        self.state.shown["is_forum"] = True
        by = self.member("Somebody")
        icon = {"name": name, "icon_color": 7322096}
        opening = by.sends(forum_topic_created=icon)
        number = int(opening["message_id"])
        opening |= {"message_thread_id": number, "is_topic_message": True}
        self.state.topics[number] = is_open
        return number

    def transcript(self) -> str:
        """All that people see there, a line or more each, as in a chat."""
        with self.world.changed:
            return transcript(self.state)

    # What happens to the bot there.

    def add_bot(self, by: "Person", standing: str = "member") -> None:
        self._let_bot_be(standing, by)
        by.sends(new_chat_members=[BOT], new_chat_member=BOT, new_chat_participant=BOT)

    def remove_bot(self, by: "Person") -> None:
        self._let_bot_be("kicked", by)

    def make_bot(self, standing: str, by: "Person") -> None:
        """`administrator`, or `member` again."""
        self._let_bot_be(standing, by)

    def _let_bot_be(self, standing: str, by: "Person") -> None:
        with self.world.changed:
            before, self.state.standing = self.state.standing, standing
            change = {
                "chat": self.state.shown,
                "from": by.user,
                "date": self.world.date,
                "old_chat_member": shown_member(BOT, before),
                "new_chat_member": shown_member(BOT, standing),
            }
            self.state.events.append(Event("notes", by.user, {}, f"the bot: {standing}"))
            self.world.updates.add("my_chat_member", change)

    def migrate(self, by: "Person") -> "Chat":
        """A group becomes a supergroup, which has another number. Returns that."""
        title = self.state.shown["title"]
        number = FIRST_GROUP - self.world.number()
        shown = {"id": number, "type": "supergroup", "title": title}
        moved = Chat(self.world, self.world.open(shown, members=dict(self.state.members)))
        by.sends(migrate_to_chat_id=number)
        self.state.moved_to = number
        Person(moved, by.user).sends(migrate_from_chat_id=self.id)
        return moved


class Person:
    def __init__(self, chat: Chat, user: Json) -> None:
        self.chat = chat
        self.user = user
        self._world = chat.world

    def in_chat(self, chat: Chat) -> "Person":
        """The same person in another chat."""
        chat.state.members.setdefault(self.user["id"], "member")
        return Person(chat, self.user)

    def says(self, text: str, **fields: Any) -> Json:
        """See `sends`."""
        return self.sends(text=text, entities=written(text), **fields)

    def sends(
        self,
        *,
        reply_to: Json | None = None,
        topic: int | None = None,
        calls_guest: bool | None = None,
        **fields: Any,
    ) -> Json:
        """Anything a message can be; the bot gets it if Telegram lets it.

        Where the bot is no member, naming it calls it as a guest; `calls_guest` says so otherwise.
        Returns the message.
        """
        with self._world.changed:
            message = self._message(reply_to, topic, fields)
            self.chat.state.store(message)
            self.chat.state.events.append(Event("says", self.user, message))
            if hears(self._world, self.chat.state, message):
                self._world.updates.add(self._kind, message)
            if summons(self._world, self.chat.state, message, calls_guest):
                self._call_guest(message)
        return message

    def whispers(self, text: str, **fields: Any) -> Json:
        """To the bot alone, in a group: a command that is for one, or a reply to such an answer."""
        with self._world.changed:
            written_fields = {"text": text, "entities": written(text), **fields}
            message = self.chat.state.whisper(self.user, self._world, written_fields)
            self._world.updates.add("message", message)
        return message

    def forwards(self, message: Json, **fields: Any) -> Json:
        kept = {name: message[name] for name in ("text", "entities", "caption") if name in message}
        origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
        return self.sends(**kept, forward_origin=origin, **fields)

    def edits(self, message: Json, text: str) -> None:
        with self._world.changed:
            message |= {"text": text, "entities": written(text), "edit_date": self._world.date}
            self.chat.state.events.append(Event("edits", self.user, dict(message)))
            if hears(self._world, self.chat.state, message):
                self._world.updates.add(f"edited_{self._kind}", dict(message))

    @property
    def _kind(self) -> str:
        return "channel_post" if self.chat.state.type == "channel" else "message"

    def deletes(self, message: Json) -> None:
        """Bots are not told."""
        with self._world.changed:
            del self.chat.state.messages[message["message_id"]]
            self.chat.state.events.append(Event("deletes", self.user, message))

    def blocks_bot(self) -> None:
        """In a private chat."""
        self.chat.remove_bot(self)

    def presses(self, message: Json, label: str) -> Pressed:
        """A button that the message has now. Raises LookupError if it has not."""
        with self._world.changed:
            return Pressed.on(self._world, self.chat.state, self.user, message, label)

    def types(self, text: str, *, offset: str = "") -> Typed:
        """Words to the bot, inline, in this chat."""
        with self._world.changed:
            return Typed.by(self._world, self.chat.state, self.user, text, offset)

    def _message(self, reply_to: Json | None, topic: int | None, fields: Json) -> Json:
        state = self.chat.state
        message: Json = {
            "message_id": state.next_id(),
            "date": self._world.date,
            "chat": dict(state.shown),
            "from": self.user,
        }
        if topic is not None:
            opening = {"reply_to_message": without_reply(state.messages[topic])}
            message |= {"message_thread_id": topic, "is_topic_message": True, **opening}
        if reply_to is not None:
            message["reply_to_message"] = without_reply(reply_to)
        if state.type == "channel":
            del message["from"]
            message["sender_chat"] = state.shown
        return message | {name: value for name, value in fields.items() if value is not None}

    def _call_guest(self, message: Json) -> None:
        number = f"guest-{self._world.number()}"
        query = Query(self.user, self._world.moment, self.chat.state, message)
        self._world.queries["guest", number] = query
        self._world.updates.add("guest_message", message | {"guest_query_id": number})
