"""An answer in other articles of the same story, in a headline, and with other numbers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answer import Copy
from retrieval.evaluation.judged import Judged
from retrieval.evaluation.judging import outcome_of
from retrieval.evaluation.measures import measure
from retrieval.evaluation.outcomes import Outcome
from tests.archives import archive_of, article
from tests.retrieval.evaluation.outcomes import outcome
from tests.retrieval.quotes import answer_of

EVENT = date(2021, 5, 10)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path, article("right", "The bridge opened.", published=EVENT)) as archive:
        yield archive


def near(day: date | datetime, *paragraphs: str, title: str = "") -> Article:
    return article(
        "near", *(paragraphs or ("A van.", "Nine vans came.")), title=title, published=day
    )


def story_place(found: Article, archive: Archive, judged: Judged) -> int | None:
    wrong = article("wrong", "Snow fell.", published=EVENT)
    return outcome_of("q", judged, answer_of(wrong, found), archive).story_place


JUDGED = Judged("?", articles=("gone", "right"), answers=("nine",))


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (near(EVENT), 2),
        (near(date(2021, 5, 17)), 2),
        (near(date(2021, 5, 3)), 2),
        (near(datetime(2021, 5, 17, 23, 30, tzinfo=UTC)), 2),
        (near(date(2021, 5, 18)), None),
        (near(date(2021, 5, 2)), None),
        (near(EVENT, "A van.", "9 vans."), None),
        (near(EVENT, "A van.", title="Nine vans"), 2),
        (article("right", "The bridge opened.", published=EVENT), 2),
    ],
)
def test_an_article_within_a_week_that_says_the_answer_is_of_the_story(
    found: Article, place: int | None, archive: Archive
) -> None:
    assert story_place(found, archive, JUDGED) == place


def test_without_a_right_article_in_the_archive_there_is_no_story(archive: Archive) -> None:
    assert (
        story_place(near(EVENT), archive, Judged("?", articles=("gone",), answers=("nine",)))
        is None
    )


def test_a_copy_that_is_right_is_of_the_story(archive: Archive) -> None:
    given = answer_of(near(date(2020, 1, 1), "Fog."), copies=(Copy("right", "Post", EVENT, None),))
    assert outcome_of("q", JUDGED, given, archive).story_place == 1


def test_the_answer_may_stand_in_the_headline_or_in_another_form(archive: Archive) -> None:
    given = answer_of(
        article("a", "A van came."),
        article("b", "9 vans came."),
        article("c", "A van.", title="Nine vans"),
        article("d", "Nine vans came."),
    )
    came = outcome_of("q", JUDGED, given, archive)
    assert (came.number_place, came.headline_place, came.answer_place) == (2, 3, 4)


def placed(name: str, **places: int) -> Outcome:
    return outcome(name, judged={"question": "?", "articles": ["a"], "answers": ["x"]}, **places)


def test_each_way_to_answer_is_measured_by_its_own_place() -> None:
    came = [
        placed("a", story_place=1, answer_place=5, number_place=3, headline_place=1),
        placed("b", story_place=3, number_place=1),
        outcome("c", judged={"question": "?", "articles": ["a"]}, story_place=1),
    ]
    values = measure(came).values
    assert [values[f"story@{k}"] for k in (1, 3, 5)] == [1 / 2, 1, 1]
    assert [values[f"answer_in_quote@{k}"] for k in (1, 3, 5)] == [0, 0, 1 / 2]
    assert [values[f"answer_with_numbers@{k}"] for k in (1, 3, 5)] == [1 / 2, 1, 1]
    assert [values[f"quote_or_headline@{k}"] for k in (1, 3, 5)] == [1 / 2] * 3
