"""Searches in threads: how many at once, and what is said of one that fails."""

import asyncio
import threading
import time

import pytest

from bot.errors import SearchError
from bot.telegram.search_threads import SearchThreads


def test_two_searches_run_at_once_and_a_third_waits() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def search() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.1)
        with lock:
            running -= 1

    async def search_all() -> None:
        searches = SearchThreads()
        await asyncio.gather(*[searches.run(search) for _ in range(5)])
        searches.close()

    asyncio.run(search_all())
    assert most == 2


def test_a_search_gives_its_result() -> None:
    assert asyncio.run(SearchThreads().run(lambda: 5)) == 5


def test_a_failure_names_what_and_where_and_none_of_the_words() -> None:
    def fail() -> None:
        raise LookupError("a secret question")

    def fail_deep_down() -> None:
        fail()

    with pytest.raises(SearchError) as caught:
        asyncio.run(SearchThreads().run(fail_deep_down))
    line = fail.__code__.co_firstlineno + 1
    assert str(caught.value) == f"LookupError at test_search_threads.py:{line}"


def test_it_is_busy_until_the_search_is_done() -> None:
    release = threading.Event()

    async def search() -> list[bool]:
        searches = SearchThreads()
        waiting = asyncio.create_task(searches.run(lambda: release.wait(20)))
        await asyncio.sleep(0.1)
        busy = [searches.is_busy]
        release.set()
        await waiting
        return [*busy, searches.is_busy]

    assert asyncio.run(search()) == [True, False]


def test_closing_drops_what_has_not_begun_and_does_not_wait() -> None:
    release, done = threading.Event(), []

    async def search() -> float:
        searches = SearchThreads()
        calls = [lambda: release.wait(20)] * 2 + [lambda: done.append(1)]
        waiting = [asyncio.create_task(searches.run(call)) for call in calls]
        await asyncio.sleep(0.1)
        for task in waiting:
            task.cancel()
        started = time.perf_counter()
        searches.close()
        took = time.perf_counter() - started
        release.set()
        await asyncio.gather(*waiting, return_exceptions=True)
        return took

    assert asyncio.run(search()) < 10
    time.sleep(0.1)
    assert done == []


def test_what_a_search_says_after_nobody_waits_is_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        time.sleep(0.1)
        raise LookupError("a secret question")

    async def give_up() -> None:
        searches = SearchThreads()
        waiting = asyncio.create_task(searches.run(fail))
        await asyncio.sleep(0.05)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await asyncio.sleep(0.15)
        searches.close()

    asyncio.run(give_up())
    assert "secret" not in caplog.text
