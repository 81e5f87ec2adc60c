"""Judged passages as BEIR and TREC give them → nDCG@10 and recall@100, by ir-measures."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import msgspec

from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged, name_of
from retrieval.evaluation.outcomes import Outcome

DEPTH = 100  # articles asked for; the deepest measure
MEASURES = {"nDCG@10": "ndcg@10", "R@100": "recall@100"}  # ir-measures' names and ours
BEIR_HEADER = ["query-id", "corpus-id", "score"]

Qrels = Mapping[str, Mapping[str, int]]  # question → article → grade, 0 for one that is not right


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """BEIR's three columns with their header, or TREC's four. Raises JudgedQuestionsError."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise JudgedQuestionsError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise JudgedQuestionsError(f"{path} is no UTF-8 text: {error}") from error
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(lines, 1):
        parts = line.split("\t") if "\t" in line else line.split()
        if not line.strip() or (number == 1 and parts == BEIR_HEADER):
            continue
        try:
            question, article, grade = parts if len(parts) == 3 else (parts[0], *parts[2:])
            qrels.setdefault(question, {})[article] = int(grade)
        except ValueError as error:
            raise JudgedQuestionsError(
                f"{path}:{number}: neither `query-id corpus-id score` nor `query 0 article grade`"
            ) from error
    return qrels


def judged_by(qrels: Qrels, questions: Sequence[Judged]) -> list[Judged]:
    """The questions that the qrels judge, with the articles graded above 0.

    Raises JudgedQuestionsError where there are none.
    """
    judged = [
        msgspec.structs.replace(
            question,
            id=name,
            articles=tuple(article for article, grade in qrels[name].items() if grade > 0),
        )
        for number, question in enumerate(questions, 1)
        if (name := name_of(question, number)) in qrels
    ]
    if not judged:
        raise JudgedQuestionsError("the qrels judge none of these questions: no id is in both")
    return judged


def library() -> ModuleType:
    """ir-measures, which only some need. Raises JudgedQuestionsError where it is missing."""
    try:
        return import_module("ir_measures")
    except ImportError as error:
        raise JudgedQuestionsError(
            "--qrels needs ir-measures; install it with: pip install 'backissue[evaluate]'"
        ) from error


def graded(outcomes: Sequence[Outcome], qrels: Qrels) -> list[Outcome]:
    """The outcomes, each with its nDCG@10 and recall@100.

    Gains are the grades themselves. Raises JudgedQuestionsError where ir-measures is missing.
    Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002).
    """
    ir_measures = library()
    names = {ir_measures.parse_measure(name): ours for name, ours in MEASURES.items()}
    values: dict[str, dict[str, float]] = {}
    asked = {outcome.name: qrels[outcome.name] for outcome in outcomes}
    run = {outcome.name: dict(outcome.found) for outcome in outcomes}
    for metric in ir_measures.iter_calc(list(names), asked, run):
        values.setdefault(metric.query_id, {})[names[metric.measure]] = metric.value
    return [
        msgspec.structs.replace(outcome, graded=values.get(outcome.name, {}))
        for outcome in outcomes
    ]
