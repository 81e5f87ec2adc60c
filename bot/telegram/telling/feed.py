"""The archive's changes, as the bot follows them. All of it blocks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from corpus.versions.version import Version


class Change(Protocol):
    """To the article of an id; `first`: it never had another state."""

    @property
    def seq(self) -> int: ...
    @property
    def id(self) -> str: ...
    @property
    def first(self) -> bool: ...


class Feed(Protocol):
    def last_seq(self) -> int:
        """The number of the last change."""

    def changes_since(self, seq: int) -> Iterable[Change]:
        """Each article changed after that change, in its newest state."""

    def versions(self, article_id: str) -> Sequence[Version]:
        """All of one article, the newest last; none where it was removed."""


Feeds = Callable[[], Mapping[str, Feed]]  # of the archives there are now, by names that last
