"""One process writes at a time; the others follow, wait, or answer from what they have."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from corpus.archive.archive import WRITER_PATIENCE, Archive
from retrieval.answer import Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import NotAllTakenIn
from tests.archives import archive_of
from tests.retrieval.index.test_index import BRIDGE, FERRY, build, found_ids, state_file


def test_a_process_that_follows_sees_an_index_built_anew_beside(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        follower = Index(archive, "tantivy")
        other = Index(archive, "tantivy")
        other.rebuild()
        other.close()
        archive_of(tmp_path, FERRY).close()
        assert found_ids(archive, "ferry", follower) == ["ferry"]
        follower.close()
        folders = [path for path in state_file(archive).parent.iterdir() if path.is_dir()]
        assert len(folders) == 1


def test_while_another_process_writes_the_index_answers_from_what_it_has(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        index = Index(archive, "tantivy")
        with Archive(tmp_path) as writer, writer.writing():
            writer.add([FERRY])
            assert found_ids(archive, "bridge", index) == ["bridge"]
            assert not index.is_fresh()
        assert found_ids(archive, "ferry", index) == ["ferry"]
        index.close()


def test_what_cannot_be_found_yet_is_no_silence_of_the_archive(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        with Archive(tmp_path) as writer, writer.writing():
            writer.add([FERRY])
            behind = answerer.ask("ferry", asked_at=datetime(2021, 1, 27, tzinfo=UTC))
            assert (behind.strength, behind.notes) == (Strength.NONE, (NotAllTakenIn(),))
        caught_up = answerer.ask("ferry", asked_at=datetime(2021, 1, 27, tzinfo=UTC))
        assert NotAllTakenIn() not in caught_up.notes
        assert caught_up.quotes
        index.close()


@contextmanager
def another_writer(folder: Path) -> Iterator[Archive]:
    with Archive(folder) as writer, writer.writing():
        yield writer


def test_an_index_that_is_behind_is_opened_at_once_while_another_process_writes(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        build(archive)
        with another_writer(tmp_path) as writer:
            writer.add([FERRY])
            started = perf_counter()
            index = Index(archive, "tantivy")
            assert perf_counter() - started < WRITER_PATIENCE / 2
            assert (found_ids(archive, "bridge", index), index.is_fresh()) == (["bridge"], False)
        index.refresh()
        assert (found_ids(archive, "ferry", index), index.is_fresh()) == (["ferry"], True)
        index.close()


def test_the_process_that_writes_takes_all_in_itself(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        build(archive)
        with archive.writing():
            archive.add([FERRY])
            index = Index(archive, "tantivy")
            assert index.is_fresh()
            index.close()


def test_an_index_that_another_process_built_meanwhile_is_not_built_again(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        taken: list[int] = []
        opened: list[Index] = []
        waiting = threading.Thread(
            target=lambda: opened.append(Index(archive, "tantivy", advance=taken.append))
        )
        with another_writer(tmp_path) as writer:
            waiting.start()
            time.sleep(0.3)
            build(writer)
        waiting.join()
        assert taken == []
        assert found_ids(archive, "bridge", opened[0]) == ["bridge"]
        opened[0].close()
