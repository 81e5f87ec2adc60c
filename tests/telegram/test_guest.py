"""Guest mode: the bot is named in a chat that it is no member of."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.render.english import telegram as texts
from bot.telegram.admission.limits import Limits
from retrieval.answer import Answer
from tests.telegram.answers import chatter_or_quote
from tests.telegram.bot_api_server import BotApiServer, Chat, Fault
from tests.telegram.messages import Json
from tests.telegram.parser import parse
from tests.telegram.running import FakeArchive, RunningBot

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def foreign(api: BotApiServer) -> Chat:
    chat = api.group()
    chat.state.standing = "left"
    return chat


def asked(api: BotApiServer, chat: Chat, name: str, words: str) -> Json:
    """Somebody's call as a guest. Returns the answer, as the chat shows it."""
    chat.member(name).says(f"@Backissue_Bot {words}")
    api.next_reply()
    return [one for one in chat.messages if one["from"]["is_bot"]][-1]


def test_a_claim_is_looked_up_where_the_bot_is_called_as_a_guest(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    claim = foreign.member("Ann").says("The dam broke.")
    foreign.member("Jonas").says("@Backissue_Bot is that so?", reply_to=claim)
    api.next_reply()
    assert archive.said == ["The dam broke."]
    said = foreign.transcript().splitlines()
    assert said[:2] == ["Ann: The dam broke.", "Jonas → Ann: @Backissue_Bot is that so?"]
    assert said[2] == "Backissue → Jonas:"
    assert "  > You said: The dam broke." in said
    assert api.called("sendMessage") == []


def test_a_reply_to_what_a_guest_was_answered_changes_the_question(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    answer = asked(api, foreign, "Ann", "Boris Johnson resignation")
    asked(api, foreign, "Jonas", "ferries in Rudna")
    foreign.member("Jonas").says("and in 2023?", reply_to=answer)
    assert "Boris Johnson resignation · in 2023" in api.next_reply().text
    assert archive.texts[-1] == "Boris Johnson resignation in 2023"


def test_talk_in_reply_to_it_gets_nothing(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    answer = asked(api, foreign, "Ann", "dam")
    ann = foreign.member("Ann")
    ann.says("nobody knew that back then, my friends", reply_to=answer)
    ann.says("@Backissue_Bot bridge")
    assert "bridge" in api.next_reply().text
    assert archive.texts == ["dam", "bridge"]


def test_a_bare_call_gets_a_hint_and_chatter_nothing(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    archive.reply = chatter_or_quote
    jonas = foreign.member("Jonas")
    jonas.says("@Backissue_Bot tell me a joke")
    jonas.says("@Backissue_Bot")
    assert api.next_reply().text == parse(texts.HINT()).text
    assert len(api.called("answerGuestQuery")) == 1


@pytest.mark.parametrize("is_member", [True, False])
def test_a_message_that_comes_both_ways_is_answered_once(
    api: BotApiServer, archive: FakeArchive, is_member: bool
) -> None:
    chat = api.group()
    jonas = chat.member("Jonas")
    if is_member:  # the message comes first, then the call
        jonas.says("@Backissue_Bot dam", calls_guest=True)
    else:
        chat.state.standing = "left"
        said = jonas.says("@Backissue_Bot dam")
        chat.state.standing = "member"
        api.deliver(said)
    jonas.says("@Backissue_Bot bridge")
    assert [("dam" in api.next_reply().text), ("bridge" in api.next_reply().text)] == [True] * 2
    assert archive.texts == ["dam", "bridge"]


def test_it_is_answered_once_over_a_restart_too(
    api: BotApiServer, archive: FakeArchive, foreign: Chat, tmp_path: Path, bot: RunningBot
) -> None:
    bot.stop()
    with RunningBot(api, archive, state=tmp_path):
        said = foreign.member("Jonas").says("@Backissue_Bot dam")
        api.next_reply()
    foreign.state.standing = "member"
    with RunningBot(api, archive, state=tmp_path):
        api.deliver(said)
        foreign.member("Ann").says("@Backissue_Bot bridge")
        assert "bridge" in api.next_reply().text
    assert archive.texts == ["dam", "bridge"]


def test_an_update_that_comes_again_is_no_other_message(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    asked(api, foreign, "Jonas", "dam")
    api.world.updates.add_again(1000)
    asked(api, foreign, "Ann", "bridge")
    assert archive.texts == ["dam", "bridge"]


def test_a_guest_is_called_no_more_often_than_others_may_ask(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot, foreign: Chat
) -> None:
    bot.stop()
    limited = RunningBot(api, archive)
    limited.settings = replace(limited.settings, limits=lambda: Limits(person=1))
    jonas = foreign.member("Jonas")
    for text in ("dam", "bridge", "river"):
        jonas.says(f"@Backissue_Bot {text}")
    with limited:
        assert "dam" in api.next_reply().text
        assert api.next_reply().text == parse(texts.TOO_MANY()).text
        foreign.member("Ann").says("@Backissue_Bot ferry")
        assert "ferry" in api.next_reply().text


def test_a_failing_search_says_nothing_in_a_foreign_chat(
    api: BotApiServer, archive: FakeArchive, foreign: Chat
) -> None:
    def fail(text: str) -> Answer:
        if text == "dam":
            raise LookupError(text)
        return chatter_or_quote(text)

    archive.reply = fail
    jonas = foreign.member("Jonas")
    jonas.says("@Backissue_Bot dam")
    jonas.says("@Backissue_Bot bridge")
    assert "bridge" in api.next_reply().text
    assert [name for name, _ in api.calls if name.startswith("send")] == []


def test_a_call_whose_answer_met_trouble_is_tried_again_and_a_stale_one_let_go(
    api: BotApiServer, foreign: Chat
) -> None:
    api.fail("answerGuestQuery", Fault(502), Fault(400, "Bad Request: QUERY_ID_INVALID"))
    jonas = foreign.member("Jonas")
    jonas.says("@Backissue_Bot dam")
    api.wait_for("answerGuestQuery", count=2)
    jonas.says("@Backissue_Bot bridge")
    assert "bridge" in api.next_reply().text
    assert len(api.called("answerGuestQuery")) == 3
