"""What an archive holds is counted as it changes, and costs nothing to ask."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from corpus.archive.archive import Archive, Arrival
from corpus.archive.keeping.counts import wrong_counts
from corpus.article import Article
from corpus.errors import ArchiveUnusableError
from tests.archives import archive_of, article
from tests.older_archives import older_archive

OUTLETS = ("Nemunas Herald", "Baltic Post", "Coast News")
DAYS = [date(2021, 3, day) for day in range(1, 6)]


def some_article(random: Random, number: int) -> Article:
    return article(
        f"a{number}",
        *(f"Text {random.random()}." for _ in range(random.randrange(4))),
        title=f"Title {number}",
        source=random.choice(OUTLETS),
        agency=random.choice((None, "BNS", "LETA")),
        language=random.choice(("en", "lt")),
        published=random.choice(DAYS),
    )


def is_counted_right(archive: Archive) -> bool:
    """Against the articles themselves, and as a check does it."""
    held = [one.article for one in archive.changes_since(0) if one.article is not None]
    with archive.connected() as connection:
        assert list(wrong_counts(connection)) == []
    holdings = archive.holdings()
    days = [one.day for one in held]
    assert (holdings.first, holdings.last) == (min(days, default=None), max(days, default=None))
    assert holdings.paragraphs == sum(len(one.paragraphs) for one in held)
    assert archive.languages() == Counter(one.language for one in held)
    assert archive.agencies() == sorted({one.agency for one in held if one.agency})
    assert {one.name: one.days for one in archive.outlets()} == {
        name: len({one.day for one in held if one.source == name})
        for name in {one.source for one in held}
    }
    return holdings.sources == Counter(one.source for one in held)


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_right_after_whatever_happens(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 (a seeded sample)
    with archive_of(tmp_path) as archive:
        assert is_counted_right(archive)
        for _ in range(12):
            articles = [some_article(random, random.randrange(9)) for _ in range(4)]
            with archive.batch("import", ["file"], again=random.random() < 0.5) as batch:
                batch.add(articles)
            assert is_counted_right(archive)
            if random.random() < 0.5:
                archive.remove(f"a{random.randrange(9)}")
            if random.random() < 0.3 and batch.run is not None:
                archive.undo(batch.run)
            assert is_counted_right(archive)


def test_dates_that_something_speaks_against_are_counted_by_themselves(tmp_path: Path) -> None:
    doubtful = Arrival(article("x", published=date(2999, 1, 1)), faults=("future", "changed"))
    with archive_of(tmp_path, article("a", "Rain.")) as archive:
        archive.add([doubtful])
        assert archive.holdings().date_faults == {"changed": 1, "future": 1}
        assert archive.holdings().last == date(2021, 1, 27)
        assert archive.origins.doubtful_days() == {"2999-01-01": 1}
        archive.remove("a")
        assert archive.holdings().first == archive.holdings().last == date(2999, 1, 1)
        archive.remove("x")
        assert archive.holdings().date_faults == archive.origins.doubtful_days() == {}
        assert archive.holdings().last is None


def test_an_outlet_whose_last_article_is_gone_is_not_named_any_more(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", source="Coast News"), article("b")) as archive:
        archive.remove("a")
        with archive.connected() as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM tally")}
    assert "Coast News" not in names


def test_a_change_that_is_rolled_back_is_not_counted(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", "Rain.")) as archive:
        with pytest.raises(ArchiveUnusableError), archive.batch() as batch:
            batch.add(
                [article("b", "Snow.")],
                beside=lambda connection: connection.execute(
                    "INSERT INTO current VALUES (NULL, 9)"
                ),
            )
        assert is_counted_right(archive)


def test_an_older_archive_is_counted_when_it_is_brought_up(tmp_path: Path) -> None:
    older_archive(tmp_path, 3, article("a", "Rain.", agency="BNS"), article("b", "Snow."))
    with Archive(tmp_path) as archive:
        assert is_counted_right(archive)
        assert archive.holdings().articles == 2


def steps(archive: Archive) -> int:
    """How much SQLite does to tell all that is asked on the way to an answer."""
    done = 0

    def count() -> int:
        nonlocal done
        done += 1
        return 0

    with archive.connected() as connection:
        connection.set_progress_handler(count, 1)
        archive.holdings()
        archive.languages()
        archive.sources()
        archive.agencies()
        archive.gaps()
        archive.last_seq()
        archive.is_empty()
        connection.set_progress_handler(None, 0)
    return done


def test_what_is_held_costs_as_much_to_ask_in_a_large_archive_as_in_a_small_one(
    tmp_path: Path,
) -> None:
    random = Random(1)  # noqa: S311 (a seeded sample)
    articles = [some_article(random, number) for number in range(2000)]
    with archive_of(tmp_path / "small", *articles[:200]) as small:
        few = steps(small)
    with archive_of(tmp_path / "large", *articles) as large:
        assert steps(large) < 1.5 * few
