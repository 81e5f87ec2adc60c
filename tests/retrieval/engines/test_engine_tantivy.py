from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.engines.engine import Engine, Search
from retrieval.engines.tantivy import TantivyEngine
from retrieval.errors import IndexUnusableError
from tests.engine_contract.contract import EngineContract
from tests.engine_contract.filled import entry, places


class TestTantivy(EngineContract):
    @pytest.fixture
    def make(self, tmp_path: Path) -> Callable[[], Engine]:
        return lambda: TantivyEngine(tmp_path / "index")


def test_what_was_committed_is_there_after_a_restart(tmp_path: Path) -> None:
    first = TantivyEngine(tmp_path)
    first.add(entry(1, "bridge"))
    first.commit()
    first.close()
    again = TantivyEngine(tmp_path)
    assert places(again, Search(("bridge",))) == [(1, 0)]


def test_what_was_not_committed_is_gone_after_a_restart(tmp_path: Path) -> None:
    first = TantivyEngine(tmp_path)
    first.add(entry(1, "bridge"))
    first.close()
    again = TantivyEngine(tmp_path)
    assert (again.view().passage_count(), again.last_seq()) == (0, 0)


def test_another_processs_commit_is_seen_after_reload(tmp_path: Path) -> None:
    reader, writer = TantivyEngine(tmp_path), TantivyEngine(tmp_path)
    writer.add(entry(1, "bridge"))
    writer.commit()
    assert places(reader, Search(("bridge",))) == []
    reader.reload()
    assert places(reader, Search(("bridge",))) == [(1, 0)]


def test_damaged_files_are_one_clear_error(tmp_path: Path) -> None:
    engine = TantivyEngine(tmp_path)
    engine.add(entry(1, "bridge"))
    engine.commit()
    (tmp_path / "passages" / "meta.json").write_text("{")
    with pytest.raises(IndexUnusableError, match="cannot be used"):
        TantivyEngine(tmp_path)
