"""What is done where Telegram did not take a reply, decided by what it said."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.outgoing import ReplyTarget
from bot.telegram.transport.fates import Later, Refused, Unsure
from bot.telegram.transport.refusals import fate_of, reason, without_what_is_gone

TARGET = ReplyTarget(-1001, thread_id=9, message_id=501)


@pytest.fixture(autouse=True)
def waits_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


def because_of(cause: Exception, error: TelegramError | None = None) -> TelegramError:
    """As PTB raises it."""
    failed = error or NetworkError("httpx failed at https://api.example/bot1:secret/sendMessage")
    failed.__cause__ = cause
    return failed


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
def test_what_never_left_is_tried_again_after_longer_and_longer(
    kind: type[httpx.TransportError],
) -> None:
    fates = [fate_of(because_of(kind("")), tries) for tries in (0, 1, 2, 3, 4, 5, 5000)]
    assert fates == [Later(seconds) for seconds in (0.5, 1, 2, 4, 8, 8, 8)]


@pytest.mark.parametrize(
    "cause",
    [
        httpx.ReadTimeout(""),
        httpx.WriteTimeout(""),
        httpx.ReadError(""),
        httpx.WriteError(""),
        httpx.RemoteProtocolError(""),
    ],
    ids=lambda cause: type(cause).__name__,
)
def test_what_may_have_arrived_is_in_doubt(cause: Exception) -> None:
    in_doubt = Unsure(type(cause).__name__)
    assert fate_of(because_of(cause), 0) == in_doubt
    assert fate_of(because_of(cause, TimedOut()), 0) == in_doubt


@pytest.mark.parametrize("asked", [1, 7, 3600])
def test_telegram_says_how_long_to_wait(asked: int) -> None:
    assert fate_of(RetryAfter(asked), 0) == Later(asked, is_said=True)
    in_words = NetworkError(f"Too Many Requests: retry after {asked}")
    assert fate_of(in_words, 3) == Later(asked, is_said=True)


def test_held_back_without_a_time_it_waits_as_long_as_it_likes() -> None:
    held_back = [fate_of(NetworkError("Too Many Requests"), tries) for tries in (0, 1)]
    assert held_back == [Later(0.5, is_said=True), Later(1, is_said=True)]


@pytest.mark.parametrize(
    ("error", "is_gone"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), True),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), True),
        (BadRequest("Bad Request: chat not found"), True),
        (BadRequest("Bad Request: TOPIC_CLOSED"), False),
    ],
    ids=lambda error: getattr(error, "message", None),
)
def test_any_other_refusal_is_final(error: TelegramError, is_gone: bool) -> None:
    fate = fate_of(error, 0)
    assert isinstance(fate, Refused)
    assert fate.is_gone is is_gone


@pytest.mark.parametrize("words", ["Bad Gateway", "Internal Server Error"])
def test_a_fault_of_the_server_leaves_open_what_it_did(words: str) -> None:
    assert fate_of(NetworkError(words), 0) == Unsure("NetworkError")


@pytest.mark.parametrize("kind", [BadRequest, Forbidden, NetworkError])
def test_what_is_no_answer_of_telegrams_leaves_open_what_it_did(kind: type[TelegramError]) -> None:
    unreadable = TelegramError("Invalid server response")
    in_doubt = Unsure("the answer was not Telegram's")
    assert fate_of(unreadable, 0) == in_doubt
    assert fate_of(because_of(unreadable, kind("<html>chat not found")), 0) == in_doubt


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (
            BadRequest("Message to be replied not found"),
            ReplyTarget(-1001, thread_id=9, message_id=None),
        ),
        (BadRequest("MESSAGE_ID_INVALID"), ReplyTarget(-1001, thread_id=9, message_id=None)),
        (
            BadRequest("Message thread not found"),
            ReplyTarget(-1001, thread_id=None, message_id=501),
        ),
        (ChatMigrated(-1002), ReplyTarget(-1002, thread_id=None, message_id=None)),
        (BadRequest("Chat not found"), TARGET),
    ],
    ids=["question", "its number", "topic", "group", "chat"],
)
def test_what_is_gone_is_no_longer_named(
    error: BadRequest | ChatMigrated, left: ReplyTarget
) -> None:
    assert without_what_is_gone(TARGET, error) == left


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BadRequest("Chat not found"), "BadRequest, Chat not found"),
        (Forbidden("Blocked"), "Forbidden, Blocked"),
        (NetworkError("see https://api.example/bot1:secret"), "NetworkError"),
        (because_of(httpx.ReadTimeout("")), "ReadTimeout"),
    ],
    ids=["refused", "blocked", "network", "cause"],
)
def test_the_log_names_the_reason_and_no_address(error: TelegramError, words: str) -> None:
    assert reason(error) == words


def test_the_log_says_how_long_a_chat_is_to_wait() -> None:
    assert reason(RetryAfter(3600)) == "its chat is to wait 3600 s"
