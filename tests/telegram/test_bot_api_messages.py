"""The tests' own Telegram takes and refuses messages as the real one does."""

import struct
from collections.abc import Iterator
from typing import Any

import pytest

from tests.telegram.bot_api.client import Client
from tests.telegram.bot_api_server import BotApiServer, Fault


@pytest.fixture
def client(api: BotApiServer) -> Iterator[Client]:
    client = Client(api)
    yield client
    client.close()


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\r\n\n\0"


def test_what_it_does_not_know_fails_the_test(api: BotApiServer, client: Client) -> None:
    assert "sendDice" in client.refusal("sendDice", chat_id=77)
    assert "colour" in client.refusal("sendMessage", chat_id=77, text="dam", colour="red")
    assert len(api.complaints) == 2
    with pytest.raises(AssertionError, match="sendDice"):
        api.__exit__(None, None, None)
    api.complaints.clear()
    api.come_back()


def test_a_message_is_stored_as_telegram_parses_it(api: BotApiServer, client: Client) -> None:
    chat = api.group()
    html = " <b>27 January</b>\n<blockquote expandable>The 😀 dam.</blockquote> "
    sent = client.done("sendMessage", chat_id=chat.id, text=html, parse_mode="HTML")
    assert sent["text"] == "27 January\nThe 😀 dam."
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 10},
        {"type": "expandable_blockquote", "offset": 11, "length": 11},
    ]
    plain = client.done("sendMessage", chat_id=chat.id, text="<b>dam")
    assert (plain["text"], plain["message_id"]) == ("<b>dam", sent["message_id"] + 1)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 5}, "chat not found"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"message_thread_id": 9}, "message thread not found"),
        ({"reply_markup": keyboard(text="More")}, "Text buttons are unallowed"),
        ({"reply_markup": keyboard(text="", callback_data="x")}, "text must be non-empty"),
        ({"reply_markup": keyboard(text="More", callback_data="ž" * 33)}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard(text="Cite", copy_text={"text": "x" * 257})}, "COPY_TEXT"),
        ({"reply_markup": keyboard(text="Read", url="herald")}, "Wrong HTTP URL"),
        ({"reply_markup": {"inline_keyboard": [[]] + [[{}] * 8] * 13}}, "markup is too long"),
        ({"message_effect_id": "1"}, "EFFECT"),
    ],
)
def test_what_telegram_does_not_take_is_refused(
    api: BotApiServer, client: Client, params: dict[str, Any], words: str
) -> None:
    asked = {"chat_id": api.group().id, "text": "dam"} | params
    assert words in client.refusal("sendMessage", **asked)
    assert api.sent == []


def test_formatting_beyond_a_hundred_pieces_is_dropped(api: BotApiServer, client: Client) -> None:
    html = "<b>a</b> " * 120
    sent = client.done("sendMessage", chat_id=api.group().id, text=html, parse_mode="HTML")
    assert len(sent["entities"]) == 100


def test_a_reply_hangs_on_the_words_it_quotes(api: BotApiServer, client: Client) -> None:
    chat = api.group()
    claim = chat.member("Ann").says("It broke. The dam broke. It broke.")
    reply = {"message_id": claim["message_id"], "quote": "It broke.", "quote_position": 30}
    sent = client.done("sendMessage", chat_id=chat.id, text="No.", reply_parameters=reply)
    assert sent["quote"] == {"text": "It broke.", "position": 25, "is_manual": True}
    assert chat.transcript().endswith("Backissue → Ann «It broke.»: No.")
    for quote in ("it broke.", "<b>It</b> broke."):
        other = reply | {"quote": quote, "quote_parse_mode": "HTML"}
        words = client.refusal("sendMessage", chat_id=chat.id, text="No.", reply_parameters=other)
        assert words == "Bad Request: QUOTE_TEXT_INVALID"


