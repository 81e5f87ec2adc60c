"""Which version stood at a moment."""

from dataclasses import replace
from datetime import UTC, date, datetime

from corpus.article import Article
from corpus.versions.version import Version, as_of

FIRST = Article("a", "Ferry", datetime(2021, 3, 1, 9, tzinfo=UTC), "Nemunas Herald", ("It sank.",))
UPDATED = replace(FIRST, updated=datetime(2021, 3, 2, 12, tzinfo=UTC), paragraphs=("It did not.",))
SILENT = replace(UPDATED, paragraphs=("It is safe.",))
SEEN = datetime(2021, 3, 5, tzinfo=UTC)


def seqs(*versions: Version, at: datetime) -> int | None:
    found = as_of(versions, at)
    return found.seq if found else None


def test_the_first_version_stands_from_publication_however_late_it_was_taken_in() -> None:
    first = Version(1, FIRST, seen=datetime(2024, 1, 1, tzinfo=UTC))
    assert seqs(first, at=datetime(2021, 3, 1, 8, 59, tzinfo=UTC)) is None
    assert seqs(first, at=datetime(2021, 3, 1, 9, tzinfo=UTC)) == 1


def test_an_update_stands_from_when_the_paper_says() -> None:
    versions = Version(1, FIRST), Version(2, UPDATED, seen=SEEN)
    assert seqs(*versions, at=datetime(2021, 3, 2, 11, tzinfo=UTC)) == 1
    assert seqs(*versions, at=datetime(2021, 3, 2, 12, tzinfo=UTC)) == 2


def test_a_change_of_which_the_paper_is_silent_stands_from_when_it_was_seen() -> None:
    versions = Version(1, FIRST), Version(2, UPDATED), Version(3, SILENT, seen=SEEN)
    assert seqs(*versions, at=datetime(2021, 3, 4, tzinfo=UTC)) == 2
    assert seqs(*versions, at=SEEN) == 3


def test_an_update_dated_ahead_stands_from_when_it_was_seen() -> None:
    ahead = replace(UPDATED, updated=datetime(2031, 1, 1, tzinfo=UTC))
    assert seqs(Version(1, FIRST), Version(2, ahead, seen=SEEN), at=SEEN) == 2


def test_a_change_of_no_known_moment_is_never_claimed_for_one() -> None:
    later = replace(FIRST, paragraphs=("It is safe.",))
    assert seqs(Version(1, FIRST), Version(2, later), at=datetime(2030, 1, 1, tzinfo=UTC)) == 1


def test_a_plain_date_is_the_whole_of_its_day() -> None:
    assert (
        seqs(
            Version(1, replace(FIRST, published=date(2021, 3, 1))),
            at=datetime(2021, 3, 1, 1, tzinfo=UTC),
        )
        == 1
    )
