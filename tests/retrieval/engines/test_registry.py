from datetime import date
from pathlib import Path

import pytest

from retrieval.engines.engine import Entry, Found
from retrieval.engines.registry import Kept, kind_of, open_engine
from retrieval.errors import EngineUnavailableError


@pytest.mark.parametrize("name", ["tantivy", "rank-bm25"])
def test_an_engine_is_opened_by_its_name(name: str, tmp_path: Path) -> None:
    engine = open_engine(name, tmp_path)
    assert engine.name == name
    engine.close()


def test_tantivy_keeps_what_it_was_given_and_rank_bm25_does_not() -> None:
    assert kind_of("tantivy").kept is Kept.ON_DISK
    assert kind_of("rank-bm25").kept is Kept.IN_MEMORY


@pytest.mark.parametrize("name", ["", "xapian", "Tantivy"])
def test_an_unknown_engine_is_refused_with_those_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailableError, match="there are tantivy, rank-bm25"):
        open_engine(name, tmp_path)


def entry(title: list[str], *lengths: int) -> Entry:
    paragraphs = [[f"w{n}"] * length for n, length in enumerate(lengths)]
    return Entry(1, "a", date(2021, 1, 27), (), title, paragraphs)


def test_a_lead_is_the_headline_and_whole_paragraphs_of_two_hundred_terms() -> None:
    assert entry(["t"], 5, 7).lead() == ["t", *["w0"] * 5, *["w1"] * 7]
    assert len(entry(["t"], 199, 7, 9).lead()) == 1 + 199 + 7
    assert len(entry(["t"], 200, 7).lead()) == 1 + 200
    assert len(entry([], 500, 7).lead()) == 500


def test_the_whole_of_an_article_is_its_headline_and_all_its_paragraphs() -> None:
    assert entry(["t"], 500, 1).whole() == ["t", *["w0"] * 500, "w1"]


def test_a_search_that_found_nothing_counts_no_passages() -> None:
    assert (Found().hits, Found().passages) == ((), 0)
