"""`/settings`: what a chat has set for itself, and its changes."""

import re
import time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from telegram import Message

from bot.chat_settings import MOST_QUOTES, ChatSettings
from bot.render.english import chats as words
from bot.render.languages.speaking import speaking
from bot.render.languages.table import code_named
from bot.telegram.effects import effects
from bot.telegram.handlers.chat.standing import may_decide
from bot.telegram.incoming.message_text import own_words
from bot.telegram.incoming.reply_target import reply_target
from bot.telegram.responder import Responder
from bot.telegram.state import chats

LANGUAGE = ("language", "lang", "kalba", "język", "язык")
AUTO = ("auto", "automatic", "automatiškai", "automatycznie", "автоматически", "авто")
SPAN = re.compile(r"(\d{1,3})\s*([mhd])?")
SECONDS = {"m": 60, "h": 3600, "d": 24 * 3600, None: 3600}
FLAGS: dict[tuple[str, str], dict[str, Any]] = {
    ("press", "anybody"): {"anybody": True},
    ("press", "asker"): {"anybody": False},
    ("help", "stays"): {"keeps": True},
    ("help", "goes"): {"keeps": False},
    ("quiet", "off"): {"quiet_until": 0.0},
    ("off", ""): {"off": True},
    ("on", ""): {"off": False, "quiet_until": 0.0},
}


async def settings(message: Message, responder: Responder) -> None:
    """Without words it shows what is set; what it is told it sets, for those who may decide."""
    target, asked = reply_target(message), own_words(message).strip()
    there = effects().settings
    if not asked:
        responder.say(target, _shown(there, message), fades=True)
        return
    if not await may_decide(message):
        responder.say(target, words.ONLY_ADMINS(), fades=True)
        return
    changed = changed_by(there, asked)
    if changed is None:
        responder.say(target, f"{words.NOT_A_SETTING()}\n\n{words.how_to_set()}", fades=True)
        return
    effects().writes.append(partial(chats.write, chat=message.chat.id, settings=changed))
    responder.say(target, _shown(changed, message), fades=True)


def _shown(settings: ChatSettings, message: Message) -> str:
    """In the language that is set."""
    with speaking(settings.speaks):
        return words.settings(settings, is_group=message.chat.id < 0)


def changed_by(there: ChatSettings, asked: str) -> ChatSettings | None:
    """The settings with a change as people write it; None where it is none."""
    what, _, value = asked.partition(" ")
    what, value = what.lower(), value.strip()
    code = code_named(value if what in LANGUAGE else asked)
    if code or (what in LANGUAGE and value.lower() in AUTO):
        return msgspec.structs.replace(there, language=code)
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
