"""Sees to it that the bot does not fall silent: replies that wait must get a word from Telegram."""

import asyncio
import logging
from time import monotonic
from typing import Protocol

from bot.telegram.health import Health
from bot.telegram.transport.network import Network

LOG = logging.getLogger(__name__)

PATIENCE = 60.0  # seconds
LOOKS = 1.0  # seconds between two looks


class Sender(Protocol):
    @property
    def silence(self) -> float:
        """For how many seconds Telegram has said nothing of what is being sent to it."""


class Watchdog:
    def __init__(
        self, delivery: Sender, network: Network, health: Health, *, patience: float = PATIENCE
    ) -> None:
        self._delivery = delivery
        self._network = network
        self._health = health
        self._patience = patience
        self.is_silent = False

    async def watch(self) -> None:
        """Endless: where nothing was sent for a while though replies wait, take a new client."""
        acted = -self._patience
        while True:
            await asyncio.sleep(LOOKS)
            silence = self._delivery.silence
            self.is_silent = silence > self._patience
            if self.is_silent:
                self._health.met("sending", f"nothing sent for {silence:.0f} s though replies wait")
            else:
                self._health.over("sending")
            if self.is_silent and monotonic() - acted > self._patience:
                LOG.error("Nothing was sent for %.0f s though replies wait: new client.", silence)
                self._network.replace()
                acted = monotonic()
