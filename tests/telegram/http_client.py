"""Bytes sent to a server of ours on loopback, and what comes back."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.setting_values import HostPort
from bot.telegram.serving.http_server import Handle, HttpServer

ANYWHERE = HostPort("127.0.0.1", 0)
PATIENCE = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Came:
    status: int
    head: str
    body: bytes


async def exchanged(at: HostPort, sent: bytes) -> bytes:
    """All that comes back until the server closes the connection."""
    reader, writer = await asyncio.open_connection(at.host, at.port)
    writer.write(sent)
    try:
        async with asyncio.timeout(PATIENCE):
            return await reader.read()
    finally:
        writer.close()


def asking(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """A request after whose answer the connection is closed. `_` in names of headers is `-`."""
    lines = [f"{method} {path} HTTP/1.1", "Host: bot", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def came(answer: bytes) -> Came:
    head, _, body = answer.partition(b"\r\n\r\n")
    text = head.decode("latin-1")
    return Came(int(text.split()[1]), text.lower(), body)


def served(
    handle: Handle, talk: Callable[[HostPort], Awaitable[None]], *, patience: float = 5.0
) -> None:
    """Run a server while `talk` talks to it."""

    async def run() -> None:
        server = HttpServer(handle, patience=patience)
        at = await server.start(ANYWHERE, "BACKISSUE_LISTEN")
        try:
            await talk(at)
        finally:
            await server.stop()

    asyncio.run(run())
