"""Several archives on one cluster, a keeper each, asked as one by those who have none at hand."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.cluster import published
from retrieval.cluster.published import Published
from retrieval.engines.opensearch import connection
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import IndexUnusableError
from retrieval.index import alias, everywhere
from retrieval.index.checking import IndexState, check_index
from retrieval.index.index import Index
from retrieval.notes import Damaged, NotAllTakenIn
from retrieval.verbatim.checking import Checker
from tests.archives import archive_of, article
from tests.opensearch.gate import standing_before
from tests.retrieval.small_archive import ARTICLES, NOW

pytestmark = pytest.mark.opensearch

LAMP = article(
    "lamp",
    "The lighthouse of Mustrahu burned down on Sunday. Its keeper, Mart Lumi, is unhurt.",
    title="Lighthouse burns",
    source="Kivirand Courier",
    url="https://courier.example.org/lamp",
)
# The other archive's first change has the same number as the bridge's.
OTHERS = (LAMP, article("ferry", "The ferry to Mustrahu sails again.", source="Kivirand Courier"))


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path / "one", *ARTICLES) as archive:
        yield archive


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path / "other", *OTHERS) as archive:
        yield archive


@pytest.fixture
def alone(
    one: Archive, other: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Published]:
    """What both have published; it looks for what is new at each question."""
    monkeypatch.setattr(published, "LOOKS", 0.0)
    for archive in (one, other):
        bring_up(archive, address)
    alone = Published(address)
    yield alone
    alone.close()
    for index in indexes(address):
        httpx.delete(f"{address.hosts[0]}/{index}").raise_for_status()


def bring_up(archive: Archive, address: ClusterAddress) -> None:
    Index(archive, "opensearch", cluster=address).close()


def indexes(address: ClusterAddress) -> list[str]:
    found = httpx.get(f"{address.hosts[0]}/{address.name}-*/_alias").raise_for_status()
    return sorted(found.json())


def documents(address: ClusterAddress, query: object) -> list[dict[str, object]]:
    """All that lie on the cluster and meet it."""
    found = httpx.post(
        f"{address.hosts[0]}/{address.name}-*/_search",
        json={"query": query, "size": 100},
    ).raise_for_status()
    return [one["_source"] for one in found.json()["hits"]["hits"]]


def quoted(alone: Published, question: str) -> dict[str, str]:
    answer = Answerer(alone.store, alone).ask(question, asked_at=NOW)
    return {quote.article.id: quote.text for quote in answer.quotes}


def test_each_is_quoted_in_its_own_words(alone: Published) -> None:
    assert quoted(alone, "Who cut the ribbon of the bridge?") == {
        "bridge": "Mayor Rūta Kalnienė, 58, cut the ribbon."
    }
    assert "Mart Lumi" in quoted(alone, "Which lighthouse burned down?")["lamp"]
    together = quoted(alone, '"the ferry" OR "the bridge" Vilka Mustrahu')
    assert together.keys() <= {"bridge", "ferry", "lamp"}
    both = Answerer(alone.store, alone).ask("the bridge and the ferry", asked_at=NOW).quotes
    assert {"bridge", "ferry"} <= {quote.article.id for quote in both}
    assert all(quote.paragraph.text in quote.article.paragraphs for quote in both)


def test_quotes_timelines_and_counts_are_of_both(alone: Published) -> None:
    checker = Checker(alone.store, alone)
    for quote, name in (("cut the ribbon", "bridge"), ("burned down on Sunday", "lamp")):
        (match,) = checker.check(quote).matches
        assert match.article.id == name
    counts = alone.store.counts()
    assert counts.holdings.articles == 5
    assert {outlet.name: outlet.articles for outlet in counts.outlets} == {
        "Kivirand Courier": 2,
        "Nemunas Herald": 2,
        "Baltic Post": 1,
    }
    assert alone.store.seq_of("lamp") != alone.store.seq_of("bridge")
    assert [one.id for one in alone.store.newest(1, until=NOW.date())] == ["strike-copy"]


def test_a_takedown_reaches_ones_own_and_no_other(
    alone: Published,
    one: Archive,
    other: Archive,
    address: ClusterAddress,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing of it is left but that there was one: no text, no version, no deleted document."""
    monkeypatch.setattr(connection, "SHARING", [1.0] * 45)
    other.add([replace(LAMP, paragraphs=("The lighthouse of Mustrahu glows again.",))])
    bring_up(other, address)
    assert any("burned down" in json.dumps(each) for each in documents(address, {"match_all": {}}))
    other.remove("lamp")
    assert everywhere.bring_up(other, "opensearch", address) == {}
    assert documents(address, {"term": {"name": "lamp"}}) == [
        {"kind": "removal", "seq": other.last_seq(), "name": "lamp"}
    ]
    everything = json.dumps(documents(address, {"match_all": {}}), ensure_ascii=False)
    assert "lighthouse" not in everything.lower()
    told = httpx.get(f"{address.hosts[0]}/{address.name}-{other.id}-*/_stats/docs").json()
    assert told["_all"]["total"]["docs"]["deleted"] == 0
    assert "lamp" not in quoted(alone, "Which lighthouse burned down?")
    assert "bridge" in quoted(alone, "Who cut the ribbon of the bridge?")
    assert check_index(one, "opensearch", address).state is IndexState.SAME


