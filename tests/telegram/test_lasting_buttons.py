"""Buttons pressed when the bot, the archive or the question are no longer as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.render.english import telegram as texts
from retrieval.answer import Answer
from tests.telegram.answers import answer
from tests.telegram.bot_api.people import Chat
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.ferries import ORDER, article, asked, ferries, piers, pressed, quote_of, quoted
from tests.telegram.running import FakeArchive, RunningBot


@pytest.fixture
def archive() -> FakeArchive:
    return ferries()


@pytest.fixture
def chat(api: BotApiServer, bot: RunningBot) -> Chat:
    return api.private()


def test_buttons_work_after_a_restart_and_when_the_question_is_deleted(
    archive: FakeArchive, tmp_path: Path
) -> None:
    with BotApiServer() as api:
        chat = api.private()
        with RunningBot(api, archive, state=tmp_path):
            first = asked(api, chat)
        chat.person.deletes(chat.messages[0])
        api.pass_time(21 * 24 * 3600)
        with RunningBot(api, archive, state=tmp_path):
            assert quoted(pressed(api, chat, first, "More")) == piers(2, 5, 1)


def test_the_same_passages_come_back_though_the_archive_would_answer_otherwise(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    second = pressed(api, chat, asked(api, chat), "More")
    archive.reply = lambda text: answer(quote_of(3), quote_of(1), question=text)
    back = pressed(api, chat, second, "‹ Back")
    assert quoted(back) == piers(4, 0, 6)


def test_a_passage_that_moved_in_its_article_is_found_and_shown_where_it_is(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)
    before = article(4)
    moved = replace(before, paragraphs=("New lead.", "Fog.", f"So: {before.paragraphs[1]}"))
    archive.articles["a4"] = moved
    around = pressed(api, chat, first, "Context")
    assert around.parsed.quotes == list(moved.paragraphs)
    assert around.parsed.of_type("Bold")[1:] == ["A ferry came to pier 4."]


def gone(archive: FakeArchive, *numbers: int) -> None:
    """Taken down."""

    def left(text: str) -> Answer:
        quotes = [quote_of(number) for number in ORDER if number not in numbers]
        return replace(answer(*quotes, question=text), total=len(quotes))

    archive.reply = left
    for number in numbers:
        del archive.articles[f"a{number}"]


def test_a_press_that_finds_its_passage_gone_says_so(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)
    second = pressed(api, chat, first, "More")
    gone(archive, 4, 0, 6)
    assert chat.person.presses(second.message, "‹ Back").notice() == texts.PASSAGE_GONE()
    gone(archive, 2)
    assert chat.person.presses(second.message, "Context").notice() == texts.PASSAGE_GONE()


def test_of_passages_of_which_one_is_gone_the_others_come_back_and_it_is_said(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    second = pressed(api, chat, asked(api, chat), "More")
    gone(archive, 0)
    press = chat.person.presses(second.message, "‹ Back")
    assert press.notice() == texts.PASSAGE_GONE()
    assert quoted(api.next_edit()) == piers(4, 6)


def test_a_passage_whose_words_were_changed_is_gone(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)
    archive.articles["a4"] = article(4, words="A boat came")
    assert chat.person.presses(first.message, "Context").notice() == texts.PASSAGE_GONE()


def test_more_that_is_there_no_longer_is_said(
    api: BotApiServer, archive: FakeArchive, chat: Chat
) -> None:
    first = asked(api, chat)
    archive.reply = lambda text: answer(*map(quote_of, ORDER[:3]), question=text)
    assert chat.person.presses(first.message, "More").notice() == texts.NO_MORE()
