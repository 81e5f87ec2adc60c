"""A small Bot API server over HTTP on loopback: what Telegram does, as far as this bot sees it.

Source: https://core.telegram.org/bots/api
"""

import json
import socket
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from queue import Queue
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

from tests.telegram.parser import Parsed, UnparsableError, parse, unparsed

TOKEN = "12345678:AAtests-own_TOKEN"  # noqa: S105 (of this server only)
BOT = {"id": 12345678, "is_bot": True, "first_name": "Backissue", "username": "Backissue_Bot"}
MAX_UNITS = 4096

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What to answer instead of doing what was asked. `drop` closes the connection unanswered.

    `done` does what was asked all the same. `result` is answered as if all were well, where it is
    not None. `after` is how many seconds the answer takes.
    """

    status: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, int] = field(default_factory=dict)
    drop: bool = False
    done: bool = False
    result: Any = None
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that the bot sent, and when (`time.perf_counter`)."""

    params: Params
    parsed: Parsed
    at: float

    @property
    def text(self) -> str:
        return self.parsed.text


class RefusedError(Exception):
    """The answer to a request that cannot be served."""

    def __init__(self, status: int, description: str, parameters: dict[str, int]) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


class BotApiServer:
    """One bot's Telegram. `sent` are its messages in order; `calls` are all requests, named."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.calls: list[tuple[str, Params]] = []
        self.connections = 0  # opened so far
        self._called_at: dict[str, list[float]] = defaultdict(list)
        self.confirmed = 0  # the first update that the bot has not confirmed
        self.token = TOKEN
        self._arrived: Queue[Sent] = Queue()
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._updates: deque[dict[str, Any]] = deque()
        self._next_id = 1000
        self._poll = 0
        self._changed = threading.Condition()
        self._port = 0
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

    def go_down(self) -> None:
        """Refuse connections and cut those there are."""
        self._http.shutdown()
        self._http.server_close()
        self._http.cut_connections()
        self._thread.join()
        with self._changed:
            self._poll += 1
            self._changed.notify_all()

    def come_back(self) -> None:
        self._up()

    def _up(self) -> None:
        self._http = _Http(("127.0.0.1", self._port), self)
        self._port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    # What tests do.

    def deliver(self, message: dict[str, Any], *, kind: str = "message") -> float:
        """Make an update available. Returns the moment (`time.perf_counter`)."""
        with self._changed:
            self._updates.append({"update_id": self._next_id, kind: message})
            self._next_id += 1
            at = time.perf_counter()
            self._changed.notify_all()
        return at

    def press(self, data: str, *, message_id: int, chat_id: int = 77) -> float:
        """Somebody presses a button under one of the bot's messages."""
        person = {"id": 77, "is_bot": False, "first_name": "Ona"}
        kind = "private" if chat_id > 0 else "supergroup"
        chat = {"id": chat_id, "type": kind, "first_name": "Ona"}
        message = {"message_id": message_id, "date": 1, "chat": chat, "from": BOT, "text": "…"}
        pressed = {"from": person, "message": message, "chat_instance": "1", "data": data}
        return self.deliver({"id": str(self._next_id), **pressed}, kind="callback_query")

    def next_reply(self, timeout: float = 5.0) -> Sent:
        """The next message sent. Raises queue.Empty after `timeout` seconds."""
        return self._arrived.get(timeout=timeout)

    def fail(self, method: str, *faults: Fault) -> None:
        """Answer the next calls of a method so, one fault a call."""
        self._faults[method].extend(faults)

    def called(self, method: str) -> list[Params]:
        return [params for name, params in self.calls if name == method]

    def pauses_between(self, method: str) -> list[float]:
        """Seconds from each call of a method to the next."""
        return [later - earlier for earlier, later in pairwise(self._called_at[method])]

    def wait_for(self, method: str, *, count: int = 1, timeout: float = 5.0) -> None:
        """Until a method was called so often. Raises TimeoutError."""
        with self._changed:
            is_met = self._changed.wait_for(lambda: len(self.called(method)) >= count, timeout)
        if not is_met:
            raise TimeoutError(f"{method} was called {len(self.called(method))} times")

    # What the bot does.

    def answer(self, token: str, method: str, params: Params) -> Any:
        """The result of one request; None to cut the connection. Raises RefusedError."""
        with self._changed:
            self.calls.append((method, params))
            self._called_at[method].append(time.perf_counter())
            self._changed.notify_all()
            fault = self._faults[method].popleft() if self._faults[method] else None
        if fault and fault.done:
            self._do(method, params)
        if fault:
            time.sleep(fault.after)
        if fault and fault.drop:
            return None
        if fault and fault.result is not None:
            return fault.result
        if fault:
            raise RefusedError(fault.status, fault.description, fault.parameters)
        if token != self.token:
            raise RefusedError(401, "Unauthorized", {})
        return self._do(method, params)

    def _do(self, method: str, params: Params) -> Any:
        if method == "getMe":
            return BOT
        if method == "getUpdates":
            return self._get_updates(params)
        if method == "sendMessage":
            return self._send_message(params)
        return True

    def _get_updates(self, params: Params) -> list[dict[str, Any]]:
        """Long polling; a newer request ends an older one."""
        with self._changed:
            self._poll += 1
            mine = self._poll
            self.confirmed = max(self.confirmed, int(params.get("offset", 0)))
            while self._updates and self._updates[0]["update_id"] < self.confirmed:
                self._updates.popleft()
            self._changed.wait_for(
                lambda: self._updates or self._poll != mine, float(params.get("timeout", 0))
            )
            if self._poll != mine:
                raise RefusedError(409, "Conflict: terminated by other getUpdates request", {})
            return list(self._updates)[: int(params.get("limit", 100))]

    def _send_message(self, params: Params) -> dict[str, Any]:
        at = time.perf_counter()
        try:
            parsed = parse(params["text"]) if "parse_mode" in params else unparsed(params["text"])
        except UnparsableError as error:
            raise RefusedError(400, f"Bad Request: can't parse entities: {error}", {}) from error
        if not parsed.text.strip():
            raise RefusedError(400, "Bad Request: message text is empty", {})
        if parsed.units > MAX_UNITS:
            raise RefusedError(400, "Bad Request: message is too long", {})
        sent = Sent(params, parsed, at)
        self.sent.append(sent)
        self._arrived.put(sent)
        chat = {"id": int(params["chat_id"]), "type": "private", "first_name": "Reader"}
        return {"message_id": 1, "date": 1, "chat": chat, "from": BOT, "text": parsed.text}


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], api: BotApiServer) -> None:
        self.api = api
        self._open: set[socket.socket] = set()
        super().__init__(address, _Request)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        self.api.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Quiet: a bot that goes away in the middle is a thing tests do."""

    def cut_connections(self) -> None:
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it closed by itself meanwhile


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        _, bot, method = self.path.split("/")
        try:
            result = self.server.api.answer(bot.removeprefix("bot"), method, _params(body))
        except RefusedError as refused:
            self._reply(refused.status, _refusal(refused))
            return
        if result is None:
            self.close_connection = True
        else:
            self._reply(200, {"ok": True, "result": result})

    def _reply(self, status: int, answer: dict[str, Any]) -> None:
        """Head and body in one piece: in two, the second waits for the client's delayed ACK."""
        body = json.dumps(answer).encode()
        head = (
            f"HTTP/1.1 {status} Status\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.wfile.write(head.encode() + body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Quiet."""


def _refusal(refused: RefusedError) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": refused.status,
        "description": refused.description,
    }
    if refused.parameters:
        answer["parameters"] = refused.parameters
    return answer


def _params(body: str) -> Params:
    """Form fields; what looks like a JSON object or list is one."""
    fields = parse_qs(body, keep_blank_values=True)
    return {
        name: json.loads(value) if value[:1] in ("{", "[") and name != "text" else value
        for name, (value, *_) in fields.items()
    }
