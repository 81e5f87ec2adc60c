"""`/settings`: what a chat has set for itself, and its changes."""

import re
import time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from telegram import Message

from bot.render.english import chats as words
from bot.telegram.effects import effects
from bot.telegram.handlers.chat.standing import may_decide
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from bot.telegram.state import chats
from bot.telegram.state.chats import MOST_QUOTES, ChatSettings

SPAN = re.compile(r"(\d{1,3})\s*([mhd])?")
SECONDS = {"m": 60, "h": 3600, "d": 24 * 3600, None: 3600}
FLAGS: dict[tuple[str, str], dict[str, Any]] = {
    ("press", "anybody"): {"anybody": True},
    ("press", "asker"): {"anybody": False},
    ("help", "stays"): {"keeps": True},
    ("help", "goes"): {"keeps": False},
    ("off", ""): {"off": True},
    ("on", ""): {"off": False, "quiet_until": 0.0},
}


async def settings(message: Message, responder: Responder) -> None:
    """Without words it shows what is set; what it is told it sets, for those who may decide."""
    target, asked = reply_target(message), own_words(message).strip()
    there = effects().settings
    if not asked:
        shown = words.settings(there, is_group=message.chat.id < 0)
        responder.say(target, shown, fades=True)
        return
    if not await may_decide(message):
        responder.say(target, words.ONLY_ADMINS, fades=True)
        return
    changed = changed_by(there, asked)
    if changed is None:
        responder.say(target, f"{words.NOT_A_SETTING}\n\n{words.SETTINGS_HELP}", fades=True)
        return
    effects().writes.append(partial(chats.write, chat=message.chat.id, settings=changed))
    responder.say(target, words.settings(changed, is_group=message.chat.id < 0), fades=True)


def changed_by(there: ChatSettings, asked: str) -> ChatSettings | None:
    """The settings with a change as people write it; None where it is none."""
    what, _, value = asked.partition(" ")
    what, value = what.lower(), value.strip()
    if (what, value.lower()) in FLAGS:
        return msgspec.structs.replace(there, **FLAGS[what, value.lower()])
    if what == "zone" and _is_zone(value):
        return msgspec.structs.replace(there, zone=value)
    if what == "quotes" and value.isdecimal() and 1 <= int(value) <= MOST_QUOTES:
        return msgspec.structs.replace(there, quotes=int(value))
    span = SPAN.fullmatch(value.lower())
    if what == "quiet" and span:
        seconds = int(span[1]) * SECONDS[span[2]]
        return msgspec.structs.replace(there, quiet_until=time.time() + seconds if seconds else 0.0)
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
