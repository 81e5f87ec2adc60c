"""The articles that were published last."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive, Arrival
from corpus.archive.newest import newest, query
from tests.archives import archive_of, article

TODAY = date(2021, 1, 27)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = archive_of(
        tmp_path,
        article("old", "Dam.", published=date(2019, 1, 1)),
        article("evening", "Dam.", published=datetime(2021, 1, 26, 18, tzinfo=UTC)),
        article("morning", "Dam.", published=datetime(2021, 1, 26, 6, tzinfo=UTC), source="Post"),
        article("someday", "Dam.", published=date(2021, 1, 26), agency="BNS"),
        article("future", "Dam.", published=date(2091, 1, 1)),
    )
    yield archive
    archive.close()


def ids(archive: Archive, count: int, source: str | None = None) -> list[str]:
    sources = [source] if source else []
    return [one.id for one in newest(archive, count, until=TODAY, sources=sources)]


def test_the_newest_come_first_and_no_more_than_asked_for(archive: Archive) -> None:
    assert ids(archive, 9) == ["evening", "morning", "someday", "old"]
    assert ids(archive, 2) == ["evening", "morning"]


def test_those_of_an_outlet_or_an_agency_are_picked_out(archive: Archive) -> None:
    assert (ids(archive, 9, "Post"), ids(archive, 9, "BNS")) == (["morning"], ["someday"])
    assert ids(archive, 9, "Nobody") == []


def test_of_an_article_that_changed_it_is_what_it_says_now(archive: Archive) -> None:
    with archive.writing():
        archive.add([article("old", "Bridge.", published=date(2021, 1, 27))])
        archive.remove("evening")
    first, *_ = newest(archive, 9, until=TODAY)
    assert (first.id, first.paragraphs) == ("old", ("Bridge.",))
    assert "evening" not in ids(archive, 9)


def test_of_several_outlets_the_newest_come_in_one_order(archive: Archive) -> None:
    found = newest(archive, 2, until=TODAY, sources=["BNS", "Post", "Nemunas Herald"])
    assert [one.id for one in found] == ["evening", "morning"]


def test_what_is_damaged_or_dated_in_doubt_is_left_out(archive: Archive) -> None:
    odd = article("odd", "Dam.", published=date(2021, 1, 27))
    archive.add([Arrival(odd, faults=("epoch",))])
    with archive.storing() as connection:
        connection.execute("UPDATE version SET title = 'Sun' WHERE article = 'evening'")
    assert ids(archive, 2) == ["morning", "someday"]


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("", "version_moment"),
        (" AND source = 'x'", "version_source_moment"),
        (" AND agency = 'x'", "version_agency_moment"),
    ],
)
def test_no_more_is_read_than_is_wanted(archive: Archive, condition: str, index: str) -> None:
    with archive.connected() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {query(condition)}", ("2021-01-27", 3))
        told = " ".join(line for *_, line in plan.fetchall())
    assert f"USING INDEX {index}" in told
    assert "TEMP B-TREE" not in told
