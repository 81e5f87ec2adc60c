"""What a chat sets for itself, what is kept of it, and how that is forgotten."""

import re
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from bot.render.english import chats as words
from bot.telegram.showing.lookups import Lookups
from bot.telegram.state.ageing import AGES, DAY
from bot.telegram.state.database import State
from bot.telegram.transport import delivering
from retrieval.question.understand import understand
from retrieval.timeline.timeline import Timeline
from tests.telegram.answers import answer
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.messages import group
from tests.telegram.running import FakeArchive, RunningBot


def columns(connection: sqlite3.Connection) -> dict[str, str]:
    """Each table with its columns, as /privacy names them."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
        for (name,) in tables
    }


def test_privacy_names_each_table_and_column_and_how_long_it_is_kept(tmp_path: Path) -> None:
    with State(tmp_path / "bot.sqlite") as state:
        there = state.do_now(columns)
    told = {table: what()[what().rindex("(") + 1 : -1] for table, what, _ in words.TABLES}
    assert told == there
    for table, _, age in words.TABLES:
        days = re.search(r"(\d+) days", age())
        assert (table in AGES) is (days is not None)
        assert not days or AGES[table] == int(days[1]) * DAY


@pytest.mark.usefixtures("bot")
def test_privacy_is_one_message_that_telegram_takes(api: BotApiServer) -> None:
    api.private().person.says("/privacy")
    assert "What I keep" in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_only_administrators_change_what_a_group_has_set(api: BotApiServer) -> None:
    chat = api.group()
    chat.member("Ann").says("/settings quotes 1")
    assert api.next_reply().text == words.ONLY_ADMINS()
    chat.member("Ida", standing="administrator").says("/settings quotes 1")
    assert "Quotes in an answer: 1" in api.next_reply().text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("zone Europe/Vilnius", "Time zone: Europe/Vilnius"),
        ("zone Atlantis", words.NOT_A_SETTING()),
        ("quiet off", "Time zone"),
        ("quotes 5", "Quotes in an answer: 5"),
        ("quotes 6", words.NOT_A_SETTING()),
        ("quotes many", words.NOT_A_SETTING()),
        ("tea", words.NOT_A_SETTING()),
    ],
)
def test_a_setting_is_shown_as_it_is_then(api: BotApiServer, asked: str, shown: str) -> None:
    api.private().person.says(f"/settings {asked}")
    assert shown in api.next_reply().text


def test_the_chats_zone_says_what_day_it_is(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    ona = api.private().person
    ona.says("/settings zone Asia/Tokyo")
    api.next_reply()
    ona.says("yesterday")
    api.next_reply()
    assert str(archive.asked[-1][1].tzinfo) == "Asia/Tokyo"


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("how", "ended"),
    [("off", "on"), ("quiet 2h", "on"), ("quiet 2h", "quiet 0"), ("quiet 2h", "quiet off")],
)
def test_a_group_silences_the_bot_and_lets_it_speak_again(
    api: BotApiServer, how: str, ended: str
) -> None:
    chat = api.group()
    ida = chat.member("Ida", standing="administrator")
    ida.says(f"/settings {how}")
    api.next_reply()
    ida.says("/ask dam")
    ida.says(f"/settings {ended}")
    assert "Quotes in an answer" in api.next_reply().text
    ida.says("/ask bridge")
    assert "bridge" in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_forget_says_what_was_there_and_leaves_none_of_it(
    api: BotApiServer, bot: RunningBot
) -> None:
    ona = api.private().person
    ona.says("dam")
    api.next_reply()
    ona.says("/watch bridge")
    api.next_reply()
    ona.says("/forget")
    told = api.next_reply().text
    assert "questions: 1" in told
    assert "watches: 1" in told
    ona.says("/forget")
    assert api.next_reply().text == words.NOTHING_KEPT()
    bot.stop()


def test_what_goes_from_a_group_goes_after_forgetting_too_and_counts_as_no_answer(
    api: BotApiServer, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "FADES_AFTER", 1.5)
    monkeypatch.setattr(delivering, "LOOK_FOR_DUE", 0.2)
    with RunningBot(api, archive):
        ida = api.group().member("Ida", standing="administrator")
        ida.says("/help")
        api.next_reply()
        ida.says("/forget chat")
        assert api.next_reply().text == words.NOTHING_KEPT()
        api.wait_for("deleteMessage", count=2, timeout=10)


@pytest.mark.usefixtures("bot")
def test_watches_are_listed_and_each_can_be_ended(api: BotApiServer) -> None:
    ona = api.private().person
    ona.says("/watches")
    assert "Nothing is watched for" in api.next_reply().text
    for _ in range(2):  # the same twice is one
        ona.says("/watch the Rudna dam")
        assert "the Rudna dam" in api.next_reply().text
    ona.says("/watches")
    listed = api.next_reply()
    assert listed.text.count("the Rudna dam") == 1
    assert ona.presses(listed.message, "Stop 1").notice() == words.UNWATCHED()
    assert "Nothing is watched for" in api.next_edit().text
    ona.says("/watches")
    assert "Nothing is watched for" in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_what_is_left_of_a_list_of_watches_can_still_be_ended(api: BotApiServer) -> None:
    group = api.group()
    ona, jonas = group.member("Ona"), group.member("Jonas")
    for question in ("the Rudna dam", "ferry strike"):
        ona.says(f"/watch {question}")
        api.next_reply()
    jonas.says("/watches")
    listed = api.next_reply()
    jonas.presses(listed.message, "Stop 1").notice()
    left = api.next_edit()
    assert "the Rudna dam" not in left.text
    assert ona.presses(left.message, "Stop 1").notice() == words.UNWATCHED()
    assert "Nothing is watched for" in api.next_edit().text


@pytest.mark.usefixtures("bot")
def test_what_was_not_found_can_be_watched_for(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = lambda text: answer(question=text)
    ona = api.private().person
    ona.says("Rudna tunnel")
    nothing = api.next_reply()
    ona.presses(nothing.message, words.TELL_ME()).notice()
    assert "Rudna tunnel" in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_a_group_that_lets_the_bot_go_is_forgotten_and_left(api: BotApiServer) -> None:
    chat = api.group()
    chat.member("Ann").says("/leave")
    assert api.next_reply().text == words.ONLY_ADMINS()
    chat.member("Ida", standing="creator").says("/leave")
    assert api.next_reply().text == words.LEAVING()
    api.wait_for("leaveChat")


@pytest.mark.usefixtures("bot")
def test_what_a_group_has_set_and_watches_moves_with_it(api: BotApiServer) -> None:
    chat = api.group(type="group")
    ida = chat.member("Ida", standing="administrator")
    for said in ("/settings quotes 5", "/watch the Rudna dam"):
        ida.says(said)
        api.next_reply()
    moved = ida.in_chat(chat.migrate(ida))
    moved.says("/settings")
    assert "Quotes in an answer: 5" in api.next_reply().text
    moved.says("/watches")
    assert "the Rudna dam" in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_a_group_whose_move_only_a_refusal_tells_of_keeps_what_it_has_set(
    api: BotApiServer,
) -> None:
    chat = api.group(type="group")
    ida = chat.member("Ida", standing="administrator")
    ida.says("/settings quotes 5")
    api.next_reply()
    new = {"migrate_to_chat_id": -1009}
    api.fail("sendMessage", Fault(400, "Bad Request: group chat was upgraded", new))
    ida.says("/ask dam")
    assert api.next_reply().params["chat_id"] == "-1009"
    there = {"id": -1009, "type": "supergroup", "title": "Talk"}
    for _ in range(5):  # what was set follows once the bot has noted where its reply arrived
        api.deliver(group("/settings", chat=there))
        if "Quotes in an answer: 5" in api.next_reply().text:
            return
    pytest.fail("nothing of what was set has moved")


def test_a_timeline_counts_its_days_where_the_chat_has_set_its_zone(
    api: BotApiServer, archive: FakeArchive
) -> None:
    asked: list[str] = []

    def timeline(text: str, at: datetime) -> Timeline:
        asked.append(f"{text}, {at:%z}")
        return Timeline(understand(text, at))

    with RunningBot(api, archive, lookups=Lookups(timeline=timeline)):
        ona = api.private("Ona").person
        for text in ("/timeline dam", "/settings zone Pacific/Kiritimati", "/timeline dam"):
            ona.says(text)
            api.next_reply()
    assert asked == ["dam, +0000", "dam, +1400"]
