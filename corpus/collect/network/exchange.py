"""What is asked of the web, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.errors import CorpusError

MEGABYTE = 1 << 20
PAGE_LIMIT = 10 * MEGABYTE
LISTING_LIMIT = 52 * MEGABYTE  # sitemaps may have 50 MB; source: sitemaps.org, Protocol


class Reason(StrEnum):
    """Why an address was not read."""

    ADDRESS = "address"  # none that is asked: not http(s), with a password, another port, malformed
    PRIVATE = "private"  # its host is not on the public network
    NO_HOST = "no-host"  # its host's name is not known
    CONNECTION = "connection"  # refused, unreachable, broken off
    TLS = "tls"  # not who it says it is
    PROTOCOL = "protocol"  # the answer is no HTTP
    CUT_OFF = "cut-off"  # the answer ends before its end
    TIMEOUT = "timeout"  # it took too long as a whole
    TOO_LARGE = "too-large"
    ENCODING = "encoding"  # compressed in a way that was not asked for, or damaged
    REDIRECTS = "redirects"  # too many, or in a circle
    ROBOTS = "robots"  # robots.txt disallows it
    ROBOTS_UNREACHABLE = "robots-unreachable"  # so that nothing may be asked of the host for now
    GONE = "gone"  # 404 or 410
    BUSY = "busy"  # 429 or 503, or the host is left alone after one
    STATUS = "status"  # another status than those that are understood
    STOPPED = "stopped"  # this program is stopping


PERMANENT = frozenset({Reason.ADDRESS, Reason.GONE, Reason.TOO_LARGE})


@dataclass(frozen=True, slots=True)
class Request:
    """`etag` and `last_modified` are those of the last answer, to be asked on that condition.

    `limit` is how many bytes the answer may have, both as it is sent and decompressed.
    """

    address: str
    etag: str | None = None
    last_modified: str | None = None
    limit: int = PAGE_LIMIT


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. Its status is 304 where nothing changed, without a body; else one of 200 to 299.

    `address` is where it came from, after redirects; `body` is decompressed where HTTP compressed
    it. `fetched` is aware.
    """

    address: str
    status: int
    body: bytes
    fetched: datetime
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def is_unchanged(self) -> bool:
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer. `address` is the one that failed, after redirects.

    `retry_after` is in how many seconds to ask again, where host or robots.txt say so. `detail`
    is a library's own word, for a log.
    """

    address: str
    reason: Reason
    status: int | None = None
    retry_after: float | None = None
    detail: str = ""

    @property
    def is_permanent(self) -> bool:
        """Whether asking again would bring the same."""
        return self.reason in PERMANENT


class NoAnswerError(CorpusError):
    """A failure on its way to who asked; within this room only."""

    def __init__(
        self,
        reason: Reason,
        detail: object = "",
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = str(detail)
        self.status = status
        self.retry_after = retry_after

    def of(self, address: str) -> Failure:
        return Failure(address, self.reason, self.status, self.retry_after, self.detail)
