"""Changes to messages that are there."""

import time

from telegram.constants import ReactionEmoji

from tests.telegram.bot_api.access import reachable_chat
from tests.telegram.bot_api.formatted import Formatted, formatted
from tests.telegram.bot_api.limits import check_caption, check_keyboard, check_text
from tests.telegram.bot_api.methods.method import Method
from tests.telegram.bot_api.methods.sending import photo_of
from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import BOT, ChatState, Event, Json, Sent, World

DELETABLE = 48 * 3600  # seconds
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "reply_markup")


def edit_text(world: World, params: Params) -> Json | bool:
    words = formatted(params, "text")
    check_text(words)
    if "photo" in _message(world, params)[1]:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, params, words, words.fields("text"))


def edit_caption(world: World, params: Params) -> Json | bool:
    words = formatted(params, "caption")
    check_caption(words)
    photo = _message(world, params)[1].get("photo")
    if photo is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, params, words, {"photo": photo} | words.fields("caption"))


def edit_media(world: World, params: Params) -> Json | bool:
    media = params["media"]
    words = formatted(media, "caption")
    check_caption(words)
    file = params.get(str(media["media"]).removeprefix("attach://"), media["media"])
    return _edit(world, params, words, photo_of(file) | words.fields("caption"))


def edit_reply_markup(world: World, params: Params) -> Json | bool:
    message = _message(world, params)[1]
    kept = {name: message[name] for name in CONTENT[:-1] if name in message}
    name = "caption" if "photo" in message else "text"
    words = {name: message.get(name, ""), "entities": message.get("entities", [])}
    return _edit(world, params, formatted(words, name), kept)


def _edit(world: World, params: Params, words: Formatted, content: Json) -> Json | bool:
    check_keyboard(params.get("reply_markup"))
    chat, message = _message(world, params)
    if params.get("reply_markup", {}).get("inline_keyboard"):
        content = content | {"reply_markup": params["reply_markup"]}
    if content == {name: message[name] for name in CONTENT if name in message}:
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in message.items() if name not in CONTENT}
    edited = {**kept, "edit_date": world.date, **content}
    if chat is None:
        world.inline_messages[params["inline_message_id"]] = edited
    else:
        world.take(chat)
        chat.messages[edited["message_id"]] = edited
        chat.events.append(Event("edits", BOT, edited))
    world.edited.append(Sent(params, words.parsed, time.perf_counter(), edited))
    return True if chat is None else edited


def _message(world: World, params: Params) -> tuple[ChatState | None, Json]:
    """The bot's own message that is to be changed. Raises RefusedError."""
    if "inline_message_id" in params:
        inline = world.inline_messages.get(params["inline_message_id"])
        if inline is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return None, inline
    chat = reachable_chat(world, params)
    message = chat.messages.get(int(params.get("message_id", 0)))
    if message is None:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id") != BOT["id"]:
        raise bad_request("message can't be edited")
    return chat, message


def delete(world: World, params: Params) -> bool:
    chat = reachable_chat(world, params)
    message = chat.messages.get(int(params["message_id"]))
    if message is None:
        raise bad_request("message to delete not found")
    is_own = message.get("from", {}).get("id") == BOT["id"]
    may_delete = is_own or chat.type == "private" or chat.standing == "administrator"
    if not may_delete or world.date - message["date"] > DELETABLE:
        raise bad_request("message can't be deleted")
    del chat.messages[message["message_id"]]
    chat.events.append(Event("deletes", BOT, message))
    return True


def react(world: World, params: Params) -> bool:
    chat = reachable_chat(world, params)
    message = chat.messages.get(int(params["message_id"]))
    if message is None:
        raise bad_request("message to react not found")
    reactions = params.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction.get("type") != "emoji" or reaction.get("emoji") not in set(ReactionEmoji):
            raise bad_request("REACTION_INVALID")
        chat.events.append(Event("reacts", BOT, message, reaction["emoji"]))
    return True


WHICH = "chat_id message_id inline_message_id reply_markup"
METHODS = {
    "editMessageText": Method(
        edit_text, "text", f"{WHICH} parse_mode entities link_preview_options"
    ),
    "editMessageCaption": Method(
        edit_caption,
        known=f"{WHICH} caption parse_mode caption_entities show_caption_above_media",
    ),
    "editMessageMedia": Method(edit_media, "media", WHICH),
    "editMessageReplyMarkup": Method(edit_reply_markup, known=WHICH),
    "deleteMessage": Method(delete, "chat_id message_id"),
    "setMessageReaction": Method(react, "chat_id message_id", "reaction is_big"),
}
