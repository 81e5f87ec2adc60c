import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from bot.telegram.showing.remembering import for_a_while, until_a_change


def test_it_is_counted_once_for_each_state() -> None:
    states, counts = iter([1, 1, 2, 2]), itertools.count(1)
    told = until_a_change(lambda: next(states), lambda: next(counts))
    assert [told() for _ in range(4)] == [1, 1, 2, 2]


def test_who_asks_meanwhile_waits_for_what_is_found() -> None:
    counted: list[str] = []

    def count() -> int:
        time.sleep(0.1)
        counted.append(threading.current_thread().name)
        return len(counted)

    told = until_a_change(lambda: 1, count)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: told(), range(150))) == [1] * 150
    assert len(counted) == 1


def test_it_is_counted_again_after_a_while() -> None:
    counts = itertools.count(1)
    told = for_a_while(lambda: next(counts), 0.05)
    assert told() == 1
    time.sleep(0.06)
    assert told() == 2
