"""Articles that come in: what is new, and which text is the last."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.archive.archive import Added, Archive
from corpus.article import UNKNOWN_OUTLET, Article, article_id
from tests.archives import archive_of, article
from tests.crashes import content

OLD = article("bridge", "The bridge opened.")
NEW = article("bridge", "The bridge opened late.")
NEWEST = article("bridge", "The bridge never opened.")
FERRY = article("ferry", "The ferry stopped.")


def shown(archive: Archive) -> str:
    found = archive.article("bridge")
    assert found is not None
    return found.paragraphs[0]


def test_a_batch_counts_what_became_of_its_articles(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive, archive.writing():
        with archive.batch() as batch:
            assert batch.add([OLD, FERRY]) == Added(new=1, unchanged=1)
            assert batch.add([NEW]) == Added(changed=1)
        assert batch.added == Added(new=1, changed=1, unchanged=1)


def test_the_sum_of_what_was_added_is_kept_apart_by_kind() -> None:
    assert Added(1, 2, 3) + Added(10, 20, 30) == Added(11, 22, 33)


def test_an_older_text_that_comes_last_is_shown_again_at_the_end_of_the_batch(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        with archive.batch() as batch:
            assert batch.add([OLD]) == Added(unchanged=1)
            assert shown(archive) == "The bridge opened late."
        assert batch.added == Added(changed=1)
        assert shown(archive) == "The bridge opened."
        assert archive.last_seq() == 3


def test_an_older_text_followed_by_the_newest_changes_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        with archive.batch() as batch:
            batch.add([OLD])
            batch.add([NEW])
        assert batch.added == Added(unchanged=2)
        assert (shown(archive), archive.last_seq()) == ("The bridge opened late.", 2)


def test_of_several_older_texts_the_last_is_shown(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD, NEW, NEWEST) as archive, archive.writing():
        archive.add([OLD, NEW])
        assert shown(archive) == "The bridge opened late."


def test_an_older_text_followed_by_another_change_is_not_gone_back_to(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        assert archive.add([OLD, NEWEST]) == Added(changed=1, unchanged=1)
        assert shown(archive) == "The bridge never opened."


def test_a_text_shown_again_is_found_under_its_last_version(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        archive.add([OLD])
        assert archive.add([OLD]) == Added(unchanged=1)
        archive.add([NEW])
        archive.add([OLD])
        assert (shown(archive), archive.last_seq()) == ("The bridge opened.", 5)


def test_a_text_that_is_shown_already_changes_nothing_where_it_is_told_with_less(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        archive.add([OLD])
        assert archive.add([replace(OLD, source=UNKNOWN_OUTLET)]) == Added(unchanged=1)
        assert archive.last_seq() == 3


def test_an_article_goes_back_to_its_old_text_and_keeps_what_was_told_since(
    tmp_path: Path,
) -> None:
    bare = replace(OLD, source=UNKNOWN_OUTLET)
    with archive_of(tmp_path, bare, NEW) as archive, archive.writing():
        assert archive.add([bare]) == Added(changed=1)
        assert archive.article("bridge") == OLD


def test_a_block_that_ends_in_an_error_keeps_what_was_added_and_goes_back_to_nothing(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        with pytest.raises(KeyboardInterrupt), archive.batch() as batch:
            batch.add([FERRY, OLD])
            raise KeyboardInterrupt
        assert archive.article("ferry") == FERRY
        assert shown(archive) == "The bridge opened late."


def test_articles_that_could_not_be_stored_leave_no_trace_in_the_batch(tmp_path: Path) -> None:
    broken = article("broken", "lone surrogate \ud800")
    with archive_of(tmp_path, OLD, NEW) as archive, archive.writing():
        rows = content(tmp_path)
        with archive.batch() as batch:
            with pytest.raises(UnicodeEncodeError):
                batch.add([OLD, broken])
            assert batch.added == Added()
        assert (batch.added, content(tmp_path)) == (Added(), rows)
        with archive.batch() as batch:
            batch.add([OLD])
            with pytest.raises(UnicodeEncodeError):
                batch.add([NEW, broken])
        assert shown(archive) == "The bridge opened."


def test_a_removed_article_is_new_again_under_a_name_that_was_another_for_it(
    tmp_path: Path,
) -> None:
    def told(source: str) -> Article:
        name = article_id(None, source, date(2021, 1, 27), "Bridge", paragraphs=())
        return article(name, "It opened.", title="Bridge", source=source)

    bare, named = told(UNKNOWN_OUTLET), told("Nemunas Herald")
    with archive_of(tmp_path, bare, named) as archive, archive.writing():
        assert archive.holdings().articles == 1
        archive.remove(bare.id)
        assert archive.add([named]) == Added(kept_out=1)
        with archive.batch(again=True) as batch:
            batch.add([named])
        assert archive.article(named.id) == named


def test_a_batch_without_articles_changes_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive, archive.writing():
        with archive.batch() as batch:
            assert batch.add([]) == Added()
        assert (batch.added, archive.last_seq()) == (Added(), 1)
