"""Indexes on a cluster as they stood at one moment, asked as often as one likes."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from time import monotonic, sleep

from corpus.article import MAX_PARAGRAPHS
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.faults import AnsweredInPartError
from retrieval.engines.opensearch.mapping import ARTICLE, KIND, NUMBER, PASSAGE, SEQ
from retrieval.engines.opensearch.queries import Query, any_of, counted, of_index
from retrieval.engines.opensearch.replies import Ranked, Reply

PAUSES = (0.0, 0.3, 1.0)  # seconds before a search is tried again at another copy of a shard
ANSWERED = 60.0  # seconds after which nobody asks an earlier moment
ARCHIVE = 1 << 40  # versions of one archive, by which those of the next begin
REMEMBERED = 2_000  # articles


class Moment:
    """Taken by `take`, or when it is first asked. Safe to use from several threads.

    A cluster forgets it after a while, and with a node that is lost; then the indexes are taken as
    they stand now.

    Of several archives the versions (`seq`) are told apart by the archive's place, which is given
    by index: see `version`. `known` are articles that were read already, by version, and `copies`
    which others tell the same story.
    """

    def __init__(self, cluster: Cluster, places: Mapping[str, int]) -> None:
        self._cluster = cluster
        self._places = dict(places)
        self._guard = threading.Lock()
        self._name: str | None = None
        self._counts: dict[str, int] = {}
        self.known: dict[int, Ranked] = {}
        self.copies: dict[int, list[int]] = {}

    def take(self) -> None:
        """What is written from here on is not seen."""
        with self._naming():
            self._taken(instead_of=None)

    def ask(self, queries: Sequence[Query]) -> list[Reply]:
        """All in one round trip, or two where the moment is to be taken first.

        Raises EngineUnreachableError where a part of an answer is missing.
        """
        with self._naming():
            return self._asked(queries)

    def passages(self) -> int:
        return self._count(PASSAGE)

    def articles(self) -> int:
        return self._count(ARTICLE)

    # Versions and passages of several archives

    def version(self, index: str, seq: float) -> int:
        """A version, as it is called beyond its archive."""
        return self._places[index] * ARCHIVE + int(seq)

    def passage(self, index: str, number: float) -> int:
        """The same of the number of a passage."""
        return self._places[index] * ARCHIVE * MAX_PARAGRAPHS + int(number)

    def of_versions(self, versions: Sequence[int], field: str = SEQ) -> Query:
        """Documents of these versions, or those that have one in another field."""
        return self._among(field, versions, ARCHIVE)

    def of_passages(self, numbers: Sequence[int]) -> Query:
        return self._among(NUMBER, numbers, ARCHIVE * MAX_PARAGRAPHS)

    def _among(self, field: str, values: Sequence[int], most: int) -> Query:
        indexes = {place: index for index, place in self._places.items()}
        parts = [
            of_index(indexes[place], field, [value % most for value in some])
            for place, some in groupby(sorted(values), key=lambda value: value // most)
            if place in indexes
        ]
        return any_of(parts)

    def remember(self, articles: Mapping[int, Ranked], with_copies: Sequence[int] = ()) -> None:
        """What was read is asked for next; `with_copies`: of which all copies are among it."""
        if len(self.known) > REMEMBERED:
            self.known, self.copies = {}, {}
        self.known = {**self.known, **articles}
        linked: dict[int, set[int]] = {seq: set() for seq in with_copies}
        for seq, one in articles.items():
            for copy in (self.version(one.index, each) for each in one.document.copies):
                linked.get(seq, set()).add(copy)
                linked.get(copy, set()).add(seq)
        self.copies |= {seq: sorted(copies & articles.keys()) for seq, copies in linked.items()}

    def close(self) -> None:
        """Tell the cluster that nobody asks any more; who asks all the same gets another one."""
        with self._guard:
            if self._name is not None:
                self._cluster.close_moments([self._name])

    def _asked(self, queries: Sequence[Query]) -> list[Reply]:
        name = None
        for pause in (*PAUSES, None):
            try:
                name = self._taken(instead_of=name)
                replies = self._cluster.ask(name, queries)
                for reply in replies:
                    reply.check()
            except AnsweredInPartError:
                if pause is None:
                    raise
                sleep(pause)
            else:
                break
        return replies

    @contextmanager
    def _naming(self) -> Iterator[None]:
        """What a cluster says of a lost shard tells neither whose it is nor what helps."""
        try:
            yield
        except AnsweredInPartError as error:
            names = ", ".join(self._places)
            raise AnsweredInPartError(
                f"{error}; if that lasts, where the archive of {names} is:"
                " backissue reindex --engine opensearch"
            ) from error

    def _count(self, kind: str) -> int:
        if kind not in self._counts:
            (reply,) = self.ask([counted(KIND, kind)])
            self._counts[kind] = reply.hits.total.value
        return self._counts[kind]

    def _taken(self, *, instead_of: str | None) -> str:
        with self._guard:
            if self._name in {None, instead_of}:
                self._name = self._cluster.open_moment(",".join(self._places))
            return self._name


class Moments:
    """One after the other; the one before is kept for the answers that are under way."""

    def __init__(self, cluster: Cluster, places: Mapping[str, int]) -> None:
        self._cluster = cluster
        self._places = places
        self._before: list[tuple[float, Moment]] = []
        self.now = Moment(cluster, places)

    def take_another(self, places: Mapping[str, int] | None = None) -> None:
        """Of the same indexes, or of others."""
        self._places = self._places if places is None else places
        now = monotonic()
        self._before.append((now, self.now))
        while self._before[0][0] < now - ANSWERED:
            self._before.pop(0)[1].close()
        self.now = Moment(self._cluster, self._places)
