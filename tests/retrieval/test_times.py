from datetime import UTC, date, datetime, timedelta, timezone
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.times.english import ENGLISH
from retrieval.question.times.expressions import Time, find_time

ASKED = datetime(2022, 9, 15, 12, tzinfo=UTC)  # a Thursday


def found(text: str, asked_at: datetime = ASKED) -> Time | None:
    return find_time(text, asked_at)


def window(text: str, asked_at: datetime = ASKED) -> tuple[str, str] | None:
    time = found(text, asked_at)
    return (str(time.since or ""), str(time.until or "")) if time else None


STATED = """
    today | 2022-09-15 | 2022-09-15
    Today's news from Minsk | 2022-09-15 | 2022-09-15
    WHAT HAPPENED TODAY? | 2022-09-15 | 2022-09-15
    this morning | 2022-09-15 | 2022-09-15
    yesterday | 2022-09-14 | 2022-09-14
    Yesterday in Minsk | 2022-09-14 | 2022-09-14
    last night | 2022-09-14 | 2022-09-15
    the day before yesterday | 2022-09-13 | 2022-09-13
    this month | 2022-09-01 | 2022-09-30
    this year | 2022-01-01 | 2022-12-31
    last week | 2022-09-05 | 2022-09-11
    last month | 2022-08-01 | 2022-08-31
    last year's budget | 2021-01-01 | 2021-12-31
    past week | 2022-09-08 | 2022-09-15
    in the last 24 hours | 2022-09-14 | 2022-09-15
    in the last 3 days | 2022-09-12 | 2022-09-15
    in the past two weeks | 2022-09-01 | 2022-09-15
    in the last month | 2022-08-15 | 2022-09-15
    over the past year | 2021-09-15 | 2022-09-15
    last March | 2022-03-01 | 2022-03-31
    last September | 2021-09-01 | 2021-09-30
    last october | 2021-10-01 | 2021-10-31
    this March | 2022-03-01 | 2022-03-31
    last Tuesday | 2022-09-13 | 2022-09-13
    last Thursday | 2022-09-08 | 2022-09-08
    this Tuesday | 2022-09-13 | 2022-09-13
    on Tuesday | 2022-09-13 | 2022-09-13
    on thursday | 2022-09-15 | 2022-09-15
    on Friday, the minister said | 2022-09-09 | 2022-09-09
    over the weekend | 2022-09-10 | 2022-09-11
    last weekend | 2022-09-10 | 2022-09-11
    this weekend | 2022-09-10 | 2022-09-11
    in January 2021 | 2021-01-01 | 2021-01-31
    January 2021 | 2021-01-01 | 2021-01-31
    January 2021 protests | 2021-01-01 | 2021-01-31
    Jan 2021 | 2021-01-01 | 2021-01-31
    Sept. 2021 | 2021-09-01 | 2021-09-30
    in may 2021 | 2021-05-01 | 2021-05-31
    in March | 2022-03-01 | 2022-03-31
    in November | 2021-11-01 | 2021-11-30
    in May | 2022-05-01 | 2022-05-31
    in june | 2022-06-01 | 2022-06-30
    in 2021-03 | 2021-03-01 | 2021-03-31
    on 27 January | 2022-01-27 | 2022-01-27
    on January 27 | 2022-01-27 | 2022-01-27
    on January 27th | 2022-01-27 | 2022-01-27
    on the 27th of January | 2022-01-27 | 2022-01-27
    on may 5 | 2022-05-05 | 2022-05-05
    on 29 February | 2020-02-29 | 2020-02-29
    on 27 October | 2021-10-27 | 2021-10-27
    What happened 5 march? | 2022-03-05 | 2022-03-05
    27 January 2021 | 2021-01-27 | 2021-01-27
    the 27th of January, 2021 | 2021-01-27 | 2021-01-27
    January 27, 2021 | 2021-01-27 | 2021-01-27
    on Wednesday, 27 January 2021 | 2021-01-27 | 2021-01-27
    2021-01-27 | 2021-01-27 | 2021-01-27
    on 27.01.2021 | 2021-01-27 | 2021-01-27
    between May and July 2022 | 2022-05-01 | 2022-07-31
    between may and july 2022 | 2022-05-01 | 2022-07-31
    from May to July 2022 | 2022-05-01 | 2022-07-31
    from November to February 2022 | 2021-11-01 | 2022-02-28
    from May 2020 to July 2022 | 2020-05-01 | 2022-07-31
    from November to March | 2021-11-01 | 2022-03-31
    from 3 to 10 March 2022 | 2022-03-03 | 2022-03-10
    March 3-10, 2022 | 2022-03-03 | 2022-03-10
    from 3 to 10 March | 2022-03-03 | 2022-03-10
    from 3 March to 10 April 2022 | 2022-03-03 | 2022-04-10
    between 27 December and 3 January | 2021-12-27 | 2022-01-03
    between 2019 and 2021 | 2019-01-01 | 2021-12-31
    from 2019 to now | 2019-01-01 | 2022-09-15
    in 2019–2021 | 2019-01-01 | 2021-12-31
    from 2019 onwards | 2019-01-01 |
    in the spring of 2021 | 2021-03-01 | 2021-05-31
    in the summer of 2021 | 2021-06-01 | 2021-08-31
    in autumn 2021 | 2021-09-01 | 2021-11-30
    in the fall of 2021 | 2021-09-01 | 2021-11-30
    in the winter of 2021 | 2021-12-01 | 2022-02-28
    in the winter of 2022 | 2021-12-01 | 2022-02-28
    in the winter of 2020/21 | 2020-12-01 | 2021-02-28
    last summer | 2022-06-01 | 2022-08-31
    last autumn | 2021-09-01 | 2021-11-30
    this autumn | 2022-09-01 | 2022-11-30
    early 2021 | 2021-01-01 | 2021-04-30
    mid 2021 | 2021-05-01 | 2021-08-31
    mid-2021 | 2021-05-01 | 2021-08-31
    late 2021 | 2021-09-01 | 2021-12-31
    late March 2021 | 2021-03-21 | 2021-03-31
    early March | 2022-03-01 | 2022-03-10
    at the beginning of 2021 | 2021-01-01 | 2021-03-31
    at the end of 2021 | 2021-10-01 | 2021-12-31
    at the end of last year | 2021-10-01 | 2021-12-31
    the first half of 2021 | 2021-01-01 | 2021-06-30
    the second half of 2021 | 2021-07-01 | 2021-12-31
    the first quarter of 2022 | 2022-01-01 | 2022-03-31
    Q2 2022 | 2022-04-01 | 2022-06-30
    Q3 2022 | 2022-07-01 | 2022-09-30
    in the 1990s | 1990-01-01 | 1999-12-31
    in the late 1990s | 1997-01-01 | 1999-12-31
    two years ago | 2020-01-01 | 2020-12-31
    a year ago | 2021-01-01 | 2021-12-31
    three months ago | 2022-06-01 | 2022-06-30
    two weeks ago | 2022-08-29 | 2022-09-04
    five days ago | 2022-09-10 | 2022-09-10
    since the election in August 2020 | 2020-08-01 |
    since the war began in February | 2022-02-01 |
    since 2019 | 2019-01-01 |
    since March | 2022-03-01 |
    since yesterday | 2022-09-14 |
    since the beginning of 2021 | 2021-01-01 |
    until May 2021 | | 2021-05-31
    till May 2021 | | 2021-05-31
    before 2019 | | 2018-12-31
    after March 2021 | 2021-04-01 |
    before the election in June 2021 | | 2021-06-30
    after May | 2022-06-01 |
    What happened since the end of the war in 1945? | 1945-01-01 |
    after the vote in June 2021 | 2021-06-01 |
    before last year's election | | 2021-12-31
    by the end of 2021 | | 2021-12-31
    before the end of May | | 2022-05-31
    in 2021 | 2021-01-01 | 2021-12-31
    in 2020 and 2021 | 2020-01-01 | 2021-12-31
    March 2020 onwards | 2020-03-01 |
    since May | 2022-05-01 |
    during 2021 | 2021-01-01 | 2021-12-31
    in the year 2021 | 2021-01-01 | 2021-12-31
    What did the committee say before the war in Ukraine in 2021? | 2021-01-01 | 2021-12-31
"""


