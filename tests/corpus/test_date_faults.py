from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.date_faults import DateFault, date_faults
from corpus.dates import parse_date

NOW = datetime(2021, 3, 14, 12, tzinfo=UTC)
VILNIUS = ZoneInfo("Europe/Vilnius")
NEW_YORK = ZoneInfo("America/New_York")


def faults(
    published: str, updated: str | None = None, zone: ZoneInfo | None = None
) -> tuple[str, ...]:
    later = parse_date(updated) if updated else None
    return date_faults(parse_date(published), later, zone=zone, now=NOW)


@pytest.mark.parametrize(
    ("published", "zone", "expected"),
    [
        ("2021-03-14T12:05:00Z", None, ()),  # their clock is a little ahead of ours
        ("2021-03-14T12:30:00Z", None, ("future",)),
        ("2021-03-14T13:30:00+02:00", None, ()),
        ("2021-03-14 14:05", VILNIUS, ()),
        ("2021-03-14 14:30", VILNIUS, ("future",)),
        ("2021-03-15 01:00", None, ()),  # it is that late on some islands
        ("2021-03-15 03:00", None, ("future",)),
        ("2021-03-14", None, ()),
        ("2021-03-15", None, ()),  # tomorrow has begun there
        ("2021-03-15", VILNIUS, ("future",)),
        ("2021-03-16", None, ("future",)),
        ("2030-01-01", None, ("future",)),
        ("9000-01-01", None, ("future", "far")),
        ("1604-12-31", None, ("far",)),
        ("1605-07-01", None, ()),
        ("1890-05-01", None, ()),
    ],
)
def test_what_is_not_yet_or_long_before_any_newspaper(
    published: str, zone: ZoneInfo | None, expected: tuple[str, ...]
) -> None:
    assert faults(published, zone=zone) == expected


@pytest.mark.parametrize(
    ("published", "is_epoch"),
    [
        ("1970-01-01", True),
        ("1970-01-01T00:00:00Z", True),
        ("1970-01-01T03:00:00+03:00", True),
        ("1969-12-31T19:00:00-05:00", True),
        ("December 31, 1969", True),
        ("1970-01-19T19:26:00Z", True),  # 1625160600 seconds, taken for milliseconds
        ("1970-01-19", False),
        ("1970-01-27 17:30", False),
        ("1900-01-01", True),
        ("1899-12-30", True),
        ("1900-01-02", False),
        ("1969-12-30", False),
        ("0001-01-01", True),
        ("0001-01-01T00:00:00Z", True),
    ],
)
def test_where_a_machines_calendar_begins_likely_no_date_was_given(
    published: str, is_epoch: bool
) -> None:
    assert ("epoch" in faults(published)) == is_epoch


@pytest.mark.parametrize(
    ("published", "updated", "zone", "is_before"),
    [
        ("2021-01-27", "2021-01-26", None, True),
        ("2021-01-27", "2021-01-27", None, False),
        ("2021-01-27", "2021-01-28", None, False),
        ("2021-01-27 17:30", "2021-01-27 17:29", None, True),
        ("2021-01-27 17:30", "2021-01-27 17:30", None, False),
        ("2021-01-27 17:30", "2021-01-27", None, False),
        ("2021-01-27 17:30", "2021-01-26", None, True),
        ("2021-01-27", "2021-01-26 23:00", None, True),
        ("2021-01-27T17:30:00+02:00", "2021-01-27T15:29:00Z", None, True),
        ("2021-01-27T17:30:00+02:00", "2021-01-27T15:30:00Z", None, False),
        ("2021-01-27", "2021-01-26T23:00:00Z", None, False),  # that may be the 27th
        ("2021-01-27", "2021-01-26T23:00:00Z", VILNIUS, False),
        ("2021-01-27", "2021-01-26T21:00:00Z", VILNIUS, True),
        ("2021-01-27 17:30", "2021-01-27T15:29:00Z", VILNIUS, True),
        ("2021-01-27 17:30", "2021-01-27T15:29:00Z", None, False),
        ("2021-01-27 17:30", "2021-01-27T15:30:00Z", VILNIUS, False),
    ],
)
def test_an_update_before_the_publication_is_seen_where_it_is_one_for_sure(
    published: str, updated: str, zone: ZoneInfo | None, is_before: bool
) -> None:
    assert faults(published, updated, zone) == (("updated-before-published",) if is_before else ())


@pytest.mark.parametrize(
    ("published", "zone", "expected"),
    [
        ("2020-03-29 02:59", VILNIUS, ()),
        ("2020-03-29 03:00", VILNIUS, ("no-such-hour",)),
        ("2020-03-29 03:59", VILNIUS, ("no-such-hour",)),
        ("2020-03-29 04:00", VILNIUS, ()),
        ("2020-10-25 02:59", VILNIUS, ()),
        ("2020-10-25 03:00", VILNIUS, ("hour-twice",)),
        ("2020-10-25 03:59", VILNIUS, ("hour-twice",)),
        ("2020-10-25 04:00", VILNIUS, ()),
        ("2020-11-01 01:30", NEW_YORK, ("hour-twice",)),
        ("2020-10-25 03:30", NEW_YORK, ()),
        ("2020-10-25 03:30", None, ()),
        ("2020-10-25T03:30:00+03:00", VILNIUS, ()),
        ("2020-10-25", VILNIUS, ()),
    ],
)
def test_the_hours_where_clocks_are_changed(
    published: str, zone: ZoneInfo | None, expected: tuple[str, ...]
) -> None:
    assert faults(published, zone=zone) == expected


def test_an_update_is_looked_at_as_well() -> None:
    assert faults("2021-01-27", "2031-01-01") == ("future",)
    assert faults("2020-10-25 02:00", "2020-10-25 03:30", VILNIUS) == ("hour-twice",)
    assert faults("2020-10-25 02:00", "1970-01-01", VILNIUS) == (
        "epoch",
        "updated-before-published",
    )


ZONES = st.sampled_from([None, UTC, VILNIUS, NEW_YORK, timezone(timedelta(hours=-23))])
MOMENTS = st.dates() | st.datetimes(timezones=ZONES)


@given(MOMENTS, MOMENTS | st.none(), ZONES, st.datetimes(timezones=st.just(UTC)))
def test_every_date_that_can_be_has_its_faults_told(
    published: datetime | date,
    updated: datetime | date | None,
    zone: ZoneInfo | None,
    now: datetime,
) -> None:
    found = date_faults(published, updated, zone=zone, now=now)
    assert set(found) <= set(DateFault)
    assert len(set(found)) == len(found)


def test_an_update_in_an_hour_that_comes_twice_may_be_of_the_second() -> None:
    assert faults("2020-10-25 03:30", "2020-10-25 03:10", VILNIUS) == ("hour-twice",)
    assert "updated-before-published" in faults("2020-10-25 03:30", "2020-10-25 02:50", VILNIUS)
