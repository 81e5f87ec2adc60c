"""What the options say about how questions are to be answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.errors import SettingsError
from corpus.archive.archive import Archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.chronology import Order
from retrieval.question.days import first_day, last_day
from retrieval.question.question import Scope
from retrieval.vocabulary.outlets import resolve


@dataclass(frozen=True, slots=True)
class HowToAsk:
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
    archive: Archive, since: str | None, until: str | None, sources: Iterable[str]
) -> Scope:
    """The options' filter. Raises SettingsError for what is no date, or an empty span."""
    try:
        first = first_day(since) if since else None
        last = last_day(until) if until else None
    except ValueError as error:
        raise SettingsError(str(error)) from error
    if first and last and first > last:
        raise SettingsError(f"nothing lies between {first} and {last}: --since is after --until")
    return Scope(first, last, resolve(sources, ArchiveStore(archive).outlets()))


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
