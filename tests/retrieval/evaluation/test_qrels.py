from pathlib import Path

import pytest

from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged
from retrieval.evaluation.measures import measure
from retrieval.evaluation.qrels import graded, judged_by, read_qrels
from tests.retrieval.evaluation.outcomes import outcome


@pytest.mark.parametrize(
    "content",
    [
        "query-id\tcorpus-id\tscore\nq\ta\t2\nq\tb\t0\n",
        "q 0 a 2\nq 0 b 0\n",
        "q\t0\ta\t2\r\n\r\nq\t0\tb\t0",
    ],
)
def test_qrels_are_read_as_beir_and_trec_write_them(tmp_path: Path, content: str) -> None:
    file = tmp_path / "qrels"
    file.write_bytes(content.encode())
    assert read_qrels(file) == {"q": {"a": 2, "b": 0}}


@pytest.mark.parametrize("line", ["q", "q a", "q a high", "q 0 a 1 1", "query-id corpus-id score"])
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "qrels"
    file.write_text(f"q 0 a 2\n{line}\n", "utf-8")
    with pytest.raises(JudgedQuestionsError, match="qrels:2: "):
        read_qrels(file)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgedQuestionsError, match="cannot be read"):
        read_qrels(tmp_path / "missing")
    (tmp_path / "qrels").write_bytes("Šilagiris 0 a 1".encode("utf-16"))
    with pytest.raises(JudgedQuestionsError, match="no UTF-8"):
        read_qrels(tmp_path / "qrels")


def test_only_judged_queries_are_asked_for_what_is_graded_above_0() -> None:
    qrels = {"1": {"a": 2, "b": 0, "d": 1}, "x": {"c": 1}}
    assert judged_by(qrels, [Judged("first"), Judged("second")]) == [
        Judged("first", id="1", articles=("a", "d"))
    ]
    with pytest.raises(JudgedQuestionsError, match="no id is in both"):
        judged_by(qrels, [Judged("first", id="z")])


def test_ndcg_and_recall_are_the_textbooks() -> None:
    pytest.importorskip("ir_measures")
    qrels = {"q": {"a": 2, "b": 1, "c": 1}, "nothing": {"a": 1}}
    came = [outcome("q", found=[["b", 3.0], ["x", 2.0], ["a", 1.0]]), outcome("nothing")]
    first, second = graded(came, qrels)
    gained = 1 / 1 + 0 + 2 / 2  # grade / log2(place + 1)
    ideal = 2 / 1 + 1 / 1.584962500721156 + 1 / 2
    assert first.graded == {
        "ndcg@10": pytest.approx(gained / ideal),
        "recall@100": pytest.approx(2 / 3),
    }
    assert second.graded == {"ndcg@10": 0.0, "recall@100": 0.0}
    values = measure([first, second]).values
    assert values["recall@100"] == pytest.approx(1 / 3)
