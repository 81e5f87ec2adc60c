"""Several processes read an input, and nobody can tell."""

import os
from collections.abc import Iterator

import pytest

from corpus.readers.crew import Job, Result, done
from corpus.readers.reading import Rejected


def told(item: int) -> list[Result]:
    return [Rejected("input", item, "told")]


def dies_of_seven(item: int) -> list[Result]:
    if item == 7:
        os._exit(1)
    return told(item)


def fails_at_seven(item: int) -> list[Result]:
    if item == 7:
        raise ValueError("seven")
    return told(item)


def never_ends_at_seven(item: int) -> list[Result]:
    while item == 7:
        pass
    return told(item)


def lines(results: Iterator[Result]) -> list[int | None]:
    return [result.line for result in results if isinstance(result, Rejected)]


def work(read: object, count: int = 20, size: int = 3) -> Iterator[Job[int]]:
    for first in range(0, count, size):
        yield Job("input", read, tuple(range(first, first + size)))  # type: ignore[arg-type]


def test_results_come_in_the_order_of_the_input() -> None:
    mixed: list[Job[int] | Result] = [Rejected("input", -1, "before")]
    for job in work(told, 60):
        mixed += [job, Rejected("input", -job.items[0], "between")]
    expected: list[int | None] = [-1]
    for job in work(told, 60):
        expected += [*job.items, -job.items[0]]
    assert lines(done(mixed)) == expected


def test_a_single_job_starts_no_process() -> None:
    (result,) = done([Job("input", pid, (1,))])
    assert isinstance(result, Rejected)
    assert result.reason == str(os.getpid())


def pid(item: int) -> list[Result]:
    return [Rejected("input", item, str(os.getpid()))]


def test_there_are_several_processes() -> None:
    reasons = {one.reason for one in done(work(pid, 60)) if isinstance(one, Rejected)}
    assert len(reasons) > 1


@pytest.mark.parametrize(
    ("read", "reason"),
    [(dies_of_seven, "ended the process"), (fails_at_seven, "ValueError: seven")],
)
def test_an_item_that_cannot_be_read_is_told_and_costs_no_other(read: object, reason: str) -> None:
    results = [one for one in done(work(read)) if isinstance(one, Rejected)]
    assert [one.line for one in results] == [n if n != 7 else None for n in range(21)]
    assert results[7].reason.startswith("7: ")
    assert reason in results[7].reason


def test_an_item_that_is_an_input_of_its_own_is_named() -> None:
    jobs = [Job(None, told, (1,)), Job(None, dies_of_seven, (7,))]
    *_, last = done(jobs)
    assert isinstance(last, Rejected)
    assert last.name == "7"


def test_who_stops_listening_ends_the_processes() -> None:
    results = done(work(told, 3_000))
    next(results)
    results.close()
