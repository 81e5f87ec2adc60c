"""What is asked, letter for letter, of messages written in many ways."""

import pytest

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import Json, from_bot, group, private
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")

# What is written in a group, and what is asked.
WRITTEN = {
    "@backissue_bot dam": "dam",
    "@backissue_bot: dam": "dam",
    "@backissue_bot; dam": "dam",
    "@backissue_bot! dam": "dam",
    "@backissue_bot?\tdam": "dam",
    "@backissue_bot... dam": "dam",
    "@backissue_bot… dam": "dam",
    "@backissue_bot,\n\ndam": "dam",
    "@backissue_bot - dam": "- dam",
    "dam @backissue_bot.": "dam",
    "dam, @backissue_bot": "dam",
    "dam: @backissue_bot!": "dam",
    "dam? @backissue_bot": "dam?",
    "dam?! @backissue_bot": "dam?!",
    "dam @backissue_bot bridge": "dam  bridge",
    "/ask dam": "dam",
    "/ASK dam": "dam",
    "/ask, dam?": "dam?",
    "/ask@backissue_bot: dam": "dam",
    "/ask: (dam)": "(dam)",
    "@backissue_bot /ask dam": "dam",
    "@backissue_bot /2021 dam": "dam",
    "@backissue_bot /a/b dam": "/a/b dam",
    "/ask /ask dam": "/ask dam",
    "@backissue_bot dam @other_bot": "dam @other_bot",
}


def test_the_question_is_what_is_left_without_the_address(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for written in WRITTEN:
        api.deliver(group(written))
        api.next_reply()
    assert dict(zip(WRITTEN, archive.texts, strict=True)) == WRITTEN


def test_a_path_is_no_command(api: BotApiServer, archive: FakeArchive) -> None:
    texts = ["/etc/passwd", "/ask/dam", "a/ask dam", "/ask@ dam", "/" + "a" * 65]
    for text in texts:
        api.deliver(private(text))
    for _ in texts:
        api.next_reply()
    assert archive.texts == texts


def part(text: str, *, by_hand: bool) -> Json:
    return {"text": text, "position": 0, "is_manual": by_hand}


SAID = {"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}}


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"reply_to_message": group("The dam broke.") | SAID}, "The dam broke."),
        ({"quote": part("The dam", by_hand=False)}, "The dam"),
        ({"reply_to_message": from_bot("I said."), "quote": part("I", by_hand=True)}, "I"),
        (
            {"reply_to_message": group("It broke.") | SAID, "quote": part("It", by_hand=False)},
            "It",
        ),
    ],
    ids=["a message", "of another chat", "this bot's", "a part"],
)
def test_what_is_replied_to_is_asked(
    api: BotApiServer, archive: FakeArchive, fields: Json, asked: str
) -> None:
    api.deliver(group("/ask", **fields))
    api.next_reply()
    assert archive.texts == [asked]


def test_this_bots_words_are_not_asked_unless_picked_out_by_hand(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for fields in ({}, {"quote": part("I", by_hand=False)}):
        api.deliver(group("/ask", reply_to_message=from_bot("I said."), **fields))
        assert "What would you like to know?" in api.next_reply().text
    assert archive.texts == []
