"""Whether the bot may write in a chat, and to which message it replies."""

from typing import Any

from tests.telegram.bot_api.formatted import Formatted, formatted, units
from tests.telegram.bot_api.limits import MAX_QUOTE
from tests.telegram.bot_api.refusals import bad_request, forbidden
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import ChatState, World

Json = dict[str, Any]

TIME_TO_ANSWER = 15.0  # seconds, for a message that one person sees

# Formatting that a quoted part has to have in common with the message it is of.
QUOTED = ("bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time")


def reachable_chat(world: World, params: Params) -> ChatState:
    """The chat that a request names, if the bot is in it. Raises RefusedError."""
    chat = world.chat(params["chat_id"])
    if chat.moved_to is not None:
        words = "group chat was upgraded to a supergroup chat"
        raise bad_request(words, migrate_to_chat_id=chat.moved_to)
    if chat.standing == "kicked" and chat.type == "private":
        raise forbidden("bot was blocked by the user")
    if chat.standing == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.standing == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def writable_chat(world: World, params: Params) -> ChatState:
    """As `reachable_chat`, if the bot may write there, in that topic. Raises RefusedError."""
    chat = reachable_chat(world, params)
    if not chat.can_write or (chat.type == "channel" and chat.standing != "administrator"):
        raise bad_request("not enough rights to send text messages to the chat")
    thread = params.get("message_thread_id")
    if thread is not None and int(thread) not in chat.topics:
        raise bad_request("message thread not found")
    is_closed = thread is not None and not chat.topics[int(thread)]
    if is_closed and chat.standing != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return chat


def reply_fields(chat: ChatState, params: Params) -> Json:
    """What the new message says of the one it replies to. Raises RefusedError."""
    asked = params.get("reply_parameters")
    if asked is None or "ephemeral_message_id" in asked:
        return {}
    replied = chat.messages.get(int(asked["message_id"]))
    if replied is None:
        if asked.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    fields: Json = {"reply_to_message": without_reply(replied)}
    if asked.get("quote"):
        fields["quote"] = _quote(asked, replied)
    return fields


def for_one(world: World, chat: ChatState, params: Params) -> Json:
    """Who alone sees the new message, if it is for one. Raises RefusedError.

    Source: "Ephemeral Messages and Commands" and EphemeralMessageParameters of Bot API 10.3.
    """
    asked = params.get("ephemeral_message_parameters")
    if asked is None:
        return {}
    if chat.type not in ("group", "supergroup"):
        raise bad_request("BOT_NOT_ADMIN")
    receiver = int(asked["receiver_user_id"])
    number = params.get("reply_parameters", {}).get("ephemeral_message_id")
    said, at = chat.whispers.get(int(number or 0), (None, 0.0))
    is_in_time = world.moment - at <= TIME_TO_ANSWER
    is_asked = said is not None and said["from"]["id"] == receiver and is_in_time
    if not is_asked and chat.standing != "administrator":
        raise bad_request("BOT_NOT_ADMIN")
    return {"receiver_user": world.users[receiver]}


def without_reply(message: Json) -> Json:
    """As Telegram shows a message inside another."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _quote(asked: Json, replied: Json) -> Json:
    """The place nearest to the one asked for, in the same formatting. Raises RefusedError."""
    mode = {"parse_mode": asked["quote_parse_mode"]} if "quote_parse_mode" in asked else {}
    listed = {"quote_entities": asked.get("quote_entities", [])}
    words = formatted({"quote": asked["quote"], **mode, **listed}, "quote")
    text = replied.get("text") or replied.get("caption") or ""
    entities = replied.get("entities") or replied.get("caption_entities") or []
    wanted = int(asked.get("quote_position", 0))
    places = [place for place in _places(text, words.text) if _formats_at(place, words, entities)]
    if not places or units(words.text) > MAX_QUOTE:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = min(places, key=lambda place: abs(place - wanted))
    return {"text": words.text, "position": position, "is_manual": True}


def _places(text: str, words: str) -> list[int]:
    starts = range(len(text) - len(words) + 1)
    return [units(text[:start]) for start in starts if text.startswith(words, start)]


def _formats_at(place: int, words: Formatted, entities: list[Json]) -> bool:
    """Whether the words are formatted there as they are in the quote."""
    end = place + units(words.text)
    there = {
        (entity["type"], max(place, entity["offset"]) - place)
        for entity in entities
        if entity["offset"] < end and entity["offset"] + entity["length"] > place
    }
    here = {(entity["type"], entity["offset"]) for entity in words.entities}
    return {one for one in there if one[0] in QUOTED} == {one for one in here if one[0] in QUOTED}
