"""What is written behind an answer: changes of the question, thanks, talk."""

import pytest

from tests.telegram.bot_api_server import BotApiServer, Sent
from tests.telegram.messages import Json, from_bot, group, private
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")


def reply(text: str, shown: Sent | None = None) -> Json:
    """To an answer that was shown, or to another message of the bot's."""
    return group(text, reply_to_message=shown.message if shown else from_bot("Hello."))


def test_a_reply_to_an_answer_changes_its_question(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask drunkest harbours today"))
    api.deliver(reply("and in 2019?", api.next_reply()))
    shown = api.next_reply()
    assert archive.texts[-1] == "drunkest harbours in 2019"
    assert shown.text.splitlines()[0] == "drunkest harbours · in 2019"
    api.deliver(reply("newest first", shown))
    assert api.next_reply().text.splitlines()[0] == "drunkest harbours in 2019 · newest first"
    assert archive.orders == ["best", "best", "newest"]


def test_in_private_a_few_words_soon_after_an_answer_change_its_question(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for text in ("drunkest harbours today", "and in 2019?", "Rudna"):
        api.deliver(private(text))
        api.next_reply()
    assert archive.texts == ["drunkest harbours today", "drunkest harbours in 2019", "Rudna"]


def test_a_claims_follow_up_is_a_claim(api: BotApiServer, archive: FakeArchive) -> None:
    claim = group("The dam broke.", **{"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}})
    api.deliver(group("/ask", reply_to_message=claim))
    api.deliver(reply("and in 2019?", api.next_reply()))
    api.next_reply()
    assert archive.said == [
        "The dam broke.", "The dam broke since:2019-01-01 until:2019-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["lol", "that is nonsense", "The dam broke in May.", "ok", "why?"])
def test_talk_about_an_answer_is_left_alone(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(reply(text))
    api.deliver(group("/ask last"))
    assert "You said: last" in api.next_reply().text
    assert archive.texts == ["last"]
    assert not api.called("setMessageReaction")


@pytest.mark.parametrize("text", ["good bot", "👍", "ačiū", "спасибо!", "wow thanks man"])
def test_thanks_get_a_reaction(api: BotApiServer, archive: FakeArchive, text: str) -> None:
    message = reply(text)
    api.deliver(message)
    api.wait_for("setMessageReaction")
    (sent,) = api.called("setMessageReaction")
    assert sent["message_id"] == str(message["message_id"])
    assert archive.texts == []


def test_a_question_in_reply_to_an_answer_is_asked(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask dam"))
    api.deliver(reply("who is the mayor of Klampuva?", api.next_reply()))
    api.next_reply()
    assert archive.texts[-1] == "who is the mayor of Klampuva?"
