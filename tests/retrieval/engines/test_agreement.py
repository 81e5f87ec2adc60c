"""Engines rank as the plain formula does, which rank-bm25 stands for."""

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.engines.engine import Entry, Found, Search
from retrieval.engines.rank_bm25 import RankBm25Engine
from retrieval.engines.tantivy import TantivyEngine
from tests.engine_contract.filled import entry
from tests.engine_contract.generated import QUESTIONS, SHORT, WORDS, articles_of, found_by

EXACT = 40  # terms; tantivy rounds the length of a longer text down to one byte
PASSAGE = st.lists(WORDS, max_size=EXACT).map(" ".join)
# Whole articles stay exact too: a headline and at most four paragraphs of eight terms.
ARTICLES = articles_of(SHORT)


def by_both(entries: list[Entry], terms: tuple[str, ...]) -> tuple[Found, Found]:
    with tempfile.TemporaryDirectory() as folder:
        engine = TantivyEngine(Path(folder))
        found = found_by(engine, entries, Search(terms))
        engine.close()
    return found_by(RankBm25Engine(), entries, Search(terms)), found


@settings(max_examples=60)
@given(ARTICLES, QUESTIONS)
def test_tantivy_scores_as_the_formula_does(entries: list[Entry], terms: tuple[str, ...]) -> None:
    plain, fast = by_both(entries, terms)
    scores = {hit.number: hit.score for hit in plain.hits}
    assert {hit.number: hit.score for hit in fast.hits} == pytest.approx(scores, rel=1e-4)
    assert fast.titles == pytest.approx(plain.titles, rel=1e-4)
    assert fast.articles == pytest.approx(plain.articles, rel=1e-4)
    assert (fast.frequencies, fast.passages) == (plain.frequencies, plain.passages)


@settings(max_examples=60)
@given(ARTICLES, QUESTIONS)
def test_tantivy_orders_as_the_formula_does_ties_aside(
    entries: list[Entry], terms: tuple[str, ...]
) -> None:
    plain, fast = by_both(entries, terms)
    scores = {hit.number: hit.score for hit in plain.hits}
    in_its_order = [scores[hit.number] for hit in fast.hits]
    for higher, lower in itertools.pairwise(in_its_order):
        assert higher >= lower - 1e-4 * higher


@settings(max_examples=30)
@given(st.lists(st.lists(WORDS, min_size=41, max_size=400).map(" ".join), min_size=2, max_size=8))
def test_long_passages_differ_by_the_rounding_of_their_length_only(passages: list[str]) -> None:
    """One byte keeps a length to an eighth; b = 0.75 and the saturation leave less of it."""
    plain, fast = by_both([entry(1, *passages)], ("bridge", "ferry"))
    scores = {hit.number: hit.score for hit in plain.hits}
    assert {hit.number: hit.score for hit in fast.hits} == pytest.approx(scores, rel=0.12)
