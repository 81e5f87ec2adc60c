"""Which messages of a chat reach the bot.

Source: https://core.telegram.org/bots/features#privacy-mode and #guest-mode
"""

from typing import Any

from tests.telegram.bot_api.formatted import covered
from tests.telegram.bot_api.world import BOT, GONE, ChatState, World

Json = dict[str, Any]

NAME = f"@{BOT['username']}".lower()
SERVICE = {
    "new_chat_members", "left_chat_member", "forum_topic_created", "forum_topic_closed",
    "migrate_to_chat_id", "migrate_from_chat_id", "group_chat_created", "pinned_message",
}  # fmt: skip


def hears(world: World, chat: ChatState, message: Json) -> bool:
    """In a group with privacy mode on, only what is said to it by command or in reply."""
    if chat.standing in GONE:
        return False
    if chat.type in ("private", "channel") or chat.standing == "administrator":
        return True
    if world.me["can_read_all_group_messages"] or SERVICE & message.keys():
        return True
    is_via_bot = message.get("via_bot", {}).get("id") == BOT["id"]
    return is_via_bot or replies_to_bot(message) or _is_command_to_bot(chat, message)


def summons(world: World, chat: ChatState, message: Json, is_said: bool | None) -> bool:
    """Whether it is a guest's call."""
    if not world.me["supports_guest_queries"] or chat.type == "channel":
        return False
    if is_said is not None:
        return is_said
    return chat.standing in GONE and (_names_bot(message) or replies_to_bot(message))


def replies_to_bot(message: Json) -> bool:
    replied = message.get("reply_to_message", {})
    is_opening = "forum_topic_created" in replied
    return not is_opening and replied.get("from", {}).get("id") == BOT["id"]


def _is_command_to_bot(chat: ChatState, message: Json) -> bool:
    """By name; without one, if the bot was the last of all bots to write there."""
    for command in _words(message, "bot_command"):
        _, at, name = command.lower().partition("@")
        if at:
            return f"@{name}" == NAME
        return _wrote_last(chat)
    return False


def _wrote_last(chat: ChatState) -> bool:
    bots = [one["from"] for one in chat.messages.values() if one.get("from", {}).get("is_bot")]
    return bool(bots) and bots[-1]["id"] == BOT["id"]


def _names_bot(message: Json) -> bool:
    return NAME in (word.lower() for word in _words(message, "mention"))


def _words(message: Json, kind: str) -> list[str]:
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return [covered(text, entity) for entity in entities if entity["type"] == kind]
