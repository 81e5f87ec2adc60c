"""The cluster ranks as the plain formula does, and as tantivy does in whole answers."""

import itertools
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from retrieval.answering import Answerer
from retrieval.engines.engine import Entry, Search
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.engines.rank_bm25 import RankBm25Engine
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.engine_contract.generated import QUESTIONS, SHORT, articles_of, found_by

pytestmark = pytest.mark.opensearch
# Lucene keeps lengths exact up to 40 terms, and counts no document that is empty in a field.
ARTICLES = articles_of(SHORT.filter(bool))
NOW = datetime(2022, 1, 1, tzinfo=UTC)
NAMES = (f"of-an-example-{os.getpid()}-{number}" for number in itertools.count())


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ARTICLES, QUESTIONS)
def test_a_cluster_scores_as_the_formula_does(
    cluster: Cluster, entries: list[Entry], terms: tuple[str, ...]
) -> None:
    index = next(NAMES)
    try:
        far = found_by(OpenSearchEngine(cluster, index), entries, Search(terms))
    finally:
        cluster.delete(index)
    plain = found_by(RankBm25Engine(), entries, Search(terms))
    scores = {hit.number: hit.score for hit in plain.hits}
    assert {hit.number: hit.score for hit in far.hits} == pytest.approx(scores, rel=1e-4)
    assert far.titles == pytest.approx(plain.titles, rel=1e-4)
    assert far.articles == pytest.approx(plain.articles, rel=1e-4)
    assert (far.frequencies, far.passages) == (plain.frequencies, plain.passages)
    in_its_order = [scores[hit.number] for hit in far.hits]
    for higher, lower in itertools.pairwise(in_its_order):
        assert higher >= lower - 1e-4 * higher


@pytest.mark.parametrize(("typed", "article_id"), [("Качюнаса", "ferry"), ("Šilagiris", "russian")])
def test_a_cluster_finds_names_in_other_letters(
    tmp_path: Path, address: ClusterAddress, typed: str, article_id: str
) -> None:
    ferry = article("ferry", "The ferry company of Jurgis Kačiūnas stopped for a week, it said.")
    russian = article("russian", "Министр Шилагирис приехал в среду.", language="ru")
    with archive_of(tmp_path, ferry, russian) as archive:
        index = Index(archive, "opensearch", cluster=address)
        answer = Answerer(archive, index).ask(typed, asked_at=NOW)
        index.close()
    assert [quote.article.id for quote in answer.quotes] == [article_id]
