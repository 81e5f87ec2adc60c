from pathlib import Path

import pytest

from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.evaluation.outcomes import read_outcomes, saved_lines
from tests.retrieval.evaluation.outcomes import located, outcome, rated


def test_beirs_names_are_read_as_ours(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text('{"_id": "P-1", "text": "Why?", "metadata": {}}\n', "utf-8")
    assert read_judged(file) == [Judged("Why?", id="P-1")]


@pytest.mark.parametrize(
    "line", ["{}", '{"question": 5}', '{"question": "x", "asked_at": "soon"}', "no json", "\udcff"]
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "judged.jsonl"
    content = '{"question": "x", "asked_at": "2021-01-01"}\n\n' + line
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(JudgedQuestionsError, match=r"judged\.jsonl:3: "):
        read_judged(file)


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    outcomes = [located("a", 2), rated("b", False, 0.25), outcome("c", graded={"ndcg@10": 0.5})]
    file = tmp_path / "saved.jsonl"
    file.write_text("\n".join(saved_lines(outcomes)), "utf-8")
    assert read_outcomes(file) == outcomes


def test_a_file_that_was_not_saved_by_evaluate_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "saved.jsonl"
    file.write_text('{"question": "x"}\n', "utf-8")
    with pytest.raises(JudgedQuestionsError, match="1: no saved outcome"):
        read_outcomes(file)


def test_a_file_that_is_not_there_or_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgedQuestionsError, match="cannot be read"):
        read_judged(tmp_path / "missing.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n\n", "utf-8")
    with pytest.raises(JudgedQuestionsError, match="holds no questions"):
        read_judged(tmp_path / "empty.jsonl")
