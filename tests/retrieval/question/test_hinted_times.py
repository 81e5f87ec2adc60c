from datetime import date

import pytest

from tests.retrieval.question.times import ASKED, found


@pytest.mark.parametrize(
    ("text", "since", "words"),
    [
        ("What did he say this week?", date(2022, 9, 8), "this week"),
        ("Breaking news from Minsk", date(2022, 9, 8), "Breaking"),
        ("who just announced it", date(2022, 9, 8), "just"),
        ("latest on the border", date(2022, 8, 16), "latest"),
        ("the most recent poll", date(2022, 8, 16), "recent"),
        ("who was recently elected", date(2022, 8, 16), "recently"),
        ("Who is currently mayor?", date(2022, 8, 16), "currently"),
        ("Who is mayor now?", date(2022, 8, 16), "now"),
        ("Who is mayor right now?", date(2022, 8, 16), "right now"),
        ("in the last few days", date(2022, 9, 8), "last few days"),
        ("in the past few weeks", date(2022, 8, 16), "past few weeks"),
        ("in the last few months", date(2022, 3, 19), "last few months"),
        ("in recent months", date(2022, 3, 19), "recent months"),
        ("over the past few years", date(2017, 9, 16), "past few years"),
        ("in recent years", date(2017, 9, 16), "recent years"),
    ],
)
def test_words_of_freshness_are_hints(text: str, since: date, words: str) -> None:
    time = found(text)
    assert time is not None
    assert not time.is_stated
    assert (time.since, time.until) == (since, ASKED.date())
    assert text[time.start : time.end] == words


@pytest.mark.parametrize(
    ("text", "is_stated"),
    [
        ("Who resigned this week after the takeover last October?", False),
        ("What sold recently, a card from 1952?", False),
        ("What did he say this week, on Monday?", True),
        ("What did he say this week of his words on 8 September?", True),  # a week ago
        ("What did he say this week of his words on 7 September?", False),
        ("Is bread dearer than a year ago?", False),
        ("Is bread dearer than it was in May 2021?", False),
        ("How is trade compared with last year?", False),
        ("Compared with last year, is bread dearer?", False),
        ("Which ship, larger than a house, sank last year?", True),
        ("What happened in 2021 to the mayor who is now a minister?", False),
    ],
)
def test_a_time_in_the_background_is_not_asked_for(text: str, is_stated: bool) -> None:
    time = found(text)
    assert time is not None
    assert time.is_stated is is_stated


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Who will sing in December?", None),
        ("Who will sing on 3 October?", None),
        ("Who is going to sing on Friday?", None),
        ("What will become of the ship that sank on 3 April?", date(2022, 4, 3)),
        ("Who will sing on 14 March?", None),
        ("Who will sing on 15 March?", date(2022, 3, 15)),  # the next is half a year away
    ],
)
def test_what_will_be_is_not_of_the_past(text: str, since: date | None) -> None:
    time = found(text)
    assert (time.since if time else None) == since
