"""The first and the last printing of words that stand nearly everywhere: little is read."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.deadline import Deadline
from retrieval.errors import SearchTooLongError
from retrieval.index.index import Index
from retrieval.notes import ReadTo
from retrieval.verbatim.checking import Checker, Verdict
from retrieval.verbatim.chronology import COUNTED, Order, Printings
from retrieval.verbatim.finding import Finder
from retrieval.verbatim.quoted import Quoted
from tests.archives import archive_of, article

MANY = COUNTED + 100
ASKED_AT = datetime(2026, 1, 1, tzinfo=UTC)
DRAWN = random.Random(4)  # noqa: S311 (days of invented articles)
DAYS = DRAWN.sample(range(9000), MANY)
SHIPS = [
    article(f"s{n}", f"Of the {n} ships that left, {n} and one came back to the port of {n}.",
            title=f"Ships, day {n}", published=date(2000, 1, 1) + timedelta(day))
    for n, day in enumerate(DAYS)
]  # fmt: skip


class Counting(Archive):
    """`read` counts the articles that are read whole."""

    read = 0

    def version(self, seq: int) -> Article | None:
        self.read += 1
        return super().version(seq)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ships")
    with archive_of(folder, *SHIPS) as archive:
        Index(archive, "tantivy").close()
    return folder


@pytest.fixture
def archive(kept: Path) -> Iterator[Counting]:
    with Counting(kept) as opened:
        yield opened


@pytest.fixture
def index(archive: Counting) -> Iterator[Index]:
    made = Index(archive, "tantivy")
    yield made
    made.close()


def days_of(answer: Answer) -> list[date]:
    return [quote.article.day for quote in answer.quotes]


@pytest.mark.parametrize("phrase", ["of the", "the", "ships that left"])
@pytest.mark.parametrize("order", [Order.OLDEST, Order.NEWEST])
def test_the_first_of_very_many_are_found_by_reading_few(
    archive: Counting, index: Index, phrase: str, order: Order
) -> None:
    answerer = Answerer(archive, index)
    archive.read = 0
    answer = answerer.ask_by_day(f'"{phrase}"', asked_at=ASKED_AT, order=order)
    in_order = sorted((one.day for one in SHIPS), reverse=order is Order.NEWEST)
    assert days_of(answer) == in_order[:3]
    assert answer.notes == ()
    assert archive.read < 120


def test_a_time_or_an_outlet_that_is_asked_for_is_kept_to(archive: Counting, index: Index) -> None:
    answerer = Answerer(archive, index)
    asked = '"of the" since:2010 until:2012'
    answer = answerer.ask_by_day(asked, asked_at=ASKED_AT, order=Order.NEWEST)
    inside = sorted(one.day for one in SHIPS if 2010 <= one.day.year <= 2012)
    assert days_of(answer) == inside[:-4:-1]


@pytest.mark.parametrize("order", [Order.OLDEST, Order.NEWEST])
def test_where_time_is_up_it_says_how_far_it_read(
    archive: Counting, index: Index, order: Order
) -> None:
    answerer = Answerer(archive, index)
    question = answerer.understand('"of the"', ASKED_AT)
    printings = Printings(ArchiveStore(archive))
    view = index.snapshot().view
    found = printings.of(question, view, order, 3, Deadline(0.0))
    first = (min if order is Order.OLDEST else max)(one.day for one in SHIPS)
    assert [card.quote.article.day for card in found.cards] == [first]
    assert found.read_to == first


def test_an_answer_that_ran_out_of_time_has_a_note(archive: Counting, index: Index) -> None:
    """The reading may take longer than the search, and is cut short alone."""
    answerer = Answerer(archive, index)
    answerer.patience = 0.0
    answer = answerer.ask_by_day('"of the"', asked_at=ASKED_AT, order=Order.OLDEST)
    first = min(one.day for one in SHIPS)
    assert (days_of(answer), answer.notes) == ([first], (ReadTo(first),))


def test_of_a_story_the_earliest_printing_is_shown_though_the_newest_are_asked_for(
    tmp_path: Path,
) -> None:
    text = "The old bridge of the town of Rudna fell into the river at noon. " * 8
    early = article("early", text, source="Post", published=date(2030, 1, 1))
    late = article("late", text, source="Herald", published=date(2030, 1, 2))
    with archive_of(tmp_path, *SHIPS, early, late) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(archive, index).ask_by_day(
            '"of the"', asked_at=ASKED_AT, order=Order.NEWEST
        )
        index.close()
    shown = answer.quotes[0]
    assert (shown.article.id, [copy.source for copy in shown.copies]) == ("early", ["Herald"])
    assert answer.quotes[1].article.day == max(one.day for one in SHIPS)


def test_a_quote_that_very_many_print_gives_the_earliest_of_them(
    archive: Counting, index: Index
) -> None:
    said = Checker(archive, index).check("of the", most=10)
    in_order = sorted(one.day for one in SHIPS)
    assert said.verdict is Verdict.VERBATIM
    assert [match.article.day for match in said.matches] == in_order[:10]
    assert said.read_to == in_order[9]
    whole = Checker(archive, index).check("of the")
    assert (len(whole.matches), whole.read_to) == (MANY, None)


@pytest.mark.parametrize(
    ("quote", "deadline", "are_found"),
    [
        ("to be or not to be", Deadline(), True),
        ("of the", Deadline(), False),
        ("to be or not to be", Deadline(near=0.0), False),
    ],
)
def test_small_words_that_few_print_are_found_whatever_their_day(
    tmp_path: Path, quote: str, deadline: Deadline, are_found: bool
) -> None:
    rare = article("rare", "Is it to be, or not to be?", "Not to be or to be.")
    with archive_of(tmp_path, *SHIPS, rare) as archive:
        index = Index(archive, "tantivy")
        store = ArchiveStore(archive)
        found = Finder(store).holding(Quoted(quote), index.snapshot().view, deadline)
        index.close()
        assert found == ({store.seq_of("rare")} if are_found else None)


def test_a_quote_that_cannot_be_looked_for_in_time_is_an_error_and_no_verdict(
    archive: Counting, index: Index
) -> None:
    with pytest.raises(SearchTooLongError):
        Checker(archive, index).check("of the and not", seconds=0.0)


@pytest.mark.parametrize(("order", "first"), [(Order.OLDEST, 2001), (Order.NEWEST, 2016)])
def test_of_a_subject_that_many_have_the_first_is_found_among_all_that_were_read(
    tmp_path: Path, order: Order, first: int
) -> None:
    storms = [
        article(f"storm-{year}", f"A storm tore the roof off hangar {year} in Rudna.",
                title=f"Roofs of {year}", published=date(year, 3, 1))
        for year in range(2001, 2017)
    ]  # fmt: skip
    with archive_of(tmp_path, *storms) as archive:
        index = Index(archive, "tantivy")
        asked = Answerer(archive, index).ask_by_day
        answer = asked("storm in Rudna", asked_at=ASKED_AT, order=order)
        index.close()
    assert (answer.quotes[0].article.day.year, answer.total) == (first, len(storms))
