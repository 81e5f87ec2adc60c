"""An article that is no longer what was stored is not quoted, and that is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Damaged
from retrieval.verbatim.checking import Checker, Verdict
from retrieval.verbatim.chronology import Order
from tests.archives import archive_of
from tests.damage import altered
from tests.retrieval.small_archive import ARTICLES, NOW, ask

BRIDGE, STRIKE, COPY = 1, 2, 3  # versions
DEAR = "The bridge cost 9.7 million euros, said the mayor."


@pytest.fixture(params=["tantivy", "rank-bm25"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    """Of the small archive, in which a figure was altered after it was built."""
    archive = archive_of(tmp_path, *ARTICLES)
    found = Index(archive, request.param)
    altered(tmp_path, "UPDATE paragraph SET text = ? WHERE number = ?", DEAR, BRIDGE * 65536 + 2)
    yield found
    found.close()
    archive.close()


@pytest.fixture
def archive(index: Index, tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path) as archive:
        yield archive


@pytest.fixture
def answerer(index: Index, archive: Archive) -> Answerer:
    return Answerer(archive, index)


def quoted(answer: Answer) -> set[str]:
    return {quote.article.id for quote in answer.quotes}


@pytest.mark.parametrize(
    "question",
    [
        "How much did the bridge cost?",  # in the paragraph that was altered
        "Who cut the ribbon?",  # in another of that article
        '"cost 3.7 million euros"',  # as it was printed
        '"cost 9.7 million euros"',  # as it stands there now
        "The bridge cost 70 million euros.",  # a claim
        "https://news.example.org/bridge",
        "news of March 2021",
    ],
)
def test_nothing_of_it_is_quoted_and_the_answer_says_so(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert "bridge" not in quoted(answer)
    assert Damaged(("bridge",)) in answer.notes
    by_day = answerer.ask_by_day(question, asked_at=NOW, order=Order.OLDEST)
    assert "bridge" not in quoted(by_day)


def test_what_others_answer_is_answered_as_before(answerer: Answerer) -> None:
    answer = ask(answerer, "How many drivers stopped work?")
    assert answer.strength is Strength.STRONG
    assert quoted(answer) == {"strike"}
    assert not answer.notes


@pytest.mark.parametrize("column", ["title", "source", "agency", "url", "language", "section"])
def test_an_altered_name_is_found_too(answerer: Answerer, tmp_path: Path, column: str) -> None:
    altered(tmp_path, f"UPDATE version SET {column} = 'x' WHERE seq = ?", STRIKE)  # noqa: S608 (own names)
    answer = ask(answerer, "How many drivers stopped work in Klampuva?")
    assert quoted(answer) == {"strike-copy"}
    assert not answer.quotes[0].copies
    assert answer.notes == (Damaged(("strike",)),)


def test_a_wrong_date_is_never_shown(answerer: Answerer, tmp_path: Path) -> None:
    altered(tmp_path, "UPDATE version SET published = '2031-06-02' WHERE seq = ?", COPY)
    answer = ask(answerer, "How many drivers stopped work in Klampuva?")
    days = {quote.article.day for quote in answer.quotes}
    assert days == {date(2021, 6, 1)}
    assert answer.notes == (Damaged(("strike-copy",)),)


@pytest.mark.parametrize("figure", ["3.7", "9.7"])
def test_it_is_not_held_against_a_quote(index: Index, archive: Archive, figure: str) -> None:
    said = Checker(archive, index).check(f"The bridge cost {figure} million euros")
    assert (said.verdict, said.matches) == (Verdict.ABSENT, ())
    assert said.damaged == ("bridge",)


def test_a_copy_elsewhere_is_verbatim_and_the_damaged_one_is_named(
    index: Index, archive: Archive, tmp_path: Path
) -> None:
    altered(tmp_path, "UPDATE version SET title = 'x' WHERE seq = ?", STRIKE)
    said = Checker(archive, index).check("Some 160 drivers stopped work in Klampuva")
    assert said.verdict is Verdict.VERBATIM
    assert [match.article.id for match in said.matches] == ["strike-copy"]
    assert said.damaged == ("strike",)


def test_it_is_found_also_where_the_index_was_built_of_what_stands_there_now(
    archive: Archive, index: Index
) -> None:
    rebuilt = Index.rebuilt(archive, "tantivy")
    answer = ask(Answerer(archive, rebuilt), "Who cut the ribbon?")
    assert not answer.quotes
    assert answer.notes[0] == Damaged(("bridge",))
    rebuilt.close()
