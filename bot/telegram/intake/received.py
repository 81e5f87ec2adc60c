"""One update: as Telegram sent it, which is what is stored, and as PTB reads it, once."""

import json
import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from telegram import Bot, Update

from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

Json = dict[str, Any]


class Received(NamedTuple):
    update: Update
    body: str


def received(sent: Json, bot: Bot | None) -> Received:
    """Of one that this version of PTB cannot read the number, and nothing else.

    With nothing but its number it reaches no handler, and is confirmed as the others are.
    """
    try:
        update = Update.de_json(sent, bot)
    except UNREADABLE as error:
        LOG.warning("One message could not be read; left out (%s).", type(error).__name__)
        update = Update(sent["update_id"])
    return Received(update, json.dumps(sent))


def numbered(fetched: Sequence[object]) -> list[Json]:
    """Those that are updates, as far as they have a number."""
    return [
        update
        for update in fetched
        if isinstance(update, dict) and isinstance(update.get("update_id"), int)
    ]
