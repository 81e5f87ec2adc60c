"""Measures on judged questions about the sample, against floors and one ceiling.

Lowering a floor, or raising the ceiling, is a commit of its own. The questions are hard on
purpose: in other words than the articles', or about what the articles nearly say.
"""

from pathlib import Path

import pytest

from corpus.sample import sample_archive
from retrieval.answering import Answerer
from retrieval.evaluation.asking import Asking, ask_all
from retrieval.evaluation.judged import read_judged
from retrieval.evaluation.measures import Measures, measure
from retrieval.index.index import Index

JUDGED = Path(__file__).parents[1] / "data" / "sample-judged.jsonl"
FLOORS = {
    "article@1": 0.80,
    "article@5": 0.94,
    "answer_in_quote@1": 0.47,
    "answer_in_quote@3": 0.59,
    "answerable_strong": 0.49,
    "auc_confidence": 0.73,
    "fidelity": 1.0,
    "date_accuracy": 1.0,
    "source_accuracy": 1.0,
}
UNANSWERABLE_STRONG = 0.25  # a question that the archive cannot answer is not to seem answered


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> Measures:
    judged = read_judged(JUDGED)
    assert len(judged) >= 120
    assert sum(not question.answerable for question in judged) >= 30
    with sample_archive(tmp_path_factory.mktemp("sample")) as archive:
        index = Index(archive, "tantivy")
        asking = Asking(limit=10, with_asked_at=True, as_of=False)
        outcomes = list(ask_all(Answerer(archive, index), archive, judged, asking))
        index.close()
    return measure(outcomes)


@pytest.mark.parametrize("name", FLOORS)
def test_no_measure_falls_below_its_floor(measures: Measures, name: str) -> None:
    value = measures.values[name]
    assert value is not None
    assert value >= FLOORS[name]


def test_no_more_unanswerable_questions_seem_answered(measures: Measures) -> None:
    value = measures.values["unanswerable_strong"]
    assert value is not None
    assert value <= UNANSWERABLE_STRONG
