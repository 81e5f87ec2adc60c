"""What is known of an address after it was asked: pure, from what was known and what came."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from corpus.archive.rows import stored_date
from corpus.article import Article
from corpus.collect.network.exchange import Failure, Reason, Response
from corpus.collect.state.frontier import Address, Kind
from corpus.collect.state.schedule import RETRIES, believed_from, next_visit, retry

Random = Callable[[], float]

NEVER = frozenset({Reason.ADDRESS, Reason.GONE, Reason.TOO_LARGE, Reason.PRIVATE})
SLOW = frozenset({Reason.REDIRECTS, Reason.ENCODING, Reason.PROTOCOL, Reason.ROBOTS})
# After these nothing else is asked of the host for a while.
OF_HOST = frozenset(
    {Reason.BUSY, Reason.CONNECTION, Reason.NO_HOST, Reason.TLS, Reason.ROBOTS_UNREACHABLE}
)
SERVER_ERROR = 500
MOST = 7 * 86_400  # seconds that a site may have itself left alone


def failed(address: Address, failure: Failure, now: datetime, random: Random) -> Address:
    """It is asked again soon, late or never; what was taken before stays."""
    tries = address.tries + 1
    due = None
    if failure.reason not in NEVER:
        is_slow = failure.reason in SLOW or (
            failure.reason is Reason.STATUS and (failure.status or 0) < SERVER_ERROR
        )
        due = retry(tries, now, random, is_slow=is_slow)
    if due and failure.retry_after is not None:
        due = max(due, now + timedelta(seconds=min(failure.retry_after, MOST)))
    return replace(
        address,
        asked=now.timestamp(),
        due=due.timestamp() if due else None,
        tries=tries,
        fault=failure.reason.value,
    )


def rest_after(failures: int, failure: Failure, now: datetime) -> datetime:
    """Until when a host is left alone after so many failures in a row."""
    if failure.retry_after is not None:
        return now + timedelta(seconds=min(failure.retry_after, MOST))
    return now + RETRIES[min(failures, len(RETRIES)) - 1]


def not_modified(address: Address, now: datetime) -> Address:
    """A 304, or the same again."""
    seen = replace(_asked(address, now), idle=address.idle + 1, fault=address.fault)
    return replace(seen, due=_due(seen, now))


def read_as_listing(address: Address, response: Response) -> Address:
    """A listing, or part of one, that was read."""
    marked = _marked(address, response)
    seen = replace(marked, digest=digest_of(response.body), idle=0)
    return replace(seen, due=_due(seen, response.fetched))


def taken(address: Address, response: Response, article: Article, digest: bytes) -> Address:
    """A page whose article is stored with this."""
    seen = replace(
        _marked(address, response),
        published=article.published.isoformat(),
        article=article.id,
        digest=digest,
        idle=0 if digest != address.digest else address.idle + 1,
    )
    return replace(seen, due=_due(seen, response.fetched))


def too_old(address: Address, article: Article) -> Address:
    """A page whose article is older than what is wanted; it is there when older ones are."""
    return replace(address, published=article.published.isoformat())


def not_taken(address: Address, response: Response, fault: str) -> Address:
    """An answer that is no article, nor a listing: not asked again unless it is said to change."""
    seen = _marked(address, response)
    return replace(seen, due=None, fault=fault, idle=address.idle + bool(address.fault))


def moved(address: Address, now: datetime) -> Address:
    """An address that only leads to another, which is asked from now on."""
    return replace(_asked(address, now), due=None, fault="moved")


def digest_of(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()


def _marked(address: Address, response: Response) -> Address:
    """With what the next request is to be made conditional on."""
    return replace(
        _asked(address, response.fetched),
        etag=response.etag,
        last_modified=response.last_modified,
    )


def _asked(address: Address, now: datetime) -> Address:
    return replace(address, asked=now.timestamp(), tries=0, fault=None)


def _due(address: Address, now: datetime) -> float | None:
    """When it is asked again by itself; a listing is in every collection."""
    moment = None
    if address.kind is Kind.PAGE and address.published and address.digest:
        moment = next_visit(stored_date(address.published) or now, now)
    elif address.kind is Kind.PART and address.changed is None:
        moment = believed_from(now, address.idle + 1)
    return moment.timestamp() if moment else None
