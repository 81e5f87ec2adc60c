"""The buttons under an answer, pressed as people press them."""

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.render.english import telegram as texts
from bot.render.english.chats import TELL_ME
from retrieval.answer import Answer
from tests.telegram.answers import answer
from tests.telegram.bot_api.people import Chat
from tests.telegram.bot_api.refusals import Fault
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.ferries import (
    article,
    asked,
    button,
    ferries,
    labels,
    piers,
    pressed,
    quote_of,
    quoted,
)
from tests.telegram.running import FakeArchive, RunningBot


@pytest.fixture
def archive() -> FakeArchive:
    return ferries()


@pytest.fixture
def chat(api: BotApiServer, bot: RunningBot) -> Chat:
    return api.private()


def test_a_press_is_seen_in_the_chat(api: BotApiServer, chat: Chat) -> None:
    pressed(api, chat, asked(api, chat), "Context")
    lines = chat.transcript().splitlines()
    assert lines[-10:] == [
        "(Ona presses [Context])",
        "Backissue edits “Thu 5 Mar 2020 · Rudna Post F…”:",
        "  **Thu 5 Mar 2020** · Rudna Post",
        "  > Fog lay.",
        "  > It rained. **A ferry came to pier 4.** All waved.",
        "  > Cars waited.",
        "  > Night fell.",
        "  [Pier 4](https://post.example/4#:~:text=A%20ferry%20came%20to%20pier%204.)",
        "  [· 1 ·] [2] [3]",
        "  [‹ Back] [Cite]",
    ]


def test_more_brings_the_next_quotes_until_there_are_none(api: BotApiServer, chat: Chat) -> None:
    first = asked(api, chat)
    assert quoted(first) == piers(4, 0, 6)
    second = pressed(api, chat, first, "More")
    assert quoted(second) == piers(2, 5, 1)
    last = pressed(api, chat, second, "More")
    assert quoted(last) == piers(3)
    assert "More" not in labels(last.message)[0]


def test_back_brings_the_quotes_from_before(api: BotApiServer, chat: Chat) -> None:
    back = pressed(api, chat, asked(api, chat), "More", "More", "‹ Back", "‹ Back")
    assert quoted(back) == piers(4, 0, 6)
    assert back.parsed.of_type("Bold")[1::2] == ["ferry"] * 3
    assert "‹ Back" not in labels(back.message)[0]


@pytest.mark.parametrize(
    ("order", "first", "second"),
    [("Newest", (6, 5, 4), (3, 2, 1)), ("Oldest", (0, 1, 2), (3, 4, 5))],
)
def test_the_order_is_changed_and_kept(
    api: BotApiServer, chat: Chat, order: str, first: Sequence[int], second: Sequence[int]
) -> None:
    in_order = pressed(api, chat, asked(api, chat), "More", order)
    assert quoted(in_order) == piers(*first)
    assert order not in labels(in_order.message)[0]
    assert quoted(pressed(api, chat, in_order, "More")) == piers(*second)
    assert quoted(pressed(api, chat, in_order, "Best first")) == piers(4, 0, 6)


def test_the_paragraphs_around_each_quote_are_a_press_away(api: BotApiServer, chat: Chat) -> None:
    around = pressed(api, chat, asked(api, chat), "Context")
    whole = article(4)
    assert around.parsed.quotes == list(whole.paragraphs)
    assert around.parsed.of_type("Bold")[1:] == ["A ferry came to pier 4."]
    assert labels(around.message) == [["· 1 ·", "2", "3"], ["‹ Back", "Cite"]]
    third = pressed(api, chat, around, "3")
    assert third.parsed.quotes == list(article(6).paragraphs)
    assert quoted(pressed(api, chat, third, "‹ Back")) == piers(4, 0, 6)


def test_a_short_citation_is_copied_by_its_button(api: BotApiServer, chat: Chat) -> None:
    assert button(asked(api, chat), "Cite")["copy_text"] == {
        "text": "“A ferry came to pier 4.” Pier 4, Rudna Post, Thu 5 Mar 2020, "
        "https://post.example/4"
    }


