"""What is said in each language: counts, dates, numbers, names of languages."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.render.english.copies import ORIGINS
from bot.render.english.dates import ARTICLES, OUTLETS, span, updated, when
from bot.render.english.timeline import (
    brief_day_name,
    brief_month_name,
    month_name,
    of_how_many,
    period_name,
)
from bot.render.languages.speaking import number, say, speaking, spoken
from bot.render.languages.table import CODES, code_named, code_of
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar

DAY = date(2021, 1, 27)
COUNTS = (0, 1, 2, 5, 10, 11, 21, 22, 25, 101, 111, 112)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", "0 articles, 1 article, 2 articles, 5 articles, 10 articles, 11 articles,"
               " 21 articles, 22 articles, 25 articles, 101 articles, 111 articles, 112 articles"),
        ("lt", "0 straipsnių, 1 straipsnis, 2 straipsniai, 5 straipsniai, 10 straipsnių,"
               " 11 straipsnių, 21 straipsnis, 22 straipsniai, 25 straipsniai, 101 straipsnis,"
               " 111 straipsnių, 112 straipsnių"),
        ("pl", "0 artykułów, 1 artykuł, 2 artykuły, 5 artykułów, 10 artykułów, 11 artykułów,"
               " 21 artykułów, 22 artykuły, 25 artykułów, 101 artykułów, 111 artykułów,"
               " 112 artykułów"),
        ("ru", "0 статей, 1 статья, 2 статьи, 5 статей, 10 статей, 11 статей, 21 статья,"
               " 22 статьи, 25 статей, 101 статья, 111 статей, 112 статей"),
    ],
)  # fmt: skip
def test_articles_are_counted_as_the_language_counts(code: str, forms: str) -> None:
    with speaking(code):
        assert ", ".join(map(ARTICLES, COUNTS)) == forms


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "3 outlets, 1 origin (BNS)"),
        ("lt", "3 šaltiniai, 1 pirminis (BNS)"),
        ("pl", "3 źródła, 1 pierwotne (BNS)"),
        ("ru", "3 издания, 1 первоисточник (BNS)"),
    ],
)
def test_outlets_and_origins(code: str, line: str) -> None:
    with speaking(code):
        assert f"{OUTLETS(3)}, {ORIGINS(1, names='BNS')}" == line


@pytest.mark.parametrize(
    ("code", "day", "moment", "days"),
    [
        ("en", "Wed 27 Jan 2021", "Wed 27 Jan 2021, 17:30 (UTC+2)", "to"),
        ("lt", "tr, 2021 m. sausio 27 d.", "tr, 2021 m. sausio 27 d., 17:30 (UTC+2)", "–"),
        ("pl", "śr., 27 stycznia 2021", "śr., 27 stycznia 2021, 17:30 (UTC+2)", "–"),
        ("ru", "ср, 27 января 2021", "ср, 27 января 2021, 17:30 (UTC+2)", "—"),
    ],
)
def test_a_date_has_its_weekday_its_month_and_its_zone(
    code: str, day: str, moment: str, days: str
) -> None:
    at = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
    with speaking(code):
        assert when(DAY) == day
        assert when(at) == moment
        assert updated(at, at + timedelta(hours=1)) == "18:30"
        assert span(DAY, DAY) == f"{day} {days} {day}"


@pytest.mark.parametrize("code", CODES)
def test_any_date_there_is_can_be_said(code: str) -> None:
    with speaking(code):
        for day in (date.min, date.max, date(987, 3, 1)):
            assert f"{day.year:04}" in when(day)
        names = {when(date(2021, month, 1)) for month in range(1, 13)}
        assert len(names) == 12
        assert len({when(date(2021, 3, day)).split()[0] for day in range(1, 8)}) == 7


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Sep 2022", "8 Sep", "Sep 2022", "Sep", "5 to 11 Sep 2022",
                "29 Aug to 4 Sep 2022", "29 Dec 2025 to 4 Jan 2026"]),
        ("lt", ["2022 m. rugsėjis", "rugs. 8 d.", "2022 m. rugs.", "rugs.",
                "2022 m. rugsėjo 5–11 d.", "2022 m. rugpjūčio 29 d. – rugsėjo 4 d.",
                "2025 m. gruodžio 29 d. – 2026 m. sausio 4 d."]),
        ("pl", ["wrzesień 2022", "8 wrz", "wrz 2022", "wrz", "5–11 września 2022",
                "29 sierpnia – 4 września 2022", "29 grudnia 2025 – 4 stycznia 2026"]),
        ("ru", ["сентябрь 2022", "8 сент.", "сент. 2022", "сент.", "5–11 сентября 2022",
                "29 августа — 4 сентября 2022", "29 декабря 2025 — 4 января 2026"]),
    ],
)  # fmt: skip
def test_months_and_weeks_of_a_timeline(code: str, names: list[str]) -> None:
    day = date(2022, 9, 8)
    weeks = [(date(2022, 9, 5), date(2022, 9, 11)), (date(2022, 8, 29), date(2022, 9, 4)),
             (date(2025, 12, 29), date(2026, 1, 4))]  # fmt: skip
    with speaking(code):
        said = [month_name(day), brief_day_name(day), brief_month_name(day, with_year=True),
                brief_month_name(day, with_year=False)]  # fmt: skip
        said += [period_name(Bar(*week, 1, 2), Step.WEEK) for week in weeks]
    assert said == names


@pytest.mark.parametrize(
    ("code", "figures", "share"),
    [
        ("en", "26,760", "59 of 808 articles, 7.3%"),
        ("lt", "26\xa0760", "59 iš 808 straipsnių, 7,3\xa0%"),
        ("pl", "26\xa0760", "59 z 808 artykułów, 7,3%"),
        ("ru", "26\xa0760", "59 из 808 статей, 7,3\xa0%"),
    ],
)
def test_numbers_and_shares(code: str, figures: str, share: str) -> None:
    with speaking(code):
        assert number(26760) == figures
        assert of_how_many(Bar(DAY, DAY, 59, 808)) == share


def test_what_a_reader_wrote_is_no_part_of_the_sentence() -> None:
    for code in CODES:
        with speaking(code):
            assert "{day} %s {0}" in say("“{words}”", words="{day} %s {0}")


def test_a_language_is_spoken_inside_only() -> None:
    with speaking("lt"):
        with speaking("ru"):
            assert spoken().code == "ru"
        assert spoken().code == "lt"
    assert spoken().code == "en"


@pytest.mark.parametrize("code", ["", "en", "de", "../lt", "xx"])
def test_who_speaks_none_of_the_languages_hears_english(code: str) -> None:
    with speaking(code):
        assert when(datetime(2021, 1, 27, tzinfo=UTC)) == "Wed 27 Jan 2021, 00:00 (UTC)"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("lt", "lt"), ("LT-lt", "lt"), ("pl_PL", "pl"), ("ru-UA", "ru"), ("en-GB", ""),
     ("de", ""), ("ltg", ""), ("", ""), (None, "")],
)  # fmt: skip
def test_telegrams_tag_of_a_language(tag: str | None, code: str) -> None:
    assert code_of(tag) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [("lt", "lt"), ("Lithuanian", "lt"), ("Lietuvių", "lt"), ("lietuviškai", "lt"),
     ("po polsku", "pl"), ("Polski", "pl"), ("по-русски", "ru"), ("по русски", "ru"),
     ("РУССКИЙ", "ru"), ("English", "en"), ("angliškai", "en"), ("German", ""), ("", "")],
)  # fmt: skip
def test_a_language_has_the_name_that_its_speakers_write(words: str, code: str) -> None:
    assert code_named(words) == code


@pytest.mark.parametrize(
    "loaded", ["bot.cli.main", "bot.cli.questions.ask", "bot.render.terminal", "bot.render.as_json"]
)
def test_what_speaks_english_loads_no_other_language(loaded: str) -> None:
    told = (
        f"import sys, {loaded}; from bot.render.english.answers import NOTHING; NOTHING();"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
