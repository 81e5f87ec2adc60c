"""Whose index is on a cluster: an older copy of an archive takes nobody's place by itself."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from corpus.archive.archive import Archive
from retrieval.cluster.published import Published
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.opensearch.connection import Cluster
from retrieval.errors import IndexContestedError
from retrieval.index import everywhere
from retrieval.index.checking import IndexState, check_index
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.bot.command_line import Cli, one_line
from tests.retrieval.small_archive import ARTICLES, NOW

pytestmark = pytest.mark.opensearch
FLOOD = article("flood", "The Vilka flooded the lower streets of Klampuva.")
FERRY = article("ferry", "The ferry to Mustrahu sails again.")


def publish(archive: Archive, address: ClusterAddress) -> None:
    Index(archive, "opensearch", cluster=address).close()


def delete_all(address: ClusterAddress) -> None:
    for index in httpx.get(f"{address.hosts[0]}/{address.name}-*").json():
        httpx.delete(f"{address.hosts[0]}/{index}").raise_for_status()


@pytest.fixture
def archive(tmp_path: Path, address: ClusterAddress) -> Iterator[Archive]:
    """With its index on the cluster."""
    with archive_of(tmp_path / "archive", *ARTICLES) as archive:
        publish(archive, address)
        yield archive
    delete_all(address)


@pytest.fixture
def copy(archive: Archive, tmp_path: Path) -> Iterator[Archive]:
    """As it is before anything else happens to the archive."""
    shutil.copytree(archive.directory, tmp_path / "copy")
    with Archive(tmp_path / "copy") as copy:
        yield copy


def shown(address: ClusterAddress) -> set[str]:
    """The articles that are on the cluster for who asks that alone."""
    alone = Published(address)
    names = [one.id for one in alone.store.newest(9, until=NOW.date())]
    alone.close()
    return set(names)


def remove(archive: Archive) -> None:
    archive.remove("bridge")


def add(archive: Archive) -> None:
    archive.add([FLOOD])


@pytest.mark.parametrize("happened", [remove, add])
@pytest.mark.parametrize(
    "since",
    [
        lambda copy: None,
        lambda copy: copy.add([FERRY]),
        lambda copy: copy.add([FERRY, article("new", "A new ferry is built.")]),
        lambda copy: copy.remove("strike"),
    ],
)
def test_an_older_copy_refuses_and_what_was_published_stays(
    archive: Archive,
    copy: Archive,
    address: ClusterAddress,
    happened: Callable[[Archive], None],
    since: Callable[[Archive], None],
) -> None:
    happened(archive)
    publish(archive, address)
    since(copy)
    before = shown(address)
    for _ in range(2):
        with pytest.raises(IndexContestedError, match=r"\A[^\n]*backissue reindex[^\n]*\Z"):
            publish(copy, address)
    assert check_index(copy, "opensearch", address).state is IndexState.AHEAD
    assert list(everywhere.bring_up(copy, "opensearch", address)) == ["opensearch"]
    assert shown(address) == before
    assert check_index(archive, "opensearch", address).state is IndexState.SAME


def test_nor_does_it_where_the_index_is_of_a_former_version(
    archive: Archive, copy: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove(archive)
    publish(archive, address)
    for name, value in (("retrieval.index.source.FORMAT", 99), ("retrieval.index.alias.FORMAT", 9)):
        with monkeypatch.context() as later:
            later.setattr(name, value)
            with pytest.raises(IndexContestedError):
                publish(copy, address)
            assert check_index(archive, "opensearch", address).state is IndexState.FOREIGN


def test_who_is_told_to_puts_the_copy_there_and_the_archive_goes_on_from_it(
    archive: Archive, copy: Archive, address: ClusterAddress
) -> None:
    remove(archive)
    index = Index(archive, "opensearch", cluster=address)
    Index.rebuilt(copy, "opensearch", cluster=address).close()
    assert "bridge" in shown(address)
    publish(archive, address)
    assert "bridge" not in shown(address)
    Index.rebuilt(copy, "opensearch", cluster=address).close()
    copy.add([FERRY])
    publish(copy, address)
    with pytest.raises(IndexContestedError):
        index.mend(index.snapshot())
    index.close()
    assert "ferry" in shown(address)


def test_an_exact_copy_goes_on_where_the_archive_was(
    copy: Archive, address: ClusterAddress
) -> None:
    copy.add([FERRY])
    publish(copy, address)
    assert check_index(copy, "opensearch", address).state is IndexState.SAME


def test_an_index_that_is_lost_on_the_cluster_is_built_anew(
    archive: Archive,
    address: ClusterAddress,
    cluster: Cluster,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No node has its shards: what asks says which index that is, and what to do."""
    monkeypatch.setattr("retrieval.engines.opensearch.moment.PAUSES", ())
    node = address.hosts[0]
    (index,) = httpx.get(f"{node}/{address.name}-*").json()
    old = httpx.get(f"{node}/{index}").json()[index]
    cluster.delete(index)
    kept = {"similarity": old["settings"]["index"]["similarity"]}
    lost = {"index": {**kept, "routing.allocation.require._name": "nowhere"}}
    made = {"aliases": old["aliases"], "mappings": old["mappings"], "settings": lost}
    httpx.put(f"{node}/{index}?wait_for_active_shards=0", json=made).raise_for_status()
    for name, value in (
        ("ENGINE", "opensearch"),
        ("OPENSEARCH_HOSTS", node),
        ("OPENSEARCH_NAME", address.name),
        ("ARCHIVE", str(archive.directory)),
    ):
        monkeypatch.setenv(f"BACKISSUE_{name}", value)
    ran = cli("ask", "Who cut the ribbon?")
    assert ran.code == 3
    assert one_line(ran.err)
    assert index in ran.err
    assert "backissue reindex" in ran.err
    ran = cli("reindex", "--engine", "opensearch")
    assert (ran.code, ran.err) == (0, "")
    assert index not in httpx.get(f"{node}/{address.name}-*").json()
    assert cli("ask", "Who cut the ribbon?").code == 0
    assert shown(address) == {one.id for one in ARTICLES}