def test_a_long_citation_is_a_message_that_a_tap_copies(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    words = "A long, long ferry came " * 10
    archive.reply = lambda text: answer(quote_of(4, words=words), question=text)
    archive.articles = {"a4": article(4, words=words)}
    first = asked(api, chat)
    assert chat.person.presses(first.message, "Cite").notice() == ""
    (cited,) = api.next_reply().parsed.of_type("Code")
    assert cited == f"“{words} to pier 4.” Pier 4, Rudna Post, Thu 5 Mar 2020, " + (
        "https://post.example/4"
    )


def test_a_question_is_shared_where_the_bot_can_be_asked_behind_its_name(
    api: BotApiServer, chat: Chat
) -> None:
    shared = button(asked(api, chat, "ferry\nnews"), "Share")["switch_inline_query_chosen_chat"]
    assert isinstance(shared, dict)
    assert shared["query"] == "ferry news"


def test_a_long_question_and_one_without_inline_mode_are_shared_as_a_link(
    archive: FakeArchive,
) -> None:
    with BotApiServer() as api, RunningBot(api, archive):
        assert is_link(button(asked(api, api.private(), "ferry " * 50), "Share"))
    with BotApiServer() as api:
        api.world.me["supports_inline_queries"] = False
        with RunningBot(api, archive):
            assert is_link(button(asked(api, api.private()), "Share"))


def is_link(share: dict[str, object]) -> bool:
    """That leads to the bot, which asks the question again."""
    start = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2FBackissue_Bot%3Fstart%3Dq_"
    return str(share["url"]).startswith(start)


def test_one_quote_alone_has_no_order_and_no_more(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    archive.reply = lambda text: answer(quote_of(4), question=text)
    first = asked(api, chat)
    assert labels(first.message) == [["Context", "Cite", "Share"]]
    assert labels(pressed(api, chat, first, "Context").message) == [["‹ Back", "Cite"]]


def test_where_nothing_is_found_a_press_asks_to_be_told_when_it_is(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    archive.reply = lambda text: answer(question=text)
    silent = asked(api, chat)
    assert labels(silent.message) == [[TELL_ME()]]
    chat.person.presses(silent.message, TELL_ME())
    assert "ferry" in api.next_reply().text


def test_in_a_group_only_who_asked_may_press(api: BotApiServer, bot: RunningBot) -> None:
    group = api.group()
    ann, jonas = group.member("Ann"), group.member("Jonas")
    ann.says("/ask ferry")
    first = api.next_reply()
    assert jonas.presses(first.message, "More").notice() == texts.ONLY_ASKER()
    assert ann.presses(first.message, "More").notice() == ""
    assert quoted(api.next_edit()) == piers(2, 5, 1)


def test_what_a_hidden_administrator_asked_everybody_may_turn_over(
    api: BotApiServer, bot: RunningBot
) -> None:
    group = api.group()
    ann, jonas = group.member("Ann"), group.member("Jonas")
    ann.says("/ask ferry", sender_chat=group.state.shown)
    jonas.presses(api.next_reply().message, "More")
    assert quoted(api.next_edit()) == piers(2, 5, 1)


@pytest.mark.parametrize("data", ["more:AAAAAAAAAAAA", "context:x-AAAA", "cite:9", "quotes:-"])
def test_a_button_of_an_answer_that_is_forgotten_says_so(
    api: BotApiServer, chat: Chat, data: str
) -> None:
    first = asked(api, chat)
    button(first, "More")["callback_data"] = data
    chat.state.messages[first.message["message_id"]] = first.message
    assert chat.person.presses(first.message, "More").notice() == texts.GONE()


def test_a_press_whose_search_fails_is_answered_with_an_apology(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)

    def fails(_text: str) -> Answer:
        raise ZeroDivisionError

    archive.reply = fails
    assert chat.person.presses(first.message, "More").notice() == texts.APOLOGY()


def test_a_press_that_takes_long_is_answered_before_and_what_it_says_is_said_below(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)

    def slow(text: str) -> Answer:
        time.sleep(2.5)
        return answer(question=text)

    archive.reply = slow
    press = chat.person.presses(first.message, "More")
    assert press.notice(timeout=2.4) == ""
    assert api.next_reply().text == texts.NO_MORE()


def test_of_what_never_ends_thirty_stories_are_shown(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    archive.reply = lambda text: replace(answer(*map(quote_of, range(60)), question=text), total=60)
    last = pressed(api, chat, asked(api, chat), *["More"] * 9)
    assert quoted(last) == piers(27, 28, 29)
    assert "More" not in labels(last.message)[0]


def test_a_stale_press_still_turns_the_page(api: BotApiServer, chat: Chat) -> None:
    first = asked(api, chat)
    api.fail("answerCallbackQuery", Fault(400, "Bad Request: query is too old"))
    assert quoted(pressed(api, chat, first, "More")) == piers(2, 5, 1)
