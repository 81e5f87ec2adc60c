"""Conversations with the bot, as the people in the chat see them."""

import pytest

from tests.telegram.bot_api_server import BotApiServer

pytestmark = pytest.mark.usefixtures("bot")


def test_a_claim_in_a_group_is_answered_under_the_claim(api: BotApiServer) -> None:
    chat = api.group()
    ann, jonas = chat.member("Ann"), chat.member("Jonas")
    claim = ann.says("The bridge at Rudna was closed.")
    jonas.says("/ask", reply_to=claim)
    api.next_reply()
    said = chat.transcript()
    assert said.splitlines()[:3] == [
        "Ann: The bridge at Rudna was closed.",
        "Jonas → Ann: /ask",
        "Backissue → Ann «The bridge at Rudna was closed.»:",
    ]
    assert "\n  > You said: The bridge at Rudna was closed." in said
