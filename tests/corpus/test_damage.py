"""What is no longer what was stored is not given out."""

from pathlib import Path

import pytest

from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.scans.side_by_side import Selection
from corpus.article import paragraph_number
from corpus.errors import ArchiveUnusableError
from tests.archives import archive_of, article
from tests.damage import altered, flipped, place_of_text
from tests.whole_archive import texts_with

BRIDGE = article("bridge", "The bridge opened.", "Cars came.", title="Bridge opens", agency="BNS")
FERRY = article("ferry", "The ferry stopped.", title="Ferry stops")

ALTERATIONS = [
    "UPDATE paragraph SET text = 'The bridge closed.' WHERE number = 65536",
    "UPDATE paragraph SET text = CAST(text AS BLOB) WHERE number = 65536",
    "UPDATE paragraph SET text = CAST(x'54e9' AS TEXT) WHERE number = 65536",
    "UPDATE paragraph SET number = number + 7 WHERE number = 65537",
    "DELETE FROM paragraph WHERE number = 65537",
    *(
        f"UPDATE version SET {change} WHERE seq = 1"  # noqa: S608 (our own words)
        for change in (
            "title = 'Bridge closes'",
            "published = '2021-01-28'",
            "published = '2021-01-2w'",
            "published = 7",
            "updated = '2021-02-31'",
            "source = 'Other Herald'",
            "agency = CAST('BNS' AS BLOB)",
            "authors = '[\"A'",
            "authors = '[\"Somebody\"]'",
            "url = 'https://news.example.org/other'",
            "section = 'Sports'",
            "language = 'lt'",
            "article = 'bridgf'",
            "paragraphs = 3",
            "digest = zeroblob(16)",
            "digest = NULL",
            "title = CAST(title AS BLOB)",
        )
    ),
]


@pytest.mark.parametrize("statement", ALTERATIONS)
def test_an_altered_article_is_not_given_and_is_told_from_a_removed_one(
    tmp_path: Path, statement: str
) -> None:
    archive_of(tmp_path, BRIDGE, FERRY).close()
    altered(tmp_path, statement)
    with Archive(tmp_path) as archive:
        assert (archive.version(1), archive.article("bridge")) == (None, None)
        assert archive.damaged([1, 2]) == {1: "bridge"}
        assert (archive.is_damaged("bridge"), archive.is_damaged("ferry")) == (True, False)
        assert archive.article("ferry") == FERRY
        assert [change.is_damaged for change in archive.changes_since(0)] == [True, False]
        # What is counted, scanned and ranked by goes on without an error.
        assert archive.holdings().articles in {1, 2}
        assert archive.gaps() == []
        assert all(isinstance(one.text, str) for one in texts_with(["cars"], archive))
        list(archive.printed(["the", "bridge"], Selection()))
        archive.headings([1, 2])
        archive.paragraphs([paragraph_number(1, 0)])


def test_what_was_removed_is_not_called_damaged(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive, archive.writing():
        archive.remove("bridge")
        assert archive.damaged([1, 2, 3]) == {}
        assert not archive.is_damaged("bridge")


def test_an_altered_article_that_comes_again_otherwise_is_stored(tmp_path: Path) -> None:
    newer = article("bridge", "The bridge opened late.", title="Bridge opens", agency="BNS")
    archive_of(tmp_path, BRIDGE).close()
    altered(tmp_path, ALTERATIONS[0])
    with archive_of(tmp_path, newer) as archive:
        assert archive.article("bridge") == newer


def test_where_a_page_of_the_file_is_spoiled_the_rest_is_read(tmp_path: Path) -> None:
    texts = [article(f"a{n}", f"Text {n}. " + "It rained. " * 200) for n in range(60)]
    archive_of(tmp_path, *texts).close()
    file = tmp_path / FILE_NAME
    page = place_of_text(file, "Text 30. ") // 4096 * 4096
    for bit in range(8):
        flipped(file, page, bit)
    with Archive(tmp_path) as archive:
        read = {one.id for one in texts if archive.article(one.id) == one}
        damaged = archive.damaged(range(1, 61)).values()
        assert "a30" in damaged
        assert read | set(damaged) == {one.id for one in texts}
        assert len(damaged) < 10
        numbers = [paragraph_number(seq, 0) for seq in range(1, 61)]
        assert read <= {f"a{number // 65536 - 1}" for number in archive.paragraphs(numbers)}
        assert len(list(archive.changes_since(0))) == 60
        with pytest.raises(ArchiveUnusableError, match="backissue check"):
            list(texts_with(["rained"], archive))  # it promises to miss nothing
