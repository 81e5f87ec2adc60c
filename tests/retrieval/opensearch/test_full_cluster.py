"""A real cluster whose disk is full: it says so at once, answers on, and is brought up later."""

import logging
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import httpx
import pytest

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.errors import IndexNoRoomError
from retrieval.index import everywhere
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.engine_contract.filled import entry
from tests.retrieval.small_archive import ARTICLES, NOW

pytestmark = pytest.mark.opensearch


@pytest.fixture
def archive(tmp_path: Path, address: ClusterAddress) -> Iterator[Archive]:
    """With its index on the cluster."""
    with archive_of(tmp_path, *ARTICLES) as archive:
        Index(archive, "opensearch", cluster=address).close()
        yield archive
    block(address, f"{address.name}-*", is_full=False)
    for index in httpx.get(f"{address.hosts[0]}/{address.name}-*").json():
        httpx.delete(f"{address.hosts[0]}/{index}").raise_for_status()


def block(address: ClusterAddress, indexes: str, *, is_full: bool = True) -> None:
    """As a cluster does, or no longer does, where a disk is full to its flood stage."""
    setting = {"index.blocks.read_only_allow_delete": is_full or None}
    httpx.put(f"{address.hosts[0]}/{indexes}/_settings", json=setting).raise_for_status()


def test_what_comes_in_is_stored_and_found_once_there_is_room(
    archive: Archive,
    address: ClusterAddress,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("retrieval.index.index.PATIENCE", 0.0)
    block(address, f"{address.name}-*")
    archive.add([article("flood", "The Vilka flooded the lower streets of Klampuva.")])
    begun = monotonic()
    index = Index(archive, "opensearch", cluster=address)
    assert monotonic() - begun < 15.0
    assert not index.is_fresh()
    (line,) = (one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING)
    assert "the disk of the cluster is full" in line
    assert "make room there" in line
    answerer = Answerer(archive, index)
    assert answerer.ask("Who cut the ribbon?", asked_at=NOW).quotes
    block(address, f"{address.name}-*", is_full=False)
    assert answerer.ask("What flooded Klampuva's streets?", asked_at=NOW).quotes
    assert index.is_fresh()
    index.close()


def test_a_takedown_that_finds_no_room_is_not_said_to_be_done(
    archive: Archive, address: ClusterAddress, caplog: pytest.LogCaptureFixture
) -> None:
    block(address, f"{address.name}-*")
    archive.remove("bridge")
    begun = monotonic()
    assert list(everywhere.bring_up(archive, "opensearch", address)) == ["opensearch"]
    assert monotonic() - begun < 15.0
    assert "no question finds it" not in caplog.text
    block(address, f"{address.name}-*", is_full=False)
    assert everywhere.bring_up(archive, "opensearch", address) == {}


def test_what_was_sent_before_the_disk_was_full_stands_once(
    cluster: Cluster, address: ClusterAddress, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.engines.opensearch.writing.SIZE", 1)
    engine = OpenSearchEngine(cluster, index)
    engine.add(entry(1, "bridge"))
    while engine.article_count() < 1:  # it is under way
        cluster.refresh(index)
        engine.reload()
    block(address, index)
    begun = monotonic()
    engine.add(entry(2, "bridge"))
    with pytest.raises(IndexNoRoomError, match=r"\Athe disk of the cluster is full [^\n]*\Z"):
        engine.commit()
    engine.roll_back()
    assert monotonic() - begun < 15.0
    block(address, index, is_full=False)
    for seq in (1, 2):
        engine.add(entry(seq, "bridge"))
    engine.commit()
    assert engine.article_count() == 2
