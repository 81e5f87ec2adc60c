"""A Telegram message → what the bot needs of it. Behind this file nothing is optional.

Telegram's offsets count UTF-16 code units.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from telegram import Message, MessageEntity

from retrieval.question.operators import without_operators
from retrieval.text.analyser import analyser

# As Telegram's own clients find a command: at the very beginning, and not a path.
COMMAND = re.compile(r"/(\w{1,64})(?:@(\w+))?(?![\w/@])", re.ASCII)
LEFT_OVER = " \t\n,:;?!.…"  # when "@bot, …" or "…, @bot?" loses its mention

terms = analyser("en").terms
# Words that only ask about what somebody else said.
CHECKING = frozenset(
    terms(
        "true truth false fake hoax real really right correct legit sure serious seriously honest "
        "fact facts check checked factcheck verify verified confirm confirmed source sources link "
        "links proof evidence happen happened say says said know think thoughts please ok bot "
        "news archive paper article wtf wow lol"
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes. `thread_id` is the topic, in a chat that has topics.

    `message_id` is the message replied to; None for a message on its own.
    """

    chat_id: int
    thread_id: int | None
    message_id: int | None


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
    """The question: the message's own words, else the words it replies to; None without any.

    Own words that only ask about those, as "is this true?" does, count as none. In somebody
    else's words nothing is an operator.
    """
    own, replied = own_words(message), _replied_words(message)
    is_own = bool(set(terms(own)) - CHECKING) or not replied
    text = own if is_own else replied
    if not is_own or message.forward_origin is not None:
        text = without_operators(text)
    return Asked(place_of(message), text, message.date) if text else None


def written(message: Message) -> str:
    """All that is written in a message, below its picture or above its poll; may be empty."""
    return message.text or message.caption or (message.poll.question if message.poll else "")


def command_of(message: Message) -> Command | None:
    found = COMMAND.match(written(message))
    if found is None:
        return None
    name, recipient = found.groups()
    return Command(name.lower(), recipient.lower() if recipient else None)


def mentions_of_bot(message: Message) -> list[MessageEntity]:
    """Where the message names this bot, in order; `/ask@bot` in the middle of it is a mention."""
    units = written(message).encode("utf-16-le", "surrogatepass")
    bot = message.get_bot()
    name = f"@{bot.username}".lower()

    def is_of_bot(entity: MessageEntity) -> bool:
        named = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
        shown = named.decode("utf-16-le", "replace").lower()
        match entity.type:
            case MessageEntity.TEXT_MENTION:
                return entity.user is not None and entity.user.id == bot.id
            case MessageEntity.MENTION:
                return shown == name
            case MessageEntity.BOT_COMMAND:
                return entity.offset > 0 and shown.endswith(name)
        return False

    entities = message.entities or message.caption_entities
    return sorted(filter(is_of_bot, entities), key=lambda entity: entity.offset)


def own_words(message: Message) -> str:
    """What is written, without mentions of this bot and without a leading command."""
    text = _without_mentions(message).strip()
    command = COMMAND.match(text)
    return text[command.end() :].lstrip(LEFT_OVER) if command else text


def _without_mentions(message: Message) -> str:
    mentions = mentions_of_bot(message)
    if not mentions:
        return written(message)
    units = written(message).encode("utf-16-le", "surrogatepass")
    for entity in reversed(mentions):
        end = entity.offset + entity.length
        units = units[: 2 * entity.offset] + units[2 * end :]
    left = units.decode("utf-16-le", "surrogatepass").lstrip(LEFT_OVER)
    words = left.rstrip(LEFT_OVER)
    return words + left[len(words) :].partition(" ")[0].rstrip(",:;")


def _replied_words(message: Message) -> str:
    """What the message replies to: the part picked out, else all of it.

    Of this bot's own messages only what a person picked out.
    """
    replied, quote = message.reply_to_message, message.quote
    if replied is not None and replied.from_user and replied.from_user.id == message.get_bot().id:
        return quote.text if quote is not None and quote.is_manual else ""
    if quote is not None:
        return quote.text
    return written(replied) if replied is not None else ""
