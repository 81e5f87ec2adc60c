"""Asked on the cluster alone: the same answers as where the archive lies, in as few requests."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.archive.archive import Archive
from corpus.archive.newest import newest
from corpus.archive.scans.side_by_side import Selection
from corpus.article import paragraph_number
from corpus.sample import sample_archive
from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.cluster import published
from retrieval.cluster.published import Published
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.errors import EngineUnreachableError, IndexUnusableError
from retrieval.index.index import Index
from retrieval.timeline.timelines import Timelines
from retrieval.verbatim.checking import Checker
from retrieval.verbatim.chronology import Order
from tests.bot.command_line import Cli, one_line
from tests.opensearch.gate import standing_before
from tests.retrieval.opensearch.conftest import NAMES

pytestmark = pytest.mark.opensearch
NOW = datetime(2025, 1, 1, tzinfo=UTC)


class Both(NamedTuple):
    """An archive with its index on a cluster, and the cluster by itself."""

    archive: Archive
    served: Index
    alone: Published
    address: ClusterAddress


@pytest.fixture(scope="module")
def both(search_node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    address = ClusterAddress((search_node,), shards=2, name=next(NAMES))
    folder = tmp_path_factory.mktemp("sample")
    with sample_archive(folder) as made:
        shutil.copytree(made.directory, folder / "copy")
    with Archive(folder / "copy") as archive:
        index = Index(archive, "opensearch", cluster=address)
        alone = Published(address)
        yield Both(archive, index, alone, address)
        alone.close()
        index.close()


def told(answer: Answer) -> Answer:
    """All of an answer but how long it took, and what only the keeper's machine knows."""
    searched = answer.searched and replace(answer.searched, collected=None)
    return replace(answer, took_ms=0.0, searched=searched)


