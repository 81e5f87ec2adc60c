from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.times.english import ENGLISH
from retrieval.question.times.expressions import find_time
from tests.retrieval.question.times import ASKED, found


def test_a_language_without_a_table_has_no_times() -> None:
    assert find_time("in 2021", ASKED, language="lt") is None
    assert find_time("in 2021", ASKED, language="en-GB") is not None


WORDS = ENGLISH.starts.pattern.replace("(", "|").replace(")", "|").split(
    "|"
) + "2021 1999 0 3 30 31 99 , . - – the of and to election Jones ago weeks 's 1990s\n".split(" ")
MOMENTS = st.datetimes(timezones=st.just(UTC)) | st.just(ASKED)


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), MOMENTS)
def test_any_text_gives_a_time_in_order_within_the_text(text: str, asked_at: datetime) -> None:
    time = find_time(text, asked_at)
    if time is None:
        return
    assert 0 <= time.start < time.end <= len(text)
    assert time.since or time.until
    assert time.since is None or time.until is None or time.since <= time.until


@pytest.mark.parametrize("kind", [rule.kind for rule in (*ENGLISH.bare, *ENGLISH.years)])
def test_every_kind_of_rule_begins_where_it_is_looked_for(kind: str) -> None:
    starts = {"calendar": "last week", "fraction": "Q3 2020", "decade": "in the 1990s"}
    text = {
        "numeric": "27/01/2020", "half_ago": "half a year ago",
        "ago": "a week ago", "back": "past week", "day": "5 May 2020", "days": "5-6 May 2020",
        "days_ago": "today", "month": "May 2020", "months": "May to July 2020",
        "part": "mid 2020", "season": "fall 2020", "weekday": "last Friday",
        "weekend": "last weekend", "year": "in 2020", "years": "in 2019-2020", **starts,
    }[kind]  # fmt: skip
    time = found(text)
    assert time is not None
    assert (time.start, time.end) == (0, len(text))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1",
        "1 ",
        " ",
        "“",
        "since ",
        "in ",
        "(A",
        "since a b c d ",
        "from 3 to ",
        "May",
        "2021-",
        "in May 2021 ",
        "1/2/2021 ",
        "than in 2020 ",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    began = process_time()
    find_time((piece * 4096)[:4096], ASKED)
    assert process_time() - began < 0.5  # measured: 0.02; a quadratic reading takes seconds
