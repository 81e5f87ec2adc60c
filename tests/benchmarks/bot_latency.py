"""How long a reader waits: from the moment a question is there for the bot to its reply.

    python tests/benchmarks/bot_latency.py --questions FILE.jsonl [--archive DIR]
                                           [--rate 20] [--seconds 60]

Everything on loopback, through the real bot in a process of its own. Questions arrive at fixed
times, whether those before are answered or not. The same is done with a bot that quotes the
question instead of searching: what that takes is the bot's and the protocol's share. Without
--archive the search is an invented answer.
"""

import argparse
import asyncio
import itertools
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.running import serve
from bot.telegram.showing.source import Ask
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.engines.registry import DEFAULT
from retrieval.index.index import Index
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer
from tests.telegram.messages import private
from tests.telegram.running import unpaced

WARM_UP = 40  # questions that are not counted
PATIENCE = 30.0  # seconds for the last replies
PARAGRAPH = "The dam above Rudna held, said the engineer who had built it. " * 10


@contextmanager
def open_answerer(archive: Path) -> Iterator[Ask]:
    """What `backissue serve` asks."""
    with Archive(archive) as opened:
        index = Index(opened, DEFAULT)
        answerer = Answerer(opened, index)
        try:
            yield lambda asked, asked_at, **_how: answerer.ask(asked.text, asked_at=asked_at)
        finally:
            index.close()


@contextmanager
def open_invented() -> Iterator[Ask]:
    quotes = [quote(PARAGRAPH[:700], highlights=[(8, 11), (18, 23)]) for _ in range(3)]
    yield lambda asked, asked_at, **_how: answer(*quotes, question=asked.text)


def echo(asked: Asked, _asked_at: datetime, **_how: object) -> Answer:
    return answer(quote(asked.text), question=asked.text)


def run_echo(api_url: str) -> None:
    """A process of its own."""
    _serve(echo, api_url)


def run_bot(api_url: str, archive: Path | None) -> None:
    """A process of its own."""
    with open_answerer(archive) if archive else open_invented() as ask:
        _serve(ask, api_url)


def _serve(ask: Ask, api_url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = TelegramSettings(TOKEN, Path(folder), api_url=api_url, pacing=unpaced)
        asyncio.run(serve(ask, settings))


def measure(api: BotApiServer, questions: Sequence[str], rate: float) -> list[float]:
    """Milliseconds to each reply, in order of the questions; raises if one does not come."""
    available: dict[int, float] = {}
    started = time.perf_counter()
    for number, text in enumerate(questions):
        reader = {"id": number + 1, "type": "private", "is_bot": False, "first_name": "Ona"}
        message = private(text) | {"chat": reader, "from": reader}
        time.sleep(max(0.0, started + number / rate - time.perf_counter()))
        available[number + 1] = api.deliver(message)
    for _ in questions:
        api.next_reply(PATIENCE)
    replied = {int(sent.params["chat_id"]): sent.at for sent in api.sent}
    return [1000 * (replied[number] - at) for number, at in available.items()]


def latencies(
    process: BaseProcess, api: BotApiServer, questions: Sequence[str], rate: float
) -> list[float]:
    process.start()
    try:
        api.wait_for("getUpdates", timeout=600)  # an index may have to be built first
        return measure(api, questions, rate)[WARM_UP:]
    finally:
        process.terminate()
        process.join()


def report(name: str, milliseconds: Sequence[float]) -> float:
    """Print a line. Returns the median."""
    cuts = quantiles(milliseconds, n=100, method="inclusive")
    figures = {"p50": cuts[49], "p99": cuts[98], "max": max(milliseconds)}
    shown = "   ".join(f"{figure} {value:7.1f} ms" for figure, value in figures.items())
    sys.stdout.write(f"{name:5} {shown}   {len(milliseconds)} replies\n")
    return cuts[49]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--questions", type=Path, required=True, help='JSON lines: "question"')
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--rate", type=float, default=20.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=60.0)
    chosen = parser.parse_args()
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()
    known = [json.loads(line)["question"] for line in lines if line.strip()]
    count = WARM_UP + int(chosen.rate * chosen.seconds)
    questions = list(itertools.islice(itertools.cycle(known), count))
    spawn = multiprocessing.get_context("spawn")
    with BotApiServer() as api:
        process = spawn.Process(target=run_echo, args=(api.url,))
        echoed = report("echo", latencies(process, api, questions, chosen.rate))
    with BotApiServer() as api:
        process = spawn.Process(target=run_bot, args=(api.url, chosen.archive))
        answered = report("bot", latencies(process, api, questions, chosen.rate))
    sys.stdout.write(f"bot : echo at p50 = {answered / echoed:.2f}\n")


if __name__ == "__main__":
    main()
