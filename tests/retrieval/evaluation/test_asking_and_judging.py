from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answer import Answer, Copy, Quote
from retrieval.answering import Answerer
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.asking import Asking, ask_all
from retrieval.evaluation.judged import Judged, parse_asked_at
from retrieval.evaluation.judging import outcome_of
from retrieval.evaluation.outcomes import Outcome, run_lines
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.retrieval.evaluation.outcomes import located, outcome, rated

NOW = datetime(2022, 1, 1, tzinfo=UTC)
ARTICLES = (
    article(
        "bridge",
        "The bridge over the Vilka cost 3.7 million euros.",
        "Nobody paid.",
        title="Bridge opens",
    ),
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


def replace_asked(judged: Judged, day: str) -> Judged:
    return msgspec.structs.replace(judged, asked_at=day)


def answer(answerer: Answerer) -> Answer:
    """A real answer that quotes the articles `bridge`, then `strike`."""
    first, second = (
        answerer.ask(text, asked_at=NOW) for text in ("bridge over the Vilka", "drivers Klampuva")
    )
    (one,), (two,) = first.quotes, second.quotes
    return replace(first, quotes=(one, replace(two, rank=2, score=one.score)))


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


def test_the_first_quote_is_kept_of_a_miss_only(answerer: Answerer, archive: Archive) -> None:
    given = answer(answerer)
    missed = outcome_of("q", Judged("?", articles=("vote",)), given, archive)
    assert missed.first == "The bridge over the Vilka cost 3.7 million euros."
    assert outcome_of("q", Judged("?", articles=("bridge",)), given, archive).first == ""


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


EARLY = Judged("ferry to Rusnelė", asked_at="2022-04-14", articles=("vote",), kind="where")


def test_before_asks_so_many_days_earlier_what_was_printed_until_then(
    answerer: Answerer, archive: Archive
) -> None:
    judged = [replace_asked(EARLY, day) for day in ("2022-04-17", "2022-04-18")]
    (came,) = ask_all(answerer, archive, judged, Asking(before=45))
    assert came.name == "1"  # the other is asked on the day that the ferry is written of
    assert came.judged == Judged(
        "ferry to Rusnelė", asked_at="2022-03-03T00:00:00+00:00", answerable=False, kind="where"
    )
    assert (came.article_place, came.quotes) == (None, 0)


@pytest.mark.parametrize(
    "judged",
    [
        Judged("bridge over the Vilka", asked_at="2022-03-04", answers=("3.7",)),
        Judged("bridge over the Vilka", asked_at="2022-03-04", articles=("bridge",)),
        Judged("bridge over the Vilka", asked_at="2022-03-04", patterns=("cost",)),
    ],
)
def test_what_is_answered_already_before_is_left_out(
    answerer: Answerer, archive: Archive, judged: Judged
) -> None:
    assert not list(ask_all(answerer, archive, [judged], Asking(before=45)))


def test_what_seems_answered_before_in_vain_is_kept_with_its_first_quote(
    answerer: Answerer, archive: Archive
) -> None:
    judged = [Judged("bridge over the Vilka", asked_at="2022-03-04", answers=("a ferry",))]
    (came,) = ask_all(answerer, archive, judged, Asking(before=45))
    assert came.is_missed
    assert came.first == "The bridge over the Vilka cost 3.7 million euros."


def test_a_question_of_no_moment_cannot_be_asked_before(
    answerer: Answerer, archive: Archive
) -> None:
    with pytest.raises(JudgedQuestionsError, match="question q has no asked_at"):
        list(ask_all(answerer, archive, [Judged("bridge", id="q")], Asking(before=1)))


def test_as_of_finds_what_was_published_on_the_day_itself(
    answerer: Answerer, archive: Archive
) -> None:
    judged = [Judged("ferry to Rusnelė", asked_at="2022-03-04", articles=("vote",))]
    (came,) = ask_all(answerer, archive, judged, Asking(as_of=True))
    assert came.article_place == 1


def test_questions_without_an_id_are_numbered(answerer: Answerer, archive: Archive) -> None:
    judged = [Judged("bridge"), Judged("bridge", id=7), Judged("bridge")]
    assert [o.name for o in ask_all(answerer, archive, judged, Asking())] == ["1", "7", "3"]


def test_a_moment_keeps_its_zone_and_is_of_utc_where_it_has_none() -> None:
    assert parse_asked_at("2022-03-04T23:30:00+02:00").isoformat() == "2022-03-04T23:30:00+02:00"
    assert parse_asked_at("2022-03-04").isoformat() == "2022-03-04T00:00:00+00:00"


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


def test_of_a_claim_as_many_quotes_are_judged_as_a_reader_is_shown(tmp_path: Path) -> None:
    told = [
        article(f"bridge {day}", f"The Vilka bridge was closed for {day} days by the council.")
        for day in range(5, 10)
    ]
    with archive_of(tmp_path, *told) as archive:
        index = Index(archive, "rank-bm25")
        claim, question = (
            Judged("The council closed the Vilka bridge"),
            Judged("Who closed the Vilka bridge?"),
        )
        asked = ask_all(Answerer(archive, index), archive, [claim, question], Asking())
        assert [outcome.quotes for outcome in asked] == [3, 5]
        index.close()


def test_an_article_is_judged_right_by_any_of_its_names(tmp_path: Path) -> None:
    page = "https://herald.example.org/bridge"
    bridge = article("bridge", "The bridge over the Vilka cost 3.7 million euros.", url=page)
    with archive_of(tmp_path, bridge) as archive:
        index = Index(archive, "rank-bm25")
        judged = [Judged("bridge over the Vilka", articles=("herald.example.org/bridge",))]
        (came,) = ask_all(Answerer(archive, index), archive, judged, Asking())
        index.close()
    assert came.article_place == 1
