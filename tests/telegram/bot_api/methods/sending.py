"""New messages of the bot's."""

import struct

from telegram.constants import ChatAction

from tests.telegram.bot_api.access import for_one, reply_fields, writable_chat
from tests.telegram.bot_api.formatted import formatted
from tests.telegram.bot_api.limits import check_caption, check_keyboard, check_text
from tests.telegram.bot_api.methods.method import Method
from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params, Upload
from tests.telegram.bot_api.world import ChatState, Json, World

MAX_PHOTO = 10 * 2**20  # bytes
MAX_SIDES = 10_000  # pixels, width and height added up
MAX_RATIO = 20
PNG = b"\x89PNG\r\n\x1a\n"


def send_message(world: World, params: Params) -> Json:
    words = formatted(params, "text")
    check_text(words)
    chat, fields = _where(world, params)
    world.take(chat)
    return world.post(chat, params, words.parsed, fields | words.fields("text"))


def send_photo(world: World, params: Params) -> Json:
    words = formatted(params, "caption")
    check_caption(words)
    photo = photo_of(params["photo"])
    chat, fields = _where(world, params)
    world.take(chat)
    return world.post(chat, params, words.parsed, fields | photo | words.fields("caption"))


def send_chat_action(world: World, params: Params) -> bool:
    writable_chat(world, params)
    if params["action"] not in set(ChatAction):
        raise bad_request("wrong parameter action in request")
    return True


def _where(world: World, params: Params) -> tuple[ChatState, Json]:
    """The chat, and what the message says of its place, of what it replies to, and its buttons."""
    chat = writable_chat(world, params)
    if "message_effect_id" in params and chat.type != "private":
        raise bad_request("EFFECT_CHAT_INVALID")
    check_keyboard(params.get("reply_markup"))
    fields = reply_fields(chat, params) | for_one(world, chat, params)
    if "message_thread_id" in params:
        thread = int(params["message_thread_id"])
        fields |= {"message_thread_id": thread, "is_topic_message": True}
    if "reply_markup" in params:
        fields["reply_markup"] = params["reply_markup"]
    return chat, fields


def photo_of(photo: object) -> Json:
    """Of a file that was uploaded, or of one that Telegram has already."""
    if isinstance(photo, str) and photo.startswith("photo-"):
        width, height = map(int, photo.removeprefix("photo-").split("-")[1:])
        return {"photo": [_size(photo, width, height)]}
    if not isinstance(photo, Upload):
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not photo.content:
        raise bad_request("file must be non-empty")
    if len(photo.content) > MAX_PHOTO:
        raise bad_request("file is too big")
    if not photo.content.startswith(PNG):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", photo.content[16:24])
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [_size(f"photo-{len(photo.content)}-{width}-{height}", width, height)]}


def _size(file_id: str, width: int, height: int) -> Json:
    return {"file_id": file_id, "file_unique_id": file_id, "width": width, "height": height}


PLACE = (
    "message_thread_id disable_notification protect_content message_effect_id"
    " ephemeral_message_parameters"
)
ANSWERS = "reply_parameters reply_markup parse_mode"
METHODS = {
    "sendMessage": Method(
        send_message, "chat_id text", f"{PLACE} {ANSWERS} entities link_preview_options"
    ),
    "sendPhoto": Method(
        send_photo,
        "chat_id photo",
        f"{PLACE} {ANSWERS} caption caption_entities has_spoiler show_caption_above_media",
    ),
    "sendChatAction": Method(send_chat_action, "chat_id action", "message_thread_id"),
}
