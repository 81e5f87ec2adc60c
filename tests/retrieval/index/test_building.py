"""Building an index anew, and going on with one that was cut off."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.answering import Answerer
from retrieval.index.folder import Folder
from retrieval.index.index import Index
from retrieval.index.place import place_for
from retrieval.text.word_frequency import share_of_passages
from tests.archives import archive_of, article, nothing_may_be_written

ARTICLES = [article(f"a{n}", f"The bridge number {n} opened.") for n in range(5)]


class CutOffError(Exception):
    """As when the process ends here."""


@pytest.mark.parametrize("taken_before", [1, 2, 3, 4])
def test_a_build_that_was_cut_off_goes_on_behind_its_last_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken_before: int
) -> None:
    monkeypatch.setattr(Folder, "commit_every", 2)
    taken: list[int] = []

    def cut_off(articles: int) -> None:
        if len(taken) == taken_before:
            raise CutOffError
        taken.append(articles)

    with archive_of(tmp_path, *ARTICLES) as archive:
        with pytest.raises(CutOffError):
            Index(archive, "tantivy", advance=cut_off)
        state = place_for("tantivy", archive).published()
        assert state is not None
        committed = taken_before - taken_before % 2
        assert (state.articles, state.paragraphs) == (committed, committed)
        taken = []
        index = Index(archive, "tantivy", advance=taken.append)
        assert (len(taken), index.passage_count()) == (5 - committed, 5)
        index.close()


def test_a_rebuilt_index_is_built_once_whatever_it_was(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        for _ in range(2):
            before = place_for("tantivy", archive).published()
            taken: list[int] = []
            index = Index.rebuilt(archive, "tantivy", advance=taken.append)
            assert len(taken) == 5
            assert before is None or index.snapshot().name != before.folder
            index.close()


def test_a_rebuilding_that_fails_leaves_the_old_index_in_force(tmp_path: Path) -> None:
    def fail(_: int) -> None:
        raise CutOffError

    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, "tantivy")
        before = place_for("tantivy", archive).published()
        with pytest.raises(CutOffError):
            index.rebuild(fail)
        assert place_for("tantivy", archive).published() == before
        assert index.passage_count() == 5
        index.rebuild()  # no lock was left behind
        index.close()


def test_only_the_index_that_failed_is_mended(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, "tantivy")
        failed = index.snapshot()
        index.mend(failed)
        mended = index.snapshot().name
        assert mended != failed.name
        index.mend(failed)  # a second thread met the same fault
        assert index.snapshot().name == mended
        index.close()


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="no way to give up rights here")
def test_an_index_that_may_only_be_read_answers_and_shows_what_comes(open_folder: Path) -> None:
    share_of_passages("the", "en")  # the counts are read while this process may read them
    with archive_of(open_folder, ARTICLES[0]) as archive:
        Index(archive, "tantivy").close()
        with nothing_may_be_written(open_folder):
            index = Index(archive, "tantivy")
            answerer = Answerer(archive, index)
            assert len(answerer.ask("bridge", asked_at=datetime.now(UTC)).quotes) == 1
        with archive_of(open_folder, ARTICLES[1]) as writer:
            Index(writer, "tantivy").close()
        with nothing_may_be_written(open_folder):
            assert len(answerer.ask("bridge", asked_at=datetime.now(UTC)).quotes) == 2
        index.close()
