"""What an archive changed, as its index on a cluster tells it."""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.archive.elsewhere.whole import decoded
from corpus.versions.version import Version
from retrieval.engines.opensearch.moment import Moment
from retrieval.engines.opensearch.queries import changes, versions_of


class Changed(NamedTuple):
    """That change `seq` was to the article of an id; `first`: it never had another state."""

    seq: int
    id: str
    first: bool


class Changes:
    """Of one archive up to change `seq`, as it stands in one moment."""

    def __init__(self, moment: Moment, index: str, seq: int) -> None:
        self._moment = moment
        self._index = index
        self._seq = seq

    def last_seq(self) -> int:
        return self._seq

    def changes_since(self, seq: int) -> Iterator[Changed]:
        """Each article that was changed or removed after change `seq`, the oldest change first."""
        while True:
            (reply,) = self._moment.ask([changes(self._index, seq)])
            for one in reply.hits.hits:
                if one.document.seq <= self._seq:
                    yield Changed(one.document.seq, one.document.name, one.document.first)
            if not reply.hits.hits:
                return
            seq = reply.hits.hits[-1].document.seq

    def versions(self, article_id: str) -> list[Version]:
        """All of one article, the newest last; none where it was removed.

        Raises DamagedError where one is not what the archive has.
        """
        (reply,) = self._moment.ask([versions_of(self._index, article_id)])
        found: list[Version] = []
        for one in reply.hits.hits:
            told = one.document.stored
            if isinstance(told, list):
                older = [Version(0, decoded(text)) for text in told]
                found = [*older, *found]
            else:
                found.append(Version(one.document.seq, decoded(told, one.document.digest)))
        return found
