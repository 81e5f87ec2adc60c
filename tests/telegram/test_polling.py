"""Fetching messages through trouble."""

import logging
import threading
import time
from typing import Any

import pytest

from bot.errors import ConflictError
from bot.telegram.intake import rivals
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.messages import Json, private
from tests.telegram.running import FakeArchive, RunningBot

pytestmark = pytest.mark.usefixtures("bot")

CONFLICT = Fault(409, "Conflict: terminated by other getUpdates request")


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno > logging.INFO]


def test_an_outage_is_one_line_in_the_log_and_then_over(
    api: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    api.wait_for("getUpdates")
    api.go_down()
    time.sleep(1.2)
    api.come_back()
    api.deliver(private("dam"))
    assert "dam" in api.next_reply().text
    about_network = {line.partition("(")[0] for line in warnings(caplog)}
    assert about_network == {"Telegram cannot be reached; trying until it can "}
    assert len(warnings(caplog)) <= 2  # cut off, then refused


def test_another_instance_is_one_line_in_the_log(
    api: BotApiServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "ANSWER", 0.1)
    api.wait_for("getUpdates")
    time.sleep(0.2)  # it was there first
    monkeypatch.setattr(rivals, "WAY", 0.0)
    api.fail("getUpdates", CONFLICT)
    api.deliver(private("one"))
    api.next_reply()
    api.deliver(private("two"))
    api.next_reply()
    api.wait_for("getUpdates", count=3)
    assert len(warnings(caplog)) == 1
    assert warnings(caplog)[0].startswith("Another program is asking Telegram")


def test_the_later_of_two_ends_the_bot_with_one_clear_line(
    api: BotApiServer, bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "ANSWER", 0.0)
    for count in (1, 2):
        api.wait_for("getUpdates", count=count)
        api.world.updates.end_polls()  # as the answer of another program does
    with pytest.raises(ConflictError, match="stop that one before you start this one"):
        bot.join()


def test_asked_to_wait_it_waits(api: BotApiServer) -> None:
    api.wait_for("getUpdates")
    api.fail("getUpdates", Fault(429, "Too Many Requests", {"retry_after": 1}))
    api.deliver(private("one"))
    api.next_reply()
    at = api.deliver(private("two"))
    assert api.next_reply().at - at > 0.8


POLL_OF_ANOTHER_TIME = {"poll": {"id": "1", "question": "secret dam?", "options": []}}


@pytest.mark.parametrize(
    "fields",
    [
        POLL_OF_ANOTHER_TIME,
        {"chat": {"kind": "none"}},
        {"date": "soon"},
        {"date": 10**14},
        {"reply_to_message": "secret"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_an_unreadable_message_is_left_out_and_the_others_are_answered(
    api: BotApiServer, caplog: pytest.LogCaptureFixture, fields: Json
) -> None:
    api.wait_for("getUpdates")
    api.deliver(private("secret dam") | fields)
    api.deliver(private("bridge"))
    assert "bridge" in api.next_reply().text
    (line,) = warnings(caplog)
    assert line.startswith("One message could not be read; left out (")


@pytest.mark.parametrize("message", [[], "x", 5], ids=str)
def test_what_is_no_message_at_all_is_left_out(api: BotApiServer, message: Any) -> None:
    api.deliver(message)
    api.deliver(private("bridge"))
    assert "bridge" in api.next_reply().text


@pytest.mark.parametrize("result", [{}, 5, "x", [5], [{"update_id": "x"}], [{}]], ids=str)
def test_an_unreadable_answer_is_asked_for_again_after_a_while(
    api: BotApiServer, caplog: pytest.LogCaptureFixture, result: Any
) -> None:
    api.wait_for("getUpdates")
    api.fail("getUpdates", *[Fault(result=result)] * 2)
    api.deliver(private("one"))
    api.next_reply()
    at = api.deliver(private("two"))
    assert api.next_reply().at - at > 1
    assert [line.partition("(")[0] for line in warnings(caplog)] == [
        "Telegram sent what cannot be read; asking again "
    ]


def test_a_first_answer_that_cannot_be_read_does_not_end_the_bot(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    bot.stop()
    api.fail("getMe", Fault(result=[]))
    api.fail("setMyCommands", Fault(result=[]))
    api.deliver(private("dam"))
    with RunningBot(api, archive):
        assert "dam" in api.next_reply().text


def test_a_revoked_token_ends_the_bot_with_one_clear_line(
    api: BotApiServer, bot: RunningBot
) -> None:
    api.wait_for("getUpdates")
    api.fail("getUpdates", Fault(401, "Unauthorized"))
    api.deliver(private("dam"))
    with pytest.raises(Exception, match="refused the token"):
        bot.join()


def test_a_revoked_token_does_not_end_the_bot_under_a_running_search(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    begun, done = threading.Event(), threading.Event()

    def slow(text: str) -> Answer:
        begun.set()
        time.sleep(0.5)
        done.set()
        return answer(quote(text))

    archive.reply = slow
    api.deliver(private("dam"))
    assert begun.wait(5)
    api.fail("getUpdates", Fault(401, "Unauthorized"))
    api.deliver(private("/about"))  # ends the poll that waits
    with pytest.raises(Exception, match="refused the token"):
        bot.join()
    assert done.is_set()


def test_an_answer_that_does_not_come_is_not_waited_for_for_ever(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot, caplog: pytest.LogCaptureFixture
) -> None:
    bot.stop()
    release = threading.Event()

    def slow(text: str) -> Answer:
        release.wait(5)
        return answer(quote(text))

    archive.reply = slow
    api.deliver(private("dam"))
    with RunningBot(api, archive, time_to_finish=0.2) as impatient:
        while not archive.asked:
            time.sleep(0.01)
        impatient.stop()
    release.set()
    assert warnings(caplog) == ["Stopped with 1 to be answered after the next start."]
