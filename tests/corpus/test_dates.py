from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import ending_date, is_date_shaped, parse_date
from corpus.errors import UnreadableError


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
        ("Wed, 27 Jan 2021 17:30:00 -0000", "2021-01-27T17:30:00"),
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
    ],
)
def test_dates_are_read_as_they_are_printed(text: str, iso: str) -> None:
    assert parse_date(text).isoformat() == iso
    assert is_date_shaped(text)


@pytest.mark.parametrize(
    "text",
    ["2021.02.30", "2021-13-01", "2021.01.27 25:61", "0000-01-01", "0000-00-00",
     "2021-01-27T99:00:00Z", "01.27.2021", "31.04.2021 17:30", "Wed, 32 Jan 2021 17:30:00 +0200"],
)  # fmt: skip
def test_a_date_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="no such date"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "soon", "01/02/2021", "1/2/2021", "2021", "12:30", "May",
                                  "27 Foo 2021", "27 Marble 2021", "x" * 10_000])  # fmt: skip
def test_what_would_be_a_guess_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="not a date"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["January 27, 2021, 5:30 p.m. EST", "27.01.2021 17:30 IST", "2021-01-27 17:30 BST",
     "27 Jan 2021 17:30:00 EST", "Wed, 27 Jan 2021 17:30:00 IST", "2021.01.27 17:30 ET"],
)  # fmt: skip
def test_a_zone_of_several_meanings_is_refused_and_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableError, match="no telling which zone"):
        parse_date(text)


@given(st.datetimes())
def test_every_date_survives_its_iso_form(moment: datetime) -> None:
    assert parse_date(moment.isoformat()) == moment
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


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        parsed = parse_date(text)
    except UnreadableError:
        return
    assert isinstance(parsed, date)
