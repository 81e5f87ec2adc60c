"""`Engine` over an index on a cluster.

A cluster has no transactions: what is added before a commit may be seen a little earlier, and what
a crash leaves behind is written again or removed when the changes after the last commit come again.
How far the commits have come is kept beside the index (`_meta`).
"""

import contextlib

from retrieval.engines.engine import Entry, View
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.documents import documents_of, removal
from retrieval.engines.opensearch.moment import Moments
from retrieval.engines.opensearch.queries import any_of, later, older
from retrieval.engines.opensearch.view import ClusterView
from retrieval.engines.opensearch.writing import Writing
from retrieval.errors import IndexUnusableError, RetrievalError

LAST_SEQ = "last_seq"
AT_ONCE = 200  # articles whose older versions are deleted in one request


class OpenSearchEngine:
    """The cluster is the caller's to close."""

    name = "opensearch"

    def __init__(self, cluster: Cluster, index: str) -> None:
        """Opens the index; makes it where there is none."""
        self._cluster = cluster
        self._index = index
        self._writing = Writing(cluster, index)
        self._removed: dict[str, int] = {}
        self._put: dict[str, int] = {}
        self._moments = Moments(cluster, {index: 0})
        if not cluster.exists(index):
            cluster.create(index)
        self._last_seq = self._added = self._committed()

    def last_seq(self, at_least: int = 0) -> int:
        return max(self._last_seq, at_least)

    def article_count(self) -> int:
        return self._moments.now.articles()

    def add(self, entry: Entry) -> None:
        if entry.seq > self._last_seq:
            self._writing.put(documents_of(entry))
            self._put[entry.article] = entry.seq
            self._added = max(self._added, entry.seq)

    def remove(self, article: str, before: int) -> None:
        self._removed[article] = max(before, self._removed.get(article, 0))

    def commit(self) -> None:
        gone = (item for item in self._removed.items() if item[0] not in self._put)
        self._writing.put(removal(name, seq) for name, seq in gone)
        self._writing.send()
        self._cluster.refresh(self._index)
        removed = [older(article, before) for article, before in self._removed.items()]
        for start in range(0, len(removed), AT_ONCE):
            self._cluster.delete_all(self._index, any_of(removed[start : start + AT_ONCE]))
        if self._added > self._last_seq:
            self._cluster.set_meta(self._index, {LAST_SEQ: self._added})
        self._last_seq = self._added
        self._writing.forget()
        self._removed.clear()
        self._put.clear()
        self._moments.take_another()

    def roll_back(self) -> None:
        """What was sent already goes, if the cluster answers; else the next commit sees to it."""
        has_sent = self._writing.has_sent
        self._writing.forget()
        if has_sent:
            with contextlib.suppress(RetrievalError):
                self._cluster.refresh(self._index)
                self._cluster.delete_all(self._index, later(self._last_seq))
        self._removed.clear()
        self._put.clear()
        self._added = self._last_seq

    def reload(self) -> None:
        self._last_seq = self._added = self._committed()
        self._moments.take_another()

    def view(self) -> View:
        self._moments.now.take()
        return ClusterView(self._moments.now)

    def close(self) -> None:
        self.roll_back()

    def _committed(self) -> int:
        known = self._cluster.meta(self._index)
        if self._index not in known:
            raise IndexUnusableError(f"the index {self._index} is not on the cluster")
        seq = known[self._index].get(LAST_SEQ, 0)
        return seq if isinstance(seq, int) else 0
