import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import ending_date, is_date_shaped, parse_date
from corpus.errors import UnreadableError
from corpus.languages.calendar import Calendar
from corpus.languages.table import CALENDARS


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-01-27", "2021-01-27"),
        ("2021.01.27", "2021-01-27"),
        ("2021.1.27.", "2021-01-27"),
        ("2021/01/27", "2021-01-27"),
        ("2021.01.27 17:30", "2021-01-27T17:30:00"),
        ("2021-01-27T17:30:00+02:00", "2021-01-27T17:30:00+02:00"),
        ("2021-01-27T17:30:00.123Z", "2021-01-27T17:30:00.123000+00:00"),
        ("2021-01-27 17:30:00+0200", "2021-01-27T17:30:00+02:00"),
        ("Wed, 27 Jan 2021 17:30:00 +0200", "2021-01-27T17:30:00+02:00"),
        ("Wed, 27 Jan 2021 17:30:00 GMT", "2021-01-27T17:30:00+00:00"),
        ("27 January 2021", "2021-01-27"),
        ("January 27, 2021 17:30", "2021-01-27T17:30:00"),
        ("Jan. 27, 2021", "2021-01-27"),
        ("Wednesday, January 27, 2021", "2021-01-27"),
        ("2021-01-27 17:30:00 UTC", "2021-01-27T17:30:00+00:00"),
        ("2021/01/27 17:30 +0200", "2021-01-27T17:30:00+02:00"),
        ("Wed, 27 Jan 2021 17:30:00 -0000", "2021-01-27T17:30:00+00:00"),
        ("Jan. 27, 2021, 5:30 p.m.", "2021-01-27T17:30:00"),
        ("27th January 2021, 12:05 AM", "2021-01-27T00:05:00"),
        ("  2021.01.27   17:30 ", "2021-01-27T17:30:00"),
        ("2021.01.27 17:30 val.", "2021-01-27T17:30:00"),
        ("27.01.2021", "2021-01-27"),
        ("27.01.2021 17:30", "2021-01-27T17:30:00"),
        ("1.2.2021, 17.30", "2021-02-01T17:30:00"),
        ("January 27, 2021 17:30 EET", "2021-01-27T17:30:00+02:00"),
        ("27 July 2021, 5:30 p.m. (EEST)", "2021-07-27T17:30:00+03:00"),
        ("2021-01-27 17:30 CET", "2021-01-27T17:30:00+01:00"),
        ("Wed, 27 Jan 2021 17:30:00 EST", "2021-01-27T17:30:00-05:00"),
        ("Wed, 27 Jan 2021 17:30:00 EET", "2021-01-27T17:30:00+02:00"),
        ("2021-07-01T24:00:00Z", "2021-07-02T00:00:00+00:00"),
        ("31.12.2021 24:00", "2022-01-01T00:00:00"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"),
        ("2017-01-01T01:59:60.5+02:00", "2017-01-01T01:59:59+02:00"),
        ("2021-07-01T17:30:00[Europe/Vilnius]", "2021-07-01T17:30:00+03:00"),
        ("2021-07-01T17:30:00+03:00[Europe/Vilnius]", "2021-07-01T17:30:00+03:00"),
    ],
)
def test_dates_are_read_as_they_are_printed(text: str, iso: str) -> None:
    assert parse_date(text).isoformat() == iso
    assert is_date_shaped(text)


@pytest.mark.parametrize(
    "text",
    ["2021.02.30", "2021-13-01", "2021.01.27 25:61", "0000-01-01", "0000-00-00",
     "2021-01-27T99:00:00Z", "2021-01-27T24:01:00Z", "2021-01-27T24:00:00.5Z",
     "2021-01-27T17:30:60Z", "2021-01-27T17:59:61Z", "9999-12-31T24:00:00Z",
     "27 Jan 2021 24:00 PM", "01.27.2021", "31.04.2021 17:30", "Wed, 32 Jan 2021 17:30:00 +0200"],
)  # fmt: skip
def test_a_date_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="no such date"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "soon", "01/02/2021", "1/2/2021", "2021", "12:30", "May",
                                  "27 Foo 2021", "27 Marble 2021", "x" * 10_000])  # fmt: skip
def test_what_would_be_a_guess_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="not a date"):
        parse_date(text)


VILNIUS, LONDON, NEW_YORK, DUBLIN = map(
    ZoneInfo, ("Europe/Vilnius", "Europe/London", "America/New_York", "Europe/Dublin")
)


