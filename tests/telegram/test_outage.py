"""Waiting through trouble: how long, and what the log says of it."""

import logging

import httpx
import pytest
from telegram.error import Conflict, NetworkError, RetryAfter

from bot.telegram.transport.outage import Outage

CUT_OFF = NetworkError("at https://api.example/bot1:secret")
CUT_OFF.__cause__ = httpx.ConnectError("")
ONE_LINE = "Telegram cannot be reached; trying until it can (ConnectError)."


@pytest.fixture(autouse=True)
def waits_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


def test_each_failure_is_waited_for_twice_as_long_up_to_half_a_minute() -> None:
    outage = Outage()
    assert [outage.met(CUT_OFF) for _ in range(9)] == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_once_telegram_answers_the_next_failure_is_the_first() -> None:
    outage = Outage()
    waits = [outage.met(CUT_OFF), outage.met(CUT_OFF)]
    outage.over()
    assert [*waits, outage.met(CUT_OFF)] == [0.5, 1, 0.5]


def test_it_waits_at_least_as_long_as_telegram_asks() -> None:
    outage = Outage()
    assert [outage.met(RetryAfter(5)), outage.met(RetryAfter(90))] == [5, 90]
    waits = [outage.met(RetryAfter(1)) for _ in range(3)]
    assert waits == [2, 4, 8]


def test_the_log_has_one_line_for_each_trouble_and_one_for_its_end(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    outage = Outage()
    for error in (CUT_OFF, CUT_OFF, Conflict("Conflict"), TypeError("secret"), CUT_OFF):
        outage.met(error)
    for _ in range(3):
        outage.over()
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", ONE_LINE),
        (
            "WARNING",
            "Another program is asking Telegram for this bot's messages; stop one of the two.",
        ),
        ("WARNING", "Telegram sent what cannot be read; asking again (TypeError)."),
        ("WARNING", ONE_LINE),
        ("INFO", "Telegram answers again."),
    ]


def test_trouble_that_comes_back_is_a_line_again(caplog: pytest.LogCaptureFixture) -> None:
    outage = Outage()
    for _ in range(2):
        outage.met(CUT_OFF)
        outage.over()
    assert [record.getMessage() for record in caplog.records] == [ONE_LINE] * 2


def test_an_error_without_a_cause_is_named_itself(caplog: pytest.LogCaptureFixture) -> None:
    Outage().met(NetworkError("at https://api.example/bot1:secret"))
    assert "(NetworkError)" in caplog.text
    assert "secret" not in caplog.text
