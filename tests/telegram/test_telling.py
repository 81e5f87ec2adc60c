"""What the bot says unasked: corrections of what it quoted, and news on what is watched."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Empty
from time import sleep

import pytest

from bot.telegram.telling import following, watching
from corpus.archive.archive import Archive
from corpus.article import Article
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot

SEEN = "The dam at Rudna holds 900 litres of water. Nobody was hurt."
DAM = Article(
    id="dam",
    title="A dam at Rudna",
    published=datetime(2021, 1, 27, 10, 0, tzinfo=UTC),
    source="Nemunas Herald",
    paragraphs=("An opening that nobody quotes.", SEEN),
    url="https://herald.example/dam",
)
QUOTED = "The dam at Rudna holds 900 litres of water."


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as archive:
        archive.add([DAM])
        yield archive


@pytest.fixture
def archive() -> FakeArchive:
    return quoting(DAM)


@pytest.fixture
def told(
    api: BotApiServer,
    archive: FakeArchive,
    paper: Archive,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RunningBot]:
    """A bot that quotes the dam, and looks at the archive's changes all the time."""
    monkeypatch.setattr(following, "LOOKS", 0.05)
    with following_bot(api, archive, tmp_path, paper) as running:
        yield running


def following_bot(
    api: BotApiServer, archive: FakeArchive, folder: Path, paper: Archive
) -> RunningBot:
    feeds = {"archive": paper}
    return RunningBot(
        api, archive, state=folder / "state", feeds=lambda: feeds, article=paper.article
    )


def quoting(article: Article) -> FakeArchive:
    archive = FakeArchive()
    text = article.paragraphs[1]
    shown = replace(quote(text, article=article), end=len(QUOTED), start=0, confidence=0.9)
    archive.reply = lambda asked: answer(
        replace(shown, paragraph=replace(shown.paragraph, position=1))
    )
    return archive


def corrected(api: BotApiServer) -> str:
    api.wait_for("editMessageText")
    return str(api.called("editMessageText")[-1]["text"])


