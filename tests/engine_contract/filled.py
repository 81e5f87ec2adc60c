"""What the tests of the contract share: an engine, and articles to fill it with."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from corpus.article import place_of
from retrieval.engines.engine import BEST_ARTICLES, Engine, Entry, Search

K = 10


def entry(
    seq: int,
    *paragraphs: str,
    title: str = "",
    day: date = date(2021, 1, 27),
    labels: tuple[str, ...] = ("nemunas herald",),
) -> Entry:
    """Article `a<seq>`, its terms separated by spaces."""
    return Entry(
        seq=seq,
        article=f"a{seq}",
        day=day,
        labels=labels,
        title=title.split(),
        paragraphs=[paragraph.split() for paragraph in paragraphs],
    )


def places(engine: Engine, search: Search, limit: int = K) -> list[tuple[int, int]]:
    return [place_of(hit.number) for hit in engine.view().search(search, limit).hits]


class Filled:
    """Give a fixture `make`, which returns a new, empty engine."""

    @pytest.fixture
    def make(self) -> Callable[[], Engine]:
        raise NotImplementedError

    @pytest.fixture
    def engine(self, make: Callable[[], Engine]) -> Iterator[Engine]:
        engine = make()
        yield engine
        engine.close()

    def fill(self, engine: Engine, *entries: Entry) -> None:
        for one in entries:
            engine.add(one)
        engine.commit()

    def fill_with_a_crowd(self, engine: Engine) -> None:
        """Article 99 is the best by far, article 98 the worst, its passage longer than all."""
        crowd = [entry(seq, f"bridge{' snow' * 7}") for seq in range(1, 2 * BEST_ARTICLES)]
        worst = entry(98, f"old bridge open{' sand' * 30}")
        best = entry(99, f"bridge{' rain' * 11}", f"ferry{' rain' * 11}", title="bridge ferry")
        self.fill(engine, *crowd, worst, best)
