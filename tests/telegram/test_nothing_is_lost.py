"""Whatever ends in between, a question is answered once, or its loss is said."""

import asyncio
import signal
import threading
import time
from pathlib import Path
from queue import Empty

import pytest

from bot.errors import ArchiveGoneError, StateError
from bot.render.english import telegram as texts
from bot.telegram.state.database import State
from bot.telegram.telling import archive_watch
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.messages import private
from tests.telegram.running import FakeArchive, RunningBot
from tests.telegram.test_process import Process


def killed(process: Process) -> None:
    process.signal(signal.SIGKILL)
    process.end()


def stopped(process: Process) -> None:
    process.signal(signal.SIGTERM)
    process.end()


def test_a_question_that_was_being_searched_for_is_answered_by_the_next_process(
    api: BotApiServer, tmp_path: Path
) -> None:
    first = Process(api.url, seconds=30, state=tmp_path)
    api.wait_for("getUpdates", timeout=60)
    api.deliver(private("dam"))
    api.wait_for("getUpdates", count=2)
    killed(first)
    second = Process(api.url, state=tmp_path)
    assert "dam" in api.next_reply(timeout=60).text
    stopped(second)
    assert len(api.sent) == 1


def test_a_reply_that_was_on_its_way_is_offered_and_not_sent_again(
    api: BotApiServer, tmp_path: Path
) -> None:
    api.fail("sendMessage", Fault(done=True, after=5.0))
    first = Process(api.url, state=tmp_path)
    api.deliver(private("dam"))
    assert "dam" in api.next_reply(timeout=60).text
    killed(first)
    second = Process(api.url, state=tmp_path)
    assert api.next_reply(timeout=60).text == texts.MAY_BE_LOST()
    stopped(second)
    assert len(api.sent) == 2


def test_a_search_that_ends_the_program_each_time_is_given_up_with_a_word(
    api: BotApiServer, tmp_path: Path
) -> None:
    api.deliver(private("dam"))
    for start in range(3):
        process = Process(api.url, seconds=30, state=tmp_path)
        api.wait_for("getUpdates", count=2 * start + 1, timeout=60)
        time.sleep(1.0)
        killed(process)
    last = Process(api.url, seconds=30, state=tmp_path)
    assert api.next_reply(timeout=60).text == texts.APOLOGY()
    stopped(last)


def test_what_telegram_sends_again_is_not_answered_again(
    api: BotApiServer, archive: FakeArchive, tmp_path: Path
) -> None:
    with RunningBot(api, archive, state=tmp_path):
        api.deliver(private("dam"))
        api.next_reply()
        api.world.updates.add_again(1000)
        with pytest.raises(Empty):
            api.next_reply(timeout=0.5)
    with RunningBot(api, archive, state=tmp_path):
        api.world.updates.add_again(1000)
        with pytest.raises(Empty):
            api.next_reply(timeout=0.5)
    assert len(archive.asked) == 1


def test_what_waited_too_long_is_not_said_into_a_group(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    late = int(time.time()) - 3600
    ann = api.group().member("Ann")
    ann.sends(
        text="/ask dam", entities=[{"type": "bot_command", "offset": 0, "length": 4}], date=late
    )
    ann.says("/ask bridge")
    assert "bridge" in api.next_reply().text
    assert archive.texts == ["bridge"]


def test_who_floods_is_told_so_once_until_all_is_answered(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    let_go = threading.Semaphore(0)

    def held(text: str) -> Answer:
        let_go.acquire(timeout=20)
        return answer(quote(text))

    archive.reply = held
    ona = api.private().person
    for number in range(101):  # one more than may wait
        ona.says(f"question {number}")
    assert api.next_reply().text == texts.TOO_MANY()
    let_go.release()
    assert "question 0" in api.next_reply().text
    for number in range(3):  # for one of which there is a place now
        ona.says(f"another {number}")
    assert api.has_no_reply(1.0)
    let_go.release(200)
    while not api.has_no_reply(1.0):
        continue
    assert [sent.text for sent in api.sent].count(texts.TOO_MANY()) == 1
    assert len(archive.asked) == 101


def test_a_file_that_is_no_database_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    path.write_bytes(b"nothing of the kind" * 1000)
    with State(path) as state:
        (count,) = state.do_now(lambda here: here.execute("SELECT count(*) FROM inbox").fetchone())
    assert count == 0
    assert path.with_name("bot.sqlite.damaged").exists()


def test_only_its_owner_may_read_what_people_wrote(tmp_path: Path) -> None:
    with State(tmp_path / "bot.sqlite"):
        assert (tmp_path / "bot.sqlite").stat().st_mode & 0o077 == 0


def test_two_bots_with_one_token_on_one_machine_are_one_too_many(tmp_path: Path) -> None:
    with State(tmp_path / "bot.sqlite"), pytest.raises(StateError, match="Another bot"):
        State(tmp_path / "bot.sqlite")


@pytest.mark.parametrize("what", ["replaced", "deleted"])
def test_an_archive_that_is_another_is_noticed(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_watch, "LOOKS", 0.05)
    path = tmp_path / "archive.sqlite3"
    path.write_text("one")

    async def change() -> None:
        watching = asyncio.create_task(archive_watch.watch_file(path))
        await asyncio.sleep(0.1)
        (tmp_path / "other").write_text("two")
        if what == "replaced":
            (tmp_path / "other").replace(path)
        else:
            path.unlink()
        async with asyncio.timeout(5):
            await watching

    with pytest.raises(ArchiveGoneError):
        asyncio.run(change())
