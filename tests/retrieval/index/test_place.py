from pathlib import Path

import msgspec
import pytest

from retrieval.errors import EngineUnavailableError, IndexUnusableError
from retrieval.index.folder import Folder
from retrieval.index.place import Memory, place_for
from tests.archives import archive_of
from tests.engine_contract.filled import entry
from tests.retrieval.index.places import BRIDGE, count, filled, state


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder("tantivy", tmp_path)


def test_in_a_new_place_nothing_is_published(folder: Folder) -> None:
    assert folder.published() is None
    assert not folder.holds(state("a"))


def test_an_index_on_its_way_is_not_published(folder: Folder) -> None:
    filled(folder, state("a"), BRIDGE).close()
    assert folder.holds(state("a"))
    assert folder.published() is None


def test_publishing_is_switching_from_the_old_to_the_new(folder: Folder) -> None:
    old = filled(folder, state("a"), BRIDGE)
    folder.publish(state("a"))
    new = filled(folder, state("b"), BRIDGE, entry(2, "bridge"))
    assert folder.published() == state("a")
    folder.publish(state("b", 2))
    assert folder.published() == state("b", 2)
    assert (count(old), count(new)) == (1, 2)


def test_a_sweep_leaves_the_one_index_that_is_named(folder: Folder, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        filled(folder, state(name), BRIDGE).close()
    folder.publish(state("b"))
    folder.sweep(state("b"))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["b"]
    assert folder.published() == state("b")


def test_what_was_published_outlives_the_process(folder: Folder, tmp_path: Path) -> None:
    filled(folder, state("a"), BRIDGE).close()
    folder.publish(state("a", 1))
    again = Folder("tantivy", tmp_path)
    published = again.published()
    assert published == state("a", 1)
    assert published is not None
    assert count(again.open(published)) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"format": 3}'])
def test_a_state_that_cannot_be_read_is_none(
    folder: Folder, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "state.json").write_bytes(content)
    assert folder.published() is None


def test_a_state_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    folder = Folder("tantivy", tmp_path / "missing")
    with pytest.raises(IndexUnusableError, match=r"\A[^\n]*state\.json cannot be written[^\n]*\Z"):
        folder.publish(state("a"))


def test_a_half_written_state_never_takes_the_place_of_a_good_one(
    folder: Folder, tmp_path: Path
) -> None:
    filled(folder, state("a"), BRIDGE).close()
    folder.publish(state("a"))
    (tmp_path / "state.new").write_bytes(msgspec.json.encode(state("b"))[:10])
    assert folder.published() == state("a")


def test_names_of_indexes_differ(folder: Folder) -> None:
    assert len({folder.new_name() for _ in range(50)}) == 50


def test_in_memory_nothing_is_kept() -> None:
    memory = Memory("rank-bm25")
    engine = filled(memory, state("a"), BRIDGE)
    memory.publish(state("a"))
    memory.sweep(state("a"))
    assert (count(engine), count(memory.open(state("a")))) == (1, 0)
    assert memory.published() is None
    assert not memory.holds(state("a"))


def test_an_engine_tells_where_its_index_lies(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        assert place_for("tantivy", archive).is_kept
        assert not place_for("rank-bm25", archive).is_kept
        with pytest.raises(EngineUnavailableError, match="tantivy, rank-bm25"):
            place_for("xapian", archive)
        with pytest.raises(EngineUnavailableError, match="opensearch_hosts"):
            place_for("opensearch", archive)
