from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from bot.render.english.copies import copies_line
from retrieval.answer import Copy
from tests.bot.render.answers import BRIDGE, FIRST

DAY = BRIDGE.day
LATER = DAY + timedelta(days=1)
HERE = timezone(timedelta(hours=2))


def line(*copies: Copy, agency: str | None = None) -> str | None:
    article = replace(BRIDGE, agency=agency)
    return copies_line(replace(FIRST, article=article, copies=copies))


def copy(source: str, published: date = LATER, agency: str | None = None) -> Copy:
    return Copy(f"{source}-{published}", source, published, None, agency)


def test_an_outlet_is_named_once_a_day_and_not_for_the_articles_own() -> None:
    same = copy(BRIDGE.source.upper(), DAY)
    assert line(same) is None
    assert line(same, copy("Vilkas"), copy("VILKAS")) == "Also in: Vilkas (Thu 28 Jan 2021)"
    assert line(copy(BRIDGE.source)) == f"Also in: {BRIDGE.source} (Thu 28 Jan 2021)"


def test_three_outlets_are_counted_with_the_agency_that_any_of_them_names() -> None:
    said = line(copy("Vilkas", agency="Rudna Wire"), copy("Baltic Post"))
    assert said == (
        "3 outlets, 1 origin (Rudna Wire)."
        " Also in: Vilkas (Thu 28 Jan 2021), Baltic Post (Thu 28 Jan 2021)"
    )


def test_an_outlet_that_printed_it_twice_is_one_outlet() -> None:
    said = line(copy("Vilkas", agency="Rudna Wire"), copy("vilkas", LATER + timedelta(days=1)))
    assert said is not None
    assert said.startswith("Also in: ")


def test_agencies_that_differ_are_all_named_each_once() -> None:
    said = line(
        copy("Vilkas", agency="RUDNA WIRE"), copy("Post", agency="Dam"), agency="Rudna Wire"
    )
    assert said is not None
    assert said.startswith("3 outlets, 2 origins (RUDNA WIRE, Dam). ")


def test_without_an_agency_no_origin_is_made_up() -> None:
    said = line(copy("Vilkas"), copy("Post"))
    assert said == "Also in: Vilkas (Thu 28 Jan 2021), Post (Thu 28 Jan 2021)"


def test_what_was_printed_before_is_said_to_be_earlier() -> None:
    early = datetime(2021, 1, 27, 17, 29, tzinfo=HERE)
    said = line(copy("Vilkas", early), copy("Post"))
    assert said == "Earlier in: Vilkas (Wed 27 Jan 2021). Also in: Post (Thu 28 Jan 2021)"


def test_the_same_minute_in_another_zone_is_not_earlier() -> None:
    same = datetime(2021, 1, 27, 15, 30, tzinfo=UTC)
    assert line(copy("Vilkas", same)) == "Also in: Vilkas (Wed 27 Jan 2021)"


def test_a_day_without_a_time_is_earlier_only_as_a_day() -> None:
    assert line(copy("Vilkas", DAY)) == "Also in: Vilkas (Wed 27 Jan 2021)"
    day_before = line(copy("Vilkas", DAY - timedelta(days=1)))
    assert day_before == "Earlier in: Vilkas (Tue 26 Jan 2021)"
