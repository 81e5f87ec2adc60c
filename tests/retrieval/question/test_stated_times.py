import pytest

from tests.retrieval.question.times import found, window

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
    Jan-2021 | 2021-01-01 | 2021-01-31
    Thu 24 Feb 2022 | 2022-02-24 | 2022-02-24
    thurs. feb 24 2022 | 2022-02-24 | 2022-02-24
    Sun, 25 Dec 2021 | 2021-12-25 | 2021-12-25
    on Thursday 24.02.2022 | 2022-02-24 | 2022-02-24
    24 Feb 2022 (Thursday) | 2022-02-24 | 2022-02-24
    24. Feb 2022 | 2022-02-24 | 2022-02-24
    24feb2022 | 2022-02-24 | 2022-02-24
    monday 5th of september | 2022-09-05 | 2022-09-05
    Q1'22 | 2022-01-01 | 2022-03-31
    2021Q4 | 2021-10-01 | 2021-12-31
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
    27 Jan '21 | 2021-01-27 | 2021-01-27
    5th sept 21 | 2021-09-05 | 2021-09-05
    the tax of 5 sept 21? | 2021-09-05 | 2021-09-05
    bridge 27.01.21 | 2021-01-27 | 2021-01-27
    bridge 1.02.21 | 2021-02-01 | 2021-02-01
    bridge 27.1.21 | 2021-01-27 | 2021-01-27
    bridge 27.1.12 | 2012-01-27 | 2012-01-27
    since 6.1.21 | 2021-01-06 |
    6.1.09 fire | 2009-01-06 | 2009-01-06
    bridge 06-Jan-21 opened | 2021-01-06 | 2021-01-06
    6/Jan/21 | 2021-01-06 | 2021-01-06
    Jan 6th 21 | 2021-01-06 | 2021-01-06
    bridge on January 6 21? | 2021-01-06 | 2021-01-06
    bridge 27-01-21 | 2021-01-27 | 2021-01-27
    bridge 21-01-27 | 2021-01-27 | 2021-01-27
    bridge 27-Jan-2021 | 2021-01-27 | 2021-01-27
    bridge 27.Jan.2021 | 2021-01-27 | 2021-01-27
    2021 January 27 bridge | 2021-01-27 | 2021-01-27
    may the fourth 2021 | 2021-05-04 | 2021-05-04
    the twenty-first of March 2022 | 2022-03-21 | 2022-03-21
    flags on the fourth of July last time | 2022-07-04 | 2022-07-04
    who spoke may the ninth? | 2022-05-09 | 2022-05-09
    in May ’98 | 1998-05-01 | 1998-05-31
    January 27 | 2022-01-27 | 2022-01-27
    what happened jan 27? | 2022-01-27 | 2022-01-27
    bridge 27/01/2021 | 2021-01-27 | 2021-01-27
    bridge 1/27/2021 | 2021-01-27 | 2021-01-27
    27-01-2021 | 2021-01-27 | 2021-01-27
    on 1-27-2021 | 2021-01-27 | 2021-01-27
    27/01/21 | 2021-01-27 | 2021-01-27
    27/01/98 | 1998-01-27 | 1998-01-27
    05/05/2021 | 2021-05-05 | 2021-05-05
    05.03.2021 | 2021-03-05 | 2021-03-05
    2021.01.27 | 2021-01-27 | 2021-01-27
    2021/1/27 | 2021-01-27 | 2021-01-27
    20210127 bridge | 2021-01-27 | 2021-01-27
    01/2021 | 2021-01-01 | 2021-01-31
    bridge 1/2021 | 2021-01-01 | 2021-01-31
    01-2021 | 2021-01-01 | 2021-01-31
    since 27/01/2021 | 2021-01-27 |
    half a year ago | 2022-03-01 | 2022-03-31
    a year and a half ago | 2021-03-01 | 2021-03-31
    two and a half years ago | 2020-03-01 | 2020-03-31
    half a decade ago | 2017-01-01 | 2017-12-31
    last quarter | 2022-04-01 | 2022-06-30
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
    a couple of years ago | 2020-01-01 | 2020-12-31
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
    in 1800 | 1800-01-01 | 1800-12-31
    in 1984 | 1984-01-01 | 1984-12-31
    What was built in 2021 by Rail Baltica? | 2021-01-01 | 2021-12-31
    in 2021-12 | 2021-12-01 | 2021-12-31
    until 2023 | | 2023-12-31
    before 2023 | | 2022-12-31
    in the early 1990s | 1990-01-01 | 1993-12-31
    in the mid-1990s | 1994-01-01 | 1996-12-31
    mid March 2021 | 2021-03-11 | 2021-03-20
    in the middle of March 2021 | 2021-03-11 | 2021-03-20
    21 months ago | 2020-12-01 | 2020-12-31
    222 years ago | 1800-01-01 | 1800-12-31
    two decades ago | 2002-01-01 | 2002-12-31
    in the last decade | 2012-09-15 | 2022-09-15
    couple of days ago | 2022-09-13 | 2022-09-13
    in the last couple of days | 2022-09-13 | 2022-09-15
    on 15 September | 2022-09-15 | 2022-09-15
    on 16 September | 2021-09-16 | 2021-09-16
    What will open until Friday? | | 2022-09-16
"""


@pytest.mark.parametrize("row", STATED.strip().splitlines())
def test_a_time_named_outright_is_stated(row: str) -> None:
    text, since, until = (cell.strip() for cell in row.split("|"))
    assert window(text) == (since, until)
    time = found(text)
    assert time is not None
    assert time.is_stated


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("from 3 to 3 March 2022", "2022-03-03", "2022-03-03"),
        ("between 5 May 2021 and 5 May 2021", "2021-05-05", "2021-05-05"),
        ("from March to March 2022", "2022-03-01", "2022-03-31"),
        ("in 2019–2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_span_may_end_where_it_begins(text: str, since: str, until: str) -> None:
    assert window(text) == (since, until)


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
