"""What commands ask of an archive, beside answers. All of it blocks; any thread may call it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from bot.telegram.showing.remembering import for_a_while, until_a_change
from bot.telegram.showing.source import in_askers_zone
from corpus.archive.archive import Holdings
from corpus.archive.scans.outlets import Outlet
from corpus.article import Article
from corpus.collect.state.standing import Collection
from retrieval.article_store import ArticleStore
from retrieval.errors import RetrievalError
from retrieval.index.snapshot import Served
from retrieval.question.understand import understand
from retrieval.timeline.timeline import Timeline
from retrieval.timeline.timelines import Timelines
from retrieval.verbatim.checking import Checker, Said, Verdict
from retrieval.vocabulary.capitals import as_printed

PATIENCE = 3.0  # seconds that articles are read for very words
MOST_PRINTINGS = 50  # articles that print the same
COLLECTION_STANDS = 30.0  # seconds; what is late, or silent, changes with time


class Newest(Protocol):
    def __call__(self, count: int, sources: Sequence[str] = (), /) -> Sequence[Article]: ...


@dataclass(frozen=True, slots=True)
class Lookups:
    """By default those of an archive of nothing.

    `newest`: so many articles, of these outlets if any is named. `printed`: a text with the names
    in it as the archive prints them.
    """

    timeline: Callable[[str, datetime], Timeline] = lambda text, at: Timeline(understand(text, at))
    said: Callable[[str], Said] = lambda quote: Said(quote, Verdict.ABSENT)
    newest: Newest = lambda count, names=(): ()
    printed: Callable[[str], str] = lambda text: text
    outlets: Callable[[], Sequence[Outlet]] = lambda: ()
    holdings: Callable[[], Holdings] = lambda: Holdings(0, 0, {}, None, None, 0)
    collection: Callable[[], Collection] = Collection


def lookups(
    store: ArticleStore,
    index: Served,
    zone: tzinfo | None,
    *,
    collection: Callable[[], Collection] = Collection,
) -> Lookups:
    """Of one archive; what is counted over all of it is counted once a change of it.

    `zone` is the keeper's; None is this machine's. `collection` is known where the archive lies.
    """
    timelines, checker = Timelines(store, index), Checker(store, index)

    def timeline(text: str, at: datetime) -> Timeline:
        return timelines.of(text, asked_at=in_askers_zone(at, zone))

    def said(quote: str) -> Said:
        return checker.check(quote, seconds=PATIENCE, most=MOST_PRINTINGS)

    def newest_so_far(count: int, sources: Sequence[str] = ()) -> Sequence[Article]:
        today = datetime.now(UTC).astimezone(zone).date()
        return store.newest(count, until=today, sources=sources)

    def printed(text: str) -> str:
        try:
            return as_printed(text, index.snapshot().view, store)
        except RetrievalError:  # as it is typed it will do
            return text

    return Lookups(
        timeline=timeline,
        said=said,
        newest=newest_so_far,
        printed=printed,
        outlets=until_a_change(store.state, lambda: store.counts().outlets),
        holdings=until_a_change(store.state, lambda: store.counts().holdings),
        collection=for_a_while(collection, COLLECTION_STANDS),
    )
