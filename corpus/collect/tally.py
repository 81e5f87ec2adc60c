"""What a collection did, counted as it goes."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.archive.archive import Added
from corpus.collect.network.exchange import Failure
from corpus.readers.reading import Rejected


@dataclass(frozen=True, slots=True)
class Collected:
    """Of pages: `new`, `updated`, `unchanged` where one was asked again, `rejected` those that are
    no article, `failed` those that could not be had. `requests` are all that were made.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    failed: int = 0
    requests: int = 0
    not_modified: int = 0


@dataclass(slots=True)
class Tally:
    """Counted by any number of threads; `reject` hears of each page that is no article.

    `failures`: what could not be had, by address. `read`: sources of which a listing was read;
    `faults`: why one was not, by source.
    """

    reject: Callable[[Rejected], None]
    failures: dict[str, Failure] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)
    faults: dict[int, str] = field(default_factory=dict)
    _added: Added = field(default_factory=Added)
    _rejected: int = 0
    _not_modified: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def add(self, added: Added) -> None:
        with self._guard:
            self._added += added

    def not_modified(self) -> None:
        with self._guard:
            self._not_modified += 1

    def rejected(self, address: str, reason: str, advice: str = "") -> None:
        with self._guard:
            self._rejected += 1
            self.reject(Rejected(address, None, reason, advice))

    def failed(self, address: str, failure: Failure) -> None:
        with self._guard:
            self.failures[address] = failure

    def answered(self, address: str) -> None:
        """It may have failed before."""
        with self._guard:
            self.failures.pop(address, None)

    def listing_read(self, source: int) -> None:
        with self._guard:
            self.read.add(source)

    def listing_failed(self, source: int, reason: str) -> None:
        with self._guard:
            self.faults.setdefault(source, reason)

    def so_far(self, requests: int) -> Collected:
        with self._guard:
            return Collected(
                new=self._added.new,
                updated=self._added.changed,
                unchanged=self._added.unchanged,
                rejected=self._rejected,
                failed=len(self.failures),
                requests=requests,
                not_modified=self._not_modified,
            )
