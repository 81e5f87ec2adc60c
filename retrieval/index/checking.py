"""An index held against its archive: the same articles, the same passages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from corpus.archive.archive import Archive
from corpus.article import paragraph_number
from retrieval.engines.engine import Held
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import IndexUnusableError
from retrieval.index.place import place_for
from retrieval.index.source import belongs_to, is_continued
from retrieval.index.state import Status


class IndexState(StrEnum):
    """How an index stands to its archive. The next question mends what it can."""

    SAME = "same"
    BEHIND = "behind"  # changes are still to be taken in
    NONE = "none"  # none is kept: it is built when it is needed
    FOREIGN = "foreign"  # of another archive, or of another version of this program
    AHEAD = "ahead"  # it has changes that the archive does not have
    UNREACHABLE = "unreachable"  # where it lies cannot be used now
    UNASKED = "unasked"  # who has the cluster only is not led to it
    DIFFERENT = "different"  # it has taken in all, and holds something else
    UNUSABLE = "unusable"  # its files are damaged


SOUND = frozenset({IndexState.SAME, IndexState.BEHIND, IndexState.NONE, IndexState.FOREIGN})


@dataclass(frozen=True, slots=True)
class IndexChecked:
    """`missing` and `surplus` count passages and articles together, of an index that differs."""

    engine: str
    state: IndexState
    passages: int = 0
    missing: int = 0
    surplus: int = 0

    @property
    def is_sound(self) -> bool:
        """What could not be looked at is not known to be."""
        return self.state in SOUND


def check_index(
    archive: Archive, engine: str, cluster: ClusterAddress | None = None
) -> IndexChecked:
    """Hold the published index against the archive; nothing is built or written."""
    place = place_for(engine, archive, cluster)
    state = place.published()
    if state is None or not place.holds(state):
        return IndexChecked(engine, IndexState.NONE)
    if not belongs_to(state, archive):
        is_ahead = not is_continued(state, archive)
        return IndexChecked(engine, IndexState.AHEAD if is_ahead else IndexState.FOREIGN)
    try:
        opened = place.open(state)
        try:
            held, reached = opened.view().held(), max(state.seq, opened.last_seq())
            is_asked = place.is_asked(state)
        finally:
            opened.close()
            place.close()
    except IndexUnusableError:
        return IndexChecked(engine, IndexState.UNUSABLE)
    if reached < archive.last_seq():
        return IndexChecked(engine, IndexState.BEHIND, len(held.passages))
    found = _compared(engine, held, archive.paragraph_counts())
    is_lost = found.state is IndexState.SAME and not is_asked
    return replace(found, state=IndexState.UNASKED) if is_lost else found


def _compared(engine: str, held: Held, articles: Mapping[int, int]) -> IndexChecked:
    """`articles` are those of the archive, each with its number of paragraphs."""
    passages = list(chain.from_iterable(_numbers(seq, articles[seq]) for seq in sorted(articles)))
    count = len(held.passages)
    if passages == sorted(held.passages) and sorted(articles) == sorted(held.articles):
        return IndexChecked(engine, IndexState.SAME, count)
    missing = len(set(passages).difference(held.passages)) + len(articles.keys() - held.articles)
    surplus = count + len(held.articles) - len(passages) - len(articles) + missing
    return IndexChecked(engine, IndexState.DIFFERENT, count, missing, surplus)


def _numbers(seq: int, paragraphs: int) -> range:
    """Of all passages of a version."""
    first = paragraph_number(seq, 0)
    return range(first, first + paragraphs)


def status(archive: Archive, engine: str, cluster: ClusterAddress | None = None) -> Status:
    """How far the published index has come; an engine in memory has none and is never fresh."""
    place = place_for(engine, archive, cluster)
    state = place.published()
    place.close()
    if state is None:
        return Status(engine, fresh=False, paragraphs=0)
    is_fresh = belongs_to(state, archive) and state.seq == archive.last_seq()
    return Status(engine, is_fresh, state.paragraphs)
