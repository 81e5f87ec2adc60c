"""Whether the bot wears out: places in its pool of connections, and memory.

    python tests/benchmarks/bot_soak.py [--bursts 20] [--questions 100000]

Bursts: 400 questions at once, searches of 50 to 100 ms and some of 1.5 s, in which the chat is told
that the bot is typing, and an event loop that is blocked now and then for up to 60 ms. When all is
quiet, a connection that is neither idle nor closed is a place that is lost for ever.

Memory: so many questions, quickly answered, from more people than any of the bot's memories holds.
What its process holds is looked at 30 times; the last ten are compared to the ten before. The exit
code is 1 where a place is lost, or memory has grown by more than a fiftieth.
"""

import argparse
import gc
import multiprocessing
import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import httpcore

sys.path.insert(0, str(Path(__file__).parents[2]))

from retrieval.answer import Answer
from tests.benchmarks.bot_latency import run_echo
from tests.benchmarks.process_use import resident_mb
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import private
from tests.telegram.running import FakeArchive, RunningBot

IN_A_BURST = 400  # questions
PEOPLE = 25_000  # more than MOST of any of the bot's memories
AT_ONCE = 50  # questions that wait, of those for memory
ONCE = ("Rudna bridge", "and in 2021?")
LOOKS = 30
GROWN = 1.02
PATIENCE = 120.0  # seconds for the next reply
QUIET = 7.0  # seconds: connections that nothing uses are closed after five


def asked_by(person: int, text: str) -> dict[str, Any]:
    who = {"id": person, "type": "private", "is_bot": False, "first_name": "Ona"}
    return private(text) | {"chat": who, "from": who}


def slowly(text: str) -> Answer:
    time.sleep(random.uniform(0.05, 0.1) if random.random() < 0.98 else 1.5)
    return answer(quote(text))


@contextmanager
def starved(bot: RunningBot) -> Iterator[None]:
    """Inside, the bot's event loop is blocked again and again."""
    over = threading.Event()

    def block() -> None:
        while not over.wait(random.uniform(0.0, 0.2)):
            bot.loop.call_soon_threadsafe(time.sleep, random.uniform(0.0, 0.06))

    blocking = threading.Thread(target=block)
    blocking.start()
    try:
        yield
    finally:
        over.set()
        blocking.join()


def lost_places() -> int:
    """Of all pools in this process. httpcore tells of a connection only whether it is idle."""
    pools = [one for one in gc.get_objects() if isinstance(one, httpcore.AsyncConnectionPool)]
    connections = [one for pool in pools for one in pool.connections]
    polling = 1  # the one that waits for updates
    return sum(not (one.is_idle() or one.is_closed()) for one in connections) - polling


def soak(bursts: int) -> int:
    """Places that are lost after so many bursts."""
    archive = FakeArchive()
    archive.reply = slowly
    with BotApiServer() as api, RunningBot(api, archive) as bot, starved(bot):
        for burst in range(bursts):
            for number in range(IN_A_BURST):
                api.deliver(asked_by(burst * IN_A_BURST + number + 1, f"question {number}"))
            for _ in range(IN_A_BURST):
                api.next_reply(PATIENCE)
            answered, typed = len(api.sent), len(api.called("sendChatAction"))
            say(f"burst {burst + 1}: {answered} answered, {typed} times shown as typing")
        time.sleep(QUIET)
        lost = lost_places()
    say(f"{lost} places lost after {bursts} bursts")
    return lost


def growth(questions: int) -> float:
    """By which factor memory has grown at last."""
    held: list[float] = []
    with BotApiServer() as api:
        process = multiprocessing.get_context("spawn").Process(target=run_echo, args=(api.url,))
        process.start()
        try:
            for text in ONCE:  # words of languages are read at the first of them
                api.deliver(asked_by(PEOPLE + 1, text))
                api.next_reply(PATIENCE)
            for look in range(LOOKS):
                ask_in_turn(api, look * questions // LOOKS, (look + 1) * questions // LOOKS)
                held.append(resident_mb(process.pid or 0))
                say(f"{(look + 1) * questions // LOOKS} questions: {held[-1]:.1f} MB")
        finally:
            process.terminate()
            process.join()
    third = LOOKS // 3
    grown = median(held[-third:]) / median(held[-2 * third : -third])
    say(f"memory times {grown:.3f}")
    return grown


def ask_in_turn(api: BotApiServer, first: int, last: int) -> None:
    """With no more than AT_ONCE waiting; what this end has kept of it is let go."""
    for number in range(first, last):
        api.deliver(asked_by(number % PEOPLE + 1, f"question {number}"))
        if number - first >= AT_ONCE:
            api.next_reply(PATIENCE)
    for _ in range(min(AT_ONCE, last - first)):
        api.next_reply(PATIENCE)
    api.forget()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("--bursts", type=int, default=20)
    options.add_argument("--questions", type=int, default=100_000)
    given = options.parse_args()
    is_sound = not given.bursts or soak(given.bursts) == 0
    return 0 if (not given.questions or growth(given.questions) < GROWN) and is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
