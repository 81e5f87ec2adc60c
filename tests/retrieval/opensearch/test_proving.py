"""A new index is held against its archive before anybody is answered from it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.archive.archive import Archive, Change
from corpus.archive.elsewhere.whole import Whole, whole_of
from retrieval.article_store import ArchiveStore
from retrieval.engines.opensearch import documents
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import IndexUnusableError
from retrieval.index import source
from retrieval.index.alias import alias_on
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.bot.command_line import Cli, one_line
from tests.retrieval.index.places import state
from tests.retrieval.small_archive import ARTICLES

pytestmark = pytest.mark.opensearch
SAYS_SO = r"\A[^\n]*not as the archive is[^\n]*\Z"


@pytest.fixture
def archive(tmp_path: Path, address: ClusterAddress) -> Iterator[Archive]:
    with archive_of(tmp_path / "archive", *ARTICLES) as archive:
        yield archive
        alias = alias_on(address, archive)
        alias.sweep(state("none"))
        alias.close()


def published(archive: Archive, address: ClusterAddress) -> object:
    alias = alias_on(address, archive)
    told = alias.published()
    alias.close()
    return told


def lose_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one is never sent."""
    whole = source.analysed
    monkeypatch.setattr(
        source,
        "analysed",
        lambda changes: (
            (change, entry if change.seq != 2 else None) for change, entry in whole(changes)
        ),
    )


def garble(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of a passage is not its text."""
    kept = documents._passage
    monkeypatch.setattr(
        documents, "_passage", lambda text: kept(text.replace("stopped work", "worked on"))
    )


def store_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles are kept with other words than the archive's."""

    def altered(archive: Archive, change: Change) -> Whole | None:
        told = whole_of(archive, change)
        return told and replace(told, text=told.text.replace("Klampuva", "Klaipeda"))

    monkeypatch.setattr(source, "whole_of", altered)


@pytest.mark.parametrize("spoil", [lose_an_article, garble, store_another])
def test_a_mismatch_leaves_the_one_that_answers(
    archive: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch, spoil: object
) -> None:
    index = Index(archive, "opensearch", cluster=address)
    before = published(archive, address)
    assert before is not None
    assert callable(spoil)
    spoil(monkeypatch)
    with pytest.raises(IndexUnusableError, match=SAYS_SO):
        index.rebuild()
    assert published(archive, address) == before
    monkeypatch.undo()
    index.rebuild()
    assert published(archive, address) != before
    index.close()


def test_the_archive_is_read_once_however_many_lines_are_looked_for(
    archive: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    by_day = ArchiveStore.by_day

    def counted(store: ArchiveStore, run: Sequence[str], *rest: Any, **named: Any) -> Any:
        read.append(run)
        return by_day(store, run, *rest, **named)

    monkeypatch.setattr(ArchiveStore, "by_day", counted)
    Index(archive, "opensearch", cluster=address).close()
    assert read == [()]


def test_what_an_archive_had_no_time_to_look_for_proves_nothing(
    tmp_path: Path, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.answering.UNHURRIED", 0.0)
    with archive_of(tmp_path, article("small", "It was what it was to be or not.")) as archive:
        Index(archive, "opensearch", cluster=address).close()
        assert published(archive, address) is not None
        alias = alias_on(address, archive)
        alias.sweep(state("none"))
        alias.close()


def test_a_first_index_that_is_wrong_is_not_published(
    archive: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    garble(monkeypatch)
    with pytest.raises(IndexUnusableError, match=SAYS_SO):
        Index(archive, "opensearch", cluster=address)
    assert published(archive, address) is None


def test_reindex_ends_with_three_and_one_line(
    archive: Archive, address: ClusterAddress, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", address.hosts[0])
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_NAME", address.name)
    reindex = ("reindex", "--engine", "opensearch", "--archive", archive.directory)
    assert cli(*reindex).code == 0
    before = published(archive, address)
    garble(monkeypatch)
    ran = cli(*reindex)
    assert ran.code == 3
    assert one_line(ran.err)
    assert "not as the archive is" in ran.err
    assert published(archive, address) == before
