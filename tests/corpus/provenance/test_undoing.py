"""What a run brought is taken back, and what is no part of it stays."""

from pathlib import Path

import pytest

from corpus.archive.archive import Added, Archive
from corpus.archive.provenance.undoing import Undone
from corpus.article import Article
from corpus.errors import NoSuchRunError
from tests.archives import archive_of, article

OLD = article("bridge", "The bridge opened.", title="Bridge opens")
WRONG = article("bridge", "The bridge sank.", title="Bridge sinks")
LATER = article("bridge", "The bridge opened late.", title="Bridge opens late")
FERRY = article("ferry", "The ferry stopped.", title="Ferry stops")
TRAM = article("tram", "The tram came.", title="Tram comes")


def run(archive: Archive, *articles: Article) -> int:
    with archive.batch("import", ["in.jsonl"]) as batch:
        batch.add(articles)
    assert batch.run is not None
    return batch.run


def test_what_was_new_goes_and_what_was_changed_is_as_before(tmp_path: Path) -> None:
    with archive_of(tmp_path, TRAM) as archive:
        run(archive, OLD)
        wrong = run(archive, WRONG, FERRY)
        assert archive.undo(wrong) == Undone(removed=1, restored=1)
        assert archive.article("bridge") == OLD
        assert (archive.article("ferry"), archive.article("tram")) == (None, TRAM)
        assert WRONG not in [each.article for each in archive.versions("bridge")]


def test_what_is_as_before_has_no_version_more(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive:
        (before,) = archive.versions("bridge")
        archive.undo(run(archive, WRONG))
        (after,) = archive.versions("bridge")
        assert (after.article, after.seen) == (OLD, before.seen)
        assert after.seq == archive.last_seq()


def test_an_index_that_follows_the_changes_hears_of_all_that_was_undone(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive:
        wrong = run(archive, WRONG, FERRY)
        seq = archive.last_seq()
        archive.undo(wrong)
        changes = {each.id: each for each in archive.changes_since(seq)}
        assert (changes["bridge"].article, changes["bridge"].first) == (OLD, False)
        assert changes["ferry"].article is None


def test_what_a_later_run_changed_stays_and_is_counted(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive:
        wrong = run(archive, WRONG, FERRY)
        run(archive, LATER)
        assert archive.undo(wrong) == Undone(removed=1, kept=1)
        assert [each.article for each in archive.versions("bridge")] == [OLD, LATER]


def test_what_was_undone_may_come_in_again(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        archive.undo(run(archive, FERRY))
        assert archive.add([FERRY]) == Added(new=1)


def test_a_name_that_an_undone_run_told_leads_nowhere(tmp_path: Path) -> None:
    page = article("p", "Text.", url="https://news.example.org/x", title="T")
    with archive_of(tmp_path, OLD) as archive:
        wrong = run(archive, page)
        assert archive.known_id("http://news.example.org/x/") == "p"
        archive.undo(wrong)
        assert archive.known_id("http://news.example.org/x/") is None


def test_a_run_is_undone_once_and_only_if_there_was_one(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        first = run(archive, FERRY)
        archive.undo(first)
        with pytest.raises(NoSuchRunError, match="undone already"):
            archive.undo(first)
        with pytest.raises(NoSuchRunError, match="there is no run 7"):
            archive.undo(7)


def test_many_articles_are_undone_though_it_is_broken_off_between_two_parts(
    tmp_path: Path,
) -> None:
    old = [article(f"a{n}", f"Text {n}.") for n in range(700)]
    new = [article(f"a{n}", f"Wrong {n}.") for n in range(700)]

    def break_off(articles: int) -> None:
        raise KeyboardInterrupt

    with archive_of(tmp_path, *old) as archive:
        wrong = run(archive, *new)
        with pytest.raises(KeyboardInterrupt):
            archive.undo(wrong, break_off)
        assert archive.undo(wrong) == Undone(restored=200)
        assert {archive.article(each.id) for each in old} == set(old)


def test_a_run_tells_what_it_was_given_and_what_came_of_it(tmp_path: Path) -> None:
    with archive_of(tmp_path, OLD) as archive:
        number = run(archive, OLD, WRONG, FERRY)
        (found,) = archive.origins.runs()
        assert (found.id, found.kind, found.given) == (number, "import", ("in.jsonl",))
        assert found.added == Added(new=1, changed=1, unchanged=1)
        assert found.ended is not None
        assert found.began <= found.ended


def test_a_run_that_is_broken_off_stays_unfinished_with_what_it_stored(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        with pytest.raises(KeyboardInterrupt), archive.batch("import") as batch:
            batch.add([FERRY])
            raise KeyboardInterrupt
        (found,) = archive.origins.runs()
        assert (found.ended, found.added) == (None, Added(new=1))
        assert archive.undo(found.id) == Undone(removed=1)
