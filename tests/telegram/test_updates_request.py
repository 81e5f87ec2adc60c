"""Telegram's answers to getUpdates, as PTB gets to see them."""

import json
import logging
from typing import Any

import pytest
from telegram import Update
from telegram.error import TelegramError

from bot.telegram.intake.received import received
from bot.telegram.intake.updates_request import UpdatesRequest, sent_in
from tests.telegram.messages import Json, private


def read(answer: Any) -> Any:
    return UpdatesRequest.parse_json_payload(json.dumps(answer).encode())


def updates(*found: Any) -> Json:
    return {"ok": True, "result": list(found)}


def sent(answer: Json) -> list[Json]:
    """What Telegram sent, of the updates that PTB makes of an answer."""
    return [sent_in(update) for update in Update.de_list(answer["result"], None)]


UNREADABLE = {"update_id": 7, "message": private("secret") | {"date": "soon"}}
READABLE = {"update_id": 8, "message": private("dam")}


def test_an_unreadable_update_costs_only_itself(caplog: pytest.LogCaptureFixture) -> None:
    came = sent(read(updates(UNREADABLE, READABLE)))
    assert came == [UNREADABLE, READABLE]
    unreadable, readable = (received(one, None).update for one in came)
    assert (unreadable.update_id, unreadable.effective_message) == (7, None)
    assert readable.message is not None
    (line,) = caplog.records
    assert line.levelno == logging.WARNING
    assert line.getMessage() == "One message could not be read; left out (TypeError)."


def test_what_is_stored_is_what_came_also_what_ptb_does_not_know() -> None:
    update = READABLE | {"of_tomorrow": {"a": 1}}
    assert json.loads(received(update, None).body) == update


def test_what_has_no_number_is_dropped() -> None:
    answer = read(updates(5, {"message": {}}, {"update_id": "x"}, READABLE))
    assert sent(answer) == [READABLE]


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
