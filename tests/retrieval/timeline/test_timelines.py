"""Questions to a small archive of two years, by each engine that needs no service."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.index.index import Index
from retrieval.question.question import Scope
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Timeline
from retrieval.timeline.timelines import Timelines
from tests.archives import archive_of, article

NOW = datetime(2022, 6, 1, tzinfo=UTC)
FIRST = date(2020, 1, 6)
RAIN = "It rained all day in Klampuva, and the market closed early."


def rain(n: int, source: str = "Nemunas Herald") -> Article:
    day = FIRST + timedelta(days=n)
    return article(f"rain-{n}", RAIN, title=f"Rain, day {n}", published=day, source=source)


def ferry(n: int, day: date, title: str = "Ferry of Klampuva runs aground") -> Article:
    text = "Nobody was hurt when the ferry ran aground."
    return article(f"ferry-{n}", text, title=title, published=day)


ARTICLES = (
    *map(rain, range(0, 720, 3)),
    *(ferry(n, date(2021, 3, n + 1)) for n in range(6)),
    article("strike", RAIN, "Drivers of the ferry strike.", title="Strike", published=FIRST),
    article(
        "lt",
        "Keltas vėl plaukia.",
        title="Keltas plaukia",
        published=date(2021, 9, 9),
        language="lt",
    ),
    article("far", RAIN, title="A ferry tale", published=date(2021, 3, 8), source="Baltic Post"),
)


@pytest.fixture(params=["tantivy", "rank-bm25"])
def timelines(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Timelines]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, request.param)
        yield Timelines(archive, index)
        index.close()


def peak_of(timeline: Timeline) -> str:
    (peak,) = timeline.peaks
    assert peak.article is not None
    return peak.article.id


def test_each_month_has_the_share_of_what_was_printed(timelines: Timelines) -> None:
    found = timelines.of("ferry", asked_at=NOW)
    assert (found.step, found.words, found.articles) == (Step.MONTH, ("ferry",), 8)
    assert found.printed == len(ARTICLES)
    march = next(bar for bar in found.bars if bar.first == date(2021, 3, 1))
    assert (march.articles, march.printed) == (7, 18)
    assert march.share == pytest.approx(7 / 18)


def test_the_peak_shows_the_article_that_is_most_about_it(timelines: Timelines) -> None:
    found = timelines.of("Why did the ferry run aground in Klampuva?", asked_at=NOW)
    assert peak_of(found).startswith("ferry-")
    (peak,) = found.peaks
    assert found.bars[peak.place].first == date(2021, 3, 1)


def test_words_that_leave_too_few_are_not_counted_by_and_named(timelines: Timelines) -> None:
    found = timelines.of("What happened with the ferry aground?", asked_at=NOW)
    assert found.articles == 6
    assert found.left_out == ("happened",)
    assert "ferry" in found.words


def test_the_time_that_is_asked_for_is_the_time_shown(timelines: Timelines) -> None:
    found = timelines.of("ferry in March 2021", asked_at=NOW)
    assert (found.step, len(found.bars)) == (Step.WEEK, 5)
    assert (found.bars[0].first, found.bars[-1].last) == (date(2021, 3, 1), date(2021, 3, 31))
    scope = Scope(since=date(2021, 3, 2), until=date(2021, 3, 4))
    assert timelines.of("ferry", asked_at=NOW, scope=scope).articles == 3


def test_an_outlet_is_held_against_itself(timelines: Timelines) -> None:
    found = timelines.of('ferry source:"Baltic Post"', asked_at=NOW)
    assert (found.articles, found.printed) == (1, 1)
    others = timelines.of('ferry -source:"Baltic Post"', asked_at=NOW)
    assert (others.articles, others.printed) == (7, len(ARTICLES) - 1)


def test_exact_words_count_wherever_they_stand(timelines: Timelines) -> None:
    found = timelines.of('"drivers of the ferry"', asked_at=NOW)
    assert (found.articles, found.words) == (1, ("drivers of the ferry",))
    assert peak_of(found) == "strike"


def test_exact_words_are_counted_as_they_are_written_and_with_the_other_words(
    timelines: Timelines,
) -> None:
    assert timelines.of('"the ferries"', asked_at=NOW).articles == 0
    assert timelines.of('"ferry ran aground" hurt', asked_at=NOW).articles == 6
    assert timelines.of('"ferry ran aground" market', asked_at=NOW).articles == 0
    found = timelines.of('"A ferry tale"', asked_at=NOW)
    assert (found.articles, found.is_exact, peak_of(found)) == (1, True, "far")


def test_exact_words_that_very_many_have_are_counted_by_their_words(tmp_path: Path) -> None:
    many = [article(f"m{n}", RAIN, "It rained all day.", published=FIRST) for n in range(1001)]
    with archive_of(tmp_path, *many) as archive:
        index = Index(archive, "tantivy")
        found = Timelines(archive, index).of('"rained all day"', asked_at=NOW)
        index.close()
    assert (found.articles, found.is_exact) == (1001, False)
    assert "rained" in found.words


def test_a_word_of_the_headline_and_words_that_are_not_wanted(timelines: Timelines) -> None:
    assert timelines.of("title:ferry", asked_at=NOW).articles == 7
    assert timelines.of("ferry -aground", asked_at=NOW).articles == 2


def test_a_question_counts_in_every_language_of_the_archive(timelines: Timelines) -> None:
    assert timelines.of("keltas", asked_at=NOW).articles == 1


def test_a_misspelt_word_is_counted_as_it_was_meant(timelines: Timelines) -> None:
    found = timelines.of("Klampuvva", asked_at=NOW)
    assert found.articles > 200
    assert found.words == ("Klampuva",)
    assert found.notes


@pytest.mark.parametrize(
    "text", ["zebra", "ferry zebra since:2022-05", "", "the", '"of the"', "?!"]
)
def test_what_is_nowhere_has_no_bars_and_says_what_was_searched(
    timelines: Timelines, text: str
) -> None:
    found = timelines.of(text, asked_at=NOW)
    assert (found.bars, found.peaks, found.articles) == ((), (), 0)
    assert found.searched is not None
    assert found.searched.articles == len(ARTICLES)


def test_days_that_an_outlet_lacks_are_a_hole(tmp_path: Path) -> None:
    days = [n for n in range(720) if not 300 <= n < 361]
    with archive_of(tmp_path, *map(rain, days)) as archive:
        index = Index(archive, "tantivy")
        found = Timelines(archive, index).of("rain", asked_at=NOW)
        index.close()
    assert [gap.days for gap in found.gaps] == [61]
    holes = [bar for bar in found.bars if bar.is_hole]
    assert {bar.first for bar in holes} == {date(2020, 11, 1), date(2020, 12, 1)}


def test_an_article_that_was_altered_on_disk_is_not_shown(tmp_path: Path) -> None:
    with archive_of(tmp_path, ferry(1, FIRST), rain(1)) as archive:
        index = Index(archive, "tantivy")
        _alter(archive)
        found = Timelines(archive, index).of("aground", asked_at=NOW)
        index.close()
    assert [peak.article for peak in found.peaks] == [None]


def _alter(archive: Archive) -> None:
    with archive.storing() as connection:
        connection.execute("UPDATE version SET title = 'Ferry sinks' WHERE article = 'ferry-1'")
