"""What an archive tells of its copies: right in any order, and after any change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import FILE_NAME, Archive
from corpus.article import Article
from corpus.copies import table
from corpus.copies.agreement import are_copies
from corpus.copies.fingerprints import fingerprint, fingerprints
from corpus.sample import read_sample
from tests.archives import archive_of, article

DAY = date(2021, 1, 27)
SUBSCRIBE = "Write to the desk of the Herald at the harbour."


def told(*numbers: int) -> tuple[str, ...]:
    return tuple(f"Of the ferry number {n} was told on the pier this week." for n in numbers)


def links(archive: Archive) -> dict[str, set[str]]:
    """Of each article those that are its copies."""
    found = {}
    for change in archive.changes_since(0):
        if change.article is not None:
            copies = archive.near_copies.of(change.seq, change.article)
            found[change.id] = {copy.id for copy in copies.values()}
    return found


def links_of(articles: Iterable[Article]) -> dict[str, set[str]]:
    with TemporaryDirectory() as folder, archive_of(Path(folder), *articles) as archive:
        return links(archive)


def paired(*pairs: tuple[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def test_a_rewrite_with_half_of_the_paragraphs_is_a_copy() -> None:
    found = links_of(
        [
            article("whole", *told(1, 2, 3, 4)),
            article("short", *told(2, 4, 8, 9), source="Baltic Post"),
            article("other", *told(4, 5, 6), source="Baltic Post"),
        ]
    )
    assert found == paired(("whole", "short")) | {"other": set()}


def test_the_samples_syndicated_articles_are_found_and_nothing_else() -> None:
    readme = (Path(__file__).parents[3] / "corpus/sample/README.md").read_text("utf-8")
    listed = [line for line in readme.splitlines() if line.startswith("- `")]
    groups = [line.removeprefix("- ").replace("`", "").split(", ") for line in listed]
    expected = {one: set(group) - {one} for group in groups for one in group}
    assert sum(map(len, expected.values())) == 2 * 17
    found = links_of(read_sample())
    assert {one: copies for one, copies in found.items() if copies} == expected


def test_what_an_outlet_prints_again_and_again_links_nothing_and_is_not_quoted(
    tmp_path: Path,
) -> None:
    articles = [
        article(f"a{n}", *told(n), SUBSCRIBE, published=DAY + timedelta(days=n)) for n in range(8)
    ]
    with archive_of(tmp_path, *articles[:7]) as archive:
        assert archive.near_copies.boilerplate({5: SUBSCRIBE}) == set()
    with archive_of(tmp_path, articles[7]) as archive:
        texts = {5: SUBSCRIBE.upper(), 6: told(1)[0]}
        assert archive.near_copies.boilerplate(texts) == {5}
        assert not any(links(archive).values())


def test_a_story_that_many_outlets_print_is_no_boilerplate(tmp_path: Path) -> None:
    articles = [
        article(f"a{n}", *told(1, 2, 3), source=f"Post {n}", published=DAY + timedelta(days=n))
        for n in range(12)
    ]
    with archive_of(tmp_path, *articles) as archive:
        assert archive.near_copies.boilerplate({1: told(1)[0]}) == set()
        assert all(len(copies) == 11 for copies in links(archive).values())


def test_a_paragraph_of_a_running_story_is_no_boilerplate(tmp_path: Path) -> None:
    """Where other paragraphs go on with it from one article to the next."""
    articles = [
        article(f"a{n}", *told(1, 50, n + 100), published=DAY + timedelta(days=n)) for n in range(7)
    ]
    more = article("a7", *told(1, 60, 61, 62), published=DAY + timedelta(days=7))
    with archive_of(tmp_path, *articles, more) as archive:
        assert archive.near_copies.boilerplate({1: told(1)[0]}) == set()


def test_a_takedown_leaves_the_other_copies_linked(tmp_path: Path) -> None:
    articles = [article(name, *told(1, 2), source=name) for name in ("a", "b", "c")]
    with archive_of(tmp_path, *articles) as archive:
        with archive.writing():
            archive.remove("b")
        assert links(archive) == paired(("a", "c"))


def test_an_article_that_is_rewritten_leaves_its_copies(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", *told(1)), article("b", *told(1))) as archive:
        assert links(archive) == paired(("a", "b"))
    with archive_of(tmp_path, article("b", *told(2))) as archive:
        assert not any(links(archive).values())
    with archive_of(tmp_path, article("b", *told(1))) as archive:
        assert links(archive) == paired(("a", "b"))


def rows(folder: Path) -> list[tuple[int, str]]:
    """The table, its two halves together, with names for the numbers of versions."""
    with Archive(folder) as archive, archive._connected() as connection:
        return sorted(
            connection.execute(
                "SELECT hash, article FROM (SELECT * FROM fingerprint UNION ALL"
                " SELECT * FROM fresh_fingerprint) JOIN version USING (seq)"
            ).fetchall()
        )


def test_an_archive_from_before_is_filled_as_a_new_one_is(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    articles = [article("a", *told(1, 2)), article("b", *told(2, 3)), article("a", *told(4))]
    for one in articles:
        archive_of(old, one).close()
        archive_of(new, one).close()
    with Archive(old) as archive, archive.writing(), archive._connected() as connection:
        connection.execute("DROP TABLE fingerprint")
        connection.execute("DROP TABLE fresh_fingerprint")
        connection.create_function("fingerprint", 1, fingerprint)
        connection.executescript(
            resources.files("corpus.archive").joinpath("migrations/copies.sql").read_text("utf-8")
        )
    assert rows(old) == rows(new) != []


NAMES = ("a", "b", "c", "d")
ARTICLES = st.builds(
    lambda name, numbers, days, source: article(
        name, *told(*numbers), published=DAY + timedelta(days=days), source=source
    ),
    st.sampled_from(NAMES),
    st.lists(st.integers(1, 6), max_size=4),
    st.integers(0, 20),
    st.sampled_from(("Herald", "Post")),
)


@settings(max_examples=40)
@given(st.lists(st.one_of(ARTICLES, st.sampled_from(NAMES)), max_size=8), st.randoms())
def test_links_and_table_are_those_of_what_is_stored_in_whatever_order_it_came(
    steps: Sequence[Article | str], random: Random
) -> None:
    with TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        for step in steps:
            with Archive(one, create=True) as archive, archive.writing():
                if isinstance(step, Article):
                    archive.add([step])
                else:
                    archive.remove(step)
        with archive_of(one) as archive:
            stored = [change.article for change in archive.changes_since(0) if change.article]
        newest = {article.id: article for article in stored}
        random.shuffle(stored)
        archive_of(other, *stored).close()
        with Archive(one) as archive, Archive(other) as again:
            assert links(archive) == links(again) == copies_among(newest)
        assert rows(one) == rows(other)


def copies_among(articles: Mapping[str, Article]) -> dict[str, set[str]]:
    """By the rule alone; there is too little for boilerplate."""
    prints = {name: fingerprints(one.paragraphs) for name, one in articles.items()}
    return {
        name: {
            other
            for other in articles
            if other != name
            and are_copies(articles[name], articles[other], prints[name], prints[other])
        }
        for name in articles
    }


def test_the_fresh_rows_go_to_the_others_and_are_found_there(tmp_path: Path) -> None:
    many = [article(f"a{n}", *told(n)) for n in range(table.TOGETHER)]
    with archive_of(tmp_path, *many, article("copy", *told(3))) as archive:
        with archive._connected() as connection:
            (fresh,) = connection.execute("SELECT count(*) FROM fresh_fingerprint").fetchone()
        assert fresh == 1
        (last,) = archive.changes_since(table.TOGETHER)
        assert last.article is not None
        found = archive.near_copies.of(last.seq, last.article)
        assert [copy.id for copy in found.values()] == ["a3"]


def test_copies_are_looked_up_once_until_the_archive_changes(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", *told(1, 2)), article("b", *told(1, 2))) as archive:
        looked_up: list[str] = []

        def note(statement: str) -> None:
            looked_up.extend([statement] * ("fingerprint" in statement))

        with archive._connected() as connection:
            connection.set_trace_callback(note)
        assert links(archive) == links(archive) == paired(("a", "b"))
        once = len(looked_up)
        assert links(archive) == paired(("a", "b"))
        assert len(looked_up) == once > 0
        with archive.writing():
            archive.add([article("c", *told(1, 2))])
        assert links(archive) == paired(("a", "b"), ("a", "c"), ("b", "c"))


def test_a_copy_that_was_damaged_since_it_was_found_is_given_no_more(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", *told(1, 2)), article("b", *told(1, 2))) as archive:
        assert links(archive) == paired(("a", "b"))
        with archive.storing() as connection:
            connection.execute("UPDATE paragraph SET text = 'altered' WHERE number >> 16 = 2")
        one = archive.article("a")
        assert one is not None
        assert archive.near_copies.of(1, one) == {}


def test_a_damaged_table_costs_the_copies_and_not_the_answer(tmp_path: Path) -> None:
    archive_of(tmp_path, article("a", *told(1)), article("b", *told(1))).close()
    with Archive(tmp_path) as archive, archive._connected() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'fresh_fingerprint'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with Archive(tmp_path) as archive:
        one = archive.article("a")
        assert one is not None
        assert archive.near_copies.of(1, one) == {}
        assert archive.near_copies.boilerplate({1: told(1)[0]}) == set()
