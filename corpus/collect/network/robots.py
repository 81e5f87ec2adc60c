"""What hosts allow in their robots.txt. Source: RFC 9309, Robots Exclusion Protocol."""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import Protocol
from urllib.parse import urljoin

from protego import Protego

from corpus.collect.network.exchange import Failure, NoAnswerError, Reason, Request, Response
from corpus.collect.network.policy import PRODUCT
from corpus.collect.network.retry import DAY, backoff

LIMIT = 500 * 1024  # bytes; what stands behind is not read
LONGEST_DELAY = 300.0  # seconds between two requests; more is taken for a mistake
LONGEST_UNREACHABLE = 3_600.0  # seconds until it is asked for again
MOST_SITEMAPS = 1_000
MOST_KEPT = 200
AGENT_LINE = re.compile(r"^([ \t]*user[ -]?agent[ \t]*:?[ \t]*)([^#\r\n]*)", re.I | re.M)
AGENT_NAME = re.compile(r"[*A-Za-z_-]+")
EVERYBODY, SOMEBODY = "*", "somebody"
# Failures of a host as a whole: they say more than that its robots.txt was not to be had.
OF_HOST = frozenset(
    {
        *(Reason.PRIVATE, Reason.NO_HOST, Reason.CONNECTION, Reason.TLS, Reason.PROTOCOL),
        *(Reason.TIMEOUT, Reason.BUSY),
    }
)


@dataclass(frozen=True, slots=True)
class Rules:
    """One robots.txt."""

    parsed: Protego

    def allow(self, address: str) -> bool:
        return self.parsed.can_fetch(address, PRODUCT)

    def delay(self) -> float:
        """Seconds between two requests."""
        rate = self.parsed.request_rate(PRODUCT)
        told = self.parsed.crawl_delay(PRODUCT) or 0.0
        return min(max(told, rate.seconds / rate.requests if rate else 0.0), LONGEST_DELAY)

    def sitemaps(self, origin: str) -> tuple[str, ...]:
        named = islice(self.parsed.sitemaps, MOST_SITEMAPS)
        return tuple(dict.fromkeys(urljoin(origin, place) for place in named))


def rules_of(body: bytes) -> Rules:
    """The rules in a robots.txt; an empty one allows all."""
    text = body[:LIMIT].decode("utf-8-sig", errors="replace")
    return Rules(Protego.parse(AGENT_LINE.sub(_known_agent, text)))


def _known_agent(line: re.Match[str]) -> str:
    """Other robots' names become one: thousands of them, with thousands of rules for all of them,
    would be millions to keep."""
    name = AGENT_NAME.match(line[2].strip())
    told = name[0].lower() if name else ""
    return line[1] + (told if told in {EVERYBODY, PRODUCT} else SOMEBODY)


@dataclass(slots=True)
class _Known:
    """What is known of one origin's file; without rules, the reason why nothing may be asked."""

    lock: Lock = field(default_factory=Lock)
    until: float = 0.0
    rules: Rules | None = None
    reason: Reason = Reason.ROBOTS_UNREACHABLE
    failures: int = 0


class RobotsMemory(Protocol):
    """Knows the files from before."""

    def read(
        self, address: str, ask: Callable[[Request], Response | Failure]
    ) -> Response | Failure:
        """The file at an address, `ask`ed for unless it is known well enough; never a 304."""


class RobotsFiles:
    """The files of all origins (`https://host/`), each read once a day; any number of threads.

    One that a host does not have allows all. Where it cannot be had, nothing may be asked for
    now, unless it was had before: then that goes on to hold.
    """

    def __init__(
        self,
        read: Callable[[str], Response | Failure],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._clock = clock
        self._lock = Lock()
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def rules(self, origin: str) -> Rules:
        """Raises NoAnswerError where nothing may be asked for now."""
        with self._lock:
            known = self._known.setdefault(origin, _Known())
            self._known.move_to_end(origin)
            if len(self._known) > MOST_KEPT:
                self._known.popitem(last=False)
        with known.lock:
            if self._clock() >= known.until:
                self._learn(origin, known)
            if known.rules is None:
                raise NoAnswerError(known.reason, retry_after=known.until - self._clock())
            return known.rules

    def _learn(self, origin: str, known: _Known) -> None:
        answer = self._read(urljoin(origin, "/robots.txt"))
        if isinstance(answer, Response):
            rules, wait = rules_of(answer.body), DAY
        elif _is_absent(answer):
            rules, wait = rules_of(b""), DAY
        elif answer.reason is Reason.STOPPED:
            raise NoAnswerError(Reason.STOPPED)
        else:
            known.failures += 1
            is_of_host = answer.reason in OF_HOST and answer.address.startswith(origin)
            known.reason = answer.reason if is_of_host else Reason.ROBOTS_UNREACHABLE
            again = backoff(known.failures, longest=LONGEST_UNREACHABLE)
            known.until = self._clock() + max(again, answer.retry_after or 0.0)
            return
        known.rules, known.until, known.failures = rules, self._clock() + wait, 0


def _is_absent(failure: Failure) -> bool:
    """429 is no absence: a host that is asked too much says it of this file as of any."""
    if failure.reason is Reason.REDIRECTS:
        return True
    return failure.status is not None and 400 <= failure.status < 500 and failure.status != 429
