"""The connection that updates come by: one that PTB cannot read costs only itself."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Update

from bot.telegram.transport.network import Network
from bot.telegram.transport.outage import UNREADABLE

LOG = logging.getLogger(__name__)

Json = dict[str, Any]


class UpdatesRequest(Network):
    """Leaves an update that this version of PTB cannot read its number, and nothing else.

    `Bot.get_updates` reads all updates of one answer at once: a single unreadable one makes it
    raise, and as none is confirmed then, the same ones come again for ever. `parse_json_payload` is
    the place that PTB documents for changing how an answer is read. An update with nothing but its
    number reaches no handler, and is confirmed as the others are.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        """Raises TelegramError, or TypeError where an answer holds no update with a number."""
        answer = Network.parse_json_payload(payload)
        return {**answer, "result": _readable(answer["result"])} if "result" in answer else answer


def _readable(fetched: object) -> list[Json]:
    if not isinstance(fetched, list):
        raise TypeError
    found = numbered(fetched)
    if fetched and not found:
        raise TypeError  # asked for again at once, the same would come again
    return [readable(update) for update in found]


def numbered(fetched: Sequence[object]) -> list[Json]:
    """Those that are updates, as far as they have a number."""
    return [
        update
        for update in fetched
        if isinstance(update, dict) and isinstance(update.get("update_id"), int)
    ]


def readable(update: Json) -> Json:
    """The update, or nothing but its number where PTB cannot read it."""
    try:
        Update.de_json(update, None)
    except UNREADABLE as error:
        LOG.warning("One message could not be read; left out (%s).", type(error).__name__)
        return {"update_id": update["update_id"]}
    return update
