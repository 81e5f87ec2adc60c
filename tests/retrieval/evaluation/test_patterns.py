"""Regular expressions of a judged file, and the days that go with them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retrieval.answer import Answer
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation import patterns
from retrieval.evaluation.judged import Judged, read_judged
from retrieval.evaluation.judging import outcome_of
from retrieval.evaluation.measures import measure
from retrieval.evaluation.outcomes import Outcome
from tests.archives import archive_of, article
from tests.retrieval.evaluation.outcomes import outcome, rated
from tests.retrieval.quotes import answer_of

CATASTROPHIC = r"(?:(?=(\w+))\1|.|..)+[?!]"  # twice as long with each character


def read(tmp_path: Path, line: str) -> Judged:
    file = tmp_path / "judged.jsonl"
    file.write_text(line + "\n", "utf-8")
    (judged,) = read_judged(file)
    return judged


def test_patterns_days_and_the_kind_are_read(tmp_path: Path) -> None:
    line = '{"question": "?", "patterns": ["a"], "from": "2021-02-03", "to": 2022, "kind": "who"}'
    assert read(tmp_path, line) == Judged(
        "?", patterns=("a",), since=date(2021, 2, 3), until=date(2022, 12, 31), kind="who"
    )
    line = '{"question": "?", "from": "2021", "to": "2021-02-03"}'
    judged = read(tmp_path, line)
    assert (judged.since, judged.until) == (date(2021, 1, 1), date(2021, 2, 3))


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ('"patterns": ["(a"]', "no regular expression: (a: missing )"),
        ('"patterns": ["' + "a" * 4001 + '"]', "4,001 characters; 4,000 are the most"),
        ('"patterns": ["' + "(" * 4000 + '"]', "no regular expression"),
        ('"patterns": ["(a{65536}){65536}"]', "repeats too much: (a{65536}){65536}"),
        ('"patterns": ["(b|(((a{90}){90}[)])){9}c)"]', "repeats too much"),
        ('"patterns": "a"', "patterns"),
        ('"patterns": ["(\\n"]', "no regular expression: (\ufffd: "),
        ('"from": "soon"', "`from` is neither a day nor a year: 'soon'"),
        ('"to": "2021-02-30"', "`to` is neither"),
        ('"to": "0000"', "`to` is neither"),
        ('"from": 2022, "to": "2021-02-03"', "`from` is after `to`"),
    ],
)
def test_a_line_that_cannot_be_judged_by_is_named(tmp_path: Path, parts: str, reason: str) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text('{"question": "?"}\n{"question": "?", ' + parts + "}\n", "utf-8")
    with pytest.raises(JudgedQuestionsError) as told:
        read_judged(file)
    message = str(told.value)
    assert message.startswith(f"{file}:2: ")
    assert reason in message
    assert len(message.splitlines()) == 1
    assert len(message) < 300 + len(str(file))


@pytest.mark.parametrize(
    "pattern",
    ["(?s)(?=.{0,260}?a)(?=.{0,260}?b)" * 20, "x{3},?" * 400, "(a{200}){200}", "[(]{9}" * 9],
)
def test_many_repeats_beside_one_another_are_no_fault(pattern: str) -> None:
    patterns.check_pattern(pattern)


def test_a_pattern_that_warns_of_later_versions_is_read_in_silence(tmp_path: Path) -> None:
    assert read(tmp_path, '{"question": "?", "patterns": ["[[a]b"]}').patterns == ("[[a]b",)


def test_a_pattern_that_would_take_for_ever_is_given_up() -> None:
    patterns.check_pattern(CATASTROPHIC)
    assert patterns.is_found(CATASTROPHIC, "a " * 10 + "!")
    with pytest.raises(JudgedQuestionsError, match="takes more than 1 s for 600 characters"):
        patterns.is_found(CATASTROPHIC, "a " * 300)


def came(answer: Answer, judged: Judged, tmp_path: Path) -> Outcome:
    with archive_of(tmp_path, article("other", "Nothing.")) as archive:
        return outcome_of("q7", judged, answer, archive)


FIRST = article("a", "The bridge opened.", published=date(2021, 5, 1))
SECOND = article("b", "The BRIDGE cost 3.7 million.", published=date(2021, 5, 3))


@pytest.mark.parametrize(
    ("judged", "place"),
    [
        (Judged("?", patterns=("[0-9]", "(?i)bridge")), 1),
        (Judged("?", patterns=("bridge", "[0-9]")), 1),
        (Judged("?", patterns=("[0-9]",)), 2),
        (Judged("?", patterns=("^cost",)), None),
        (Judged("?"), None),
        (Judged("?", patterns=(".",), since=date(2021, 5, 1)), 1),
        (Judged("?", patterns=(".",), since=date(2021, 5, 2)), 2),
        (Judged("?", patterns=(".",), since=date(2021, 5, 4)), None),
        (Judged("?", patterns=("(?i)bridge",), until=date(2021, 5, 1)), 1),
        (Judged("?", patterns=(".",), until=date(2021, 4, 30)), None),
    ],
)
def test_a_quote_is_right_by_any_pattern_within_the_days(
    judged: Judged, place: int | None, tmp_path: Path
) -> None:
    assert came(answer_of(FIRST, SECOND), judged, tmp_path).pattern_place == place


def test_a_question_whose_pattern_takes_too_long_is_named(tmp_path: Path) -> None:
    slow = answer_of(article("a", "a " * 300))
    with pytest.raises(JudgedQuestionsError, match=r"^question q7: a pattern takes"):
        came(slow, Judged("?", patterns=(CATASTROPHIC,)), tmp_path)


def described(name: str, strength: str, place: int | None, kind: str = "") -> Outcome:
    judged = {"question": name, "patterns": ["x"], "kind": kind}
    return outcome(name, judged=judged, strength=strength, pattern_place=place)


def test_precision_is_of_the_strong_and_coverage_of_the_answerable() -> None:
    came = [
        described("a", "strong", 1),
        described("b", "strong", 2),
        described("c", "strong", None),
        described("d", "weak", 1),
        described("e", "none", None),
        rated("f", False, 0.9, "strong"),
        rated("g", False, 0.1, "weak"),
        outcome("h", strength="strong"),  # answerable, but nobody says by what
    ]
    values = measure(came).values
    assert values["strong_precision"] == 1 / 4
    assert values["strong_coverage"] == 1 / 5
    assert (values["right@1"], values["right@3"]) == (2 / 5, 3 / 5)
    assert values["unanswerable_strong"] == 1 / 2


def test_without_patterns_nobody_knows_how_precise_strong_is() -> None:
    values = measure([rated("a", True, 0.9, "strong"), rated("b", False, 0.9, "strong")]).values
    names = ("strong_precision", "strong_coverage", "right@1", "right@3")
    assert [values[name] for name in names] == [None] * 4


def test_each_kind_of_question_is_measured_by_itself() -> None:
    came = [
        described("a", "strong", 1, "who"),
        described("b", "weak", 3, "who"),
        described("c", "strong", 2, "how many"),
    ]
    kinds = measure(came).kinds
    assert list(kinds) == ["how many", "who"]
    assert [(kind.questions, kind.strong) for kind in kinds.values()] == [(1, 1), (2, 1)]
    assert kinds["how many"].values["strong_precision"] == 0
    assert kinds["who"].values["strong_coverage"] == 1 / 2
    assert not measure(came[:2]).kinds


def test_strong_and_wrong_is_missed_though_a_right_quote_is_near() -> None:
    assert described("a", "strong", 2).is_missed
    assert not described("a", "strong", 1).is_missed
    assert not described("a", "weak", 3).is_missed
    assert described("a", "weak", 4).is_missed


def test_what_comes_without_quotes_has_no_place(tmp_path: Path) -> None:
    empty = replace(answer_of(FIRST), quotes=())
    assert came(empty, Judged("?", patterns=(".",)), tmp_path).pattern_place is None
