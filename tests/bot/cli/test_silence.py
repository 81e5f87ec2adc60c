"""What is said where nothing answers, and `gaps`."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.render.english.silence import searched_lines
from bot.render.telegram.message import answer_message
from corpus.archive.gaps import Gap
from retrieval.answer import Searched, Strength
from tests.bot.command_line import Cli
from tests.bot.render.answers import answer

SEARCHED = Searched(
    articles=1200,
    outlets=2,
    first=date(2020, 1, 1),
    last=date(2021, 1, 1),
    passages=(("tram", 3), ("Zarasai", 0)),
    gaps=(Gap("Herald", date(2020, 3, 1), date(2020, 3, 9), 8.5),),
)
LINES = [
    "Passages with “tram”: 3, “Zarasai”: 0, all of them: 0. "
    "Searched: 1,200 articles of 2 outlets, Wed 1 Jan 2020 to Fri 1 Jan 2021.",
    "Missing here from the time asked for: Herald, Sun 1 Mar 2020 to Mon 9 Mar 2020.",
]


@pytest.fixture
def daily(cli: Cli) -> Cli:
    """A daily of two hundred days that lacks three of them."""
    days = [date(2021, 1, 1) + timedelta(days=n) for n in range(200) if n not in (90, 91, 92)]
    lines = [
        {"title": f"News of {day}", "published": f"{day}", "source": "Herald",
         "text": f"A bridge, a ferry and {n} trams were seen. No mayor came."}
        for n, day in enumerate(days)
    ]  # fmt: skip
    cli("import", cli.lines("a.jsonl", *lines), "--archive", cli.archive)
    return cli


def test_a_silence_says_what_was_searched(daily: Cli) -> None:
    asked = ("ask", "zeppelin quarrel", "--archive", daily.archive)
    ran = daily(*asked, "--json")
    assert ran.json["strength"] == "none"
    assert ran.json["searched"] == {
        "articles": 197,
        "outlets": 1,
        "first": "2021-01-01",
        "last": "2021-07-19",
        "collected": None,
        "passages": {"zeppelin": 0, "quarrel": 0},
        "together": 0,
        "gaps": [],
    }
    assert daily(*asked).out.splitlines()[1:] == [
        "Passages with “zeppelin”: 0, “quarrel”: 0, all of them: 0. "
        "Searched: 197 articles of 1 outlet, Fri 1 Jan 2021 to Mon 19 Jul 2021."
    ]


def test_holes_in_the_time_asked_for_are_named_and_no_others(daily: Cli) -> None:
    asked = ("ask", "zeppelin", "--archive", daily.archive, "--json", "--since")
    (gap,) = daily(*asked, "2021-04", "--until", "2021-04").json["searched"]["gaps"]
    assert gap == {"source": "Herald", "first": "2021-04-01", "last": "2021-04-03", "days": 3,
                   "expected": 2.8}  # fmt: skip
    assert daily(*asked, "2021-04-04").json["searched"]["gaps"] == []
    assert daily(*asked, "2021-03", "--until", "2021-03").json["searched"]["gaps"] == []


def test_passages_with_all_words_are_counted(daily: Cli) -> None:
    ran = daily("ask", "bridge ferry", "--since", "2030", "--archive", daily.archive, "--json")
    assert ran.json["searched"]["passages"] == {"bridge": 197, "ferry": 197}
    assert ran.json["searched"]["together"] == 197


def test_an_answer_needs_no_warrant(daily: Cli) -> None:
    ran = daily("ask", "bridge and ferry seen", "--archive", daily.archive, "--json")
    assert ran.json["quotes"]
    assert "searched" not in ran.json


def test_gaps_are_printed_for_people_and_programs(daily: Cli) -> None:
    ran = daily("gaps", "--archive", daily.archive, "--json")
    assert (ran.code, [gap["first"] for gap in ran.json["gaps"]]) == (0, ["2021-04-01"])
    out = daily("gaps", "--archive", daily.archive).out
    assert "Thu 1 Apr 2021" in out
    assert "Sat 3 Apr 2021" in out


def test_an_archive_without_holes_says_so(filled: Cli) -> None:
    ran = filled("gaps", "--archive", filled.archive)
    assert (ran.code, ran.out[:9]) == (0, "No holes:")


def test_what_was_searched_is_two_lines() -> None:
    assert searched_lines(SEARCHED) == LINES


def test_telegram_says_it_shorter() -> None:
    silent = replace(answer(strength=Strength.NONE), searched=SEARCHED)
    assert answer_message(silent, in_group=True).html.splitlines()[-3:] == [
        "Searched: 1,200 articles, to Fri 1 Jan 2021.",
        "Passages with “Zarasai”: 0, “tram”: 3, all of them: 0.",
        LINES[1],
    ]


def test_of_many_words_and_holes_some_are_named() -> None:
    words = tuple((f"w{n}", n) for n in range(9))
    searched = replace(SEARCHED, passages=words, gaps=SEARCHED.gaps * 5, together=1)
    first, second = searched_lines(searched)
    assert "“w5”: 5, all of them: 1. " in first
    assert second.endswith("2020 and 2 more.")


def test_of_a_phrase_of_small_words_that_stands_nowhere_it_says_no_more(daily: Cli) -> None:
    ran = daily("ask", '"if it were"', "--archive", daily.archive)
    assert ran.out.splitlines() == [
        "No passage that fits has “if it were” as written.",
        "Nothing in this archive answers that.",
        "Searched: 197 articles of 1 outlet, Fri 1 Jan 2021 to Mon 19 Jul 2021.",
    ]
