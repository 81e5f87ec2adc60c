"""What is exported is imported again to the same digests."""

import gzip
import json
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive.archive import Archive
from corpus.archive.keeping.exporting import Unread, Wanted, articles, line_of, newest, writing_to
from corpus.article import UNKNOWN_OUTLET, Article, article_id
from corpus.files import find_files, read_files
from corpus.lines.characters import cleaned, one_line
from corpus.readers.crew import done
from corpus.readers.draft import Defaults, Finished
from corpus.readers.formats import read_articles, reader_for
from corpus.readers.reading import Origin
from tests.archives import archive_of, article
from tests.damage import altered

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1800, 1, 1), datetime(2999, 1, 1), timezones=ZONES)  # noqa: DTZ001 (bounds are naive)
DATES = st.one_of(MOMENTS, st.dates(date(1800, 1, 1), date(2999, 1, 1)))
LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
NAMES = st.text(LETTERS, max_size=60).map(one_line)
LIKE_A_PAGE = st.sampled_from(
    ("Read more: Bridge opens", "Photo: E. Somebody", "ADVERTISEMENT", "By Ona Onaitė", "Share",
     "BNS", "2021.01.27 17:30", "This story first appeared in Baltic Post.", "* * *")
)  # fmt: skip
PARAGRAPHS = st.one_of(LIKE_A_PAGE, st.text(LETTERS, min_size=1, max_size=80)).map(cleaned)


@st.composite
def stored(draw: st.DrawFn) -> Article:
    """An article as an archive may hold it."""
    url = draw(st.sampled_from((None, "https://news.example.org/a?b=1#c", "http://x.example/ž")))
    source, title = draw(st.one_of(NAMES, st.just(UNKNOWN_OUTLET))), draw(NAMES)
    published = draw(DATES)
    paragraphs = tuple(draw(st.lists(PARAGRAPHS.filter(bool), min_size=1, max_size=6)))
    hashed = article_id(url, source, published, title, paragraphs=paragraphs)
    name = draw(st.one_of(NAMES.filter(bool), st.just(hashed)))
    return Article(
        id=name,
        title=title,
        published=published,
        source=source,
        paragraphs=paragraphs,
        url=url,
        updated=draw(st.none() | DATES),
        agency=draw(st.none() | NAMES.filter(bool)),
        authors=tuple(draw(st.lists(NAMES, max_size=3))),
        section=draw(st.none() | NAMES.filter(bool)),
        language=draw(st.sampled_from(("en", "lt", "Lithuanian", "x-klingon", ""))),
    )


def imported(data: bytes) -> list[Article]:
    reader = reader_for("export.jsonl")
    assert reader is not None
    found = read_articles(BytesIO(data), Origin("export.jsonl", ""), reader, Defaults("Other"))
    return [one.article for one in done(found) if isinstance(one, Finished)]


@given(stored())
def test_an_article_comes_back_as_it_was(one: Article) -> None:
    (back,) = imported(line_of(one))
    assert back == one
    assert str(back.published) == str(one.published)


# An archive has one article a page.
APART = (lambda one: one.id, lambda one: one.url or one.id)


@settings(max_examples=40)
@given(st.lists(stored(), max_size=4, unique_by=APART), st.sampled_from(("", ".gz")))
def test_an_archive_comes_back_with_the_same_digests(held: list[Article], ending: str) -> None:
    with TemporaryDirectory() as folder, archive_of(Path(folder, "a"), *held) as archive:
        seqs = newest(archive, Wanted())
        file = Path(folder, f"export.jsonl{ending}")
        with writing_to(file) as write:
            for one in articles(archive, seqs):
                assert isinstance(one, Article)
                write(line_of(one))
        found = list(read_files(find_files([file]).found, Defaults()))
        back = [one.article for one in found if isinstance(one, Finished)]
        with archive_of(Path(folder, "b"), *back) as other:
            marks = [archive.mark(seq) for seq in seqs]
            assert [other.mark(seq) for seq in range(1, len(seqs) + 1)] == marks


def test_a_line_that_was_changed_is_read_as_any_other() -> None:
    one = article("x", "The bridge opened to traffic.", "Read more: Bridge opens", title="Bridge")
    line = json.loads(line_of(one))
    assert imported(json.dumps(line).encode()) == [one]
    line["title"] = "Bridge closes"
    (back,) = imported(json.dumps(line).encode())
    assert (back.title, back.paragraphs) == ("Bridge closes", ("The bridge opened to traffic.",))


@pytest.mark.parametrize(
    ("field", "value"),
    [("url", "javascript:alert(1)"), ("id", " x "), ("title", "x" * 3000), ("source", "x" * 300)],
)
def test_a_digest_lets_nothing_in_that_no_archive_should_hold(field: str, value: str) -> None:
    one = article("x", "The bridge opened to traffic.", title="Bridge")
    wrong = Article(**{**{name: getattr(one, name) for name in one.__slots__}, field: value})
    assert wrong not in imported(line_of(wrong))


HELD = (
    article("old", "Text.", published=date(2020, 12, 31)),
    article("bns", "Text.", published=datetime(2021, 1, 1, 1, tzinfo=UTC), agency="BNS"),
    article("post", "Text.", published=date(2021, 6, 1), source="Baltic Post"),
)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), ["old", "bns", "post"]),
        (Wanted(since=date(2021, 1, 1)), ["bns", "post"]),
        (Wanted(until=date(2021, 1, 1)), ["old", "bns"]),
        (Wanted(sources=("BNS", "Baltic Post")), ["bns", "post"]),
        (Wanted(since=date(2022, 1, 1)), []),
    ],
)
def test_days_and_outlets_narrow_it(tmp_path: Path, wanted: Wanted, names: list[str]) -> None:
    with archive_of(tmp_path, *HELD) as archive:
        assert [one.id for one in articles(archive, newest(archive, wanted))] == names


def test_of_each_article_the_newest_version_is_given_and_nothing_removed(tmp_path: Path) -> None:
    newer = article("old", "Newer text.", published=date(2020, 12, 31))
    with archive_of(tmp_path, *HELD, newer) as archive, archive.writing():
        archive.remove("bns")
        assert list(articles(archive, newest(archive, Wanted()))) == [HELD[2], newer]


def test_in_place_of_a_damaged_article_its_id_is_given(tmp_path: Path) -> None:
    archive_of(tmp_path, *HELD).close()
    altered(tmp_path, "UPDATE version SET title = 'x' WHERE article = 'bns'")
    with Archive(tmp_path) as archive:
        found = list(articles(archive, newest(archive, Wanted())))
    assert found == [HELD[0], Unread("bns"), HELD[2]]


def test_a_file_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl.gz"
    file.write_bytes(gzip.compress(b"before"))
    with pytest.raises(KeyError), writing_to(file) as write:
        write(b"half")
        raise KeyError
    assert gzip.decompress(file.read_bytes()) == b"before"
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