def test_a_photo_is_taken_with_its_caption_and_only_as_a_picture(
    api: BotApiServer, client: Client
) -> None:
    chat = api.private("Ona")
    picture = {"photo": ("months.png", png(800, 400))}
    asked = {"chat_id": chat.id, "caption": "<b>ė</b>", "parse_mode": "HTML"}
    sent = client.done("sendPhoto", files=picture, **asked)
    assert (sent["caption"], sent["photo"][0]["width"]) == ("ė", 800)
    assert api.next_reply().params["photo"].content == png(800, 400)
    client.done("sendPhoto", chat_id=chat.id, photo=sent["photo"][0]["file_id"])
    which = {"chat_id": chat.id, "message_id": sent["message_id"]}
    assert "no text" in client.refusal("editMessageText", text="dam", **which)
    client.done("editMessageCaption", caption="dam", **which)
    long = {"photo": ("a", png(9, 200))}
    assert "DIMENSIONS" in client.refusal("sendPhoto", files=long, **asked)
    svg = {"photo": ("a", b"<svg/>")}
    assert "IMAGE_PROCESS_FAILED" in client.refusal("sendPhoto", files=svg, **asked)
    asked["caption"] = "x" * 1025
    assert "caption is too long" in client.refusal("sendPhoto", files=picture, **asked)


def test_only_the_bots_own_messages_are_edited_and_only_to_something_else(
    api: BotApiServer, client: Client
) -> None:
    chat = api.group()
    of_ann = chat.member("Ann").says("dam")
    sent = client.done("sendMessage", chat_id=chat.id, text="One")
    which = {"chat_id": chat.id, "message_id": sent["message_id"]}
    assert "not modified" in client.refusal("editMessageText", text=" One ", **which)
    more = keyboard(text="More", callback_data="m:1")
    client.done("editMessageText", text="Two", reply_markup=more, **which)
    client.done("editMessageReplyMarkup", **which)
    assert "not modified" in client.refusal("editMessageReplyMarkup", **which)
    which["message_id"] = of_ann["message_id"]
    assert "can't be edited" in client.refusal("editMessageText", text="Two", **which)
    assert "can't be deleted" in client.refusal("deleteMessage", **which)
    which["message_id"] = 99
    assert "edit not found" in client.refusal("editMessageText", text="Two", **which)
    assert [edit.text for edit in api.edited] == ["Two", "Two"]


@pytest.mark.parametrize(
    ("standing", "kind", "words"),
    [
        ("kicked", "private", "Forbidden: bot was blocked by the user"),
        ("kicked", "supergroup", "Forbidden: bot was kicked from the supergroup chat"),
        ("left", "group", "Forbidden: bot is not a member of the group chat"),
        ("member", "channel", "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
def test_where_the_bot_may_not_write_it_is_told_so(
    api: BotApiServer, client: Client, standing: str, kind: str, words: str
) -> None:
    chat = api.private() if kind == "private" else api.group(type=kind)
    chat.state.standing = standing
    assert client.refusal("sendMessage", chat_id=chat.id, text="dam") == words


def test_a_group_that_became_a_supergroup_says_where_it_is(
    api: BotApiServer, client: Client
) -> None:
    chat = api.group(type="group")
    moved = chat.migrate(chat.member("Ann"))
    answer = client.ask("sendMessage", chat_id=chat.id, text="dam")
    assert answer["parameters"] == {"migrate_to_chat_id": moved.id}
    client.done("sendMessage", chat_id=moved.id, text="dam")
    assert moved.transcript().endswith("Backissue: dam")


def test_too_many_messages_are_told_to_wait(api: BotApiServer, client: Client) -> None:
    api.limit_floods()
    group = api.group().id
    for _ in range(3):
        client.done("sendMessage", chat_id=group, text="dam")
    answer = client.ask("sendMessage", chat_id=group, text="dam")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 3})
    api.pass_time(3)
    for _ in range(17):
        api.pass_time(1.01)
        client.done("sendMessage", chat_id=group, text="dam")
    api.pass_time(3)
    wait = client.ask("sendMessage", chat_id=group, text="dam")["parameters"]["retry_after"]
    assert 20 < wait < 40
    for _ in range(30):
        client.done("sendMessage", chat_id=api.private().id, text="dam")
    assert client.ask("sendMessage", chat_id=api.private().id, text="dam")["error_code"] == 429
    assert api.world.flood is not None
    assert api.world.flood.refused == 3


def test_a_raw_answer_and_an_outage_come_as_they_are_told(
    api: BotApiServer, client: Client
) -> None:
    api.fail("getMe", Fault(502, body=b"<html>"))
    with pytest.raises(ValueError, match="Expecting value"):
        client.ask("getMe")
    with api.failing("getMe", Fault(500)):
        assert client.ask("getMe")["error_code"] == client.ask("getMe")["error_code"] == 500
    assert client.done("getMe")["username"] == "Backissue_Bot"
