"""A cluster to ask, and indexes of the test's own on it."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retrieval.engines.opensearch import connection
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from tests.bot.command_line import Cli

NAMES = (f"of-a-test-{os.getpid()}-{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A removal waits for no shard, which takes half a minute."""
    monkeypatch.setattr(connection, "SHARING", ())


@pytest.fixture
def address(search_node: str) -> ClusterAddress:
    """Two shards, so that scores are right across them or nowhere; a name of the test's own."""
    return ClusterAddress((search_node,), shards=2, name=next(NAMES))


@pytest.fixture
def cluster(address: ClusterAddress) -> Iterator[Cluster]:
    cluster = Cluster(address)
    yield cluster
    cluster.close()


@pytest.fixture
def index(cluster: Cluster) -> Iterator[str]:
    """The name of an index; what a test makes of it goes."""
    name = next(NAMES)
    yield name
    cluster.delete(name)


@pytest.fixture
def make(cluster: Cluster, index: str) -> Callable[[], OpenSearchEngine]:
    return lambda: OpenSearchEngine(cluster, index)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    return Cli(capsys, monkeypatch, tmp_path)
