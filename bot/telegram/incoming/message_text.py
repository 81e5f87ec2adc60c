"""What is written in a message: its text, its command, its mentions of this bot.

Telegram's offsets count UTF-16 code units.
"""

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity

# As Telegram's own clients find a command: at the very beginning, and not a path.
COMMAND = re.compile(r"/(\w{1,64})(?:@(\w+))?(?![\w/@])", re.ASCII)
LEFT_OVER = " \t\n,:;?!.…"  # when "@bot, …" or "…, @bot?" loses its mention


@dataclass(frozen=True, slots=True)
class WrittenCommand:
    """`/name@recipient`, both in lower case. `recipient` None is whoever listens."""

    name: str
    recipient: str | None


def written(message: Message) -> str:
    """All that is written in a message, below its picture or above its poll; may be empty."""
    return message.text or message.caption or (message.poll.question if message.poll else "")


def replied_to(message: Message) -> Message | None:
    """Whoever opened a topic is "replied to" by every message in it; that is no reply."""
    replied = message.reply_to_message
    return None if replied is None or replied.forum_topic_created is not None else replied


def is_own(message: Message) -> bool:
    """Whether this bot wrote it."""
    return message.from_user is not None and message.from_user.id == message.get_bot().id


def command_of(message: Message) -> WrittenCommand | None:
    found = COMMAND.match(written(message))
    if found is None:
        return None
    name, recipient = found.groups()
    return WrittenCommand(name.lower(), recipient.lower() if recipient else None)


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
