from datetime import date, timedelta

from retrieval.timeline.peaks import MOST, peaks
from retrieval.timeline.timeline import Bar

FIRST = date(2021, 1, 1)


def bars(*counts: tuple[int, int], missing: float = 0.0, is_thin: bool = False) -> list[Bar]:
    """Days with so many articles of so many."""
    days = (FIRST + timedelta(n) for n in range(len(counts)))
    return [
        Bar(day, day, *count, missing, is_thin) for day, count in zip(days, counts, strict=True)
    ]


def test_without_an_article_there_is_no_peak() -> None:
    assert peaks([]) == []
    assert peaks(bars((0, 10), (0, 0), (0, 30))) == []


def test_the_only_article_is_the_peak() -> None:
    assert peaks(bars((0, 10), (1, 10), (0, 10))) == [1]


def test_what_counts_is_the_share_and_not_the_number() -> None:
    assert peaks(bars((50, 1000), (60, 1200), (0, 0), (20, 100), (50, 1000))) == [3]


def test_one_of_two_is_no_higher_than_thirty_of_a_hundred() -> None:
    assert peaks(bars((1, 2), (1, 100), (1, 100), (30, 100), (1, 100))) == [3]


def test_days_beside_a_peak_belong_to_it() -> None:
    assert peaks(bars((1, 100), (40, 100), (60, 100), (50, 100), (1, 100), (1, 100))) == [2]


def test_two_waves_are_two_peaks_in_the_order_of_time() -> None:
    low = [(1, 100)] * 6
    assert peaks(bars(*low, (30, 100), *low, (60, 100), *low)) == [6, 13]


def test_an_even_run_has_one_peak_at_most() -> None:
    assert len(peaks(bars((2, 10), (1, 10), (2, 10), (1, 10), (2, 11), (1, 10)))) == 1


def test_there_are_a_few_at_most() -> None:
    assert len(peaks(bars(*[(40, 100), (1, 100), (1, 100)] * 12))) == MOST


def test_bars_that_say_nothing_are_no_peaks_unless_there_are_no_others() -> None:
    thin, sure = bars((3, 4), is_thin=True), bars((0, 50), (6, 50))
    hole = bars((9, 12), missing=0.9)
    assert peaks([*thin, *sure, *hole]) == [2]
    assert peaks([*thin, *hole])
