"""Telegram messages as the Bot API sends them; every person and word in them is invented."""

import itertools
import re
import time
from typing import Any

from tests.telegram.bot_api.world import BOT, STARTED

Json = dict[str, Any]

MESSAGE_IDS = itertools.count(500)
SENT = STARTED
READER = {"id": 77, "is_bot": False, "first_name": "Ona"}
PRIVATE_CHAT = {"id": 77, "type": "private", "first_name": "Ona"}
GROUP_CHAT = {"id": -1001, "type": "supergroup", "title": "River talk"}


def private(text: str | None = None, **fields: Any) -> Json:
    return _message(PRIVATE_CHAT, text, fields)


def group(text: str | None = None, **fields: Any) -> Json:
    return _message(GROUP_CHAT, text, fields)


def in_topic(message: Json, thread_id: int) -> Json:
    """As every message of a topic, it "replies" to the one that opened it, unless to another."""
    opening = {
        **_message(GROUP_CHAT, None, {}),
        "from": BOT,
        "message_id": thread_id,
        "forum_topic_created": {"name": "Dams", "icon_color": 7322096},
    }
    topic = {"is_topic_message": True, "message_thread_id": thread_id}
    return {"reply_to_message": opening, **message, **topic}


def from_bot(text: str) -> Json:
    """A message of the bot under test."""
    return group(text, **{"from": BOT})


def entities_of(text: str) -> list[Json]:
    """Commands and mentions as Telegram finds them, offsets in UTF-16 code units."""
    found = []
    for kind, pattern in (("bot_command", r"(?<!\S)/[\w@]+"), ("mention", r"(?<![\w/])@\w+")):
        for match in re.finditer(pattern, text):
            offset, length = _units(text[: match.start()]), _units(match.group())
            found.append({"type": kind, "offset": offset, "length": length})
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _message(chat: Json, text: str | None, fields: Json) -> Json:
    message: Json = {
        "message_id": next(MESSAGE_IDS),
        "date": SENT if chat is PRIVATE_CHAT else int(time.time()),
        "chat": chat,
        "from": READER,
        **fields,
    }
    if text is not None:
        message |= {"text": text, "entities": entities_of(text)}
    if "caption" in fields:
        message["caption_entities"] = entities_of(fields["caption"])
    return message
