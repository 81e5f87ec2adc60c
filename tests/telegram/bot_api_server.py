"""A Bot API server over HTTP on loopback: what Telegram does, as far as this bot sees it.

What it knows of Telegram lies in `bot_api/`. A method or parameter that it does not know is refused
and fails the test.

Source: https://core.telegram.org/bots/api
"""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from queue import Empty
from types import TracebackType
from typing import Any, Self

from tests.telegram.bot_api.flood import Flood
from tests.telegram.bot_api.http_server import HttpServer
from tests.telegram.bot_api.methods.method import UnknownError
from tests.telegram.bot_api.methods.method_list import METHODS
from tests.telegram.bot_api.people import Chat, open_chat
from tests.telegram.bot_api.refusals import Fault, RefusedError, bad_request
from tests.telegram.bot_api.request_body import Params
from tests.telegram.bot_api.world import BOT, Query, Sent, World
from tests.telegram.messages import GROUP_CHAT, PRIVATE_CHAT, READER

__all__ = ["BOT", "TOKEN", "BotApiServer", "Chat", "Fault", "Sent"]

TOKEN = "12345678:AAtests-own_TOKEN"  # noqa: S105 (of this server only)
HANGING = 60.0  # seconds


class BotApiServer:
    """One bot's Telegram. `sent` are its messages in order; `calls` are all requests, named.

    `complaints` are about what the bot asked and this server does not know: the test fails.
    """

    def __init__(self) -> None:
        self.world = World()
        self.calls: list[tuple[str, Params]] = []
        self.complaints: list[str] = []
        self.connections = 0  # opened so far
        self._edits_seen = 0
        self.token = TOKEN
        self._called_at: dict[str, list[float]] = defaultdict(list)
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._lasting: dict[str, Fault] = {}
        self._changed = self.world.changed
        self._released = threading.Event()
        self._port = 0
        for chat in (PRIVATE_CHAT, GROUP_CHAT):  # where somebody wrote before
            self.world.open(chat)
        self._up()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.go_down()
        self.world.updates.close()
        if error is None:
            assert not self.complaints, self.complaints

    def go_down(self) -> None:
        """Refuse connections and cut those there are."""
        self._released.set()
        self._http.shutdown()
        self._http.server_close()
        self._http.cut_connections()
        self._thread.join()
        self.world.updates.end_polls()

    def come_back(self) -> None:
        self._released.clear()
        self._up()

    def _up(self) -> None:
        self._http = HttpServer(("127.0.0.1", self._port), self)
        self._port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    # What tests do.

    def deliver(self, message: Any, *, kind: str = "message") -> float:
        """Make an update available. Returns the moment (`time.perf_counter`)."""
        with self._changed:
            at = time.perf_counter()
            self.world.note(message)
            self.world.updates.add(kind, message)
        return at

    def press(self, data: str, *, message_id: int, chat_id: int = 77) -> float:
        """Somebody presses a button under one of the bot's messages, be it there or not."""
        kind = "private" if chat_id > 0 else "supergroup"
        chat = {"id": chat_id, "type": kind, "first_name": "Ona"}
        message = {"message_id": message_id, "date": 1, "chat": chat, "from": BOT, "text": "…"}
        number = f"callback-{self.world.number()}"
        self.world.queries["callback", number] = Query(READER, self.world.moment)
        pressed = {"from": READER, "message": message, "chat_instance": "1", "data": data}
        return self.deliver({"id": number, **pressed}, kind="callback_query")

    def private(self, name: str = "Ona", **fields: Any) -> Chat:
        """A new private chat; `chat.person` is who writes there."""
        return open_chat(self, "private", name, fields)

    def group(self, title: str = "River talk", **fields: Any) -> Chat:
        """A new supergroup that the bot is a member of; `type="group"` makes it a small one."""
        return open_chat(self, "supergroup", title, fields)

    def channel(self, title: str = "River news", **fields: Any) -> Chat:
        """A new channel whose administrator the bot is."""
        return open_chat(self, "channel", title, fields)

    def limit_floods(self) -> None:
        """From now on: 30 messages a second, one a second to a chat, 20 a minute to a group."""
        self.world.flood = Flood()

    def pass_time(self, seconds: float) -> None:
        """Telegram's clock goes on; buttons pressed go stale, and windows open again."""
        self.world.skip(seconds)

    @property
    def sent(self) -> list[Sent]:
        return self.world.sent

    @property
    def edited(self) -> list[Sent]:
        return self.world.edited

    @property
    def confirmed(self) -> int:
        """The first update that the bot has not confirmed."""
        return self.world.updates.confirmed

    def next_reply(self, timeout: float = 5.0) -> Sent:
        """The next message sent. Raises queue.Empty after `timeout` seconds."""
        return self.world.arrived.get(timeout=timeout)

    def next_edit(self, timeout: float = 5.0) -> Sent:
        """The next message edited that was not returned before. Raises TimeoutError."""
        self.wait_until(lambda: len(self.edited) > self._edits_seen, "no edit", timeout=timeout)
        self._edits_seen += 1
        return self.edited[self._edits_seen - 1]

    def has_no_reply(self, timeout: float) -> bool:
        """Whether no message is sent in so many seconds."""
        try:
            self.next_reply(timeout)
        except Empty:
            return True
        return False

    def fail(self, method: str, *faults: Fault) -> None:
        """Answer the next calls of a method so, one fault a call."""
        self._faults[method].extend(faults)

    @contextmanager
    def failing(self, method: str, fault: Fault) -> Iterator[None]:
        """Inside, every call of a method is answered so."""
        self._lasting[method] = fault
        try:
            yield
        finally:
            del self._lasting[method]

    def forget(self) -> None:
        """What was called and sent so far, where nobody will look at it any more."""
        with self._changed:
            self.calls.clear()
            self._called_at.clear()
            self.world.forget()

    def called(self, method: str) -> list[Params]:
        return [params for name, params in self.calls if name == method]

    def pauses_between(self, method: str) -> list[float]:
        """Seconds from each call of a method to the next."""
        return [later - earlier for earlier, later in pairwise(self._called_at[method])]

    def wait_for(self, method: str, *, count: int = 1, timeout: float = 5.0) -> None:
        """Until a method was called so often. Raises TimeoutError."""
        words = f"{method} was not called {count} times"
        self.wait_until(lambda: len(self.called(method)) >= count, words, timeout=timeout)

    def wait_until(
        self, is_met: Callable[[], object], words: str = "", *, timeout: float = 5.0
    ) -> None:
        """Looked at after each of the bot's requests. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(is_met, timeout):
                raise TimeoutError(words)

    # What the bot does.

    def answer(self, token: str, method: str, params: Params) -> Any:
        """See `Served`."""
        with self._changed:
            self.calls.append((method, params))
            self._called_at[method].append(time.perf_counter())
            self._changed.notify_all()
            waiting = self._faults[method]
            fault = waiting.popleft() if waiting else self._lasting.get(method)
        if fault is not None:
            return self._fail(method, params, fault)
        if token != self.token:
            raise RefusedError(401, "Unauthorized", {})
        return self._do(method, params)

    def _fail(self, method: str, params: Params, fault: Fault) -> Any:
        if fault.done:
            self._do(method, params)
        self._released.wait(HANGING if fault.hangs else fault.after)
        if fault.drop or fault.hangs:
            return None
        if fault.body is not None:
            return fault.status, fault.body
        if fault.result is not None:
            return fault.result
        if "migrate_to_chat_id" in fault.parameters:
            self.world.open({"id": fault.parameters["migrate_to_chat_id"], "type": "supergroup"})
        raise RefusedError(fault.status, fault.description, fault.parameters)

    def _do(self, method: str, params: Params) -> Any:
        if method not in METHODS:
            raise self._complaint(f"the method {method} is not known")
        with self._changed:
            try:
                return METHODS[method](self.world, params)
            except UnknownError as error:
                raise self._complaint(f"{method}: {error}") from error
            finally:
                self._changed.notify_all()

    def _complaint(self, words: str) -> RefusedError:
        self.complaints.append(words)
        return bad_request(words)
