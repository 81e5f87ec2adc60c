"""A Telegram message → what the bot needs of it. Behind this file nothing is optional.

Telegram's offsets count UTF-16 code units.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from telegram import Message, MessageEntity

# As Telegram's own clients find a command: at the very beginning, and not a path.
COMMAND = re.compile(r"/(\w{1,64})(?:@(\w+))?(?![\w/@])", re.ASCII)
AROUND_MENTION = " \n,:"  # what is left over when "@bot, …" loses its mention


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes. `thread_id` is the topic, in a chat that has topics."""

    chat_id: int
    thread_id: int | None
    message_id: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `asked_at` is when its message was sent, an aware time."""

    place: Place
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Command:
    """`/name@recipient`, both in lower case. `recipient` None is whoever listens."""

    name: str
    recipient: str | None


def place_of(message: Message) -> Place:
    # Outside topics Telegram numbers threads too, but refuses a reply that names one.
    thread_id = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, thread_id, message.message_id)


def asked_in(message: Message) -> Asked | None:
    """The question: the message's own words, else the words it replies to; None without any."""
    text = _own_words(message) or _replied_words(message)
    return Asked(place_of(message), text, message.date) if text else None


def written(message: Message) -> str:
    """All that is written in a message, or below its picture; may be empty."""
    return message.text or message.caption or ""


def command_of(message: Message) -> Command | None:
    found = COMMAND.match(written(message))
    if found is None:
        return None
    name, recipient = found.groups()
    return Command(name.lower(), recipient.lower() if recipient else None)


def mentions_of_bot(message: Message) -> list[MessageEntity]:
    """Where the message names this bot, in order."""
    units = written(message).encode("utf-16-le", "surrogatepass")
    bot = message.get_bot()
    name = f"@{bot.username}".lower()

    def is_of_bot(entity: MessageEntity) -> bool:
        if entity.type == MessageEntity.TEXT_MENTION:
            return entity.user is not None and entity.user.id == bot.id
        named = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
        is_mention = entity.type == MessageEntity.MENTION
        return is_mention and named.decode("utf-16-le", "replace").lower() == name

    entities = message.entities or message.caption_entities
    return sorted(filter(is_of_bot, entities), key=lambda entity: entity.offset)


def _own_words(message: Message) -> str:
    """What is written, without mentions of this bot and without a leading command."""
    units = written(message).encode("utf-16-le", "surrogatepass")
    for entity in reversed(mentions_of_bot(message)):
        end = entity.offset + entity.length
        units = units[: 2 * entity.offset] + units[2 * end :]
    text = units.decode("utf-16-le", "surrogatepass").strip(AROUND_MENTION)
    command = COMMAND.match(text)
    return text[command.end() :].strip(AROUND_MENTION) if command else text


def _replied_words(message: Message) -> str:
    """What the message replies to: the part picked out, else all of it; not this bot's own."""
    replied = message.reply_to_message
    if replied is not None and replied.from_user and replied.from_user.id == message.get_bot().id:
        return ""
    if message.quote is not None:
        return message.quote.text
    return written(replied) if replied is not None else ""