@pytest.mark.parametrize(
    ("text", "zone", "iso"),
    [
        ("1 July 2021 17:30 BST", LONDON, "2021-07-01T17:30:00+01:00"),
        ("1 July 2021 17:30 BST", VILNIUS, "2021-07-01T17:30:00"),
        ("1 July 2021 17:30 BST", None, "2021-07-01T17:30:00"),
        ("1 January 2021 17:30 BST", LONDON, "2021-01-01T17:30:00"),
        ("1 July 2021 17:30 IST", DUBLIN, "2021-07-01T17:30:00+01:00"),
        ("January 27, 2021, 5:30 p.m. EST", NEW_YORK, "2021-01-27T17:30:00-05:00"),
        ("July 1, 2021, 5:30 p.m. EST", NEW_YORK, "2021-07-01T17:30:00"),
        ("July 1, 2021, 5:30 p.m. ET", NEW_YORK, "2021-07-01T17:30:00-04:00"),
        ("July 1, 2021, 5:30 p.m. ET", VILNIUS, "2021-07-01T17:30:00"),
        ("July 1, 2021, 5:30 p.m. WIB", VILNIUS, "2021-07-01T17:30:00"),
        ("2021-11-07 01:30 EDT", NEW_YORK, "2021-11-07T01:30:00-04:00"),
        ("2021-11-07 01:30 EST", NEW_YORK, "2021-11-07T01:30:00-05:00"),
        ("2021-07-01 17:30 EDT", VILNIUS, "2021-07-01T17:30:00-04:00"),
        ("2021-07-01 17:30 PDT", None, "2021-07-01T17:30:00-07:00"),
        ("2021-07-01 17:30 MSK", None, "2021-07-01T17:30:00+03:00"),
        ("2012-07-01 17:30 MSK", None, "2012-07-01T17:30:00+04:00"),
        ("2021-07-01 17:30 BRT", VILNIUS, "2021-07-01T17:30:00"),
        ("2021-07-01 17:30 Europe/London", VILNIUS, "2021-07-01T17:30:00+01:00"),
        ("2021-07-01 17:30 Europe/Nowhere", VILNIUS, "2021-07-01T17:30:00"),
        ("Thu, 01 Jul 21 17:30:00 GMT", VILNIUS, "2021-07-01T17:30:00+00:00"),
        ("Wed, 27 Jan 87 17:30:00 GMT", None, "1987-01-27T17:30:00+00:00"),
        ("Wed, 27 Jan 2021 17:30:00 CST", VILNIUS, "2021-01-27T17:30:00-06:00"),
        ("Wed, 27 Jan 2021 17:30:00 IST", VILNIUS, "2021-01-27T17:30:00"),
        ("2021-07-01 17:30", VILNIUS, "2021-07-01T17:30:00+03:00"),
        ("2021-01-27", VILNIUS, "2021-01-27"),
        ("2021-01-27T17:30:00Z", VILNIUS, "2021-01-27T17:30:00+00:00"),
    ],
)
def test_a_zones_name_counts_where_it_means_one_thing_or_is_the_outlets_own_then(
    text: str, zone: ZoneInfo | None, iso: str
) -> None:
    assert parse_date(text, zone).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("20210701T173000Z", "2021-07-01T17:30:00+00:00"),
        ("20210701T173000+0300", "2021-07-01T17:30:00+03:00"),
        ("20210701T1730", "2021-07-01T17:30:00"),
        ("20210701173000", "2021-07-01T17:30:00"),
        ("20210701", "2021-07-01"),
        ("1625160600", "2021-07-01T17:30:00+00:00"),
        ("1625160600000", "2021-07-01T17:30:00+00:00"),
        ("1625160600.25", "2021-07-01T17:30:00.250000+00:00"),
        ("-283996800", "1961-01-01T00:00:00+00:00"),
        ("0", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_what_only_machines_write_is_a_date_in_their_fields_alone(text: str, iso: str) -> None:
    assert parse_date(text, is_machine=True).isoformat() == iso
    with pytest.raises(UnreadableError):
        parse_date(text)
    assert not is_date_shaped(text)


@pytest.mark.parametrize("text", ["2021", "202107", "2021182", "44378", "12345678901", "1" * 40])
def test_a_number_that_may_be_something_else_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableError, match="not a date"):
        parse_date(text, is_machine=True)


