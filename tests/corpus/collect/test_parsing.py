"""Worker processes hang, die and run out of memory; who calls them is told so, and goes on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.workers.pool import Fault, Limits, NotParsed, ParsingPool
from tests.corpus.collect import parsing_jobs as jobs

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture(scope="module")
def pool() -> Iterator[ParsingPool]:
    with ParsingPool(2, Limits(seconds=1, memory=1 << 30)) as pool:
        yield pool


def test_a_function_is_called_with_what_it_is_given(pool: ParsingPool) -> None:
    assert pool.call(jobs.add, 2, other=3) == 5


def test_a_worker_is_kept_for_the_next_call(pool: ParsingPool) -> None:
    first = pool.call(jobs.process)
    assert first == pool.call(jobs.process)
    assert first != os.getpid()


def test_an_error_of_the_function_is_told_in_a_line(pool: ParsingPool) -> None:
    failed = pool.call(jobs.fail, "one\ntwo")
    assert failed == NotParsed(Fault.ERROR, "ValueError: one two")


@pytest.mark.parametrize("forever", [jobs.compute_for_ever, jobs.sleep_for_ever])
def test_what_takes_too_long_is_ended_and_the_next_is_served(forever: object) -> None:
    with ParsingPool(1, Limits(seconds=1, patience=4)) as pool:
        assert pool.call(forever) == NotParsed(Fault.TIME)  # type: ignore[arg-type]
        assert pool.call(jobs.add, 1, 1) == 2


def test_time_is_counted_for_each_call() -> None:
    with ParsingPool(1, Limits(seconds=1)) as pool:
        ended = [pool.call(jobs.compute_for_a_while, 0.7) for _ in range(4)]
    assert ended == ["done"] * 4


def test_memory_has_an_end(pool: ParsingPool) -> None:
    assert pool.call(jobs.take_memory, 2 << 30) == NotParsed(Fault.MEMORY)
    assert pool.call(jobs.add, 1, 1) == 2


@pytest.mark.parametrize(
    ("number", "fault"), [(jobs.SIGSEGV, Fault.CRASH), (jobs.SIGKILL, Fault.MEMORY)]
)
def test_a_worker_that_dies_is_replaced(pool: ParsingPool, number: int, fault: Fault) -> None:
    assert pool.call(jobs.die, number) == NotParsed(fault)
    assert pool.call(jobs.add, 1, 1) == 2


def test_a_worker_that_was_killed_while_idle_costs_no_call() -> None:
    with ParsingPool(1) as pool:
        worker = pool.call(jobs.process)
        assert isinstance(worker, int)
        os.kill(worker, jobs.SIGKILL)
        time.sleep(0.2)
        assert pool.call(jobs.add, 1, 1) == 2


def test_who_is_told_to_end_answers_first() -> None:
    with ParsingPool(1) as pool, ThreadPoolExecutor(1) as threads:
        worker = pool.call(jobs.process)
        assert isinstance(worker, int)
        waiting = threads.submit(pool.call, jobs.compute_for_a_while, 0.5)
        time.sleep(0.2)
        os.kill(worker, signal.SIGTERM)
        assert waiting.result() == "done"
        assert pool.call(jobs.process) != worker


def test_who_is_told_to_end_while_idle_does() -> None:
    with ParsingPool(1) as pool:
        worker = pool.call(jobs.process)
        assert isinstance(worker, int)
        os.kill(worker, signal.SIGTERM)
        until = time.monotonic() + 10
        while is_running(worker) and time.monotonic() < until:
            time.sleep(0.05)
        assert not is_running(worker)


def test_many_threads_share_the_workers(pool: ParsingPool) -> None:
    with ThreadPoolExecutor(8) as threads:
        sums = list(threads.map(lambda number: pool.call(jobs.add, number, 1), range(50)))
    assert sums == list(range(1, 51))


def test_workers_end_with_the_process_that_was_killed() -> None:
    program = (
        "from corpus.workers.pool import ParsingPool\n"
        "from tests.corpus.collect import parsing_jobs as jobs\n"
        "import os\n"
        "if __name__ == '__main__':\n"
        "    print(ParsingPool(1).call(jobs.process), flush=True)\n"
        "    os.kill(os.getpid(), jobs.SIGKILL)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    worker = int(ran.stdout)
    until = time.monotonic() + 10
    while is_running(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(worker)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text().split()[2]
