"""The connection that updates come by: PTB hands each on as Telegram sent it."""

from telegram import Update

from bot.telegram.intake.received import Json, numbered
from bot.telegram.transport.network import Network

SENT = "sent"


class UpdatesRequest(Network):
    """Wraps each update, so that `Bot.get_updates` reads its number and nothing else.

    It would read all updates of one answer at once: a single unreadable one makes it raise, and as
    none is confirmed then, the same ones come again for ever. And what is stored is what came.
    `parse_json_payload` is the place that PTB documents for changing how an answer is read, and a
    field that PTB does not know is one of `Update.api_kwargs`.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        """Raises TelegramError, or TypeError where an answer holds no update with a number."""
        answer = Network.parse_json_payload(payload)
        return {**answer, "result": _wrapped(answer["result"])} if "result" in answer else answer


def sent_in(update: Update) -> Json:
    """What Telegram sent, of an update that came this way."""
    sent: Json = update.api_kwargs[SENT]
    return sent


def _wrapped(fetched: object) -> list[Json]:
    if not isinstance(fetched, list):
        raise TypeError
    found = numbered(fetched)
    if fetched and not found:
        raise TypeError  # asked for again at once, the same would come again
    return [{"update_id": update["update_id"], SENT: update} for update in found]
