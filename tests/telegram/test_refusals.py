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

from bot.telegram.transport.refusals import pause_before_retry, reason, without_what_is_gone
from bot.telegram.transport.reply_target import ReplyTarget

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
    pauses = [pause_before_retry(because_of(kind("")), retry) for retry in range(8)]
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]


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
def test_what_may_have_arrived_is_not_tried_again(cause: Exception) -> None:
    assert pause_before_retry(because_of(cause), 0) is None
    assert pause_before_retry(because_of(cause, TimedOut()), 0) is None


@pytest.mark.parametrize(("asked", "pause"), [(1, 1), (7, 7), (60, 60), (61, None), (3600, None)])
def test_telegram_says_how_long_to_wait_and_a_minute_is_the_most(
    asked: int, pause: int | None
) -> None:
    assert pause_before_retry(RetryAfter(asked), 0) == pause
    in_words = NetworkError(f"Too Many Requests: retry after {asked}")
    assert pause_before_retry(in_words, 3) == pause


def test_held_back_without_a_time_it_waits_as_long_as_it_likes() -> None:
    held_back = [pause_before_retry(NetworkError("Too Many Requests"), retry) for retry in (0, 1)]
    assert held_back == [1, 2]


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        BadRequest("Bad Request: TOPIC_CLOSED"),
        NetworkError("Bad Gateway"),
        NetworkError("Internal Server Error"),
    ],
    ids=lambda error: error.message,
)
def test_any_other_refusal_is_final(error: TelegramError) -> None:
    assert pause_before_retry(error, 0) is None


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
