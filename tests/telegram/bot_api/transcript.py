"""A chat as its readers see it: who said what, in reply to whom, with which buttons.

Formatting is shown as Markdown does it: `**bold**`, `> quote`, `[words](address)`.
"""

from typing import Any

from tests.telegram.bot_api.formatted import units
from tests.telegram.bot_api.world import BOT, ChatState, Event

Json = dict[str, Any]

MARKS = {"bold": ("**", "**"), "italic": ("_", "_"), "code": ("`", "`"), "spoiler": ("||", "||")}
QUOTES = {"blockquote": "> ", "expandable_blockquote": ">> "}
CONTENT = ("photo", "sticker", "voice", "video", "poll", "document")


def transcript(chat: ChatState) -> str:
    return "\n".join(line for event in chat.events for line in _lines(event))


def _lines(event: Event) -> list[str]:
    who, message = _name(event.who), event.message
    match event.what:
        case "says" | "whispers":
            return _said(f"{who}{_place(message)}:", message)
        case "edits":
            return _said(f"{who} edits {_short(message)}:", message)
        case "deletes":
            return [f"({who} deletes {_short(message)})"]
        case "presses":
            return [f"({who} presses [{event.words}])"]
        case "reacts":
            return [f"({who} reacts to {_short(message)}: {event.words})"]
    return [f"({who} {event.what} {event.words})".replace(" )", ")")]


def _said(head: str, message: Json) -> list[str]:
    """One line for one line of words; more are set in below."""
    shown = [f"[{name}]" for name in CONTENT if name in message]
    shown += _marked(message).split("\n") if _words(message)[0] else []
    shown += [
        " ".join(f"[{button['text']}]" for button in row)
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
    ]
    if not shown:
        notices = sorted(message.keys() - _ORDINARY)
        return [f"({head.rstrip(':')}: {', '.join(notices)})"]
    return [f"{head} {shown[0]}"] if len(shown) == 1 else [head, *(f"  {line}" for line in shown)]


_ORDINARY = {"message_id", "date", "chat", "from", "sender_chat", "reply_to_message",
             "message_thread_id", "is_topic_message", "via_bot",
             "ephemeral_message_id", "receiver_user"}  # fmt: skip


def _place(message: Json) -> str:
    """` → Ann «words»`, and the topic."""
    if "ephemeral_message_id" in message:
        return f" to {_name(message.get('receiver_user', BOT))} alone"
    replied, quote = message.get("reply_to_message"), message.get("quote")
    place = f" via {_name(message['via_bot'])}" if "via_bot" in message else ""
    place += f" #{message['message_thread_id']}" if message.get("is_topic_message") else ""
    if replied is None or "forum_topic_created" in replied:
        return place
    place += f" → {_name(replied.get('from', {}))}"
    return f"{place} «{quote['text']}»" if quote else place


def _name(user: Json) -> str:
    return str(user.get("first_name", "Channel"))


def _short(message: Json) -> str:
    words = " ".join(_words(message)[0].split()) or f"message {message.get('message_id')}"
    return f"“{words if len(words) <= 30 else words[:29] + '…'}”"


def _words(message: Json) -> tuple[str, list[Json]]:
    if "text" in message:
        return message["text"], message.get("entities", [])
    return message.get("caption", ""), message.get("caption_entities", [])


def _marked(message: Json) -> str:
    """The words with their formatting; offsets count UTF-16 code units."""
    text, entities = _words(message)
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    quoted = [(one["offset"], one["offset"] + one["length"], QUOTES[one["type"]])
              for one in entities if one["type"] in QUOTES]  # fmt: skip
    for one in entities:
        start, end = one["offset"], one["offset"] + one["length"]
        marks = MARKS.get(one["type"])
        if one["type"] == "text_link":
            marks = ("[", f"]({one['url']})")
        if marks:
            opening[start] = opening.get(start, "") + marks[0]
            closing[end] = marks[1] + closing.get(end, "")
    marked, place = "", 0
    for char in text:
        marked += closing.get(place, "")
        if not place or marked.endswith("\n"):
            marked += next((mark for start, end, mark in quoted if start <= place < end), "")
        elif any(start == place for start, _, _ in quoted):
            marked += "\n" + next(mark for start, _, mark in quoted if start == place)
        marked += opening.get(place, "") + char
        place += units(char)
        if char != "\n" and any(end == place for _, end, _ in quoted) and place < units(text):
            marked += "" if text.encode("utf-16-le")[2 * place : 2 * place + 2] == b"\n\0" else "\n"
    return marked + closing.get(place, "")
