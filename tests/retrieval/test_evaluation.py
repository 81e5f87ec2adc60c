from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import msgspec
import pytest

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answer import Answer, Copy, Quote, Strength
from retrieval.answering import Answerer
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import (
    Judged,
    Outcome,
    read_judged,
    read_outcomes,
    run_lines,
    saved_lines,
)
from retrieval.evaluation.measures import Difference, compare, measure
from retrieval.evaluation.outcomes import Asking, ask_all, normalise, outcome_of
from retrieval.evaluation.qrels import graded, judged_by, read_qrels
from retrieval.index.index import Index
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
ARTICLES = (
    article("bridge", "The bridge over the Vilka cost 3.7 million euros.", title="Bridge opens"),
    article("strike", "Some 160 drivers stopped work in Klampuva.", published=date(2021, 6, 1)),
    article("vote", "The ferry to Rusnelė stopped on Monday.", published=date(2022, 3, 4)),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        yield archive


@pytest.fixture
def answerer(archive: Archive) -> Iterator[Answerer]:
    index = Index(archive, "rank-bm25")
    yield Answerer(archive, index)
    index.close()


def answer(answerer: Answerer) -> Answer:
    """A real answer that quotes the articles `bridge`, then `strike`."""
    first, second = (
        answerer.ask(text, asked_at=NOW) for text in ("bridge over the Vilka", "drivers Klampuva")
    )
    (one,), (two,) = first.quotes, second.quotes
    return replace(first, quotes=(one, replace(two, rank=2, score=one.score)))


def outcome(name: str = "q", **parts: object) -> Outcome:
    """An answerable question, answered as `weak`, with some parts as given."""
    whole = {
        "name": name,
        "judged": {"question": name},
        "strength": "weak",
        "confidence": 0.5,
        "took_ms": 1.0,
    }
    return msgspec.convert({**whole, **parts}, Outcome)


def located(name: str, place: int | None) -> Outcome:
    return outcome(
        name, judged={"question": name, "articles": ["a"]}, article_place=place, confidence=0.0
    )


def rated(name: str, answerable: bool, confidence: float, strength: str = "weak") -> Outcome:
    judged = {"question": name, "answerable": answerable}
    return outcome(name, judged=judged, confidence=confidence, strength=strength)


# Reading


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


# One question


def test_places_are_of_the_first_right_article_and_the_first_right_words(
    answerer: Answerer, archive: Archive
) -> None:
    judged = Judged("?", articles=("strike", "other"), answers=("€", "3.7 Million"))
    came = outcome_of("q", judged, answer(answerer), archive)
    assert (came.article_place, came.answer_place) == (2, 1)


def test_a_copy_counts_as_its_cards_article_and_stands_behind_it(
    answerer: Answerer, archive: Archive
) -> None:
    given = answer(answerer)
    first, second = given.quotes
    copy = Copy("copied", "Baltic Post", date(2021, 6, 2), None)
    given = replace(given, quotes=(replace(first, copies=(copy,)), second))
    came = outcome_of("q", Judged("?", articles=("copied",)), given, archive)
    assert came.article_place == 1
    assert [found for found, _ in came.found] == ["bridge", "copied", "strike"]


def test_a_runs_scores_fall_strictly(answerer: Answerer, archive: Archive) -> None:
    came = outcome_of("q 1", Judged("?"), answer(answerer), archive)
    lines = [line.split() for line in run_lines([came], "tag")]
    assert [line[:4] for line in lines] == [
        ["q_1", "Q0", "bridge", "1"],
        ["q_1", "Q0", "strike", "2"],
    ]
    assert float(lines[0][4]) > float(lines[1][4])


def altered(quote: Quote, changed: Article) -> Quote:
    return replace(quote, article=changed)


def test_what_the_archive_does_not_have_is_counted(answerer: Answerer, archive: Archive) -> None:
    given = answer(answerer)
    one, two = given.quotes
    cases = {
        (2, 2, 2): (one, two),
        (1, 2, 2): (replace(one, paragraph=replace(one.paragraph, text="B" * 99)), two),
        (2, 1, 2): (altered(one, replace(one.article, published=date(2021, 1, 28))), two),
        (2, 2, 1): (altered(one, replace(one.article, source="Baltic Post")), two),
        (1, 1, 1): (altered(one, replace(one.article, id="gone")), two),
    }
    for expected, quotes in cases.items():
        came = outcome_of("q", Judged("?"), replace(given, quotes=quotes), archive)
        assert (came.faithful, came.dated, came.sourced) == expected


def test_a_question_is_asked_as_of_its_moment_or_of_now(
    answerer: Answerer, archive: Archive
) -> None:
    judged = [Judged("ferry to Rusnelė", asked_at="2022-03-03", articles=("vote",))]

    def places(asking: Asking) -> list[int | None]:
        return [came.article_place for came in ask_all(answerer, archive, judged, asking)]

    assert places(Asking()) == [1]
    assert places(Asking(as_of=True)) == [None]
    assert places(Asking(with_asked_at=False, as_of=True)) == [1]


def test_as_of_finds_what_was_published_on_the_day_itself(
    answerer: Answerer, archive: Archive
) -> None:
    judged = [Judged("ferry to Rusnelė", asked_at="2022-03-04", articles=("vote",))]
    (came,) = ask_all(answerer, archive, judged, Asking(as_of=True))
    assert came.article_place == 1


def test_questions_without_an_id_are_numbered(answerer: Answerer, archive: Archive) -> None:
    judged = [Judged("bridge"), Judged("bridge", id=7), Judged("bridge")]
    assert [o.name for o in ask_all(answerer, archive, judged, Asking())] == ["1", "7", "3"]


def test_normalised_is_lower_case_letters_and_digits_with_single_spaces() -> None:
    assert normalise("  “Rūta Žemaitė-Kalnienė”,\n58 — 3.7") == "rūta žemaitė kalnienė 58 3 7"
    assert normalise("Ru\u0304ta") == "rūta"


@pytest.mark.parametrize(
    ("came", "missed"),
    [
        (located("a", 3), False),
        (located("a", 4), True),
        (located("a", None), True),
        (outcome("a"), False),  # nothing is judged
        (outcome("a", judged={"question": "?", "answers": ["x"]}, answer_place=4), True),
        (rated("a", False, 0.9, "strong"), True),
        (rated("a", False, 0.4, "weak"), False),
    ],
)
def test_missed_is_what_a_reader_of_three_quotes_does_not_get(came: Outcome, missed: bool) -> None:
    assert came.is_missed is missed


# Measures


def test_article_measures_are_of_those_questions_that_name_articles() -> None:
    came = [located("a", 1), located("b", 4), located("c", None), located("d", 11), outcome("e")]
    values = measure(came).values
    assert values["article@1"] == 1 / 4
    assert values["article@3"] == 1 / 4
    assert values["article@5"] == 2 / 4
    assert values["article@10"] == 2 / 4
    assert values["mrr@10"] == pytest.approx((1 + 1 / 4) / 4)


def test_answers_in_quotes_are_of_those_questions_that_have_answers() -> None:
    judged = {"question": "?", "answers": ["x"]}
    came = [
        outcome("a", judged=judged, answer_place=1),
        outcome("b", judged=judged, answer_place=3),
        outcome("c", judged=judged),
        outcome("d"),
    ]
    values = measure(came).values
    assert [values[f"answer_in_quote@{k}"] for k in (1, 3, 5)] == [
        pytest.approx(1 / 3),
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    ]


def test_accuracies_are_shares_of_all_quotes() -> None:
    came = [
        outcome("a", quotes=3, faithful=3, dated=2, sourced=3),
        outcome("b", quotes=1, faithful=1, dated=1, sourced=0),
        outcome("c"),
    ]
    values = measure(came).values
    assert (values["fidelity"], values["date_accuracy"], values["source_accuracy"]) == (
        1,
        0.75,
        0.75,
    )


def test_what_nobody_judged_is_none() -> None:
    measures = measure([outcome()])
    assert {name: value for name, value in measures.values.items() if value is not None} == {
        "answerable_strong": 0.0
    }
    assert list(measures.intervals) == ["answerable_strong"]


def test_labels_and_their_auc_counted_by_hand() -> None:
    came = [
        rated("a", True, 0.9, "strong"),
        rated("b", True, 0.3, "weak"),
        rated("c", False, 0.8, "strong"),
        rated("d", False, 0.0, "none"),
        rated("e", False, 0.3, "weak"),
    ]
    measures = measure(came)
    assert measures.values["answerable_strong"] == 1 / 2
    assert measures.values["unanswerable_strong"] == pytest.approx(1 / 3)
    assert measures.strengths == {
        "answerable": {"strong": 1, "weak": 1, "none": 0},
        "unanswerable": {"strong": 1, "weak": 1, "none": 1},
    }
    # of 6 pairs: a over d, e and, by confidence, c; b over d, even with e, under c
    assert measures.values["auc_confidence"] == pytest.approx((3 + 1.5) / 6)
    assert measures.values["auc_labels"] == pytest.approx((2.5 + 1.5) / 6)


@pytest.mark.parametrize("seed", range(8))
def test_the_area_under_the_curve_is_the_share_of_pairs_in_order(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (a sample, no secret)
    came = [
        rated(str(number), random.random() < 0.6, random.choice((0.0, 0.1, 0.4, random.random())))
        for number in range(60)
    ]
    answerable = [o.confidence for o in came if o.judged.answerable]
    others = [o.confidence for o in came if not o.judged.answerable]
    won = sum((a > b) + (a == b) / 2 for a in answerable for b in others)
    expected = won / (len(answerable) * len(others))
    assert measure(came).values["auc_confidence"] == pytest.approx(expected)


def test_milliseconds_are_percentiles_of_whole_answers() -> None:
    measures = measure([outcome(str(n), took_ms=float(n)) for n in range(101)])
    assert (measures.p50_ms, measures.p99_ms) == (50.0, 99.0)
    assert measure([outcome(took_ms=7.0)]).p99_ms == 7.0


# Intervals


def test_an_interval_holds_its_measure_and_is_the_same_every_time() -> None:
    came = [located(str(n), 1 if n % 3 else None) for n in range(90)]
    first, again = measure(came), measure(came)
    low, high = first.intervals["article@1"]
    assert low < 2 / 3 < high
    # the normal approximation of a share: 1.96 standard errors to either side
    assert high - low == pytest.approx(2 * 1.96 * (2 / 9 / 90) ** 0.5, rel=0.1)
    assert first.intervals == again.intervals


def test_accuracies_have_no_interval() -> None:
    measures = measure([outcome(quotes=1, faithful=1, dated=1, sourced=1)])
    assert measures.values["fidelity"] == 1
    assert "fidelity" not in measures.intervals


def test_an_interval_of_a_rare_kind_goes_by_the_resamples_that_have_it() -> None:
    came = [rated(str(n), True, 0.9) for n in range(5)] + [rated("x", False, 0.1)]
    assert measure(came).intervals["auc_confidence"] == (1.0, 1.0)


# Two runs


def test_the_same_run_twice_shows_no_difference() -> None:
    came = [located(str(n), n % 7 + 1) for n in range(50)]
    differences = compare(came, came).differences
    assert {d.interval for d in differences.values()} == {(0.0, 0.0)}
    assert not any(difference.is_shown for difference in differences.values())


def test_a_clear_gain_is_shown_with_its_sign() -> None:
    better = [located(str(n), 1) for n in range(40)]
    worse = [located(str(n), 1 if n % 2 else None) for n in range(40)]
    gain = compare(better, worse).differences["article@1"]
    loss = compare(worse, better).differences["article@1"]
    assert (gain.this, gain.that, gain.value) == (1.0, 0.5, 0.5)
    assert gain.is_shown
    assert loss.is_shown
    assert loss.interval == tuple(-end for end in reversed(gain.interval))


def test_one_question_of_many_is_no_difference() -> None:
    these = [located(str(n), 1) for n in range(40)]
    those = [located("0", None), *these[1:]]
    assert not compare(these, those).differences["article@1"].is_shown


def test_questions_are_paired_by_name_and_text() -> None:
    these = [located("a", 1), located("b", 1), located("c", 1)]
    other = msgspec.structs.replace(located("c", None), judged=Judged("another", articles=("a",)))
    compared = compare(these, [located("b", None), located("a", 1), other])
    assert compared.questions == 2
    assert compared.differences["article@1"].that == 0.5
    assert compare(these, [other]).questions == 0


@pytest.mark.parametrize(
    ("interval", "shown"), [((0.0, 0.1), False), ((-0.1, 0.1), False), ((0.01, 0.1), True)]
)
def test_a_difference_is_shown_when_its_interval_leaves_out_0(
    interval: tuple[float, float], shown: bool
) -> None:
    assert Difference(0.5, 0.4, 0.1, interval).is_shown is shown


# Graded judgements


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


def test_only_judged_queries_are_asked_for_what_is_graded_above_0() -> None:
    qrels = {"1": {"a": 2, "b": 0}, "x": {"c": 1}}
    assert judged_by(qrels, [Judged("first"), Judged("second")]) == [
        Judged("first", id="1", articles=("a",))
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


def test_labels_are_numbered_from_none_to_strong() -> None:
    came = [rated("a", True, 0.0, "strong"), rated("b", False, 0.0, Strength.NONE)]
    assert measure(came).values["auc_labels"] == 1.0
