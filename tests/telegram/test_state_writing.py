"""Works that wait for the bot's own file: done together, each standing alone."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.telegram.state.database import State
from bot.telegram.state.writing import Work

INSERT = "INSERT INTO update_seen VALUES (?, 0)"


def seen(connection: sqlite3.Connection) -> list[int]:
    return [number for (number,) in connection.execute("SELECT id FROM update_seen ORDER BY id")]


def noting(number: int) -> Work[int]:
    def work(connection: sqlite3.Connection) -> int:
        connection.execute(INSERT, (number,))
        return number

    return work


def together(path: Path, *works: Work[object]) -> tuple[list[object], list[str], list[int]]:
    """What became of works that were asked for while another was done: the results or errors, the
    transactions begun for them, and what is in the file afterwards.
    """

    async def run() -> tuple[list[object], list[str], list[int]]:
        begun, release, statements = threading.Event(), threading.Event(), list[str]()
        with State(path) as state:

            def hold(connection: sqlite3.Connection) -> None:
                begun.set()
                release.wait(20)
                connection.set_trace_callback(statements.append)

            holding = asyncio.create_task(state.do(hold))
            await asyncio.to_thread(begun.wait)
            waiting = [asyncio.create_task(state.do(work)) for work in works]
            await asyncio.sleep(0)
            release.set()
            results = await asyncio.gather(*waiting, return_exceptions=True)
            await holding
            begins = [one for one in statements if one.startswith("BEGIN")]
            return results, begins, await state.do(seen)

    return asyncio.run(run())


def test_what_waits_is_done_in_one_transaction_in_its_order(tmp_path: Path) -> None:
    works = [noting(number) for number in (3, 1, 2)]
    results, begins, there = together(tmp_path / "state", *works, seen)
    assert results == [3, 1, 2, [1, 2, 3]]
    assert len(begins) == 1
    assert there == [1, 2, 3]


def test_what_fails_is_undone_alone(tmp_path: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute(INSERT, (2,))
        raise LookupError

    results, _, there = together(tmp_path / "state", noting(1), fail, noting(3))
    assert isinstance(results[1], LookupError)
    assert (results[0], results[2]) == (1, 3)
    assert there == [1, 3]


def test_where_the_transaction_is_lost_nobody_is_told_that_it_was_done(tmp_path: Path) -> None:
    def end_all(connection: sqlite3.Connection) -> None:
        """As a full disk may."""
        connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    results, _, there = together(tmp_path / "state", noting(1), end_all, noting(3))
    assert [str(error) for error in results] == ["database or disk is full"] * 3
    assert there == []


@pytest.mark.parametrize("close", [State.close, lambda state: state.__exit__()])
def test_what_was_asked_for_is_done_before_the_end(
    tmp_path: Path, close: Callable[[State], None]
) -> None:
    async def leave() -> None:
        state = State(tmp_path / "state")
        waiting = [asyncio.create_task(state.do(noting(number))) for number in range(300)]
        await asyncio.sleep(0)
        close(state)
        await asyncio.gather(*waiting)

    asyncio.run(leave())
    with State(tmp_path / "state") as state:
        assert state.do_now(seen) == list(range(300))


def test_who_is_cancelled_while_it_waits_undoes_nothing_and_harms_nobody(tmp_path: Path) -> None:
    async def run() -> list[int]:
        with State(tmp_path / "state") as state:
            given_up = asyncio.create_task(state.do(noting(1)))
            await asyncio.sleep(0)
            given_up.cancel()
            await state.do(noting(2))
            return await state.do(seen)

    assert asyncio.run(run()) == [1, 2]
