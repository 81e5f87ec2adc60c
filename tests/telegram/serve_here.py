"""A program that does what `backissue serve` does, with an archive that answers after a while.

python serve_here.py API_URL SECONDS TIME_TO_FINISH STATE

The token is in BACKISSUE_TELEGRAM_TOKEN.
"""

import asyncio
import logging
import os
import sys
import time
from datetime import datetime
from pathlib import Path

from bot.errors import BotError
from bot.telegram.application import TelegramSettings
from bot.telegram.incoming.question import Asked
from bot.telegram.running import serve
from retrieval.answer import Answer
from tests.telegram.answers import answer, quote
from tests.telegram.running import unpaced


def main(api_url: str, seconds: str, time_to_finish: str, state: str) -> int:
    def ask(asked: Asked, _asked_at: datetime, **_how: object) -> Answer:
        time.sleep(float(seconds))
        return answer(quote(f"At last: {asked.text}"))

    logging.basicConfig(level=logging.DEBUG)
    token = os.environ.get("BACKISSUE_TELEGRAM_TOKEN", "")
    try:
        settings = TelegramSettings(
            token,
            Path(state),
            api_url=api_url,
            time_to_finish=float(time_to_finish),
            pacing=unpaced,
        )
        asyncio.run(serve(ask, settings))
    except BotError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
