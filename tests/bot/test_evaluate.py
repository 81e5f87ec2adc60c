"""The `evaluate` command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.archives import archive_of, article
from tests.bot.command_line import Cli, Ran, one_line

Evaluate = Callable[..., Ran]

QUESTIONS = (
    {"id": "a", "question": "bridge over the Vilka", "articles": ["bridge"], "answers": ["3.7"]},
    {"id": "b", "question": "drivers in Klampuva", "articles": ["bridge"], "answers": ["2,000"],
     "asked_at": "2021-05-01"},
    {"id": "c", "question": "Who won the hockey final?", "answerable": False},
)  # fmt: skip


def lines(path: Path, *values: object) -> Path:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")
    return path


@pytest.fixture
def evaluate(cli: Cli, tmp_path: Path) -> Evaluate:
    """Ask `QUESTIONS` of a small archive, or other ones where the first argument is a file."""
    archive_of(
        tmp_path / "archive",
        article("bridge", "The bridge over the Vilka cost 3.7 million euros."),
        article("strike", "Some 160 drivers stopped work in Klampuva.", title="Strike"),
    ).close()
    judged = lines(tmp_path / "judged.jsonl", *QUESTIONS)

    def run(*arguments: str | Path) -> Ran:
        asked, rest = judged, arguments
        if arguments and isinstance(arguments[0], Path):
            asked, rest = arguments[0], arguments[1:]
        return cli("evaluate", asked, "--archive", tmp_path / "archive", *rest)

    return run


def measures(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_articles_that_the_archive_lacks_are_counted(evaluate: Evaluate, tmp_path: Path) -> None:
    judged = lines(
        tmp_path / "other.jsonl", {"id": "a", "question": "ferry", "articles": ["ferry", "bridge"]}
    )
    assert "1 of the 2 articles judged right" in evaluate(judged).err
    assert not evaluate().err


def test_questions_of_another_archive_are_told_from_those_of_this(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    for articles, told in (
        (["x"], "The article judged right is not in this archive"),
        (["x", "y"], "None of the 2 articles judged right is in this archive"),
        (["x", "bridge"], "1 of the 2 articles judged right is not in this archive."),
        (["x", "y", "bridge"], "2 of the 3 articles judged right are not in this archive."),
    ):
        judged = lines(tmp_path / "other.jsonl", {"question": "ferry", "articles": articles})
        ran = evaluate(judged)
        assert ran.code == 0
        assert told in ran.err
        assert one_line(ran.err)


def test_an_empty_archive_is_not_measured(cli: Cli, tmp_path: Path) -> None:
    judged = lines(tmp_path / "judged.jsonl", {"question": "ferry", "articles": ["x"]})
    archive = archive_of(tmp_path / "archive")
    for _ in ("never filled", "all removed"):
        ran = cli("evaluate", judged, "--archive", tmp_path / "archive")
        assert (ran.code, ran.out) == (3, "")
        assert "is empty" in ran.err
        assert one_line(ran.err)
        with archive.writing():
            archive.add([article("x", "A ferry.")])
            archive.remove("x")
    archive.close()


def test_programs_get_flat_keys_and_intervals(evaluate: Evaluate) -> None:
    found = measures(evaluate("--json"))
    assert (found["engine"], found["questions"]) == ("tantivy", 3)
    assert (found["article@1"], found["mrr@10"], found["answer_in_quote@1"]) == (0.5, 0.5, 0.5)
    assert (found["fidelity"], found["date_accuracy"], found["source_accuracy"]) == (1, 1, 1)
    assert (found["auc_confidence"], found["auc_labels"]) == (1.0, 1.0)
    assert found["unanswerable_strong"] == 0.0
    assert found["answerable_strong"] == 1.0
    assert found["strengths"]["unanswerable"] == {"strong": 0, "weak": 0, "none": 1}
    assert found["intervals"]["article@1"] == [0.0, 1.0]
    assert found["p50_ms"] > 0
    assert not {"against", "misses", "ndcg@10"} & set(found)


def test_people_get_a_table(evaluate: Evaluate) -> None:
    ran = evaluate()
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["article@1", "0.500", "0.000", "to", "1.000"] in rows
    assert ["texts", "true", "to", "the", "archive", "1.000"] in rows
    assert ran.err == ""


def test_misses_say_what_came_and_what_was_wanted(evaluate: Evaluate) -> None:
    (miss,) = measures(evaluate("--json", "--show-misses"))["misses"]
    assert miss["id"] == "b"
    assert (miss["articles"], miss["answers"]) == (["bridge"], ["2,000"])
    assert miss["found"] == ["strike"]
    assert miss["quote"] == "Some 160 drivers stopped work in Klampuva."
    shown = evaluate("--show-misses").out
    assert "1 of 3 questions missed" in shown
    assert "drivers in Klampuva (asked at 2021-05-01)" in shown
    assert "Some 160 drivers stopped work in Klampuva." in shown
    assert "wanted  2,000 in bridge" in shown


def test_a_saved_run_is_compared_with(evaluate: Evaluate, tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    measures(evaluate("--json", "--save", saved))
    found = measures(evaluate("--json", "--against", saved))["against"]
    assert (found["name"], found["questions"]) == (str(saved), 3)
    assert found["differences"]["article@1"] == {
        "this": 0.5, "that": 0.5, "difference": 0.0, "interval": [0.0, 0.0], "shown": False,
    }  # fmt: skip
    assert "no difference shown" in evaluate("--against", saved).out


def test_a_run_is_written_as_trec_has_it(evaluate: Evaluate, tmp_path: Path) -> None:
    run = tmp_path / "run.txt"
    measures(evaluate("--json", "--run", run))
    written = [line.split() for line in run.read_text("utf-8").splitlines()]
    assert [line[:4] for line in written] == [
        ["a", "Q0", "bridge", "1"],
        ["b", "Q0", "strike", "1"],
    ]
    assert {line[5] for line in written} == {"tantivy"}


def test_another_engine_is_compared_with(evaluate: Evaluate) -> None:
    found = measures(evaluate("--json", "--against", "rank-bm25"))["against"]
    assert (found["name"], found["questions"]) == ("rank-bm25", 3)
    assert found["differences"]["mrr@10"]["that"] == 0.5


def test_a_saved_run_of_other_questions_is_refused(evaluate: Evaluate, tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    evaluate("--save", saved)
    other = lines(tmp_path / "other.jsonl", {"question": "ferry"})
    assert_usage(evaluate(other, "--against", saved), "none of these questions")


def test_as_of_hides_what_was_published_later(evaluate: Evaluate, tmp_path: Path) -> None:
    early = lines(
        tmp_path / "early.jsonl",
        {"question": "drivers Klampuva", "asked_at": "2021-01-26", "articles": ["strike"]},
    )
    assert measures(evaluate(early, "--json"))["article@1"] == 1.0
    assert measures(evaluate(early, "--json", "--as-of"))["article@1"] == 0.0
    assert measures(evaluate(early, "--json", "--without-asked-at"))["article@1"] == 1.0


def test_before_measures_what_seems_answered_ahead_of_its_event(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    judged = lines(
        tmp_path / "early.jsonl",
        {"question": "drivers in Klampuva", "asked_at": "2021-03-13", "answers": ["40"]},
        {"question": "drivers in Klampuva", "asked_at": "2021-03-12", "answers": ["160"]},
        {"question": "bridge over the Vilka", "asked_at": "2021-03-13", "articles": ["bridge"]},
    )
    found = measures(evaluate(judged, "--json", "--before", "45"))
    assert (found["questions"], found["before"]) == (2, {"days": 45, "left_out": 1})
    assert found["unanswerable_strong"] == 0.5
    assert "asked 45 days before; left out" in evaluate(judged, "--before", "45").out
    assert "before" not in measures(evaluate(judged, "--json"))
    answered = lines(tmp_path / "early.jsonl", {
        "question": "bridge over the Vilka", "asked_at": "2021-03-13", "articles": ["bridge"]
    })  # fmt: skip
    assert_usage(evaluate(answered, "--before", "45"), "answered already then")


def test_beir_queries_are_measured_by_qrels(evaluate: Evaluate, tmp_path: Path) -> None:
    pytest.importorskip("ir_measures")
    queries = lines(
        tmp_path / "queries.jsonl",
        {"_id": "q1", "text": "bridge over the Vilka"},
        {"_id": "q2", "text": "drivers in Klampuva"},
        {"_id": "q3", "text": "not judged"},
    )
    qrels = tmp_path / "qrels.tsv"
    qrels.write_text(
        "query-id\tcorpus-id\tscore\nq1\tbridge\t2\nq2\tbridge\t1\nq9\tstrike\t1\n", "utf-8"
    )
    run = tmp_path / "run.txt"
    found = measures(evaluate(queries, "--json", "--qrels", qrels, "--run", run))
    assert found["questions"] == 2
    assert (found["ndcg@10"], found["recall@100"], found["article@1"]) == (0.5, 0.5, 0.5)
    assert "ndcg@10" in found["intervals"]
    assert [line.split()[:4] for line in run.read_text("utf-8").splitlines()] == [
        ["q1", "Q0", "bridge", "1"],
        ["q2", "Q0", "strike", "1"],
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--against", "no-such-engine"), "neither an engine"),
        (("--as-of", "--without-asked-at"), "take one"),
        (("--before", "45", "--without-asked-at"), "--before goes with neither"),
        (("--before", "45", "--qrels", "q.tsv"), "--before goes with neither"),
        (("--before", "45"), "question a has no asked_at"),
        (("--before", "-1"), "'--before'"),
        (("--run", "no-such-folder/run.txt"), "cannot be written"),
        (("--save", "no-such-folder/saved.jsonl"), "cannot be written"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_asked(
    evaluate: Evaluate, arguments: tuple[str, ...], reason: str
) -> None:
    assert_usage(evaluate(*arguments), reason)


def assert_usage(ran: Ran, reason: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    assert reason in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("option", ["--run", "--save"])
def test_nothing_is_written_over_the_questions(
    evaluate: Evaluate, tmp_path: Path, option: str
) -> None:
    judged = tmp_path / "judged.jsonl"
    before = judged.read_bytes()
    (tmp_path / "linked").hardlink_to(judged)
    for name in ("judged.jsonl", "linked"):
        assert_usage(evaluate(option, tmp_path / name), "written over")
    assert judged.read_bytes() == before
    assert_usage(evaluate("--run", tmp_path / "x", "--save", tmp_path / "x"), "written over")


def test_a_file_to_compare_with_that_is_none_is_wrong_usage(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    assert_usage(evaluate("--against", lines(tmp_path / "x", {"a": 1})), "no saved outcome")
    assert_usage(evaluate(tmp_path / "missing.jsonl"), "cannot be read")


@pytest.mark.parametrize("content", ["", "\n", '{"question": 5}\n', "not json\n"])
def test_judged_questions_that_cannot_be_read_are_one_line(filled: Cli, content: str) -> None:
    ran = filled("evaluate", filled.file("j.jsonl", content), "--archive", filled.archive)
    assert ran.code == 2
    assert one_line(ran.err)


def test_questions_judged_by_patterns_say_how_often_strong_is_right(
    evaluate: Evaluate, tmp_path: Path
) -> None:
    judged = lines(
        tmp_path / "described.jsonl",
        {"question": "bridge over the Vilka", "patterns": ["(?i)THE BRIDGE .*3.7"], "kind": "a"},
        {"question": "drivers in Klampuva", "patterns": ["160"], "to": "2021-01-26", "kind": "b"},
    )
    found = measures(evaluate(judged, "--json"))
    assert (found["strong_precision"], found["right@3"]) == (0.5, 0.5)
    assert found["kinds"]["a"]["strong_coverage"] == 1.0
    assert found["kinds"]["b"]["strong_coverage"] == 0.0


@pytest.mark.parametrize("pattern", ["(bridge", "(?:(?=(.))\\1|.|..)+[?!]"])
def test_a_pattern_that_is_wrong_or_endless_is_one_line(
    evaluate: Evaluate, tmp_path: Path, pattern: str
) -> None:
    judged = lines(
        tmp_path / "hostile.jsonl", {"question": "drivers in Klampuva", "patterns": [pattern]}
    )
    assert_usage(evaluate(judged), pattern)
