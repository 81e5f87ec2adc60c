"""What is in the outbox comes to Telegram, whatever goes wrong with one of it."""

import asyncio
from pathlib import Path

import pytest
from telegram.ext import ExtBot

from bot.telegram.outgoing import Message, Outgoing, ReplyTarget
from bot.telegram.state.database import State
from bot.telegram.transport import delivering
from bot.telegram.transport.delivering import Delivery
from bot.telegram.transport.fates import Arrived, Fate
from bot.telegram.transport.sending import Sending
from tests.telegram.bot_api_server import TOKEN
from tests.telegram.running import unpaced

CHAT = ReplyTarget(77, thread_id=None, message_id=None)


class Clumsy(Sending):
    """Fails, of itself, at whatever is called bad."""

    def __init__(self) -> None:
        super().__init__(ExtBot(TOKEN, rate_limiter=unpaced()))
        self.sent: list[str] = []

    async def perform(self, outgoing: Outgoing, tries: int = 0) -> Fate:
        assert isinstance(outgoing, Message)
        if outgoing.html == "bad":
            raise RuntimeError
        self.sent.append(outgoing.html)
        return Arrived(77, len(self.sent))


def test_a_reply_that_this_program_cannot_send_holds_up_its_chat_for_a_moment_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(delivering, "SOON", 0.01)

    async def send() -> list[str]:
        with State(tmp_path / "bot.sqlite") as state:
            sending = Clumsy()
            delivery = Delivery(state, sending, unpaced())
            for words in ("bad", "good"):
                await delivery.put(Message(CHAT, words))
            await delivery.finish(5.0)
            return sending.sent

    assert asyncio.run(send()) == ["good"]
    assert "could not be sent: RuntimeError" in caplog.text


def test_what_another_version_has_stored_and_nobody_can_read_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def send() -> list[str]:
        with State(tmp_path / "bot.sqlite") as state:
            sending = Clumsy()
            delivery = Delivery(state, sending, unpaced())
            row = "INSERT INTO outbox (chat, body, at) VALUES (77, ?, 1e10)"
            await state.do(lambda here: here.execute(row, (b'{"type": "dance"}',)))
            await delivery.begin()
            await delivery.put(Message(CHAT, "good"))
            await delivery.finish(5.0)
            return sending.sent

    assert asyncio.run(send()) == ["good"]
    assert "cannot be read" in caplog.text