@pytest.mark.parametrize("row", STATED.strip().splitlines())
def test_a_time_named_outright_is_stated(row: str) -> None:
    text, since, until = (cell.strip() for cell in row.split("|"))
    assert window(text) == (since, until)
    time = found(text)
    assert time is not None
    assert time.is_stated


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
        ("Is bread dearer than a year ago?", False),
        ("Is bread dearer than it was in May 2021?", False),
        ("How is trade compared with last year?", False),
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
    ],
)
def test_what_will_be_is_not_of_the_past(text: str, since: date | None) -> None:
    time = found(text)
    assert (time.since if time else None) == since


NO_TIME = """
    What changed since May took office?
    Who took over after May resigned? | the class of 2021 | between 3 and 5 percent | in one year
    Theresa May | What did Theresa May say? | Theresa May 2021 | the march on Washington | may run
    Who may win? | They march 5 miles | March for our lives | May the best one win
    1984 by Orwell | in 1984 by Orwell | 2,021 patients | 2021 voters | in 300 words | Apollo 11
    Fahrenheit 451 | World Cup 2018 | Euro 2020 | COP26 | Tokyo 2020 Olympics | the 2020 election
    since the 2020 election | before the 2020 election | in 2020 elections | Chapter 1999
    the August 2020 election | on September 11 attacks | the January 6 committee | Sunday Times
    in the Sunday Times | on Sunday Times | Black Friday | on Black Friday | Friday night lights
    on Friday night lights | Bloody Sunday | Man Friday | Friday the 13th | on Friday the 13th
    Independence Day | the summer of love | in the summer of love | second half | Prague Spring
    in the second half | August Strindberg | in August Strindberg's plays | April Jones
    in April Jones's case | June Carter | with June Carter | Agent 2021 | 30 February
    on 30 February | 30 February 2021 | January 32, 2021 | 2021-13-01 | 2021-02-30 | 32.01.2021
    next week | tomorrow | next March | later this year | in 2023 | in December 2022 | this October
    in 2150 | in 1066 | since 2050 | in 2000 metres | in 2000 people | in 2021-22 | Russia Today
    USA Today | Last Week Tonight | last week of term | https://example.org/2021-01-27/story
    at the latest | record-breaking | Breaking Bad | a just cause | Apocalypse Now | the last days
    the last March of the Living | between 5 and 10 people | between 1900 and 2000 people | 17:30
    after the war | since then | in the end | by April Jones | a letter from March | 999999 days ago
    999 decades ago | in the last 999 years | between 2021 and 2019 | on 2021
"""


