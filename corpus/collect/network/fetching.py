"""One address → its answer."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Lock
from types import TracebackType
from typing import Self

import httpx

from corpus.collect.network.asking import Host, Received, Wanted
from corpus.collect.network.backend import Network
from corpus.collect.network.exchange import (
    Failure,
    NoAnswerError,
    Reason,
    Request,
    Response,
)
from corpus.collect.network.policy import Policy
from corpus.collect.network.retry import retry_after
from corpus.collect.network.robots import LIMIT, RobotsFiles, RobotsMemory
from corpus.collect.network.target import host_of, joined, web_address

MOST_REDIRECTS = 5
MOST_HOSTS = 100  # kept in mind; those that were asked longest ago are forgotten
REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_CONDITION = 1_000  # characters of an ETag or a date


class Fetcher:
    """Asks addresses, in any number of threads: of one host, one at a time and no faster than
    the policy and its robots.txt allow. A call waits for its turn.
    """

    def __init__(
        self, policy: Policy, network: Network | None = None, memory: RobotsMemory | None = None
    ) -> None:
        self.policy = policy
        network = network or Network()
        if policy.allow_private:
            network = replace(network, permits=lambda address: True, ports=None)
        tls = network.tls or httpx.create_ssl_context(trust_env=False)
        self._network = replace(network, tls=tls)
        self._stopping = Event()
        self._lock = Lock()
        self._hosts: OrderedDict[str, Host] = OrderedDict()
        self._forgotten = 0  # requests to hosts that are no longer kept in mind
        self._robots = RobotsFiles(
            lambda address: (
                memory.read(address, self._robots_file)
                if memory
                else self._robots_file(Request(address))
            )
        )

    @property
    def requests(self) -> int:
        """How many were sent, redirects and robots.txt among them."""
        with self._lock:
            return self._forgotten + sum(host.asked for host in self._hosts.values())

    def fetch(self, request: Request) -> Response | Failure:
        """Ask for an address; follows redirects. Never raises for what the web does."""
        conditions = _conditions(request)

        def visit(url: httpx.URL) -> Received:
            origin = _origin(url)
            rules = self._robots.rules(origin)
            host = self._host(url)
            host.pacer.slow_down(origin, rules.delay())
            if not rules.allow(str(url)):
                raise NoAnswerError(Reason.ROBOTS)
            return self._asked(host, Wanted(url, request.limit, conditions))

        return self._followed(request.address, visit)

    def sitemaps(self, address: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the address's host names; none where it is not
        to be had."""
        try:
            origin = _origin(web_address(address, self._network.ports))
            return self._robots.rules(origin).sitemaps(origin)
        except NoAnswerError:
            return ()

    def stop(self) -> None:
        """Let waiting calls, and those to come, return `Failure` with Reason.STOPPED."""
        self._stopping.set()
        with self._lock:
            hosts = list(self._hosts.values())
        for host in hosts:
            host.close()

    def _robots_file(self, request: Request) -> Response | Failure:
        conditions = _conditions(request)

        def visit(url: httpx.URL) -> Received:
            return self._asked(self._host(url), Wanted(url, LIMIT, conditions, is_cut=True))

        return self._followed(request.address, visit)

    def _followed(self, address: str, visit: Callable[[httpx.URL], Received]) -> Response | Failure:
        """The answer at the end of an address's redirects."""
        met: set[str] = set()
        try:
            url = web_address(address, self._network.ports)
            while True:
                address = str(url)
                if address in met or len(met) > MOST_REDIRECTS:
                    raise NoAnswerError(Reason.REDIRECTS)
                met.add(address)
                answer = visit(url)
                location = answer.fields.get("location")
                if answer.status not in REDIRECTS or location is None:
                    return _response(address, answer)
                url = joined(url, _as_text(location), self._network.ports)
        except NoAnswerError as error:
            return error.of(address)

    def _asked(self, host: Host, wanted: Wanted) -> Received:
        answer = host.ask(wanted)
        wait = retry_after(answer.fields.get("retry-after"), answer.began)
        if answer.status == 429 or (answer.status == 503 and wait is not None):
            host.pacer.refused(wait)
        elif answer.status < 400:
            host.pacer.welcomed()
        if answer.status == 304 and not wanted.conditions:
            raise NoAnswerError(Reason.STATUS, status=answer.status)
        return answer

    def _host(self, url: httpx.URL) -> Host:
        name = host_of(url)
        with self._lock:
            host = self._hosts.get(name)
            if host is None:
                host = self._hosts[name] = Host(self.policy, self._network, self._stopping)
            self._hosts.move_to_end(name)
            forgotten = (
                self._hosts.popitem(last=False)[1] if len(self._hosts) > MOST_HOSTS else None
            )
            self._forgotten += forgotten.asked if forgotten else 0
        if forgotten:
            forgotten.close()
        return host

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()


def _conditions(request: Request) -> dict[str, str]:
    told = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {
        name: value
        for name, value in told.items()
        if value and len(value) < LONGEST_CONDITION and _is_sendable(value)
    }


def _response(address: str, answer: Received) -> Response | Failure:
    status, fields = answer.status, answer.fields
    if status == 304 or (200 <= status < 300 and status != 206):  # a part was not asked for
        return Response(
            address,
            status,
            answer.body,
            answer.began,
            content_type=fields.get("content-type"),
            etag=fields.get("etag"),
            last_modified=fields.get("last-modified"),
        )
    reasons = {404: Reason.GONE, 410: Reason.GONE, 429: Reason.BUSY, 503: Reason.BUSY}
    wait = retry_after(fields.get("retry-after"), answer.began)
    return Failure(address, reasons.get(status, Reason.STATUS), status, wait)


def _origin(url: httpx.URL) -> str:
    return str(url.copy_with(raw_path=b"/"))


def _as_text(location: str) -> str:
    """Most servers that send other letters than ASCII's mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location


def _is_sendable(value: str) -> bool:
    return all(" " <= char <= "ÿ" and char != "\x7f" for char in value)
