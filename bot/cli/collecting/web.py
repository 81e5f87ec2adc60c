"""What the commands ask the web with."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.settings import Settings
from corpus.collect.network.fetching import Fetcher
from corpus.collect.network.policy import Policy
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.robots import Robots
from corpus.outlets import known_outlets
from corpus.workers.pool import ParsingPool

RATE = 2.0  # requests a second to one host


@dataclass(frozen=True, slots=True)
class Web:
    """The web, and workers that read what comes from it; what hosts said in their robots.txt."""

    robots: Robots
    fetcher: Fetcher
    pool: ParsingPool


@contextmanager
def open_web(
    settings: Settings, ledger: Ledger | None, *, allow_private: bool, rate: float = RATE
) -> Iterator[Web]:
    """With a `ledger`, what hosts said in their robots.txt is remembered in it.

    Where the keeper names no contact, it is whom every host has to have; source: RFC 5321, 4.5.1.
    """
    known_outlets()  # where one cannot be used, it is said here and not in a worker
    contact = settings.contact or f"mailto:postmaster@{socket.gethostname()}"
    policy = Policy(contact=contact, rate=rate, allow_private=allow_private)
    robots = Robots(ledger)
    with Fetcher(policy, memory=robots) as fetcher, ParsingPool() as pool:
        yield Web(robots, fetcher, pool)
