"""How long a reader waits: from the moment a question is there for the bot to its reply.

    python tests/benchmarks/bot_latency.py --questions FILE.jsonl [--archive DIR] [--processes 2]
                                           [--rate 20] [--seconds 60] [--only bare echo bot]

Everything on loopback, through the real bot in a process of its own. Questions arrive at fixed
times, whether those before are answered or not. The same is done with a bot that quotes the
question instead of searching: what that takes is the bot's and the protocol's share. And with a
bare one that python-telegram-bot's own loop runs, which stores nothing. Without --archive the
search is an invented answer; with --processes so many of them search. The processor's time for
each reply is that of the bot's event loop (which talks to Telegram), of its other threads (its
state, searches, what replies look like), and of the processes that search.
"""

import argparse
import asyncio
import itertools
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.telegram.admission.limits import Limits
from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.running import serve
from bot.telegram.search_processes import SearchProcesses
from bot.telegram.search_threads import THREADS
from bot.telegram.showing.source import Ask
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.engines.registry import DEFAULT
from retrieval.index.index import Index
from tests.benchmarks.process_use import Cpu, cpu_seconds
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api_server import TOKEN, BotApiServer
from tests.telegram.messages import private
from tests.telegram.running import unpaced

WARM_UP = 60  # questions that are not counted
WARM_UP_RATE = 10.0  # a second
PATIENCE = 60.0  # seconds for the last replies
PARAGRAPH = "The dam above Rudna held, said the engineer who had built it. " * 10
SPAWN = multiprocessing.get_context("spawn")

Bot = Callable[[str], None]  # runs at an address, in a process of its own


class Taken(NamedTuple):
    """`milliseconds` to each reply, `cpu` of the bot for each, in milliseconds too."""

    milliseconds: Sequence[float]
    cpu: Cpu


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


def run_bare(api_url: str) -> None:
    async def reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text is not None:
            await update.message.reply_text(update.message.text)

    builder = Application.builder().token(TOKEN).base_url(f"{api_url}/bot")
    application = builder.concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, reply))
    application.run_polling()


def run_echo(api_url: str) -> None:
    _serve(echo, api_url)


def run_bot(api_url: str, archive: Path | None, processes: int) -> None:
    opening = partial(open_answerer, archive) if archive else open_invented
    with opening() as ask:  # which builds the index, where there is none
        if not processes:
            _serve(ask, api_url)
            return
    with SearchProcesses(opening, processes) as searches:
        _serve(searches.ask, api_url, threads=processes + 1)


def _serve(ask: Ask, api_url: str, threads: int = THREADS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = TelegramSettings(
            TOKEN,
            Path(folder),
            api_url=api_url,
            pacing=unpaced,
            limits=lambda: Limits(person=60, chat=120),  # as `serve` has them
            search_threads=threads,
        )
        asyncio.run(serve(ask, settings))


def ask_all(
    api: BotApiServer, questions: Sequence[str], rate: float, *, first: int = 1
) -> list[float]:
    """Milliseconds to each reply, in order of the questions; raises if one does not come.

    Each is asked in a chat of its own, from the number `first` on.
    """
    available: dict[int, float] = {}
    started = time.perf_counter()
    for number, text in enumerate(questions):
        reader = {"id": first + number, "type": "private", "is_bot": False, "first_name": "Ona"}
        message = private(text) | {"chat": reader, "from": reader}
        time.sleep(max(0.0, started + number / rate - time.perf_counter()))
        available[first + number] = api.deliver(message)
    for _ in questions:
        api.next_reply(PATIENCE)
    replied = {int(sent.params["chat_id"]): sent.at for sent in api.sent}
    return [1000 * (replied[number] - at) for number, at in available.items()]


def measure(bot: Bot, questions: Sequence[str], rate: float) -> Taken:
    with BotApiServer() as api:
        process = SPAWN.Process(target=bot, args=(api.url,))
        process.start()
        try:
            api.wait_for("getUpdates", timeout=600)  # an index may have to be built first
            ask_all(api, questions[:WARM_UP], WARM_UP_RATE)
            counted, number = questions[WARM_UP:], process.pid or 0
            before = cpu_seconds(number)
            milliseconds = ask_all(api, counted, rate, first=WARM_UP + 1)
            used = zip(cpu_seconds(number), before, strict=True)
            cpu = Cpu(*(1000 * (now - then) / len(counted) for now, then in used))
            return Taken(milliseconds, cpu)
        finally:
            process.terminate()
            process.join()


def report(name: str, taken: Taken) -> None:
    """Print a line."""
    cuts = quantiles(taken.milliseconds, n=100, method="inclusive")
    figures = {"p50": cuts[49], "p99": cuts[98], "max": max(taken.milliseconds)}
    shown = "   ".join(f"{figure} {value:7.1f} ms" for figure, value in figures.items())
    parts = f"loop {taken.cpu.first:.2f}, threads {taken.cpu.others:.2f}"
    parts += f", searching {taken.cpu.started:.2f}"
    cpu = f"{sum(taken.cpu):6.2f} ms of a processor ({parts})"
    sys.stdout.write(f"{name:5} {shown}   {cpu}   {len(taken.milliseconds)} replies\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--questions", type=Path, required=True, help='JSON lines: "question"')
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--processes", type=int, default=0, help="that search; 0: threads do")
    parser.add_argument("--rate", type=float, default=20.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--only", nargs="+", choices=("bare", "echo", "bot"))
    chosen = parser.parse_args()
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()
    known = [json.loads(line)["question"] for line in lines if line.strip()]
    count = WARM_UP + int(chosen.rate * chosen.seconds)
    questions = list(itertools.islice(itertools.cycle(known), count))
    answering = partial(run_bot, archive=chosen.archive, processes=chosen.processes)
    bots: dict[str, Bot] = {"bare": run_bare, "echo": run_echo, "bot": answering}
    for name, bot in bots.items():
        if name in (chosen.only or bots):
            report(name, measure(bot, questions, chosen.rate))


if __name__ == "__main__":
    main()
