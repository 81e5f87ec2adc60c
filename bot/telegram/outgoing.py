"""What the bot does in a chat, as values: they are stored before they are done.

All of it outlives a restart, so a field that is added needs a default.
"""

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message in a group that only the person sees who wrote it, and the bot.

    Source: Bot API 10.3, "Ephemeral Messages and Commands".
    """

    sender: int
    number: int


@dataclass(frozen=True, slots=True)
class ReplyTarget:
    """Where a reply goes: `thread_id` is the topic, in a chat that has topics.

    `message_id` is the message replied to; None for a message on its own. What answers an
    `ephemeral` message is seen by the same person alone.
    """

    chat_id: int
    thread_id: int | None
    message_id: int | None
    ephemeral: Ephemeral | None = None

    @property
    def is_private(self) -> bool:
        """Telegram numbers people upwards and groups downwards."""
        return self.chat_id > 0


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a button shows, and one thing that it does: `press` comes back to the bot (at most 64
    bytes), `copy` is put on the clipboard (256 characters), `share` is written behind the bot's
    name in a chat that is chosen, `url` is opened.
    """

    text: str
    press: str = ""
    copy: str = ""
    share: str = ""
    url: str = ""


Keyboard = tuple[tuple[Button, ...], ...]  # rows


class Message(msgspec.Struct, frozen=True, omit_defaults=True, tag="message"):
    """A message, or with `photo` a picture above it.

    `claim`: the words of the message replied to that the reply hangs on, as they stand there.
    `fades`: it goes again after some minutes in a group. `card` is the key of the card it shows.
    """

    target: ReplyTarget
    html: str
    keyboard: Keyboard = ()
    photo: bytes = b""
    claim: str = ""
    fades: bool = False
    card: str = ""


class Edit(msgspec.Struct, frozen=True, omit_defaults=True, tag="edit"):
    """Another text and keyboard for a message of the bot's own."""

    chat_id: int
    message_id: int
    html: str
    keyboard: Keyboard = ()


class Reaction(msgspec.Struct, frozen=True, omit_defaults=True, tag="reaction"):
    """An emoji on somebody's message; nothing where a chat allows none."""

    chat_id: int
    message_id: int
    emoji: str = "👍"


class Deletion(msgspec.Struct, frozen=True, omit_defaults=True, tag="deletion"):
    """A message of the bot's own goes."""

    chat_id: int
    message_id: int


class GuestAnswer(msgspec.Struct, frozen=True, omit_defaults=True, tag="guest answer"):
    """The answer to a call from a chat that the bot is no member of; Telegram takes only one."""

    chat_id: int
    query_id: str
    html: str
    title: str = ""


Outgoing = Message | Edit | Reaction | Deletion | GuestAnswer


def chat_of(outgoing: Outgoing) -> int:
    return outgoing.target.chat_id if isinstance(outgoing, Message) else outgoing.chat_id


def encoded(outgoing: Outgoing) -> bytes:
    return msgspec.json.encode(outgoing)


def decoded(body: bytes) -> Outgoing:
    """Raises msgspec.MsgspecError for what another version of the program has stored."""
    return _DECODER.decode(body)


_DECODER: msgspec.json.Decoder[Outgoing] = msgspec.json.Decoder(Outgoing)