@pytest.mark.parametrize(
    "text", [cell.strip() for row in NO_TIME.strip().splitlines() for cell in row.split("|")]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert window(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What happened yesterday in Minsk?", "yesterday"),
        ("Protests in January 2021, please", "in January 2021"),
        ("Who won since the election in August 2020?", "in August 2020"),
        ("news from 3 to 10 March 2022.", "from 3 to 10 March 2022"),
        ("Şiauliai  on  27  January  2021", "on  27  January  2021"),
        ("Latest from Vilnius in 2021", "in 2021"),
        ("yesterday or in 2021", "yesterday"),
    ],
)
def test_the_first_stated_time_says_where_its_words_stand(text: str, words: str) -> None:
    time = found(text)
    assert time is not None
    assert text[time.start : time.end] == words


def test_days_are_those_of_the_zone_of_the_question() -> None:
    late = datetime(2022, 9, 15, 23, tzinfo=UTC).astimezone(timezone(timedelta(hours=3)))
    assert window("today", late) == ("2022-09-16", "2022-09-16")


@pytest.mark.parametrize(
    ("day", "text", "since"),
    [
        (date(2022, 9, 17), "over the weekend", "2022-09-17"),
        (date(2022, 9, 18), "over the weekend", "2022-09-17"),
        (date(2022, 9, 18), "last weekend", "2022-09-10"),
        (date(2022, 9, 19), "last weekend", "2022-09-17"),
        (date(2022, 9, 19), "last week", "2022-09-12"),
        (date(2022, 1, 10), "this winter", "2021-12-01"),
        (date(2022, 1, 10), "last winter", "2020-12-01"),
        (date(2022, 1, 31), "last month", "2021-12-01"),
        (date(2022, 3, 31), "in the last month", "2022-02-28"),
        (date(2024, 2, 29), "in the last year", "2023-02-28"),
        (date(2022, 3, 15), "in March", "2022-03-01"),
        (date(2022, 3, 15), "last March", "2021-03-01"),
        (date(2021, 6, 1), "in the winter of 2021", "2020-12-01"),
    ],
)
def test_borders_of_the_calendar(day: date, text: str, since: str) -> None:
    time = window(text, datetime(day.year, day.month, day.day, tzinfo=UTC))
    assert time is not None
    assert time[0] == since


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


@pytest.mark.parametrize("kind", [kind for kind, _ in (*ENGLISH.bare, *ENGLISH.years)])
def test_every_kind_of_rule_begins_where_it_is_looked_for(kind: str) -> None:
    starts = {"calendar": "last week", "fraction": "Q3 2020", "decade": "in the 1990s"}
    text = {
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
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    began = perf_counter()
    find_time((piece * 4096)[:4096], ASKED)
    assert perf_counter() - began < 0.5  # measured: 0.02; a quadratic reading takes seconds
