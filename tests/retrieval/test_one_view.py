"""A question is answered from one view of the engine, taken at its start and asked for all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore, Passage
from retrieval.engines.engine import Found, Held, Hit, Search, Share, View, Wording
from retrieval.index.index import Index
from retrieval.index.snapshot import Snapshot
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
ARTICLES = (
    article("a", "The bridge in Klampuva opened.", published=date(2021, 12, 30)),
    article("b", "The ferry of Klampuva stopped.", published=date(2021, 5, 9)),
)


@dataclass
class Counted:
    """A view that notes what it is asked."""

    view: View
    asked: list[str]

    def search(self, search: Search, limit: int) -> Found:
        self.asked.append("search")
        return self.view.search(search, limit)

    def leads(self, search: Search, limit: int) -> Sequence[Hit]:
        self.asked.append("leads")
        return self.view.leads(search, limit)

    def passage_count(self) -> int:
        return self.view.passage_count()

    def days(self, search: Search, wordings: Sequence[Wording]) -> Mapping[date, int]:
        self.asked.append("days")
        return self.view.days(search, wordings)

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> Mapping[str, int]:
        self.asked.append("vocabulary")
        return self.view.vocabulary(prefixes, near)

    def examples(self, terms: Iterable[str]) -> Mapping[str, int]:
        self.asked.append("examples")
        return self.view.examples(terms)

    def held(self) -> Held:
        self.asked.append("held")
        return self.view.held()

    def explain(self, search: Search, numbers: Iterable[int]) -> Mapping[int, tuple[Share, ...]]:
        self.asked.append("explain")
        return self.view.explain(search, numbers)


class CountedIndex(Index):
    def snapshot(self) -> Snapshot:
        taken = super().snapshot()
        self.asked: list[str] = []
        return replace(taken, view=Counted(taken.view, self.asked))


JOINED = "search", "vocabulary"  # whether two words in small letters are printed as one
CORRECTED = "leads", "vocabulary", "search"  # the last beside its neighbours


@pytest.fixture(params=["tantivy", "rank-bm25"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Archive, CountedIndex]]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = CountedIndex(archive, request.param)
        yield archive, index
        index.close()


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("bridge Klampuva", ["search"]),
        ("Which ferry stopped in May 2021?", ["search"]),
        ("bridge source:herald since:2021", ["search"]),
        ('"bridge in Klampuva"', ["search", "leads"]),
        ('"Klampuva bridge"', ["search", "leads", "search"]),
        ("Klampuwa bridge", [*JOINED, *CORRECTED, "examples", "search"]),
    ],
)
def test_one_search_brings_all_and_another_only_what_has_to_be_searched_anew(
    index: tuple[Archive, CountedIndex], question: str, asked: list[str]
) -> None:
    archive, counted = index
    assert Answerer(archive, counted).ask(question, asked_at=NOW).quotes
    assert counted.asked == asked


def test_all_quotes_are_explained_at_once(index: tuple[Archive, CountedIndex]) -> None:
    archive, counted = index
    answer = Answerer(archive, counted).ask("Klampuva", asked_at=NOW, explain=True)
    assert counted.asked == ["search", "explain"]
    assert all(quote.shares for quote in answer.quotes)
    assert len(answer.quotes) == 2


@dataclass
class Rebuilding(ArchiveStore):
    """A store during whose first reading the index is built anew by another thread."""

    archive: Archive
    index: Index
    is_done: bool = field(default=False)

    def __post_init__(self) -> None:
        super().__init__(self.archive)

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        if not self.is_done:
            self.is_done = True
            self.index.rebuild()
        return super().passages(numbers)


def test_an_index_that_is_swapped_in_the_middle_of_an_answer_does_not_change_it(
    index: tuple[Archive, CountedIndex],
) -> None:
    archive, counted = index
    before = counted.snapshot().name
    store = Rebuilding(archive, counted)
    answer = Answerer(store, counted).ask("Klampuva", asked_at=NOW, explain=True)
    assert counted.snapshot().name != before
    assert [len(quote.shares) > 0 for quote in answer.quotes] == [True, True]