DAY = "2021-07-01"
MINUTE = "2021-07-01T17:30:00"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01.790000"),
        (" 6-MAR-1987 15:01:01.79", "1987-03-06T15:01:01.790000"),
        ("01/Jul/2021:17:30:00 +0300", f"{MINUTE}+03:00"),
        ("2021-Jul-01", DAY),
        ("2021 July 1", DAY),
        ("the 1st of July 2021", DAY),
        ("Thu Jul  1 17:30:00 2021", MINUTE),
        ("Thu Jul  1 17:30:00 EEST 2021", f"{MINUTE}+03:00"),
        ("Thu Jul 01 17:30:00 +0300 2021", f"{MINUTE}+03:00"),
        ("Thu Jul 01 2021 17:30:00 GMT+0300 (Eastern European Summer Time)", f"{MINUTE}+03:00"),
        ("2021-07-01T17:30:00.000+03:00[Europe/Vilnius]", f"{MINUTE}+03:00"),
        ("2021-07-01 17:30:00 +0300 EEST", f"{MINUTE}+03:00"),
        ("2021-07-01 17:30:00+03", f"{MINUTE}+03:00"),
        ("2021/07/01 17:30 UTC+3", f"{MINUTE}+03:00"),
        ("2021-07-01T17:30:00.0000000Z", f"{MINUTE}+00:00"),
        ("17:30, 1 July 2021", MINUTE),
        ("5:30 p.m. EDT, July 1, 2021", f"{MINUTE}-04:00"),
        ("July 1, 2021 at 5 p.m.", "2021-07-01T17:00:00"),
        ("1 July 2021 | 17:30", MINUTE),
        ("Jul 1, 2021 @ 17:30:00.000", MINUTE),
        ("1 July 2021 – 17:30", MINUTE),
        ("1 July 2021, Thursday, 17:30", MINUTE),
        ("1 July 2021 (Thu)", DAY),
        ("2021-07-01 Thu 17:30", MINUTE),
        ("‎2021‎-‎07‎-‎01", DAY),
        ("2021‑07‑01", DAY),
        ("2021-W26-4", DAY),
        ("2021 m. liepos 1 d. 17:30", MINUTE),
        ("2021 m. liepos 1 d., ketvirtadienis, 17.30 val.", MINUTE),
        ("2021. gada 1. jūlijā plkst. 17:30", MINUTE),
        ("1. juuli 2021 kell 17:30", MINUTE),
        ("1 lipca 2021, godz. 17:30", MINUTE),
        ("1 lipca 2021 o 17:30", MINUTE),
        ("czw., 1 lip 2021, 17:30", MINUTE),
        ("czwartek, 1 lipca 2021 r.", DAY),
        ("1. Juli 2021, 17:30 Uhr", MINUTE),
        ("Donnerstag, den 1. Juli 2021 um 17.30 Uhr MESZ", f"{MINUTE}+02:00"),
        ("1er juillet 2021 à 17h30", MINUTE),
        ("jeudi 1 juillet 2021", DAY),
        ("1 июля 2021 г., 17:30", MINUTE),
        ("четверг, 1 июля 2021 года в 17:30", MINUTE),
        ("1 липня 2021 року о 17:30", MINUTE),
        ("1 de julio de 2021, a las 17:30 h", MINUTE),
        ("jueves 1 de julio del 2021", DAY),
    ],
)
def test_other_systems_and_languages_dates_are_read_whatever_the_spaces(
    text: str, iso: str
) -> None:
    for space in (" ", " ", "  	"):
        assert parse_date(text.replace(" ", space)).isoformat() == iso
    assert is_date_shaped(text)


def test_what_control_characters_bring_with_them_is_no_part_of_a_date() -> None:
    moment = parse_date("26-FEB-1987 15:01:01.79\x05\x05\x05RM F")
    assert moment.isoformat() == "1987-02-26T15:01:01.790000"


@pytest.mark.parametrize("text", ["1. lipnja 2021", "1. lip. 2021", "1. listopada 2021."])
def test_a_croatian_month_is_not_taken_for_the_polish_one_of_that_name(text: str) -> None:
    with pytest.raises(UnreadableError, match="not a date"):
        parse_date(text)


@pytest.mark.parametrize("language", CALENDARS)
def test_every_language_names_each_month_once(language: Calendar) -> None:
    assert len(language.months) == 12
    for number, month in enumerate(language.months):
        others = [other for place, other in enumerate(language.months) if place != number]
        shortest = re.sub(r"\(\?[:<].*?\)\??|\[.*?\]", "", month.partition("|")[0])
        assert not any(re.fullmatch(other, shortest, re.I) for other in others)


ZONED = st.sampled_from([None, UTC, timezone(timedelta(hours=5, minutes=53, seconds=28))])


@given(st.datetimes(timezones=ZONED))
def test_every_date_survives_its_iso_form(moment: datetime) -> None:
    assert parse_date(moment.isoformat()).isoformat() == moment.isoformat()
    assert parse_date(moment.date().isoformat()) == moment.date()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RBE/RN2021.01.27 17:30", "RBE/RN"),
        ("RBE/RN27 January 2021 17:30", "RBE/RN"),
        ("RBE/RNJanuary 27, 2021", "RBE/RN"),
        ("RBE/RNWed, 27 Jan 2021 17:30:00 +0200", "RBE/RN"),
        ("RBE/RN2021-01-27T17:30:00+02:00", "RBE/RN"),
    ],
)
def test_a_date_glued_to_names_is_told_from_them(text: str, names: str) -> None:
    start = ending_date(text)
    assert start is not None
    assert text[:start] == names


NEAR_DATES = st.lists(
    st.sampled_from(
        ["2021", "07", "1", "July", "liepos", " ", " ", "-", ".", ":", "T", "Z", "+03", "EST",
         "p.m.", "Thu", ",", "m.", "d.", "17:30", "W26", "0", "/", "(", ")", "de", "\u0661", "²",
         "Europe/A"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.text() | NEAR_DATES)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        parsed = parse_date(text, VILNIUS, is_machine=True)
    except UnreadableError:
        return
    assert isinstance(parsed, date)
