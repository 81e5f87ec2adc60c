"""Telegram's answers to getUpdates, as PTB gets to see them."""

import json
import logging
from typing import Any

import pytest
from telegram import Update
from telegram.error import TelegramError

from bot.telegram.intake.updates_request import UpdatesRequest
from tests.telegram.messages import Json, private


def read(answer: Any) -> Any:
    return UpdatesRequest.parse_json_payload(json.dumps(answer).encode())


def updates(*found: Any) -> Json:
    return {"ok": True, "result": list(found)}


UNREADABLE = {"update_id": 7, "message": private("secret") | {"date": "soon"}}
READABLE = {"update_id": 8, "message": private("dam")}


def test_an_unreadable_update_costs_only_itself(caplog: pytest.LogCaptureFixture) -> None:
    answer = read(updates(UNREADABLE, READABLE))
    assert answer == updates({"update_id": 7}, READABLE)
    (line,) = caplog.records
    assert line.levelno == logging.WARNING
    assert line.getMessage() == "One message could not be read; left out (TypeError)."


def test_what_is_left_of_it_can_be_read_and_holds_nothing() -> None:
    left = Update.de_json(read(updates(UNREADABLE))["result"][0], None)
    assert (left.update_id, left.effective_message) == (7, None)


def test_what_has_no_number_is_dropped() -> None:
    assert read(updates(5, {"message": {}}, {"update_id": "x"}, READABLE)) == updates(READABLE)


def test_no_updates_are_no_updates() -> None:
    assert read(updates()) == updates()


@pytest.mark.parametrize("result", [{}, 5, "x", True, None, [5], [{}], [{"update_id": "9"}]])
def test_an_answer_without_a_single_number_is_an_error(result: Any) -> None:
    """Without one nothing can be confirmed, and the same would come at once."""
    with pytest.raises(TypeError):
        read({"ok": True, "result": result})


def test_a_refusal_is_left_as_it_is() -> None:
    refusal = {"ok": False, "error_code": 409, "description": "Conflict"}
    assert read(refusal) == refusal


def test_what_is_no_json_is_telegrams_error() -> None:
    with pytest.raises(TelegramError):
        UpdatesRequest.parse_json_payload(b"<html>")
