"""The tests' own Telegram tells the bot what the real one would, and no more."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests.telegram.bot_api.asking import shown
from tests.telegram.bot_api.client import Client
from tests.telegram.bot_api_server import BOT, BotApiServer


@pytest.fixture
def client(api: BotApiServer) -> Iterator[Client]:
    client = Client(api)
    yield client
    client.close()


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    return [kind for update in updates for kind in update if kind != "update_id"]


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"].get("text", "") for update in updates if "message" in update]


def test_with_privacy_mode_only_what_is_meant_for_the_bot_reaches_it(
    api: BotApiServer, client: Client
) -> None:
    api.world.me["can_read_all_group_messages"] = False
    chat = api.group()
    ann = chat.member("Ann")
    said = ["hello", "@Backissue_Bot dam", "/ask dam", "/ask@other_bot dam", "/ask@Backissue_Bot"]
    for text in said:
        ann.says(text)
    answer = client.done("sendMessage", chat_id=chat.id, text="An answer.")
    ann.says("and in 2020?", reply_to=answer)
    ann.says("/ask bridge")
    chat.make_bot("administrator", by=ann)
    ann.says("bye")
    assert texts(client.updates()) == ["/ask@Backissue_Bot", "and in 2020?", "/ask bridge", "bye"]


def test_where_it_is_no_member_a_mention_calls_it_as_a_guest(
    api: BotApiServer, client: Client
) -> None:
    chat = api.group()
    ann = chat.member("Ann")
    chat.state.standing = "left"
    ann.says("hello")
    claim = ann.says("The dam broke.")
    ann.says("@Backissue_Bot is it so?", reply_to=claim)
    (update,) = client.updates()
    call = update["guest_message"]
    assert call["reply_to_message"]["text"] == "The dam broke."
    words = {"message_text": "<b>No.</b>", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "No", "input_message_content": words}
    asked = {"guest_query_id": call["guest_query_id"], "result": result}
    inline_id = client.done("answerGuestQuery", **asked)["inline_message_id"]
    assert "too old" in client.refusal("answerGuestQuery", **asked)
    assert api.next_reply().text == "No."
    client.done("editMessageText", inline_message_id=inline_id, text="Yes.")
    assert chat.transcript().splitlines()[-1] == "Backissue → Ann: **No.**"


def test_an_update_comes_until_it_is_confirmed_and_again_if_telegram_says_so(
    api: BotApiServer, client: Client
) -> None:
    api.private().person.says("dam")
    (first,) = client.updates()
    assert client.updates() == [first]
    number = first["update_id"]
    assert client.updates(offset=number + 1) == []
    api.world.updates.add_again(number)
    assert client.updates(offset=number + 1) == [first]
    assert client.updates(offset=number + 1) == []


def test_only_kinds_that_were_asked_for_come(api: BotApiServer, client: Client) -> None:
    ona = api.private().person
    ona.edits(ona.says("dam"), "dams")
    ona.types("dam")
    assert kinds(client.updates(allowed_updates=["inline_query", "message"])) == [
        "message",
        "inline_query",
    ]


def test_the_newer_of_two_pollers_ends_the_older(api: BotApiServer, client: Client) -> None:
    answers: list[dict[str, Any]] = []
    older = Client(api)
    thread = threading.Thread(target=lambda: answers.append(older.ask("getUpdates", timeout=5)))
    thread.start()
    api.wait_for("getUpdates")
    client.updates()
    thread.join()
    older.close()
    assert answers[0]["error_code"] == 409


def test_a_button_is_pressed_and_its_notice_seen(api: BotApiServer, client: Client) -> None:
    chat = api.group()
    ann = chat.member("Ann")
    buttons = {"inline_keyboard": [[{"text": "More", "callback_data": "m:7"}]]}
    sent = client.done("sendMessage", chat_id=chat.id, text="One", reply_markup=buttons)
    pressed = ann.presses(sent, "More")
    (update,) = client.updates()
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("m:7", "One")
    client.done("answerCallbackQuery", callback_query_id=query["id"], text="Gone.")
    assert pressed.notice() == "Gone."
    with pytest.raises(LookupError):
        ann.presses(sent, "Context")
    ann.presses(sent, "More")
    stale = client.updates()[-1]["callback_query"]["id"]
    api.pass_time(60)
    assert "too old" in client.refusal("answerCallbackQuery", callback_query_id=stale)


def result(number: int, text: str = "A quote.") -> dict[str, Any]:
    words = {"message_text": text, "parse_mode": "HTML"}
    return {
        "type": "article", "id": str(number), "title": "1 May", "input_message_content": words,
    }  # fmt: skip


def test_an_inline_result_is_chosen_and_stands_in_the_chat(
    api: BotApiServer, client: Client
) -> None:
    chat = api.group()
    typed = chat.member("Ann").types("dam")
    (update,) = client.updates()
    query = update["inline_query"]["id"]
    client.done("answerInlineQuery", inline_query_id=query, results=[result(1), result(2)])
    assert shown(typed.results()[1]).text == "A quote."
    typed.chooses(1)
    assert chat.transcript() == "Ann via Backissue: A quote."
    assert kinds(client.updates()[1:]) == ["chosen_inline_result", "message"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"results": [result(n) for n in range(51)]}, "too many inline query results"),
        ({"results": [result(1), result(1)]}, "RESULT_ID_DUPLICATE"),
        ({"results": [result(1) | {"id": "x" * 65}]}, "RESULT_ID_INVALID"),
        ({"results": [result(1) | {"title": ""}]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [result(1, "x" * 4097)]}, "message is too long"),
        ({"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"button": {"text": "Ask", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        ({"inline_query_id": "5"}, "query is too old"),
    ],
    ids=str,
)
def test_inline_results_have_their_limits(
    api: BotApiServer, client: Client, params: dict[str, Any], words: str
) -> None:
    typed = api.private().person.types("dam")
    asked = {"inline_query_id": typed.number, "results": [result(1)]} | params
    assert words in client.refusal("answerInlineQuery", **asked)


def test_members_and_the_bots_own_standing(api: BotApiServer, client: Client) -> None:
    chat = api.group()
    ann, owner = chat.member("Ann"), chat.member("Ed", standing="creator")
    where = {"chat_id": chat.id}
    assert client.done("getChatMember", user_id=ann.user["id"], **where)["status"] == "member"
    listed = client.done("getChatAdministrators", **where)
    assert [one["user"]["id"] for one in listed] == [owner.user["id"]]
    chat.remove_bot(by=owner)
    assert "kicked" in client.refusal("getChat", **where)
    chat.add_bot(by=owner)
    left, added, notice = client.updates()
    assert left["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert added["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert notice["message"]["new_chat_members"] == [BOT]
    client.done("leaveChat", **where)
    assert "not a member" in client.refusal("sendChatAction", action="typing", **where)


def test_topics_are_named_and_may_be_closed(api: BotApiServer, client: Client) -> None:
    chat = api.group()
    open_topic, closed = chat.topic("Dams"), chat.topic("Rules", is_open=False)
    chat.member("Ann").says("dam?", topic=open_topic)
    assert client.updates()[-1]["message"]["message_thread_id"] == open_topic
    where = {"chat_id": chat.id, "text": "dam"}
    client.done("sendMessage", message_thread_id=open_topic, **where)
    assert "TOPIC_CLOSED" in client.refusal("sendMessage", message_thread_id=closed, **where)


class Hook(BaseHTTPRequestHandler):
    """Takes the second call and all later ones."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        secret = self.headers["X-Telegram-Bot-Api-Secret-Token"]
        self.server.secrets.append(secret)  # type: ignore[attr-defined]
        is_taken = len(self.server.secrets) > 1  # type: ignore[attr-defined]
        self.send_response(200 if is_taken else 403)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Quiet."""


def test_a_webhook_is_called_with_its_secret_until_it_takes_the_update(
    api: BotApiServer, client: Client
) -> None:
    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        server.secrets = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/hook"
        client.done("setWebhook", url=address, secret_token="quiet")  # noqa: S106
        assert "409" in str(client.ask("getUpdates"))
        api.private().person.says("dam")
        api.wait_until(lambda: api.confirmed == 1001)
        assert server.secrets == ["quiet"] * 2  # type: ignore[attr-defined]
        assert client.done("getWebhookInfo")["pending_update_count"] == 0
        client.done("deleteWebhook")
        assert client.updates() == []
        server.shutdown()