def test_a_quoted_passage_that_changes_is_told_in_the_bots_own_message(
    api: BotApiServer, paper: Archive, told: RunningBot
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    now = SEEN.replace("900", "400")
    paper.add([replace(DAM, paragraphs=(DAM.paragraphs[0], now))])
    html = corrected(api)
    assert "no longer stands in the article" in html
    assert f"<blockquote>{QUOTED}</blockquote>" in html
    assert f"<blockquote>{now}</blockquote>" in html


def test_where_the_only_quote_changed_its_article_and_the_buttons_stay(
    api: BotApiServer, paper: Archive, told: RunningBot
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    paper.add([replace(DAM, paragraphs=(DAM.paragraphs[0], SEEN.replace("900", "400")))])
    html = corrected(api)
    assert "27 Jan 2021" in html
    assert "Nemunas Herald" in html
    assert 'href="https://herald.example/dam' in html
    ((context, *_),) = api.called("editMessageText")[-1]["reply_markup"]["inline_keyboard"]
    assert context["callback_data"].startswith("context:0-")


def test_a_passage_that_changes_again_is_told_again(
    api: BotApiServer, paper: Archive, told: RunningBot
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    for count, litres in enumerate(("400", "350"), 1):
        paper.add([replace(DAM, paragraphs=(DAM.paragraphs[0], SEEN.replace("900", litres)))])
        api.wait_for("editMessageText", count=count)
    assert f"<blockquote>{SEEN.replace('900', '350')}</blockquote>" in corrected(api)


def test_a_passage_that_is_taken_down_is_told(
    api: BotApiServer, paper: Archive, told: RunningBot
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    paper.remove("dam")
    html = corrected(api)
    assert "no longer in this archive" in html
    assert "900 litres" not in html


def test_a_change_beside_the_quoted_words_is_not_told(
    api: BotApiServer, paper: Archive, told: RunningBot
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    beside = SEEN.replace("hurt", "harmed")
    paper.add([replace(DAM, paragraphs=("A fresh opening.", beside))])
    with pytest.raises(TimeoutError):
        api.wait_for("editMessageText", timeout=1.0)


def test_a_change_is_told_once_also_after_a_new_start(
    api: BotApiServer, paper: Archive, told: RunningBot, tmp_path: Path
) -> None:
    api.private().person.says("dam")
    api.next_reply()
    told.stop()
    paper.add([replace(DAM, paragraphs=(DAM.paragraphs[0], SEEN.replace("900", "400")))])
    for _ in range(2):
        with following_bot(api, quoting(DAM), tmp_path, paper):
            api.wait_for("editMessageText")
            with pytest.raises(Empty):
                api.next_reply(timeout=0.5)
    assert len(api.called("editMessageText")) == 1


def flood_of(day: datetime, name: str = "flood") -> Article:
    return replace(
        DAM, id=name, title="A flood", published=day, url=f"https://herald.example/{name}"
    )


def watch_the_dam(api: BotApiServer) -> None:
    ona = api.private().person
    ona.says("dam")
    shown = api.next_reply()
    ona.says("/watch", reply_to=shown.message)
    assert "at most once a day" in api.next_reply().text


@pytest.fixture
def watched(api: BotApiServer, told: RunningBot) -> RunningBot:
    """It watches for more about the dam."""
    watch_the_dam(api)
    return told


def is_silent(api: BotApiServer) -> bool:
    """For many times as long as it takes to look at the archive."""
    return api.has_no_reply(0.7)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("age", [0, 1, 2000], ids=["today", "yesterday", "years ago"])
def test_a_watch_tells_of_a_new_article_once_whatever_its_date_and_not_of_what_was_known(
    api: BotApiServer, archive: FakeArchive, paper: Archive, age: int
) -> None:
    flood = flood_of(datetime.now(UTC) - timedelta(days=age))
    paper.add([replace(DAM, id="other", title="Another", url=None)])
    assert is_silent(api)
    archive.reply = quoting(flood).reply
    paper.add([flood])
    assert "New on dam" in api.next_reply().text
    paper.add([flood_of(datetime.now(UTC), "third")])
    assert is_silent(api)


def test_an_old_watch_tells_of_what_is_new_among_much_that_answers_better(
    api: BotApiServer, archive: FakeArchive, paper: Archive, watched: RunningBot
) -> None:
    today = datetime.now(UTC)
    flood, of_late = flood_of(today), f"since:{(today - watching.LATE).date()}"
    with closing(sqlite3.connect(watched.settings.state_file)) as state, state:
        made = (today - timedelta(days=300)).timestamp()
        changed = "UPDATE watch SET body = json_replace(CAST(body AS TEXT), '$.made', ?)"
        assert state.execute(changed, (made,)).rowcount == 1
    archive.reply = lambda text: quoting(flood if of_late in text else DAM).reply(text)
    paper.add([flood])
    assert "New on dam" in api.next_reply().text


@pytest.mark.usefixtures("told")
def test_a_watch_is_silent_about_what_came_in_before_it(
    api: BotApiServer, archive: FakeArchive, paper: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "UNSEEN", timedelta())
    flood = flood_of(datetime.now(UTC))
    paper.add([flood])
    sleep(1.1)  # the archive tells whole seconds
    watch_the_dam(api)
    archive.reply = quoting(flood).reply
    paper.add([replace(flood, paragraphs=(*flood.paragraphs, "Beside what is quoted."))])
    assert is_silent(api)


@pytest.mark.usefixtures("watched")
def test_a_watch_does_not_tell_of_what_hardly_answers(
    api: BotApiServer, archive: FakeArchive, paper: Archive
) -> None:
    flood = flood_of(datetime.now(UTC))
    (old,), (new,) = quoting(DAM).reply("").quotes, quoting(flood).reply("").quotes
    archive.reply = lambda asked: answer(old, replace(new, confidence=0.1))
    paper.add([flood])
    assert is_silent(api)
