"""How long one honest reader waits while others do their worst.

    python tests/benchmarks/bot_beside.py ARCHIVE [--processes 2] [--limit MS]

A reader asks one plain question after another: alone, beside somebody who sends 300 at once, and
beside people who send the worst messages that are known, one when the one before is answered.
The exit code is 1 where the reader has waited for more than `--limit` even once beside others. On a
machine that does other work all of it takes longer: so the reader is alone first.
"""

import argparse
import itertools
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from retrieval.text.word_frequency import words_of
from tests.benchmarks.bot_latency import SPAWN, run_bot
from tests.telegram.bot_api_server import BotApiServer, Chat
from tests.worst_messages import messages

PLAIN = (
    "Who is the president of Ukraine?",
    "Which country left the European Union?",
    "What did the court decide about abortion?",
    "How many people died in the earthquake?",
)
COMMON = 20_000  # of a language's words
FLOOD = 300  # messages
ASKED = 40  # questions of the reader, each time
PAUSE = 1.1  # seconds between two of them: one a second is what a person may
PATIENCE = 60.0  # seconds


def waits(api: BotApiServer, reader: Chat) -> list[float]:
    """Milliseconds to each reply."""
    taken = []
    for text in itertools.islice(itertools.cycle(PLAIN), ASKED):
        before, asked_at = replies_in(api, reader), time.perf_counter()
        reader.person.says(text)
        api.wait_until(lambda: replies_in(api, reader) > before, "no reply", timeout=PATIENCE)  # noqa: B023 (waited for here)
        at = next(one.at for one in reversed(api.sent) if one.message["chat"]["id"] == reader.id)
        taken.append(1000 * (at - asked_at))
        time.sleep(PAUSE)
    return taken


def replies_in(api: BotApiServer, chat: Chat) -> int:
    return sum(one.message["chat"]["id"] == chat.id for one in api.sent)


@contextmanager
def beside(api: BotApiServer, texts: Sequence[str]) -> Iterator[None]:
    """Inside, people send these again and again, one when the one before is answered."""
    over = threading.Event()

    def send() -> None:
        for text in itertools.cycle(texts):
            chat = api.private("Jonas")
            chat.person.says(text)
            api.wait_until(
                lambda: over.is_set() or replies_in(api, chat),  # noqa: B023 (waited for here)
                timeout=PATIENCE,
            )
            if over.is_set():
                return

    sending = threading.Thread(target=send)
    sending.start()
    try:
        yield
    finally:
        over.set()
        sending.join()


def report(name: str, taken: Sequence[float]) -> float:
    """Print a line. Returns the longest wait."""
    sys.stdout.write(f"{name:26} p50 {median(taken):7.1f} ms   longest {max(taken):7.1f} ms\n")
    sys.stdout.flush()
    return max(taken)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("archive", type=Path)
    options.add_argument("--processes", type=int, default=0, help="that search; 0: threads do")
    options.add_argument("--limit", type=float, default=300.0, help="milliseconds")
    given = options.parse_args()
    words = [word for word in list(words_of("en"))[:COMMON] if word.isalpha()]
    worst = list(messages(words, seed=1).values())
    bot = partial(run_bot, archive=given.archive, processes=given.processes)
    with BotApiServer() as api:
        process = SPAWN.Process(target=bot, args=(api.url,))
        process.start()
        try:
            api.wait_for("getUpdates", timeout=600)
            reader, flooder = api.private(), api.private("Petras")
            waits(api, reader)  # warms up
            report("alone", waits(api, reader))
            for number in range(FLOOD):
                flooder.person.says(PLAIN[number % len(PLAIN)])
            longest = report("beside a flood", waits(api, reader))
            with beside(api, worst):
                longest = max(longest, report("beside the worst messages", waits(api, reader)))
        finally:
            process.terminate()
            process.join()
    return 1 if longest > given.limit else 0


if __name__ == "__main__":
    sys.exit(main())
