import pytest

from tests.retrieval.question.times import window

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
    iOS 12.4.10 | version 14.2.1 | 27.1.21.5 | 10.10.12.5 | 21-18-21
    who led the second march? | march second to none
    999 decades ago | in the last 999 years | between 2021 and 2019 | on 2021
    in 1799 | until 2024 | before 2024 | in 2021-00 | 223 years ago | late 2020 election
    on 3-10 March protests | after the vote in 3 towns
    between 5 May 2019 and 30 February 2021 | between 30 February 2021 and 5 May 2021
"""


@pytest.mark.parametrize(
    "text", [cell.strip() for row in NO_TIME.strip().splitlines() for cell in row.split("|")]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert window(text) is None
