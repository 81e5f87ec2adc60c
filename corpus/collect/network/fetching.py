"""One address → its answer."""

from types import TracebackType
from typing import Self

from corpus.collect.network.exchange import Failure, Request, Response
from corpus.collect.network.policy import Policy


class Fetcher:
    """Asks addresses, in any number of threads: of one host, one at a time and no faster than
    the policy and its robots.txt allow. A call waits for its turn.

    `requests` counts what was sent, redirects and robots.txt among it.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.requests = 0

    def fetch(self, request: Request) -> Response | Failure:
        """Ask for an address; follows redirects. Never raises for what the web does."""
        raise NotImplementedError

    def sitemaps(self, address: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the address's host names; none where it is not
        to be had."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let waiting calls, and those to come, return `Failure` with Reason.STOPPED."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
