"""A date that something speaks against makes nothing fresh."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive, Arrival
from corpus.archive.provenance.origins import FEW
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Nearest, NothingSoNew
from retrieval.verbatim.chronology import COUNTED, Order
from tests.archives import article

DAY = date(2021, 2, 10)
ASKED = datetime(2021, 2, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(("faults", "first"), [((), "a"), (("future",), "b")])
@pytest.mark.parametrize("asked", ["Why did the ferry stop?", 'Why did the "wooden ferry" stop?'])
def test_what_has_a_doubtful_date_is_not_taken_for_fresh(
    tmp_path: Path, faults: tuple[str, ...], first: str, asked: str
) -> None:
    texts = ("The ferry to Klampuva stopped at noon.", "The ferry to Klampuva stopped at dusk.")
    doubtful = article("a", texts[0], title="Ferry stops", published=DAY)
    sure = article("b", texts[1], title="Ferry stops", published=date(2021, 2, 1))
    with Archive(tmp_path, create=True) as archive:
        archive.add([Arrival(doubtful, faults=faults), sure])
        index = Index(archive, "rank-bm25")
        answer = Answerer(archive, index).ask(asked, asked_at=ASKED, limit=3)
        index.close()
    assert answer.quotes[0].article.id == first


@pytest.mark.parametrize("doubtful", [0, FEW, FEW + 1])
def test_however_many_there_are_those_that_are_asked_about_are_told(
    tmp_path: Path, doubtful: int
) -> None:
    articles = [article(f"a{n}", f"A ferry, number {n}.", published=DAY) for n in range(FEW + 3)]
    with Archive(tmp_path, create=True) as archive:
        archive.add([Arrival(one, faults=("future",)) for one in articles[:doubtful]])
        archive.add(articles[doubtful:])
        asked = [archive.seq_at(name) or 0 for name in ("a1", f"a{FEW}", f"a{FEW + 2}")]
        found = archive.origins.with_faults(asked)
    wanted = [seq for seq, n in zip(asked, (1, FEW, FEW + 2), strict=True) if n < doubtful]
    assert found == frozenset(wanted)


TEXT = "The ferry to Klampuva, number {}, stopped at noon."
WRONG = (date(1, 1, 1), date(2031, 1, 1), date(2062, 11, 20))


@contextmanager
def answerer_of(folder: Path, *, sure: int = 3, doubtful: int = len(WRONG)) -> Iterator[Answerer]:
    """Articles of one text each; `s0` is the newest of those whose dates nothing speaks against."""
    days = [date.fromordinal(DAY.toordinal() - 90 - n) for n in range(sure)]
    with Archive(folder, create=True) as archive:
        archive.add(
            [
                article(f"s{n}", TEXT.format(n), title=f"Ferry {n}", published=day)
                for n, day in enumerate(days)
            ]
        )
        wrong = [
            article(f"d{n}", TEXT.format(f"D{n}"), title=f"Ferry D{n}", published=WRONG[n % 3])
            for n in range(doubtful)
        ]
        archive.add([Arrival(each, faults=("future",)) for each in wrong])
        index = Index(archive, "rank-bm25")
        yield Answerer(archive, index)
        index.close()


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.NEWEST, ["s0", "s1", "s2", "d2", "d1", "d0"]),
        (Order.OLDEST, ["s2", "s1", "s0", "d0", "d1", "d2"]),
    ],
)
@pytest.mark.parametrize("asked", ["Why did the ferry to Klampuva stop?", '"stopped at noon"'])
def test_by_day_it_comes_behind_all_others(
    tmp_path: Path, order: Order, wanted: list[str], asked: str
) -> None:
    with answerer_of(tmp_path) as answerer:
        answer = answerer.ask_by_day(asked, asked_at=ASKED, order=order, limit=9)
    assert [quote.article.id for quote in answer.quotes] == wanted
    assert [quote.is_doubtful for quote in answer.quotes] == [False] * 3 + [True] * 3


def test_it_does_not_keep_the_newest_from_being_read(tmp_path: Path) -> None:
    with answerer_of(tmp_path, sure=COUNTED, doubtful=30) as answerer:
        answer = answerer.ask_by_day(
            '"stopped at noon"', asked_at=ASKED, order=Order.NEWEST, limit=3
        )
    assert [quote.article.id for quote in answer.quotes] == ["s0", "s1", "s2"]


def test_of_a_claim_it_is_shown_last_and_is_no_end_of_the_time_told(tmp_path: Path) -> None:
    with answerer_of(tmp_path, sure=2, doubtful=3) as answerer:
        answer = answerer.check(
            "The ferry to Klampuva was stopped at noon by a mayor.", asked_at=ASKED, limit=9
        )
    assert [quote.article.id for quote in answer.quotes] == ["s0", "s1", "d2", "d1", "d0"]
    assert answer.notes == (Nearest(date(2020, 11, 11), date(2020, 11, 12)),)


def test_it_is_not_called_the_newest_there_is(tmp_path: Path) -> None:
    with answerer_of(tmp_path) as answerer:
        answer = answerer.ask("latest ferry to Klampuva", asked_at=ASKED, limit=9)
    (note,) = (one for one in answer.notes if isinstance(one, NothingSoNew))
    assert note.newest == date(2020, 11, 12)
