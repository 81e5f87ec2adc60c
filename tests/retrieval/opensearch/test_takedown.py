"""A takedown by who lacks the settings, or while the cluster is away: it is said what is left."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from corpus.archive.archive import Archive
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.checking import IndexState, check_index
from retrieval.index.index import Index
from tests.archives import archive_of
from tests.bot.command_line import Cli, one_line
from tests.retrieval.small_archive import ARTICLES

pytestmark = pytest.mark.opensearch
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def archive(tmp_path: Path, address: ClusterAddress) -> Iterator[Path]:
    """The folder of one that is on the cluster."""
    with archive_of(tmp_path / "archive", *ARTICLES) as archive:
        Index(archive, "opensearch", cluster=address).close()
    yield archive.directory
    for index in httpx.get(f"{address.hosts[0]}/{address.name}-*").json():
        httpx.delete(f"{address.hosts[0]}/{index}").raise_for_status()


def state_of(archive: Path, address: ClusterAddress) -> IndexState:
    with Archive(archive) as opened:
        return check_index(opened, "opensearch", address).state


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"OPENSEARCH_HOSTS": "{hosts}"},  # of another name
        {"OPENSEARCH_HOSTS": "{hosts}", "OPENSEARCH_NAME": "{name}-2", "ENGINE": "opensearch"},
    ],
)
def test_settings_that_do_not_lead_to_the_cluster_are_told(
    archive: Path,
    address: ClusterAddress,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
) -> None:
    for name, value in settings.items():
        given = value.format(hosts=address.hosts[0], name=address.name)
        monkeypatch.setenv(f"BACKISSUE_{name}", given)
    ran = cli("remove", "bridge", "--archive", archive)
    assert ran.code == 3
    assert f"published on {address.hosts[0]} under the name {address.name}," in ran.err
    assert state_of(archive, address) is IndexState.BEHIND


def test_what_a_cluster_that_was_away_has_goes_when_it_is_told_again(
    archive: Path, address: ClusterAddress, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_ENGINE", "opensearch")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_NAME", address.name)
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", NOWHERE)
    for _ in range(2):
        ran = cli("remove", "bridge", "--archive", archive)
        assert ran.code == 3
        assert "still has what was removed" in ran.err
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", address.hosts[0])
    ran = cli("remove", "bridge", "--archive", archive)
    assert ran.code == 1
    assert one_line(ran.err)
    assert "no index has it" in ran.err
    assert state_of(archive, address) is IndexState.SAME
