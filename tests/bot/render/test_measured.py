"""Measures as people and programs get them."""

import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from rich.console import Console

from bot.render.as_json import dumps
from bot.render.evaluation.measured import Measured, measured_json
from bot.render.evaluation.tables import print_measured
from retrieval.evaluation.measures import Comparison, Difference, Measures, compare, measure
from retrieval.evaluation.outcomes import Outcome
from tests.retrieval.evaluation.outcomes import located, outcome, rated

CAME = [located(str(n), 1 if n % 2 else None) for n in range(10)] + [rated("x", False, 0.0, "none")]
BETTER = [located(str(n), 1) for n in range(10)]
MISSED = outcome(
    "7",
    judged={
        "question": "Who [b]opened?",
        "articles": ["a", "b", "c", "d"],
        "answers": ["the mayor", "Gludkis"],
        "asked_at": "2021-05-01",
    },
    confidence=0.456,
    found=[["x", 3.0], ["y", 2.0], ["z", 1.0], ["a", 0.5]],
    article_place=4,
    first="A van opened it.",
)
IN_VAIN = rated("8", False, 0.9, "strong")


def measured(
    measures: Measures | None = None,
    *,
    comparison: Comparison | None = None,
    missed: Sequence[Outcome] | None = None,
) -> Measured:
    return Measured("tantivy", measures or measure(CAME), "runs/old.jsonl", comparison, missed)


def told(said: Measured) -> Any:
    """As a program reads it."""
    return json.loads(dumps(measured_json(said)))


def printed(said: Measured) -> list[str]:
    """Lines, of single spaces."""
    out = StringIO()
    print_measured(Console(file=out, width=20), said)
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


def differing(value: float, low: float, high: float) -> Comparison:
    return Comparison(1234, {"mrr@10": Difference(0.75, 0.75 - value, value, (low, high))})


def test_a_measure_is_told_by_its_name_with_its_interval() -> None:
    said = told(measured())
    assert (said["engine"], said["questions"], said["article@1"]) == ("tantivy", 11, 0.5)
    low, high = said["intervals"]["article@1"]
    assert low < 0.5 < high
    assert said["strengths"]["unanswerable"] == {"strong": 0, "weak": 0, "none": 1}
    assert (said["p50_ms"], said["p99_ms"]) == (1.0, 1.0)
    assert not {"against", "misses"} & set(said)


def test_what_two_runs_differ_by_is_told_question_by_question() -> None:
    said = told(measured(comparison=compare(BETTER, CAME)))["against"]
    assert (said["name"], said["questions"]) == ("runs/old.jsonl", 10)
    difference = said["differences"]["article@1"]
    assert (difference["this"], difference["that"]) == (1.0, 0.5)
    assert (difference["difference"], difference["shown"]) == (0.5, True)
    assert difference["interval"][0] > 0


def test_a_miss_is_told_with_what_came_first() -> None:
    (miss,) = told(measured(missed=[MISSED]))["misses"]
    assert miss == {
        "id": "7",
        "question": "Who [b]opened?",
        "kind": "",
        "asked_at": "2021-05-01",
        "answerable": True,
        "articles": ["a", "b", "c", "d"],
        "answers": ["the mayor", "Gludkis"],
        "patterns": [],
        "strength": "weak",
        "confidence": 0.456,
        "article_place": 4,
        "answer_place": None,
        "pattern_place": None,
        "found": ["x", "y", "z"],
        "quote": "A van opened it.",
    }


def test_people_read_a_row_a_measure_and_none_of_what_is_not_measured() -> None:
    lines = printed(measured())
    assert lines[:3] == ["engine tantivy", "questions 11", lines[2]]
    assert lines[2].startswith("article@1 0.500 0.")
    assert " to 0." in lines[2]
    assert "unanswerable 0 strong, 0 weak, 1 none" in lines
    assert "answerable, strong 0.000 0.000 to 0.000" in lines
    assert "milliseconds p50 / p99 1.0 / 1.0" in lines
    assert not [line for line in lines if line.startswith("texts true")]
    assert lines[-1] == "x to y: 95 % of 1,000 resamples of the questions"


