from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corpus.archive.gaps import Gap, gaps_between
from tests.archives import archive_of, article

START = date(2021, 1, 4)  # a Monday


def holes(days: Iterable[int]) -> list[tuple[int, int]]:
    """Of an outlet with articles on these days, counted from a Monday: first and last day."""
    first = START.toordinal()
    found = gaps_between("Herald", [first + day for day in days])
    return [(gap.first.toordinal() - first, gap.last.toordinal() - first) for gap in found]


def test_a_daily_without_a_hole_has_none() -> None:
    assert holes(range(400)) == []


def test_two_empty_days_of_a_daily_are_a_hole_and_one_may_be_a_holiday() -> None:
    assert holes(day for day in range(800) if day not in (400, 401)) == [(400, 401)]
    assert holes(day for day in range(800) if day != 400) == []


def test_the_weekends_of_a_paper_that_has_none_are_no_holes() -> None:
    workdays = [day for day in range(800) if day % 7 < 5]
    assert holes(workdays) == []
    assert holes(day for day in workdays if day // 7 != 60) == [(418, 426)]


def test_a_weekly_lacks_nothing_on_its_six_empty_days() -> None:
    weekly = range(0, 1050, 7)
    assert holes(weekly) == []
    assert holes(day for day in weekly if day not in (490, 497)) == [(484, 503)]


def test_an_outlet_of_a_few_articles_a_year_has_no_holes() -> None:
    assert holes(range(0, 3000, 140)) == []
    assert holes([5]) == []


def test_the_rhythm_is_that_of_the_time_around() -> None:
    once_a_month = list(range(0, 600, 30))
    daily = list(range(600, 1200))
    assert holes(once_a_month + daily) == []


def test_a_hole_says_how_many_days_there_usually_are() -> None:
    days = [START.toordinal() + day for day in range(0, 1050, 7) if day not in (490, 497)]
    (gap,) = gaps_between("Herald", days)
    assert gap.days == 20
    assert 1.9 < gap.expected < 2


def test_an_archive_is_looked_through_an_outlet_at_a_time(tmp_path: Path) -> None:
    days = [START + timedelta(days=n) for n in range(300)]
    hole = {date(2021, 6, 9), date(2021, 6, 10), date(2021, 6, 11)}
    herald = [article(f"h{day}", "x", published=day) for day in days if day not in hole]
    noon = {day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC) for day in days}
    post = [article(f"p{day}", "x", published=noon[day], source="Post") for day in days]
    with archive_of(tmp_path, *herald, *post) as archive:
        found = archive.gaps()
    assert [(gap.source, gap.first, gap.last) for gap in found] == [
        ("Nemunas Herald", date(2021, 6, 9), date(2021, 6, 11)),
    ]
    assert all(isinstance(gap, Gap) for gap in found)