def test_what_is_built_anew_takes_the_place_of_ones_own_only(
    alone: Published, other: Archive, address: ClusterAddress
) -> None:
    before = indexes(address)
    Index.rebuilt(other, "opensearch", cluster=address).close()
    after = indexes(address)
    assert len(after) == 2
    assert len(set(before) & set(after)) == 1
    assert "lamp" in quoted(alone, "Which lighthouse burned down?")
    assert "bridge" in quoted(alone, "Who cut the ribbon of the bridge?")


def test_changes_are_followed_archive_by_archive(
    alone: Published, one: Archive, other: Archive, address: ClusterAddress
) -> None:
    reached = {name: feed.last_seq() for name, feed in alone.feeds().items()}
    assert reached == {f"archive {one.id}": 3, f"archive {other.id}": 2}
    altered = replace(LAMP, paragraphs=("The lighthouse of Mustrahu glows again.",))
    other.add([altered])
    other.remove("ferry")
    other.add([article("new", "A new ferry is being built.")])
    bring_up(other, address)
    feeds = alone.feeds()
    assert list(feeds[f"archive {one.id}"].changes_since(3)) == []
    feed = feeds[f"archive {other.id}"]
    told = [(each.seq, each.id, each.first) for each in feed.changes_since(2)]
    assert told == [(3, "lamp", False), (4, "ferry", False), (5, "new", True)]
    assert [each.article for each in feed.versions("lamp")] == [LAMP, altered]
    assert feed.versions("ferry") == []
    assert [each.seq for each in feed.changes_since(4)] == [5]
    Index.rebuilt(other, "opensearch", cluster=address).close()
    feed = alone.feeds()[f"archive {other.id}"]
    assert [(each.seq, each.id, each.first) for each in feed.changes_since(2)] == told
    assert [each.article for each in feed.versions("lamp")] == [LAMP, altered]


def test_what_is_not_the_archives_is_not_quoted(alone: Published, address: ClusterAddress) -> None:
    """Somebody altered a figure on the cluster: the article no longer has its digest."""
    node = address.hosts[0]

    def altered(path: str, body: bytes) -> tuple[int, bytes] | None:
        if "_msearch" not in path:
            return None
        told = httpx.post(node + path, content=body, headers={"Content-Type": "application/json"})
        return told.status_code, told.content.replace(b"58, cut", b"85, cut")

    with standing_before(node) as gate:
        gate.instead = altered
        wrong = Published(replace(address, hosts=(gate.address,)))
        answer = Answerer(wrong.store, wrong).ask("Who cut the ribbon of the bridge?", asked_at=NOW)
        assert "bridge" not in {quote.article.id for quote in answer.quotes}
        assert Damaged(("bridge",)) in answer.notes
        assert Checker(wrong.store, wrong).check("cut the ribbon").damaged == ("bridge",)
        wrong.close()


def test_while_not_all_is_taken_in_a_silence_says_so(
    alone: Published, one: Archive, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alias.Alias, "commit_every", 1)
    seen: list[bool] = []

    def look(articles: int) -> None:
        half = Published(address)
        seen.append(half.is_fresh())
        answer = Answerer(half.store, half).ask("Where is the zeppelin?", asked_at=NOW)
        assert (NotAllTakenIn() in answer.notes) is not half.is_fresh()
        half.close()

    one.add([article(f"n{number}", "Nothing of note.") for number in range(3)])
    index = Index(one, "opensearch", cluster=address, advance=look)
    assert False in seen
    index.close()


def test_what_another_version_of_the_program_put_there_is_not_asked(
    alone: Published, address: ClusterAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published, "fingerprint", lambda: "of another analyser")
    with pytest.raises(IndexUnusableError, match=r"\A[^\n]*another version[^\n]*reindex[^\n]*\Z"):
        Published(address)
