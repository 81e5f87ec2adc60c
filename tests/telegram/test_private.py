"""Private chats: every message is a question and gets an answer."""

import sys
import threading
import time
from datetime import UTC, datetime
from types import FrameType

import pytest

from bot.render.english import telegram as texts
from bot.render.english.answers import CHATTER
from retrieval.answer import Answer
from tests.telegram.answers import answer, chatter_or_quote, quote
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import PRIVATE_CHAT, Json, private
from tests.telegram.parser import parse
from tests.telegram.running import FakeArchive, RunningBot

ANOTHER = {
    "chat": {"id": 78, "type": "private", "first_name": "Jonas"},
    "from": {"id": 78, "is_bot": False, "first_name": "Jonas"},
}
pytestmark = pytest.mark.usefixtures("bot")


def test_a_message_is_a_question(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(private("Who built the <dam> & when?"))
    assert "You said: Who built the <dam> & when?" in api.next_reply().text
    assert archive.texts == ["Who built the <dam> & when?"]


def test_it_is_asked_as_of_the_moment_it_was_sent(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(private("dam this week"))
    api.next_reply()
    assert archive.asked[0][1] == datetime(2021, 1, 27, 15, 30, tzinfo=UTC)


def test_the_reply_is_in_its_chat_and_says_what_it_answers_unless_that_is_right_above(
    api: BotApiServer, archive: FakeArchive
) -> None:
    message = private("dam")
    api.deliver(message)
    sent = api.next_reply().params
    assert sent["chat_id"] == str(PRIVATE_CHAT["id"])
    assert "reply_parameters" not in sent
    both_are_there = threading.Event()

    def wait(text: str) -> Answer:
        both_are_there.wait(5)
        return answer(quote(text))

    archive.reply = wait
    first, second = private("dam"), private("weir")
    api.deliver(first)
    api.deliver(second)
    api.wait_until(lambda: api.confirmed > 1002, "not taken")
    both_are_there.set()
    for question in (first, second):
        reply_to = api.next_reply().params["reply_parameters"]
        assert reply_to["message_id"] == question["message_id"]


def test_a_caption_is_a_question_too(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(private(caption="Is this the dam?", photo=[]))
    api.next_reply()
    assert archive.texts == ["Is this the dam?"]


@pytest.mark.parametrize("text", ["the of and", "…", "x" * 4096, "😀" * 2048, "\ud83d half"])
def test_any_text_gets_an_answer(api: BotApiServer, archive: FakeArchive, text: str) -> None:
    api.deliver(private(text))
    api.next_reply()
    assert archive.texts == [text.replace("\ud83d half", "\ufffd half")]


def test_small_words_alone_are_asked_for_more(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = lambda text: answer(question=text, terms=())
    api.deliver(private("the of and"))
    assert api.next_reply().text == texts.NO_WORDS()


@pytest.mark.parametrize(
    "fields",
    [
        {"sticker": {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1}
         | {"height": 1, "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "a", "file_unique_id": "a", "duration": 3}},
        {"location": {"latitude": 1.0, "longitude": 1.0}},
    ],
    ids=["sticker", "voice", "location"],
)  # fmt: skip
def test_what_is_not_written_gets_one_line(api: BotApiServer, fields: Json) -> None:
    api.deliver(private(**fields))
    assert api.next_reply().text == texts.WRITTEN_ONLY()


def test_who_sends_one_sticker_after_the_other_gets_the_line_once(api: BotApiServer) -> None:
    ona = api.private("Ona")
    for _ in range(3):
        ona.person.sends(voice={"file_id": "a", "file_unique_id": "a", "duration": 3})
    ona.person.says("dam")
    assert api.next_reply().text == texts.WRITTEN_ONLY()
    assert "You said: dam" in api.next_reply().text
    api.private("Jonas").person.sends(voice={"file_id": "b", "file_unique_id": "b", "duration": 3})
    assert api.next_reply().text == texts.WRITTEN_ONLY()


@pytest.mark.parametrize(
    "text",
    ["Who are you?", "What can you do", "what is this? 😀", "HELP"],
)
def test_who_asks_about_the_bot_gets_help(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(private(text))
    assert api.next_reply().text == parse(texts.private_help()).text
    assert archive.texts == []


@pytest.mark.parametrize("text", ["Who are you voting for?", "hi dam", "help for Rudna"])
def test_a_question_that_begins_like_one_about_the_bot_is_asked(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(private(text))
    api.next_reply()
    assert archive.texts == [text]


def test_chatter_gets_one_friendly_line(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = chatter_or_quote
    api.deliver(private("tell me a joke"))
    assert api.next_reply().text == CHATTER()


def test_what_was_passed_on_is_somebodys_statement(api: BotApiServer, archive: FakeArchive) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Jonas", "date": 1}
    api.deliver(private("The dam broke.", forward_origin=origin))
    api.deliver(private("The dam broke, I think."))
    api.next_reply()
    api.next_reply()
    assert archive.said == ["The dam broke."]


def test_an_edit_of_what_was_never_asked_is_left_alone(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(private("first"), kind="edited_message")
    api.deliver(private("second"))
    api.next_reply()
    assert archive.texts == ["second"]


@pytest.mark.parametrize(
    "notice",
    [
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 9}},
        {"boost_added": {"boost_count": 1}},
        {"a_notice_of_next_year": {"count": 1}},
    ],
    ids=lambda notice: next(iter(notice)),
)
def test_telegrams_own_notices_are_ignored(api: BotApiServer, notice: Json) -> None:
    api.deliver(private(**notice))
    api.deliver(private("dam"))
    assert "You said: dam" in api.next_reply().text


def test_a_slow_search_does_not_hold_up_other_chats(
    api: BotApiServer, archive: FakeArchive
) -> None:
    release = threading.Event()

    def slow(text: str) -> Answer:
        if text == "slow":
            release.wait(5)
        return answer(quote(text))

    archive.reply = slow
    api.deliver(private("slow"))
    api.deliver(private("quick") | ANOTHER)
    first = api.next_reply()
    release.set()
    assert "quick" in first.text
    assert "slow" in api.next_reply().text


def test_a_slow_search_shows_the_bot_typing_all_the_while(
    api: BotApiServer, archive: FakeArchive
) -> None:
    def slow(text: str) -> Answer:
        time.sleep(5.5)  # Telegram shows it for five seconds
        return answer(quote(text))

    archive.reply = slow
    api.deliver(private("dam"))
    api.next_reply(timeout=10)
    assert [call["action"] for call in api.called("sendChatAction")] == ["typing"] * 2


def test_slow_searches_do_not_hold_up_what_is_not_searched(
    api: BotApiServer, archive: FakeArchive
) -> None:
    release = threading.Event()

    def slow(text: str) -> Answer:
        release.wait(10)
        return answer(quote(text))

    archive.reply = slow
    for _ in range(3):
        api.deliver(private("dam"))
    api.deliver(private("/about") | ANOTHER)
    first = api.next_reply()
    release.set()
    assert "1,204 articles" in first.text


def test_a_hundred_questions_at_once_are_all_answered_once(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for number in range(100):
        api.deliver(private(f"question {number}"))
    quotes = [api.next_reply().parsed.quotes for _ in range(100)]
    assert sorted(quotes) == sorted([f"You said: question {number}"] for number in range(100))
    assert len(archive.asked) == 100


def test_the_oldest_question_is_answered_first(archive: FakeArchive, bot: RunningBot) -> None:
    bot.stop()
    with BotApiServer() as api:
        for number in range(5):
            api.deliver(private(f"question {number}"))
        with RunningBot(api, archive):
            for _ in range(5):
                api.next_reply()
    assert archive.texts == [f"question {number}" for number in range(5)]


def test_whether_words_are_kind_is_not_worked_out_in_the_event_loop(
    bot: RunningBot, api: BotApiServer
) -> None:
    called: set[str] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> None:
        called.add(frame.f_code.co_name)

    bot.loop.call_soon_threadsafe(sys.setprofile, note)
    api.deliver(private("good bot"))
    api.wait_for("setMessageReaction")
    bot.loop.call_soon_threadsafe(sys.setprofile, None)
    assert "process_update" in called
    assert "understand" not in called
