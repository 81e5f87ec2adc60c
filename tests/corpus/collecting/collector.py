"""A collector over an archive of the tests' own, which asks the tests' newspaper."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.archive.archive import Archive
from corpus.collect.adding import Wish, add_source
from corpus.collect.collecting import Collector, Outcome, Report
from corpus.collect.network.fetching import Fetcher
from corpus.collect.network.policy import Policy
from corpus.collect.state.frontier import Address, find
from corpus.collect.state.ledger import Ledger
from corpus.collect.state.robots import Robots
from corpus.collect.state.sources import Source, read_sources
from corpus.collect.surveying import survey
from corpus.readers.reading import Rejected
from corpus.workers.pool import ParsingPool
from tests.newspaper.server import Newspaper
from tests.newspaper.story import ZONE

CONTACT = "https://archive.example/contact"


@dataclass
class Clock:
    """The time, and as much of it as a test lets pass."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Collecting:
    """`rejected` has all pages that were no articles."""

    archive: Archive
    fetcher: Fetcher
    pool: ParsingPool
    clock: Clock = field(default_factory=Clock)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.archive)

    def add(self, address: str, *, name: str | None = None, zone: ZoneInfo | None = ZONE) -> Source:
        found = survey(address, self.fetcher, self.pool)
        return add_source(self.ledger, found, Wish(name, zone), self.clock())

    def collect(self, since: date | None = None) -> Outcome:
        collector = Collector(self.ledger, self.fetcher, self.pool, clock=self.clock)
        report = Report(lambda done, left: None, self.rejected.append)
        return collector.collect(self.sources(), since=since, report=report)

    def sources(self) -> list[Source]:
        with self.ledger.reading() as connection:
            return read_sources(connection)

    def known(self, key: str) -> Address | None:
        with self.ledger.reading() as connection:
            return find(connection, key)


@contextmanager
def collecting_from(paper: Newspaper, directory: Path, pool: ParsingPool) -> Iterator[Collecting]:
    """Without the paper's source; the archive is made where there is none."""
    rate = 2 / paper.crawl_delay  # so that the paper's own wish is what holds
    policy = Policy(contact=CONTACT, rate=rate, allow_private=True)
    with (
        Archive(directory, create=True) as archive,
        Fetcher(policy, memory=Robots(Ledger(archive))) as fetcher,
    ):
        yield Collecting(archive, fetcher, pool)
