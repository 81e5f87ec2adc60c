from datetime import date, timedelta

import pytest

from corpus.archive.gaps import Gap
from retrieval.timeline.bars import bars, busiest, span
from retrieval.timeline.holes import Holes
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar

FIRST, LAST = date(2021, 1, 1), date(2021, 3, 31)


def daily(count: int, first: date = FIRST, last: date = LAST) -> dict[date, int]:
    return {first + timedelta(n): count for n in range((last - first).days + 1)}


def test_the_time_shown_is_all_in_which_something_was_printed() -> None:
    assert span(daily(2), {}, {}) == (FIRST, LAST)
    assert span({}, {}, {}) is None


def test_stray_articles_long_before_do_not_stretch_it_unless_they_are_of_those_counted() -> None:
    early = date(1993, 10, 11)
    printed = {early: 1, **daily(100)}
    assert span(printed, daily(1), {}) == (FIRST, LAST)
    assert span(printed, {early: 1, FIRST: 1}, {}) == (early, LAST)


def test_doubtful_dates_do_not_stretch_it() -> None:
    printed = {date(1970, 1, 1): 3, **daily(1), date(2999, 1, 1): 1}
    doubtful = {date(1970, 1, 1): 3, date(2999, 1, 1): 1}
    assert span(printed, printed, doubtful) == (FIRST, LAST)
    assert span({FIRST: 1}, {}, {FIRST: 1}) == (FIRST, FIRST)


def test_counts_of_days_are_summed_also_where_there_are_none() -> None:
    counted = {date(2021, 1, 31): 2, date(2021, 3, 1): 1, date(2021, 4, 1): 7}
    printed = daily(1, last=date(2021, 1, 31))
    made = bars((FIRST, LAST), Step.MONTH, counted, printed, Holes())
    assert [(bar.articles, bar.printed) for bar in made] == [(2, 31), (0, 0), (1, 0)]
    assert [bar.first for bar in made] == [FIRST, date(2021, 2, 1), date(2021, 3, 1)]


def test_a_bar_of_far_fewer_articles_than_usual_is_thin() -> None:
    printed = {**daily(2), **daily(0, last=date(2021, 1, 26))}
    thin = [bar.is_thin for bar in bars((FIRST, LAST), Step.MONTH, {}, printed, Holes())]
    assert thin == [True, False, False]
    evenly = bars((FIRST, LAST), Step.MONTH, {}, {FIRST: 2, LAST: 2, date(2021, 2, 1): 2}, Holes())
    assert not any(bar.is_thin for bar in evenly)


def test_a_hole_is_as_large_as_the_outlet_that_lacks() -> None:
    gap = Gap("Baltic Post", date(2021, 2, 1), date(2021, 2, 14), 14)
    small, large = Holes([gap], {"Baltic Post": 0.2}), Holes([gap], {"Baltic Post": 1.0})
    days = (date(2021, 2, 1), date(2021, 2, 28))
    assert small.missing(*days) == pytest.approx(0.1)
    assert large.missing(*days) == pytest.approx(0.5)
    assert large.missing(date(2021, 3, 1), LAST) == 0
    assert large.between(date(2021, 2, 14), LAST) == (gap,)
    assert large.between(date(2021, 2, 15), LAST) == ()


def test_a_bar_is_a_hole_where_half_is_missing_or_nothing_was_printed() -> None:
    assert Bar(FIRST, LAST, 0, 0).is_hole
    assert Bar(FIRST, LAST, 1, 9, missing=0.5).is_hole
    assert not Bar(FIRST, LAST, 1, 9, missing=0.4).is_hole
    assert (Bar(FIRST, LAST, 1, 4).share, Bar(FIRST, LAST, 0, 0).share) == (0.25, 0.0)


def test_the_day_of_an_event_is_what_its_month_is_about() -> None:
    month = Bar(FIRST, date(2021, 1, 31), 30, 300)
    event = date(2021, 1, 24)
    quiet = daily(1, last=month.last)
    assert busiest({**quiet, event: 8, LAST: 99}, month) == (event, event)
    assert busiest({**quiet, event: 5}, month) == (month.first, month.last)
    assert busiest({event: 4}, Bar(FIRST, month.last, 4, 300)) == (month.first, month.last)