QUESTIONS = [
    "Who cut the ribbon of the bridge?",
    "What did the bridge cost?",
    "bridge -pier",
    '"the same pair of scissors"',
    '"of the" mayor',
    '"by the for it"',
    '"what the" council',
    "source:baltic bridge",
    "What happened in March 2022?",
    "The bridge cost 12 million euros.",
    "zeppelin crash in March 2022",
    "brigde ribon",
    "https://news.example.org/nemunas-herald/2024/06/bridge-opened is that so?",
    "latest news",
    "hello",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_one_that_the_archive_gives(both: Both, question: str) -> None:
    ours = Answerer(both.archive, both.served)
    theirs = Answerer(both.alone.store, both.alone)
    for limit in (1, 5):
        one, other = (each.ask(question, asked_at=NOW, limit=limit) for each in (ours, theirs))
        assert told(other) == told(one)
    one, other = (each.check(question, asked_at=NOW) for each in (ours, theirs))
    assert told(other) == told(one)
    for order in (Order.OLDEST, Order.NEWEST):
        one, other = (
            each.ask_by_day(question, asked_at=NOW, order=order) for each in (ours, theirs)
        )
        assert told(other) == told(one)


@pytest.mark.parametrize(
    "quote",
    [
        "each from one side. They met in the middle",
        "They met in the middle with the same pair of knives",
        "one ribbon and an ice cream van",
        "of the",
        "Nobody ever said this about a zeppelin",
        "",
    ],
)
def test_a_quote_is_found_where_the_archive_finds_it(both: Both, quote: str) -> None:
    theirs = Checker(both.alone.store, both.alone).check(quote)
    assert theirs == Checker(both.archive, both.served).check(quote)


@pytest.mark.parametrize("question", ["bridge", '"the bridge"', "zeppelin", "strike in 2022"])
def test_a_timeline_is_the_archives(both: Both, question: str) -> None:
    one = Timelines(both.archive, both.served).of(question, asked_at=NOW)
    other = Timelines(both.alone.store, both.alone).of(question, asked_at=NOW)
    searched = one.searched and replace(one.searched, collected=None)
    assert replace(other, took_ms=0.0) == replace(one, took_ms=0.0, searched=searched)


def test_what_is_counted_over_all_and_what_is_newest_is_the_archives(both: Both) -> None:
    ours, theirs = ArchiveStore(both.archive), both.alone.store
    counts, others = ours.counts(), theirs.counts()
    held = replace(others.holdings, bytes=counts.holdings.bytes)
    assert held == replace(counts.holdings, date_faults={})
    assert list(others.outlets) == list(counts.outlets)
    assert list(others.gaps) == list(counts.gaps)
    assert (theirs.outlets(), theirs.languages()) == (ours.outlets(), ours.languages())
    for sources in ((), ("Baltic Post",)):
        until = date(2023, 6, 1)
        listed = newest(both.archive, 7, until=until, sources=sources)
        assert listed
        assert theirs.newest(7, until=until, sources=sources) == listed


def test_a_phrase_is_read_in_the_archives_order(both: Both) -> None:
    ours, theirs = ArchiveStore(both.archive), both.alone.store
    for selection in (Selection(), Selection(date(2022, 1, 1), date(2022, 12, 31))):
        printed = list(ours.printed("of the bridge", selection))
        assert list(theirs.printed("of the bridge", selection)) == printed


def test_an_article_is_found_by_its_id_and_its_addresses(both: Both) -> None:
    ours, theirs = ArchiveStore(both.archive), both.alone.store
    for name in ("https://news.example.org/nemunas-herald/2024/06/bridge-opened", "no such"):
        for each in (name, name.replace("https", "http"), f"{name}?utm_source=x"):
            assert theirs.seq_of(each) == ours.seq_of(each)


def test_a_question_takes_two_requests(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles come with what is found in them: texts, dates, copies and digests."""
    monkeypatch.setattr(published, "LOOKS", 3600.0)
    with standing_before(both.address.hosts[0]) as gate:
        alone = Published(replace(both.address, hosts=(gate.address,)))
        answerer = Answerer(alone.store, alone)
        answerer.ask("What did the bridge cost?", asked_at=NOW)  # takes the moment, and counts
        for question in ("Who cut the ribbon of the bridge?", "Which mayor was sentenced?"):
            gate.asked.clear()
            answer = answerer.ask(question, asked_at=NOW)
            assert answer.quotes
            assert gate.asked == ["/_msearch"] * 2
        alone.close()


def test_a_cluster_that_is_away_or_answers_in_part_is_said_to_be_tried_again(both: Both) -> None:
    half = b'{"responses": [{"status": 200, "_shards": {"failed": 1}, "hits": {"hits": []}}]}'
    away = b'{"error": {"type": "away", "reason": "away"}}'
    with standing_before(both.address.hosts[0]) as gate:
        alone = Published(replace(both.address, hosts=(gate.address,)))
        answerer = Answerer(alone.store, alone)
        assert answerer.ask("Who cut the ribbon?", asked_at=NOW).quotes
        for status, body in ((200, half), (503, away)):
            gate.instead = lambda path, sent, to=(status, body): to if "_msearch" in path else None  # type: ignore[misc]
            with pytest.raises(EngineUnreachableError, match=r"\A[^\n]*try again[^\n]*\Z"):
                answerer.ask("What did it cost?", asked_at=NOW)
        gate.instead = lambda path, sent: None
        assert answerer.ask("What did it cost?", asked_at=NOW).quotes
        alone.close()


def test_where_nothing_is_published_it_says_what_to_do(
    address: ClusterAddress, tmp_path: Path
) -> None:
    with pytest.raises(IndexUnusableError, match=r"\A[^\n]*backissue reindex[^\n]*\Z"):
        Published(address)


ARTICLE = "https://news.example.org/nemunas-herald/2024/05/heron-name"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["ask", "Who cut the ribbon of the bridge?"], "Tadas Rimgaila-Skuodas"),
        (["said", "They met in the middle"], "word for word"),
        (["timeline", "bridge"], "of 88 articles"),
        (["stats"], "has all of it"),
        (["gaps"], "No holes"),
        (["show", ARTICLE], "Pupils name the bridge"),
    ],
)
def test_commands_that_ask_need_an_address_and_no_archive(
    both: Both, cli: Cli, monkeypatch: pytest.MonkeyPatch, command: list[str], expected: str
) -> None:
    monkeypatch.setenv("BACKISSUE_ENGINE", "opensearch")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", both.address.hosts[0])
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_NAME", both.address.name)
    ran = cli(*command)
    assert (ran.code, ran.err) == (0, "")
    assert expected in ran.out


def test_an_archive_that_is_named_is_never_replaced_by_the_cluster(
    both: Both, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BACKISSUE_ENGINE", "opensearch")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", both.address.hosts[0])
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_NAME", both.address.name)
    ran = cli("ask", "bridge", "--archive", tmp_path / "none")
    assert ran.code == 3
    assert one_line(ran.err)
    monkeypatch.setenv("BACKISSUE_ARCHIVE", str(tmp_path / "none"))
    ran = cli("ask", "bridge")
    assert ran.code == 0
    assert one_line(ran.err)
    assert "this is what lies on the cluster" in ran.err
    monkeypatch.delenv("BACKISSUE_ARCHIVE")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_NAME", "nothing-here")
    ran = cli("ask", "bridge")
    assert ran.code == 3
    assert one_line(ran.err)
    assert "backissue reindex --engine opensearch" in ran.err


def test_what_was_built_anew_elsewhere_is_read_on(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by who has not looked for what is new yet."""
    monkeypatch.setattr(published, "LOOKS", 3600.0)
    alone = Published(both.address)
    seq = ArchiveStore(both.archive).seq_of(ARTICLE)
    assert seq is not None
    assert alone.store.headlines(["heron"])
    both.served.rebuild()
    assert alone.store.seq_of(ARTICLE) == seq
    both.served.rebuild()
    numbers = (paragraph_number(seq, position) for position in range(2))
    assert len(alone.store.passages(numbers)) == 2
    both.served.rebuild()
    answerer = Answerer(alone.store, alone)
    both.served.rebuild()
    assert answerer.ask("Who cut the ribbon of the bridge?", asked_at=NOW).quotes
    alone.close()
