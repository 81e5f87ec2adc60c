"""Answers to what people press, type inline, or ask of a guest."""

import re

from telegram.constants import InlineQueryResultType

from tests.telegram.bot_api.inline_messages import post_result, words_of
from tests.telegram.bot_api.limits import check_keyboard, check_text
from tests.telegram.bot_api.methods.method import Method, UnknownError
from tests.telegram.bot_api.refusals import bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import Json, Query, World

TIME_TO_ANSWER = 15.0  # seconds
MAX_NOTICE = 200  # characters
MAX_RESULTS = 50
MAX_ID = 64  # bytes
MAX_OFFSET = 64  # bytes
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OF_AN_ARTICLE = {
    "type", "id", "title", "input_message_content", "reply_markup", "url", "description",
    "thumbnail_url", "thumbnail_width", "thumbnail_height",
}  # fmt: skip


def answer_callback(world: World, params: Params) -> bool:
    query = _waiting(world, "callback", params["callback_query_id"])
    if len(params.get("text", "")) > MAX_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = params
    return True


def answer_inline(world: World, params: Params) -> bool:
    query = _waiting(world, "inline", params["inline_query_id"])
    results = params["results"]
    if len(results) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    if len({result.get("id") for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        check_result(result)
    if len(params.get("next_offset", "").encode()) > MAX_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_button(params.get("button"))
    query.answer = params
    return True


def answer_guest(world: World, params: Params) -> Json:
    query = _waiting(world, "guest", params["guest_query_id"])
    check_result(params["result"])
    query.answer = params
    return {"inline_message_id": post_result(world, query, params["result"])}


def check_result(result: Json) -> None:
    """Of an article; this bot offers nothing else. Raises RefusedError and UnknownError."""
    if result.get("type") != InlineQueryResultType.ARTICLE:
        raise UnknownError(f"an inline result of the type {result.get('type')}")
    if unknown := result.keys() - OF_AN_ARTICLE:
        raise UnknownError(f"a field of a result that it has not: {', '.join(sorted(unknown))}")
    if not 1 <= len(str(result["id"]).encode()) <= MAX_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not result.get("title", "").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    check_keyboard(result.get("reply_markup"))
    content = result.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise bad_request("input message content is not specified")
    check_text(words_of(result))


def _waiting(world: World, kind: str, query_id: str) -> Query:
    """One that is not answered yet, and not too old. Raises RefusedError."""
    query = world.queries.get((kind, query_id))
    if query is None or query.answer is not None:
        raise bad_request(TOO_OLD)
    if world.moment - query.asked_at > TIME_TO_ANSWER:
        raise bad_request(TOO_OLD)
    return query


def _check_button(button: Json | None) -> None:
    if button is None:
        return
    if not button.get("text") or len(button.keys() & {"web_app", "start_parameter"}) != 1:
        raise bad_request("InlineQueryResultsButton must have exactly one optional field")
    start = button.get("start_parameter")
    if start is not None and not START_PARAMETER.fullmatch(start):
        raise bad_request("START_PARAM_INVALID")


METHODS = {
    "answerCallbackQuery": Method(
        answer_callback, "callback_query_id", "text show_alert url cache_time"
    ),
    "answerInlineQuery": Method(
        answer_inline, "inline_query_id results", "cache_time is_personal next_offset button"
    ),
    "answerGuestQuery": Method(answer_guest, "guest_query_id result"),
}
