"""What waits for the bot, and the two ways it gets there: it asks, or a webhook is called."""

import json
import threading
import time
from collections import deque
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from tests.telegram.bot_api.refusals import RefusedError, bad_request
from tests.telegram.bot_api.request_body import Params

Json = dict[str, Any]

FIRST = 1000
ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
ANOTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
MAX_SECRET = 256
RETRY = 0.05  # seconds until an update that a webhook did not take comes again
PATIENCE = 10.0


class Updates:
    """`confirmed` is the first update that the bot has not confirmed."""

    def __init__(self, changed: threading.Condition) -> None:
        self.confirmed = 0
        self.webhook: Params = {}
        self.last_error = ""
        self._changed = changed
        self._waiting: deque[Json] = deque()
        self._all: dict[int, Json] = {}
        self._again: deque[Json] = deque()
        self._allowed: list[str] | None = None
        self._next_id = FIRST
        self._poll = 0

    def add(self, kind: str, content: Any) -> int:
        """Returns its number."""
        with self._changed:
            number, self._next_id = self._next_id, self._next_id + 1
            self._all[number] = {"update_id": number, kind: content}
            if self._is_wanted(self._all[number]):
                self._waiting.append(self._all[number])
            self._changed.notify_all()
        return number

    def add_again(self, number: int) -> None:
        """Offer it once more, confirmed or not."""
        with self._changed:
            self._again.append(self._all[number])
            self._changed.notify_all()

    def forget(self) -> None:
        """What was fetched and confirmed: it cannot be offered again."""
        with self._changed:
            waiting = {one["update_id"] for one in self._waiting}
            self._all = {number: one for number, one in self._all.items() if number in waiting}

    def end_polls(self) -> None:
        with self._changed:
            self._poll += 1
            self._changed.notify_all()

    # Asked for.

    def fetch(self, params: Params) -> list[Json]:
        """Long polling; a newer request ends an older one. Raises RefusedError."""
        with self._changed:
            if self.webhook:
                raise RefusedError(409, WEBHOOK_IS_SET, {})
            self._poll += 1
            mine = self._poll
            self._allow(params)
            self.confirmed = max(self.confirmed, int(params.get("offset", 0)))
            self._drop_what_is_confirmed()
            self._changed.wait_for(
                lambda: self._has_any() or self._poll != mine, float(params.get("timeout", 0))
            )
            if self._poll != mine:
                raise RefusedError(409, ANOTHER_POLLER, {})
            fetched = [*self._again, *self._waiting][: int(params.get("limit", 100))]
            self._again.clear()
            return fetched

    def _allow(self, params: Params) -> None:
        """Updates of kinds that were not asked for are dropped; without a list, of some kinds."""
        allowed = params.get("allowed_updates", self._allowed or [])
        if allowed != self._allowed:
            self._allowed = allowed
            self._waiting = deque(filter(self._is_wanted, self._waiting))

    def _drop_what_is_confirmed(self) -> None:
        while self._waiting and self._waiting[0]["update_id"] < self.confirmed:
            self._waiting.popleft()

    def _has_any(self) -> bool:
        return bool(self._waiting or self._again)

    def _is_wanted(self, update: Json) -> bool:
        """All are, until the bot asks for the first time."""
        kinds = update.keys() - {"update_id"}
        if self._allowed:
            return kinds <= set(self._allowed)
        return self._allowed is None or not kinds & ONLY_IF_ASKED

    # Brought.

    def set_webhook(self, params: Params) -> None:
        """Raises RefusedError."""
        if len(params.get("secret_token", "")) > MAX_SECRET:
            raise bad_request("secret token is too long")
        parts = urlsplit(params["url"])
        if parts.scheme != "https" and parts.hostname != "127.0.0.1":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        with self._changed:
            self._allow(params)
            self._forget(params)
            self.webhook = params
            self.end_polls()
            threading.Thread(target=self._bring, args=(params,), daemon=True).start()

    def delete_webhook(self, params: Params) -> None:
        with self._changed:
            self._forget(params)
            self.webhook = {}
            self._changed.notify_all()

    def close(self) -> None:
        self.delete_webhook({})
        self.end_polls()

    @property
    def waiting(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self._waiting)

    def _forget(self, params: Params) -> None:
        if params.get("drop_pending_updates") == "true":
            self._waiting.clear()

    def _bring(self, webhook: Params) -> None:
        """One after another, each until it is taken, as long as this webhook is set."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.webhook is not webhook or self._has_any())
                if self.webhook is not webhook:
                    return
                update = (self._again or self._waiting)[0]
            self.last_error = _post(webhook, update)
            if self.last_error:
                time.sleep(RETRY)
                continue
            with self._changed:
                queue = self._again if update in self._again else self._waiting
                if update in queue:
                    queue.remove(update)
                self.confirmed = max(self.confirmed, update["update_id"] + 1)
                self._changed.notify_all()


def _post(webhook: Params, update: Json) -> str:
    """What went wrong, if anything did."""
    parts = urlsplit(webhook["url"])
    headers = {"Content-Type": "application/json"}
    if "secret_token" in webhook:
        headers["X-Telegram-Bot-Api-Secret-Token"] = webhook["secret_token"]
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request("POST", parts.path or "/", json.dumps(update), headers)
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        return f"Connection failed: {type(error).__name__}"
    finally:
        connection.close()
    return "" if 200 <= status < 300 else f"Wrong response from the webhook: {status}"
