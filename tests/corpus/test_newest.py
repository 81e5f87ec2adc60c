"""The newest articles, and what each outlet has."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from corpus.archive.archive import Archive, Arrival
from corpus.archive.scans.newest import MOMENT, SURE, Outlet
from tests.archives import archive_of, article

VILNIUS = timezone(timedelta(hours=2))
ARTICLES = (
    article("day", "Rain.", published=date(2021, 3, 14)),
    article("early", "Rain.", published=datetime(2021, 3, 14, 1, 30, tzinfo=VILNIUS)),
    article("late", "Rain.", published=datetime(2021, 3, 14, 23, 30, tzinfo=UTC)),
    article("next", "Rain.", published=datetime(2021, 3, 15, 1, 0, tzinfo=VILNIUS)),
    article("other", "Rain.", published=date(2020, 1, 1), source="Baltic Post"),
)


def ids(archive: Archive, limit: int, *sources: str) -> list[str]:
    return [one.id for one in archive.newest(limit, sources)]


def test_the_last_one_comes_first_by_the_moment_and_not_by_its_text(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        assert ids(archive, 9) == ["late", "next", "day", "early", "other"]
        assert ids(archive, 2) == ["late", "next"]


def test_an_outlet_alone(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        assert ids(archive, 3, "Baltic Post") == ["other"]
        assert ids(archive, 9, "Baltic Post", "Nemunas Herald")[-1] == "other"
        assert ids(archive, 3, "Nobody") == []


def test_only_newest_versions_and_nothing_removed(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        archive.add([article("late", "Sun.", published=date(2019, 1, 1))])
        archive.remove("next")
        assert ids(archive, 9) == ["day", "early", "other", "late"]


def test_what_is_damaged_or_dated_in_doubt_is_left_out(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        future = article("future", "Rain.", published=date(2999, 1, 1))
        archive.add([Arrival(future, faults=("future",))])
        with archive.storing() as connection:
            connection.execute("UPDATE version SET title = 'Sun' WHERE article = 'late'")
        assert ids(archive, 2) == ["next", "day"]


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive, archive.connected() as connection:
        for wanted, index in (
            ("", "version_moment"),
            (" AND source = 'x'", "version_source_moment"),
        ):
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT seq FROM version WHERE {SURE}{wanted}"  # noqa: S608
                " AND EXISTS (SELECT 1 FROM current WHERE current.seq = version.seq)"
                f" ORDER BY {MOMENT} DESC, seq DESC"
            ).fetchall()
            told = " ".join(line for *_, line in plan)
            assert index in told
            assert "TEMP B-TREE" not in told


def test_outlets_are_told_with_their_days(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        archive.add([Arrival(article("x", published=date(2999, 1, 1)), faults=("future",))])
        assert archive.outlets() == [
            Outlet("Nemunas Herald", 5, 2, date(2021, 3, 14), date(2021, 3, 15)),
            Outlet("Baltic Post", 1, 1, date(2020, 1, 1), date(2020, 1, 1)),
        ]
