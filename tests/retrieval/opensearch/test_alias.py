"""The place of an index on a real cluster: an alias."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import msgspec
import pytest

from bot.cli.collecting import progress
from bot.cli.collecting.progress import FollowingIndex
from bot.settings import Settings
from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import EngineUnreachableError
from retrieval.index.alias import Alias, alias_on
from retrieval.index.checking import IndexState, check_index, status
from retrieval.index.everywhere import bring_up
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.engine_contract.filled import entry
from tests.opensearch.gate import standing_before
from tests.retrieval.index.places import BRIDGE, count, filled, state
from tests.retrieval.small_archive import ARTICLES, NOW

pytestmark = pytest.mark.opensearch


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        yield archive


@pytest.fixture
def alias(address: ClusterAddress, archive: Archive) -> Iterator[Alias]:
    alias = alias_on(address, archive)
    yield alias
    alias.sweep(state("none"))
    alias.close()


def test_in_a_new_place_nothing_is_published(alias: Alias) -> None:
    assert alias.published() is None
    assert not alias.holds(state("a"))


def test_an_index_on_its_way_is_not_published(alias: Alias) -> None:
    filled(alias, state("a"), BRIDGE)
    assert alias.holds(state("a"))
    assert alias.published() is None


def test_publishing_is_switching_from_the_old_to_the_new(alias: Alias) -> None:
    old = filled(alias, state("a"), BRIDGE)
    alias.publish(state("a"))
    new = filled(alias, state("b"), BRIDGE, entry(2, "bridge"))
    assert alias.published() == state("a")
    alias.publish(state("b", 2))
    assert alias.published() == state("b", 2)
    assert (count(old), count(new)) == (1, 2)


def test_second_copies_are_made_of_an_index_that_is_whole(
    alias: Alias, address: ClusterAddress
) -> None:
    filled(alias, state("a"), BRIDGE)
    told = []
    for seq, wanted in ((1, 3), (3, 3)):
        alias.publish(msgspec.structs.replace(state("a", seq), wanted=wanted))
        kept = httpx.get(f"{address.hosts[0]}/{address.name}-*/_settings").json()
        (index,) = kept.values()
        told.append(index["settings"]["index"].get("auto_expand_replicas"))
    assert told == [None, "0-1"]


def test_an_index_that_lost_an_alias_is_said_to_be_unasked_and_gets_it_back(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    Index(archive, "opensearch", cluster=address).close()
    gone = {"remove": {"index": f"{address.name}-*", "alias": address.name}}
    httpx.post(f"{address.hosts[0]}/_aliases", json={"actions": [gone]}).raise_for_status()
    assert check_index(archive, "opensearch", address).state is IndexState.UNASKED
    Index(archive, "opensearch", cluster=address).close()
    assert check_index(archive, "opensearch", address).state is IndexState.SAME


def test_a_sweep_leaves_the_one_index_that_is_named(alias: Alias) -> None:
    for name in ("a", "b", "c"):
        filled(alias, state(name), BRIDGE)
    alias.publish(state("b"))
    alias.sweep(state("b"))
    assert [alias.holds(state(name)) for name in ("a", "b", "c")] == [False, True, False]
    assert alias.published() == state("b")


def test_what_is_discarded_is_published_no_more(alias: Alias) -> None:
    filled(alias, state("a"), BRIDGE)
    alias.publish(state("a"))
    alias.discard(state("a"))
    assert alias.published() is None


def test_archives_on_one_cluster_do_not_see_each_other(
    alias: Alias, address: ClusterAddress, tmp_path: Path
) -> None:
    alias.open(state("a"))
    alias.publish(state("a"))
    with archive_of(tmp_path / "other") as other:
        second = alias_on(address, other)
        assert second.published() is None
        second.sweep(state("a"))
        second.close()
    assert alias.published() == state("a")


def test_a_question_is_answered_as_by_tantivy(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    answers = []
    for engine in ("tantivy", "opensearch"):
        index = Index(archive, engine, cluster=address)
        answer = Answerer(archive, index).ask(
            "Who cut the ribbon of the bridge?", asked_at=NOW, explain=True
        )
        answers.append(answer)
        index.close()
    one, other = answers
    assert [quote.text for quote in one.quotes] == [quote.text for quote in other.quotes]
    assert one.strength is other.strength
    for quote, same in zip(one.quotes, other.quotes, strict=True):
        shares = {(share.field, share.term): share.score for share in quote.shares}
        assert {(s.field, s.term): s.score for s in same.shares} == pytest.approx(shares, rel=1e-5)


def test_what_comes_in_and_what_goes_reaches_the_cluster(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    index = Index(archive, "opensearch", cluster=address)
    answerer = Answerer(archive, index)
    archive.add([article("flood", "The Vilka flooded the lower streets of Klampuva.")])
    asked = "Which river flooded Klampuva's streets?"
    assert answerer.ask(asked, asked_at=NOW).quotes[0].article.id == "flood"
    archive.add([article("flood", "The Nerusa flooded the lower streets of Klampuva.")])
    assert "Nerusa" in answerer.ask(asked, asked_at=NOW).quotes[0].text
    assert check_index(archive, "opensearch", address).state is IndexState.SAME
    archive.remove("flood")
    Index(archive, "opensearch", cluster=address).close()
    assert check_index(archive, "opensearch", address).state is IndexState.SAME
    assert "flood" not in {q.article.id for q in answerer.ask(asked, asked_at=NOW).quotes}
    index.close()


def test_the_state_of_the_index_is_told(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    assert check_index(archive, "opensearch", address).state is IndexState.NONE
    Index(archive, "opensearch", cluster=address).close()
    told = status(archive, "opensearch", address)
    assert (told.fresh, told.paragraphs) == (True, 6)


def test_an_index_that_is_there_is_gone_on_with(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    Index(archive, "opensearch", cluster=address).close()
    before = alias.published()
    taken: list[int] = []
    Index(archive, "opensearch", cluster=address, advance=taken.append).close()
    assert (taken, alias.published()) == ([], before)


def test_questions_are_answered_while_the_index_is_built_anew_elsewhere(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    index = Index(archive, "opensearch", cluster=address)
    other = Index(archive, "opensearch", cluster=address)
    answerer = Answerer(archive, index)
    stop = threading.Event()
    quoted: list[list[str]] = []
    failed: list[Exception] = []

    def ask() -> None:
        while not stop.is_set():
            try:
                answer = answerer.ask("Who cut the ribbon?", asked_at=NOW)
            except Exception as error:
                failed.append(error)
                return
            quoted.append([quote.article.id for quote in answer.quotes])

    thread = threading.Thread(target=ask)
    thread.start()
    for _ in range(3):
        other.rebuild()
    stop.set()
    thread.join()
    assert not failed
    assert quoted
    assert all(quotes == ["bridge"] for quotes in quoted)
    published = alias.published()
    assert published is not None
    assert published.folder == other.snapshot().name  # nobody else built one
    index.close()
    other.close()


def test_a_cluster_that_is_away_for_a_while_makes_nobody_build_another_index(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    with standing_before(address.hosts[0]) as gate:
        index = Index(archive, "opensearch", cluster=replace(address, hosts=(gate.address,)))
        answerer = Answerer(archive, index)
        before = alias.published()
        gate.instead = lambda path, body: (503, b'{"error": {"type": "away", "reason": "away"}}')
        with pytest.raises(EngineUnreachableError, match=r"\A[^\n]*try again[^\n]*\Z"):
            answerer.ask("Who cut the ribbon?", asked_at=NOW)
        with pytest.raises(EngineUnreachableError):
            Index(archive, "opensearch", cluster=replace(address, hosts=(gate.address,)))
        gate.instead = lambda path, body: None
        assert answerer.ask("Who cut the ribbon?", asked_at=NOW).quotes
        index.close()
    assert alias.published() == before


def test_what_could_not_be_taken_in_is_taken_in_later(
    alias: Alias, address: ClusterAddress, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.index.PATIENCE", 0.0)
    monkeypatch.setattr("retrieval.engines.opensearch.writing.PAUSES", ())
    with standing_before(address.hosts[0]) as gate:
        index = Index(archive, "opensearch", cluster=replace(address, hosts=(gate.address,)))
        answerer = Answerer(archive, index)
        archive.add([article("flood", "The Vilka flooded the lower streets of Klampuva.")])
        gate.instead = lambda path, body: (429, b"{}") if "_bulk" in path else None
        assert answerer.ask("Who cut the ribbon?", asked_at=NOW).quotes
        assert not index.is_fresh()
        gate.instead = lambda path, body: None
        assert answerer.ask("What flooded Klampuva's streets?", asked_at=NOW).quotes
        assert index.is_fresh()
        index.close()


def test_a_takedown_reaches_every_index_or_says_which_not(
    alias: Alias, address: ClusterAddress, archive: Archive
) -> None:
    for engine in ("tantivy", "opensearch"):
        Index(archive, engine, cluster=address).close()
    archive.remove("bridge")
    nowhere = replace(address, hosts=("http://127.0.0.1:9",))
    behind = bring_up(archive, "tantivy", nowhere)
    assert list(behind) == ["opensearch"]
    assert "does not answer" in behind["opensearch"]
    assert check_index(archive, "tantivy").state is IndexState.SAME
    assert check_index(archive, "opensearch", address).state is IndexState.BEHIND
    assert bring_up(archive, "tantivy", address) == {}
    assert check_index(archive, "opensearch", address).state is IndexState.SAME


def test_a_collection_opens_the_index_when_the_cluster_is_back(
    alias: Alias, address: ClusterAddress, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_before(address.hosts[0]) as gate:
        gate.instead = lambda path, body: (503, b"{}")
        settings = Settings(
            engine="opensearch", opensearch_hosts=(gate.address,), opensearch_name=address.name
        )
        index = FollowingIndex(archive, settings)
        gate.instead = lambda path, body: None
        index.take_in()
        assert not index.is_open  # it is left alone for a while
        monkeypatch.setattr(progress, "monotonic", lambda: float("inf"))
        index.take_in()
        assert index.is_open
        assert check_index(archive, "opensearch", address).state is IndexState.SAME
        index.close()
