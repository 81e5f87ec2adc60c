"""Nothing is lost when the bot is killed: the process ends at any moment, again and again.

    python tests/benchmarks/bot_kills.py --kills 30 --questions 600

Questions come all the while, each from a chat of its own. The bot is killed after a random time
and started again. At the end each question has either one answer or one line that offers it, or
says that it was given up. The exit code is 1 when one has none, or two answers.
"""

import argparse
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.render.english import telegram as texts
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import private
from tests.telegram.test_process import Process

QUIET = 8.0  # seconds without a reply, after which no more is waited for


def ask(api: BotApiServer, questions: int, seconds: float) -> None:
    for number in range(1, questions + 1):
        person = {"id": number, "is_bot": False, "first_name": "Ona"}
        chat = {"id": number, "type": "private", "first_name": "Ona"}
        api.deliver(private(f"question {number}") | {"chat": chat, "from": person})
        time.sleep(seconds / questions)


def kill_again_and_again(api: BotApiServer, state: Path, kills: int) -> None:
    for number in range(kills + 1):
        process = Process(api.url, seconds=0.02, state=state)
        polls = len(api.called("getUpdates"))
        api.wait_for("getUpdates", count=polls + 1, timeout=60)
        if number < kills:
            time.sleep(random.uniform(0.0, 1.0))
            process.signal(signal.SIGKILL)
        else:
            _wait_until_quiet(api)
            process.signal(signal.SIGTERM)
        process.end()


def _wait_until_quiet(api: BotApiServer) -> None:
    sent = -1
    while len(api.sent) > sent:
        sent = len(api.sent)
        time.sleep(QUIET)


def report(api: BotApiServer, questions: int) -> int:
    answers: Counter[int] = Counter()
    offered: Counter[int] = Counter()
    given_up: Counter[int] = Counter()
    kinds = {texts.MAY_BE_LOST(): offered, texts.APOLOGY(): given_up}
    for sent in api.sent:
        kinds.get(sent.text, answers)[int(sent.params["chat_id"])] += 1
    told = answers + offered + given_up
    lost = [number for number in range(1, questions + 1) if not told[number]]
    doubled = [number for number, count in answers.items() if count > 1]
    sys.stdout.write(
        f"{questions} questions: {len(answers)} answered, {len(offered)} offered once more,"
        f" {len(given_up)} given up with an apology, {len(doubled)} answered twice,"
        f" {len(lost)} lost without a word\n"
    )
    return 1 if lost or doubled else 0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--kills", type=int, default=30)
    options.add_argument("--questions", type=int, default=600)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, BotApiServer() as api:
        asking = threading.Thread(target=ask, args=(api, given.questions, 2.5 * given.kills))
        asking.start()
        kill_again_and_again(api, Path(folder), given.kills)
        asking.join()
        return report(api, given.questions)


if __name__ == "__main__":
    sys.exit(main())
