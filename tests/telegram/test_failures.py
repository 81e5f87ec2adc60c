"""Searches that fail: the chat gets an apology, the log what failed and none of the words."""

import pytest

from bot.render.english import telegram as texts
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import group, in_topic, private
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")


def fail(text: str) -> Answer:
    if text == "well":
        return answer(quote(text))
    raise LookupError(text)


def test_a_failing_search_gets_an_apology_and_the_next_question_its_answer(
    api: BotApiServer, archive: FakeArchive
) -> None:
    def fail(text: str) -> Answer:
        if text == "first":
            raise LookupError(text)
        return answer(quote(text))

    archive.reply = fail
    api.deliver(private("first"))
    assert api.next_reply().text == texts.APOLOGY()
    api.deliver(private("second"))
    assert "second" in api.next_reply().text


class EnginePanic(BaseException):  # as Rust engines raise it: no Exception
    pass


def test_a_panic_of_the_engine_gets_an_apology_too(api: BotApiServer, archive: FakeArchive) -> None:
    def panic(text: str) -> Answer:
        raise EnginePanic(text)

    archive.reply = panic
    api.deliver(private("dam"))
    assert api.next_reply().text == texts.APOLOGY()


def test_the_log_says_what_failed_and_where(
    api: BotApiServer, archive: FakeArchive, caplog: pytest.LogCaptureFixture
) -> None:
    archive.reply = fail
    api.deliver(private("secret"))
    api.next_reply()
    line = fail.__code__.co_firstlineno + 3
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        f"A message could not be answered: LookupError at test_failures.py:{line}"
    ]


def test_an_answer_that_cannot_be_shown_is_a_failure_too(
    api: BotApiServer, archive: FakeArchive, caplog: pytest.LogCaptureFixture
) -> None:
    broken = quote("secret", highlights=[(0, 1)], copies=[None])  # type: ignore[list-item]
    archive.reply = lambda text: answer(broken)
    api.deliver(private("secret"))
    assert api.next_reply().text == texts.APOLOGY()
    (line,) = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert line.startswith("A message could not be answered: AttributeError at copies.py:")


def test_the_apology_is_to_the_message_in_its_topic(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.reply = fail
    message = in_topic(group("/ask dam"), 9)
    api.deliver(message)
    sent = api.next_reply().params
    assert sent["message_thread_id"] == "9"
    assert sent["reply_parameters"]["message_id"] == message["message_id"]
