"""`/start`, `/help`, `/about`, `/ask`."""

import logging
import time
from collections.abc import Callable

import pytest

from bot.render.english import telegram as texts
from bot.render.english.answers import CHATTER
from bot.telegram.handlers.handler_list import COMMANDS
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import Json, group, private
from tests.telegram.parser import parse
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")

HELP, GROUP_HELP = texts.private_help(), texts.group_help("", hears_all=True)
CLAIM = {"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}}


@pytest.mark.parametrize("command", ["/start", "/help", "/start hello", "/HELP@Backissue_bot"])
@pytest.mark.parametrize(
    ("chat", "shown"),
    [(private, HELP), (group, GROUP_HELP)],
)
def test_start_and_help_say_how_to_ask_there(
    api: BotApiServer, command: str, chat: Callable[..., Json], shown: str
) -> None:
    api.deliver(chat(command))
    assert api.next_reply().text == parse(shown).text


@pytest.mark.parametrize(
    "operator", ["since:", "until:", "source:", "title:", "-word", "last March"]
)
@pytest.mark.parametrize("shown", [HELP, GROUP_HELP])
def test_the_help_names_what_a_question_may_hold(shown: str, operator: str) -> None:
    assert operator in parse(shown).text


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"start", "help"}))
def test_the_help_names_every_command(name: str) -> None:
    for shown in (texts.private_help(), texts.group_help("", hears_all=True)):
        assert f"/{name}" in shown


@pytest.mark.parametrize(
    "message",
    [private("/weather Rudna"), private("/askbridge"), group("/weather@backissue_bot")],
    ids=["private", "glued", "group"],
)
def test_an_unknown_command_is_said_to_be_unknown(api: BotApiServer, message: Json) -> None:
    api.deliver(message)
    assert api.next_reply().text == "I don't know that command. /help"


def test_about_counts_the_archive(api: BotApiServer) -> None:
    api.deliver(private("/about"))
    shown = api.next_reply().text
    for part in ("1,204 articles", "Wed 1 May 2019", "Wed 27 Jan 2021", "Rudna <Post>: 4"):
        assert part in shown


@pytest.mark.parametrize("chat", [private, group])
def test_ask_with_words_asks_them(
    api: BotApiServer, archive: FakeArchive, chat: Callable[..., Json]
) -> None:
    api.deliver(chat("/ask@backissue_BOT Who built\nthe dam?"))
    api.next_reply()
    assert archive.texts == ["Who built\nthe dam?"]


def test_ask_in_a_caption_asks(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group(caption="/ask Is this the dam?", photo=[]))
    api.next_reply()
    assert archive.texts == ["Is this the dam?"]


def test_ask_is_never_met_with_silence(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("@backissue_bot my keys are lost again lol"))
    api.deliver(group("/ask my keys are lost again lol"))
    assert api.next_reply().text == CHATTER()
    assert archive.texts == []


@pytest.mark.parametrize("fields", [{"text": "The dam broke."}, {"caption": "The dam broke."}])
def test_ask_in_reply_to_a_message_asks_that(
    api: BotApiServer, archive: FakeArchive, fields: Json
) -> None:
    api.deliver(group("/ask", reply_to_message=group(**fields) | CLAIM))
    api.next_reply()
    assert archive.texts == ["The dam broke."]


def test_ask_in_reply_to_a_part_of_a_message_asks_that_part(
    api: BotApiServer, archive: FakeArchive
) -> None:
    replied = group("Long ago. The dam broke.") | CLAIM
    part = {"text": "The dam broke.", "position": 10, "is_manual": True}
    api.deliver(group("/ask", reply_to_message=replied, quote=part))
    api.next_reply()
    assert archive.texts == ["The dam broke."]


def test_ask_with_words_in_reply_asks_the_words(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(
        group("/ask who built the Rudna bridge?", reply_to_message=group("The dam broke.") | CLAIM)
    )
    api.next_reply()
    assert archive.texts == ["who built the Rudna bridge?"]


@pytest.mark.parametrize("chat", [private, group])
def test_ask_alone_gets_a_hint(api: BotApiServer, chat: Callable[..., Json]) -> None:
    api.deliver(chat("/ask"))
    assert api.next_reply().text == parse(texts.HINT()).text


def test_the_menu_offers_the_commands(api: BotApiServer) -> None:
    api.wait_for("setMyCommands")
    menu = api.called("setMyCommands")[0]
    offered = [entry["command"] for entry in menu["commands"]]
    assert offered == [
        *("ask", "said", "first", "timeline", "latest", "sources", "about"),
        *("watch", "watches", "settings", "privacy", "help"),
    ]


def test_the_log_says_whether_something_was_said(
    api: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for words in ("/help", "/ask", "talk among people", "/settings"):
        api.deliver(group(words))
    api.deliver(group("/about"))
    for _ in range(4):
        api.next_reply()
    api.press("more:gone", message_id=1)
    api.wait_for("answerCallbackQuery")
    time.sleep(0.2)
    lines = [record.getMessage() for record in caplog.records]
    became = [
        line.rpartition(",")[0].rpartition(": ")[2] for line in lines if " chat -1001: " in line
    ]
    assert became.count("said something") == 4
    assert became.count("nothing said") == 1
    assert [line for line in lines if "button answered" in line]
