"""Replies that Telegram does not take at once."""

import asyncio
import logging
import time
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.render.english import telegram as texts
from bot.telegram.outgoing import Message, ReplyTarget
from bot.telegram.transport.fates import Unsure
from bot.telegram.transport.sending import Sending
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer, Fault
from tests.telegram.messages import group, in_topic, private
from tests.telegram.running import FakeArchive, RunningBot, unpaced

NOT_DELIVERED = "chat 77: not delivered: "
SLOW_DOWN = Fault(429, "Too Many Requests: retry after 1", {"retry_after": 1})

NOT_TELEGRAMS = (b"<html>Log in to the button can't parse entities</html>", b"", b"{}", b"[]", b"5")


def undelivered(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Why replies were not delivered; the log says nothing else."""
    lines = [record.getMessage() for record in caplog.records if record.levelno > logging.INFO]
    assert all(line.startswith(NOT_DELIVERED) for line in lines)
    return [line.removeprefix(NOT_DELIVERED) for line in lines]


@pytest.mark.usefixtures("bot")
def test_a_reply_shows_no_preview_of_its_links(api: BotApiServer) -> None:
    api.deliver(private("dam"))
    assert api.next_reply().params["link_preview_options"] == {"is_disabled": True}


@pytest.mark.usefixtures("bot")
def test_a_reply_held_back_is_sent_after_the_time_asked_for(api: BotApiServer) -> None:
    api.fail("sendMessage", SLOW_DOWN)
    at = api.deliver(private("dam"))
    assert api.next_reply().at - at >= 1


@pytest.mark.usefixtures("bot")
def test_a_chat_held_back_does_not_hold_up_another(api: BotApiServer) -> None:
    api.fail("sendMessage", Fault(429, "Too Many Requests: retry after 4", {"retry_after": 4}))
    api.deliver(private("first"))
    api.wait_for("sendMessage")
    api.deliver(group("/ask second"))
    assert "second" in api.next_reply().text
    assert "first" in api.next_reply(timeout=20).text


@pytest.mark.usefixtures("bot")
def test_a_chat_held_back_keeps_its_order(api: BotApiServer) -> None:
    api.fail("sendMessage", SLOW_DOWN)
    api.deliver(private("first"))
    api.wait_for("sendMessage")
    api.deliver(private("second"))
    assert "first" in api.next_reply().text
    assert "second" in api.next_reply().text
    pauses = api.pauses_between("sendMessage")
    assert len(pauses) == 2
    assert pauses[1] < 0.9


@pytest.mark.usefixtures("bot")
def test_a_reply_that_found_no_server_is_sent_when_it_is_back(
    api: BotApiServer, archive: FakeArchive
) -> None:
    def lose_network(text: str) -> Answer:
        api.go_down()
        return answer(quote(text))

    archive.reply = lose_network
    api.deliver(private("dam"))
    while not archive.asked:
        time.sleep(0.01)
    time.sleep(0.3)
    api.come_back()
    assert "dam" in api.next_reply().text
    with pytest.raises(Empty):
        api.next_reply(timeout=1.5)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("words", ["message to be replied not found", "MESSAGE_ID_INVALID"])
def test_where_the_question_was_deleted_the_answer_comes_alone(
    api: BotApiServer, words: str
) -> None:
    api.fail("sendMessage", Fault(400, f"Bad Request: {words}"))
    api.deliver(private("dam"))
    assert "reply_parameters" not in api.next_reply().params


@pytest.mark.usefixtures("bot")
def test_where_topic_and_question_were_deleted_the_answer_comes_to_the_group(
    api: BotApiServer,
) -> None:
    faults = ("message thread not found", "message to be replied not found")
    api.fail("sendMessage", *[Fault(400, f"Bad Request: {words}") for words in faults])
    api.deliver(in_topic(group("/ask dam"), 9))
    sent = api.next_reply().params
    assert not {"message_thread_id", "reply_parameters"} & sent.keys()


@pytest.mark.usefixtures("bot")
def test_a_group_that_moved_gets_its_answer_where_it_is_now(
    api: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    moved = Fault(400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1002})
    api.fail("sendMessage", moved)
    api.deliver(in_topic(group("/ask dam"), 9))
    sent = api.next_reply().params
    assert sent["chat_id"] == "-1002"
    assert not {"message_thread_id", "reply_parameters"} & sent.keys()
    assert "-1002" not in caplog.text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("words", ["Too Many Requests", "Too Many Requests: retry after 1"])
def test_a_reply_held_back_without_a_time_to_wait_is_sent_after_a_while(
    api: BotApiServer, words: str
) -> None:
    api.fail("sendMessage", Fault(429, words))
    api.deliver(private("dam"))
    api.next_reply()
    (pause,) = api.pauses_between("sendMessage")
    assert 0.4 <= pause < 3


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("result", [[], {}, 5, {"message_id": 1, "poll": {"id": 1}}], ids=str)
def test_a_reply_whose_receipt_cannot_be_read_was_delivered(
    api: BotApiServer, result: Any, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", Fault(done=True, result=result))
    api.deliver(private("first"))
    assert "first" in api.next_reply().text
    api.deliver(private("second"))
    assert "second" in api.next_reply().text
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


def test_a_chat_held_back_for_long_is_answered_after_the_next_start(
    api: BotApiServer, archive: FakeArchive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", Fault(429, "Too Many Requests", {"retry_after": 3600}))
    api.deliver(private("dam"))
    api.deliver(private("bridge"))
    with RunningBot(api, archive, state=tmp_path, time_to_finish=0.2) as impatient:
        api.wait_for("sendMessage")
        while len(archive.asked) < 2:
            time.sleep(0.01)
        impatient.stop()
    assert "Stopped with 2 to be answered after the next start." in caplog.text
    assert api.sent == []
    with RunningBot(api, archive, state=tmp_path):
        assert "dam" in api.next_reply().text
        assert "bridge" in api.next_reply().text
    assert len(archive.asked) == 2


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "fault",
    [
        Fault(drop=True, done=True),
        Fault(500, done=True),
        Fault(502, "Bad Gateway", done=True),
        *(Fault(200, body=body, done=True) for body in NOT_TELEGRAMS),
        *(Fault(status, body=NOT_TELEGRAMS[0], done=True) for status in (400, 403, 404, 502)),
    ],
    ids=lambda fault: f"{fault.status} {fault.body}",
)
def test_a_reply_that_may_have_arrived_is_offered_once_more_and_not_sent_again(
    api: BotApiServer, fault: Fault
) -> None:
    api.fail("sendMessage", fault)
    api.deliver(private("dam"))
    assert "dam" in api.next_reply().text
    offer = api.next_reply()
    assert offer.text == texts.MAY_BE_LOST()
    (((button,),),) = (offer.params["reply_markup"]["inline_keyboard"],)
    assert button["text"] == texts.SEND_AGAIN()
    with pytest.raises(Empty):
        api.next_reply(timeout=1.5)
    api.press(button["callback_data"], message_id=1)
    assert "dam" in api.next_reply().text
    api.press(button["callback_data"], message_id=1)
    with pytest.raises(Empty):
        api.next_reply(timeout=0.7)


def test_a_reply_that_came_too_late_is_not_known_to_have_arrived(api: BotApiServer) -> None:
    async def send_impatiently() -> object:
        request = HTTPXRequest(connection_pool_size=1, read_timeout=0.2)
        async with ExtBot(
            TOKEN, base_url=f"{api.url}/bot", request=request, rate_limiter=unpaced()
        ) as bot:
            target = ReplyTarget(77, thread_id=None, message_id=5)
            return await Sending(bot).perform(Message(target, "An answer."))

    api.fail("sendMessage", Fault(done=True, after=0.4))
    assert asyncio.run(send_impatiently()) == Unsure("ReadTimeout")


@pytest.mark.usefixtures("bot")
def test_markup_that_telegram_refuses_goes_out_as_plain_text(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.fail("sendMessage", Fault(400, "Bad Request: can't parse entities: at byte offset 7"))
    archive.reply = lambda text: answer(quote("5 < 6 & 7"))
    api.deliver(private("dam"))
    reply = api.next_reply()
    assert "parse_mode" not in reply.params
    assert "5 < 6 & 7" in reply.params["text"]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault(403, "Forbidden: bot was blocked"), "Forbidden, Forbidden: bot was blocked"),
        (Fault(400, "Bad Request: TOPIC_CLOSED"), "BadRequest, Topic_closed"),
    ],
    ids=["blocked", "topic closed"],
)
def test_a_reply_that_cannot_be_delivered_is_one_line_in_the_log(
    api: BotApiServer, fault: Fault, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", fault)
    api.deliver(private("first"))
    api.wait_for("sendMessage")
    api.deliver(private("second"))
    assert "second" in api.next_reply().text
    assert undelivered(caplog) == [reason]
