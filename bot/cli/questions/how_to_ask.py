"""What the options say about how questions are to be answered."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, tzinfo

from msgspec import Struct

from bot.errors import SettingsError
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArticleStore, store_of
from retrieval.question.days import first_day, last_day
from retrieval.question.question import Scope
from retrieval.verbatim.chronology import Order
from retrieval.vocabulary.outlets import resolve


class HowToAsk(Struct, frozen=True):
    """`asked_at` None is the time at which each question comes.

    `zone` is that of times which name none; None is this machine's.
    """

    limit: int
    asked_at: datetime | None
    scope: Scope
    explain: bool
    json: bool
    zone: tzinfo | None = None
    order: Order = Order.BEST


def answer_to(
    answerer: Answerer, question: str, asked_at: datetime | None, how: HowToAsk
) -> Answer:
    moment = asked_at or datetime.now().astimezone()
    if how.order is not Order.BEST:
        return answerer.ask_by_day(
            question, asked_at=moment, order=how.order, limit=how.limit, scope=how.scope
        )
    return answerer.ask(
        question,
        asked_at=moment,
        limit=how.limit,
        scope=how.scope,
        explain=how.explain,
    )


def scope_of(
    archive: Archive | ArticleStore, since: str | None, until: str | None, sources: Iterable[str]
) -> Scope:
    """The options' filter. Raises SettingsError for what is no date, or an empty span."""
    first = _day("--since", since, first_day) if since is not None else None
    last = _day("--until", until, last_day) if until is not None else None
    if first and last and first > last:
        raise SettingsError(f"nothing lies between {first} and {last}: --since is after --until")
    return Scope(first, last, resolve(sources, store_of(archive).outlets()))


def _day(option: str, text: str, read: Callable[[str], date]) -> date:
    try:
        return read(text)
    except ValueError as error:
        raise SettingsError(f"{option}: {error}") from error


def asked_time(text: str, zone: tzinfo | None) -> datetime:
    """What `--asked-at` says. Raises SettingsError."""
    try:
        return aware_time(text, zone)
    except SettingsError as error:
        raise SettingsError(f"--asked-at: {error}") from error


def aware_time(text: str, zone: tzinfo | None) -> datetime:
    """An ISO date or time as an aware time, in `zone` (None: this machine's) where it names none.

    Raises SettingsError.
    """
    try:
        parsed = datetime.fromisoformat(text)
        return parsed if parsed.tzinfo else _in_zone(parsed, zone)
    except (ValueError, OverflowError) as error:
        raise SettingsError(f"{text!r} is no date; write 2021-01-27 or 2021-01-27T17:30") from error


def _in_zone(local: datetime, zone: tzinfo | None) -> datetime:
    return local.replace(tzinfo=zone) if zone else local.astimezone()