def test_kinds_of_questions_that_nobody_asked_have_no_row() -> None:
    assert not [line for line in printed(measured(measure(BETTER))) if line.startswith("unansw")]


def test_what_is_not_quite_all_does_not_look_like_all() -> None:
    nearly = outcome(quotes=100_000, faithful=99_999, dated=100_000, sourced=50_000)
    lines = printed(measured(measure([nearly])))
    assert "texts true to the archive 0.999" in lines
    assert "dates true to the archive 1.000" in lines
    assert "sources true to the archive 0.500" in lines


def test_a_difference_is_judged_by_its_interval_and_its_sign() -> None:
    for value, low, high, verdict in (
        (0.25, 0.1, 0.4, "higher"),
        (-0.25, -0.4, -0.1, "lower"),
        (0.25, -0.1, 0.5, "no difference shown"),
    ):
        lines = printed(measured(comparison=differing(value, low, high)))
        assert "1,234 questions tantivy old.jsonl difference 95 %" in lines
        row = f"mrr@10 0.750 {0.75 - value:.3f} {value:+.3f} {low:+.3f} to {high:+.3f} {verdict}"
        assert row in lines


def test_a_miss_is_a_paragraph_of_what_came_and_what_was_wanted() -> None:
    lines = printed(measured(missed=[MISSED]))
    assert lines[
        lines.index("1 of 11 questions missed among the first 3, or strong and wrong") :
    ] == [
        "1 of 11 questions missed among the first 3, or strong and wrong",
        "",
        "7 Who [b]opened? (asked at 2021-05-01)",
        "came weak 0.46: A van opened it.",
        "x, y, z",
        "wanted the mayor | Gludkis in a, b, c …",
        "first right article: 4",
        "first quote with the answer: none",
    ]


def test_a_strong_answer_in_vain_is_a_miss_of_its_own_kind() -> None:
    lines = printed(measured(missed=[IN_VAIN]))
    assert lines[-3:] == [
        "8 8",
        "came strong 0.90: nothing",
        "wanted no answer: the archive has none",
    ]


def test_a_miss_without_articles_or_answers_names_only_what_was_wanted() -> None:
    worded = outcome("9", judged={"question": "?", "answers": ["van"]}, answer_place=4)
    assert printed(measured(missed=[worded]))[-2:] == [
        "wanted van",
        "first quote with the answer: 4",
    ]
    few = located("9", None)
    assert printed(measured(missed=[few]))[-2:] == ["wanted a", "first right article: none"]


def described(kind: str, strength: str, place: int | None) -> Outcome:
    judged = {"question": "?", "patterns": ["bridge|ferry"], "kind": kind}
    return outcome(kind, judged=judged, strength=strength, pattern_place=place)


def test_kinds_of_questions_have_a_table_of_what_is_judged_for_them() -> None:
    measures = measure([described("who", "strong", 1), described("how [b]", "strong", 3)])
    lines = printed(measured(measures))
    assert lines[-3:] == [
        "kind questions strong right@1 right@3 precision coverage",
        "how [b] 1 1 0.000 1.000 0.000 0.000",
        "who 1 1 1.000 1.000 1.000 1.000",
    ]
    said = told(measured(measures))["kinds"]["who"]
    assert (said["questions"], said["strong"], said["strong_precision"]) == (1, 1, 1.0)
    assert "kinds" not in told(measured())


def test_a_question_without_a_kind_is_a_row_of_its_own() -> None:
    measures = measure([described("who", "weak", 1), rated("x", False, 0.9, "strong")])
    assert printed(measured(measures))[-2:] == ["- 1 1 1.000", "who 1 0 1.000 1.000 0.000"]


def test_a_miss_by_patterns_says_where_the_right_quote_came() -> None:
    lines = printed(measured(missed=[described("who", "strong", 2)]))
    assert lines[-2:] == ["wanted bridge|ferry", "first right quote: 2"]
