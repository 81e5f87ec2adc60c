"""The Bot API's limits by number, and what it says where one is passed.

Source: https://core.telegram.org/bots/api, and the words of tdlib/telegram-bot-api.
"""

from typing import Any

from tests.telegram.bot_api.formatted import Formatted
from tests.telegram.bot_api.refusals import bad_request

Json = dict[str, Any]

MAX_TEXT = 4096  # UTF-16 code units, as the next two
MAX_CAPTION = 1024
MAX_QUOTE = 1024
MAX_CALLBACK_DATA = 64  # bytes
MAX_COPIED = 256
MAX_BUTTONS = 100
MAX_BUTTONS_IN_A_ROW = 8
KINDS_OF_BUTTON = {
    "url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text",
}  # fmt: skip


def check_text(words: Formatted) -> None:
    if not words.text.strip():
        raise bad_request("message text is empty")
    if words.parsed.units > MAX_TEXT:
        raise bad_request("message is too long")


def check_caption(words: Formatted) -> None:
    if words.parsed.units > MAX_CAPTION:
        raise bad_request("message caption is too long")


def check_keyboard(markup: Json | None) -> None:
    """Of an inline keyboard; this bot has no other."""
    if markup is None:
        return
    if set(markup) != {"inline_keyboard"}:
        raise bad_request("object expected as reply markup")
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        if len(row) > MAX_BUTTONS_IN_A_ROW:
            raise bad_request("too many buttons in a row")
        for button in row:
            _check_button(button)


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    kinds = KINDS_OF_BUTTON & button.keys()
    if not kinds:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(kinds) > 1 or button.keys() - KINDS_OF_BUTTON - {"text"}:
        raise bad_request(f"a button of several kinds, or of an unknown one: {sorted(button)}")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= len(copied["text"]) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    url = button.get("url")
    if url is not None and not url.startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
