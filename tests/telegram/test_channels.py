"""Channels that the bot is an administrator of."""

import pytest

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import Json
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")

ASKED = "Who built the Rudna bridge?"


@pytest.mark.parametrize(
    "words", [f"/ask {ASKED}", f"/ask@backissue_bot {ASKED}", f"@backissue_bot {ASKED}"]
)
def test_what_a_channel_asks_is_answered_there(
    api: BotApiServer, archive: FakeArchive, words: str
) -> None:
    channel = api.channel()
    post = channel.member("Ida").says(words)
    reply = api.next_reply()
    assert reply.params["chat_id"] == str(channel.id)
    assert reply.params["reply_parameters"]["message_id"] == post["message_id"]
    assert archive.texts == [ASKED]


def test_a_command_in_reply_to_a_post_asks_about_that(
    api: BotApiServer, archive: FakeArchive
) -> None:
    ida = api.channel().member("Ida")
    ida.says("/ask", reply_to=ida.says("The Rudna dam broke."))
    api.next_reply()
    assert archive.said == ["The Rudna dam broke."]


@pytest.mark.parametrize("words", ["The Rudna dam broke.", "/ask@another_bot dam", "/dance"])
def test_other_posts_are_left_alone(api: BotApiServer, archive: FakeArchive, words: str) -> None:
    api.channel().member("Ida").says(words)
    assert api.has_no_reply(0.7)
    assert not archive.texts


def test_an_edited_post_edits_its_answer(api: BotApiServer, archive: FakeArchive) -> None:
    ida = api.channel().member("Ida")
    post: Json = ida.says("/ask dam")
    api.next_reply()
    ida.edits(post, "/ask bridge")
    assert "bridge" in api.next_edit().text


def test_who_writes_in_a_channel_may_decide_for_it(api: BotApiServer) -> None:
    api.channel().member("Ida").says("/settings quotes 1")
    assert "Quotes in an answer: 1" in api.next_reply().text
