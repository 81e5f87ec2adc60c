"""Inline mode: quotes to choose from while somebody types behind the bot's name."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.render.english import telegram as texts
from retrieval.answer import Answer
from tests.archives import article
from tests.telegram.answers import NEMUNAS, answer, chatter_or_quote, quote
from tests.telegram.bot_api.asking import shown
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.running import FakeArchive, RunningBot

pytestmark = pytest.mark.usefixtures("bot")


def many(text: str) -> Answer:
    """Quotes of twelve articles."""
    return answer(*(quote(f"{text} {n}.", article=replace(NEMUNAS, id=f"{n}")) for n in range(12)))


@pytest.fixture
def gate(archive: FakeArchive) -> Iterator[threading.Event]:
    """The first search waits for it."""
    opened, is_first = threading.Event(), iter([True])

    def slow(text: str) -> Answer:
        if next(is_first, False):
            opened.wait(10)
        return answer(quote(f"You said: {text}"))

    archive.reply = slow
    yield opened
    opened.set()


def test_what_is_chosen_stands_in_the_chat_with_its_date_and_its_article(
    api: BotApiServer,
) -> None:
    chat = api.group()
    typed = chat.member("Ann").types("dam")
    assert typed.results()[0]["title"] == "Wed 27 Jan 2021 · Nemunas Herald"
    typed.chooses()
    assert chat.transcript().splitlines() == [
        "Ann via Backissue:",
        "  **Wed 27 Jan 2021** · Nemunas Herald",
        "  > You said: dam",
        "  [Nemunas bridge reopens <early>]"
        "(https://herald.example/bridge?a=1&b=2#:~:text=You%20said%3A%20dam)",
    ]
    assert api.sent == []


def test_what_one_person_gets_telegram_shows_to_no_other(api: BotApiServer) -> None:
    answered = api.private().person.types("dam").answer()
    assert (answered["is_personal"], answered["cache_time"]) == ("true", "60")


def test_results_come_a_page_at_a_time(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = many
    ann = api.private("Ann").person
    first = ann.types("dam").answer()
    rest = ann.types("dam", offset=first["next_offset"]).answer()
    assert [len(page["results"]) for page in (first, rest)] == [10, 2]
    assert rest["next_offset"] == ""
    quoted = [shown(result).of_type("BlockQuote") for result in rest["results"]]
    assert quoted == [["dam 10."], ["dam 11."]]
    assert archive.texts == ["dam"]


@pytest.mark.parametrize("offset", ["x", "-3", "99", "٣" * 30])
def test_an_offset_that_the_bot_did_not_give_does_no_harm(api: BotApiServer, offset: str) -> None:
    assert api.private().person.types("dam", offset=offset).answer()["next_offset"] == ""


def test_before_anything_is_typed_the_newest_articles_are_offered(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for number in (1, 3, 2):
        one = article(f"{number}", f"On day {number}.", published=date(2021, 1, number))
        archive.articles[one.id] = one
    results = api.private().person.types(" ").results()
    assert [result["title"][:12] for result in results] == [
        "Sun 3 Jan 20", "Sat 2 Jan 20", "Fri 1 Jan 20",
    ]  # fmt: skip
    assert archive.asked == []


def test_where_nothing_is_found_a_button_asks_it_in_private(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    """There one can have it watched for."""
    archive.reply = lambda text: answer()
    chat = api.private("Ann")
    for count in range(10):
        chat.person.types(f"the dam {count}").answer()
    found = chat.person.types("the dam of Rudna").answer()
    assert (found["results"], found["button"]["text"]) == ([], texts.NOTHING_INLINE())
    chat.person.says(f"/start {found['button']['start_parameter']}")
    assert archive.texts[-1] == "the dam of Rudna"
    nothing = api.next_reply().message
    chat.person.presses(nothing, "Tell me when you have it")
    assert "the dam of Rudna" in api.next_reply().text
    with closing(sqlite3.connect(bot.settings.state_file)) as state:
        typed = state.execute("SELECT body FROM card WHERE key LIKE 'typed%'").fetchall()
    assert len(typed) == 5
    assert "button" not in chat.person.types("").answer()


def test_chatter_finds_nothing(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = chatter_or_quote
    assert api.private().person.types("tell me a joke").results() == []


def test_of_what_is_typed_during_a_search_only_the_last_is_searched_for_and_shown(
    api: BotApiServer, archive: FakeArchive, gate: threading.Event
) -> None:
    ann = api.private("Ann").person
    first, second, third = (ann.types(text) for text in ("d", "da", "dam"))
    api.wait_until(lambda: api.confirmed >= 1003 and archive.asked)
    gate.set()
    assert "You said: dam" in shown(third.results()[0]).text
    assert (first.is_answered, second.is_answered) == (False, False)
    assert archive.texts == ["d", "dam"]


def test_who_asks_in_a_chat_does_not_wait_for_what_others_type(
    api: BotApiServer, archive: FakeArchive, gate: threading.Event
) -> None:
    slow = [api.private(f"Person {n}").person.types(f"dam {n}") for n in range(5)]
    api.wait_until(lambda: archive.asked)
    api.private("Jonas").person.says("bridge")
    assert "bridge" in api.next_reply().text
    assert not any(typed.is_answered for typed in slow)
    gate.set()
    assert all(typed.results() for typed in slow)


def test_of_what_waits_for_a_free_place_too_only_the_last_is_searched_for(
    api: BotApiServer, archive: FakeArchive, gate: threading.Event
) -> None:
    api.private("Ann").person.types("river")
    api.wait_until(lambda: archive.asked)
    jonas = api.private("Jonas").person
    last = [jonas.types(text) for text in ("d", "da", "dam")][-1]
    api.wait_until(lambda: api.confirmed >= 1004)
    gate.set()
    assert last.results()
    assert archive.texts == ["river", "dam"]


def test_a_search_for_what_is_typed_does_not_hold_up_the_end(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot, gate: threading.Event
) -> None:
    api.private("Ann").person.types("dam")
    api.wait_until(lambda: archive.asked)
    began = time.monotonic()
    bot.stop()
    assert time.monotonic() - began < 5
    assert not gate.is_set()


def test_a_search_that_fails_leaves_the_next_its_turn(
    api: BotApiServer, archive: FakeArchive, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str) -> Answer:
        if text == "dam":
            raise LookupError(text)
        return answer(quote(text))

    archive.reply = fail
    ann = api.private("Ann").person
    ann.types("dam")
    api.wait_until(lambda: "LookupError" in caplog.text)
    assert ann.types("bridge").results()
    assert api.sent == []


def test_an_answer_that_comes_too_late_is_let_go(
    api: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    ann = api.private("Ann").person
    api.fail("answerInlineQuery", Fault(400, "Bad Request: query is too old"), Fault(502))
    for count, text in enumerate(("dam", "bridge"), 1):
        ann.types(text)
        api.wait_for("answerInlineQuery", count=count)
    assert ann.types("river").results()
    assert len(api.called("answerInlineQuery")) == 3
    assert "WARNING" not in caplog.text


def test_the_same_words_are_searched_for_once_a_day_and_archive(
    api: BotApiServer, archive: FakeArchive
) -> None:
    ann, jonas = api.private("Ann").person, api.private("Jonas").person
    for person, text in ((ann, "dam"), (jonas, " dam  "), (jonas, "Dam")):
        person.types(text).results()
    assert archive.texts == ["dam", "Dam"]
    archive.generation += 1
    ann.types("dam").results()
    archive.time = datetime(2031, 1, 1, tzinfo=UTC)
    ann.types("dam").results()
    assert archive.texts == ["dam", "Dam", "dam", "dam"]


@pytest.mark.parametrize("text", ["x" * 256, "<b>&\"'", "😀\u202e\u200b", "source:", '"', "-"])
def test_whatever_is_typed_is_answered(api: BotApiServer, text: str) -> None:
    assert shown(api.private().person.types(text).results()[0]).of_type("BlockQuote")
