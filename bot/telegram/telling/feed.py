"""The archive's changes, as the bot follows them. All of it blocks."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.archive.reading import Change
from corpus.article import Article
from corpus.versions.version import Version


class Feed(Protocol):
    def last_seq(self) -> int:
        """The number of the last change."""

    def changes_since(self, seq: int) -> Iterator[Change]:
        """Each article changed after that change, in its newest state."""

    def versions(self, article_id: str) -> Sequence[Version]:
        """All of one article, the newest last; none where it was removed."""

    def article(self, article_id: str) -> Article | None:
        """Its newest version."""
