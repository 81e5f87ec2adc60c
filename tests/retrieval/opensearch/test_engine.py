"""The engine on a real cluster: the contract, and what only a cluster can do wrong."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from corpus.article import paragraph_number
from retrieval.engines.engine import Engine, Search
from retrieval.engines.opensearch.connection import Cluster
from retrieval.engines.opensearch.engine import OpenSearchEngine
from retrieval.engines.opensearch.queries import Query
from retrieval.engines.opensearch.replies import Reply
from retrieval.engines.opensearch.writing import send
from retrieval.errors import IndexUnusableError
from tests.engine_contract.contract import EngineContract
from tests.engine_contract.filled import entry, places

pytestmark = pytest.mark.opensearch
Make = Callable[[], OpenSearchEngine]


class TestOpenSearch(EngineContract):
    @pytest.fixture
    def make(self, cluster: Cluster, index: str) -> Callable[[], Engine]:
        return lambda: OpenSearchEngine(cluster, index)


def filled(make: Make, *words: str) -> OpenSearchEngine:
    """An article a word, committed."""
    engine = make()
    for seq, word in enumerate(words, 1):
        engine.add(entry(seq, word))
    engine.commit()
    return engine


def test_what_was_committed_is_there_for_whoever_opens_it_next(make: Make) -> None:
    filled(make, "bridge").close()
    again = make()
    assert (places(again, Search(("bridge",))), again.last_seq()) == ([(1, 0)], 1)


def test_another_processs_commit_is_seen_after_reload(make: Make) -> None:
    reader, writer = make(), make()
    reader.view()
    writer.add(entry(1, "bridge"))
    writer.commit()
    assert (places(reader, Search(("bridge",))), reader.last_seq()) == ([], 0)
    reader.reload()
    assert (places(reader, Search(("bridge",))), reader.last_seq()) == ([(1, 0)], 1)


def test_what_was_sent_and_not_committed_is_rolled_back(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.engines.opensearch.writing.SIZE", 1)
    engine = filled(make, "bridge")
    engine.add(entry(2, "bridge"))
    engine.roll_back()
    engine.add(entry(3, "bridge"))
    engine.commit()
    assert places(engine, Search(("bridge",))) == [(1, 0), (3, 0)]


def test_what_a_crash_left_is_written_again_and_stands_once(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.engines.opensearch.writing.SIZE", 1)
    crashed = filled(make, "bridge")
    crashed.add(entry(2, "bridge"))
    engine = make()
    assert engine.last_seq() == 1
    engine.add(entry(2, "bridge"))
    engine.commit()
    assert (places(engine, Search(("bridge",))), engine.article_count()) == ([(1, 0), (2, 0)], 2)


def test_the_same_bulk_twice_changes_nothing(cluster: Cluster, make: Make, index: str) -> None:
    engine = make()
    line = b'{"index":{"_id":"p1","routing":"a"}}\n{"kind":"passage","number":1,"seq":1,"day":1}\n'
    for _ in range(2):
        send(cluster, index, [line])
        engine.commit()
        assert engine.view().passage_count() == 1


def test_an_item_that_is_refused_is_an_error_and_the_others_stand(
    cluster: Cluster, make: Make, index: str
) -> None:
    engine = make()
    good = b'{"index":{"_id":"p1","routing":"a"}}\n{"kind":"passage","number":1,"seq":1,"day":1}\n'
    bad = b'{"index":{"_id":"p2","routing":"a"}}\n{"kind":"passage","colour":"red"}\n'
    with pytest.raises(IndexUnusableError, match=r"refused 1 of 2 documents: [^\n]*colour"):
        send(cluster, index, [good, bad])
    engine.commit()
    assert engine.view().passage_count() == 1


def test_an_index_that_was_deleted_is_unusable(cluster: Cluster, make: Make, index: str) -> None:
    engine = filled(make, "bridge")
    view = engine.view()
    cluster.delete(index)
    with pytest.raises(IndexUnusableError, match=index):
        view.search(Search(("bridge",)), 1)
    with pytest.raises(IndexUnusableError, match=index):
        engine.reload()


def test_a_moment_that_the_cluster_forgot_is_taken_anew(cluster: Cluster, make: Make) -> None:
    engine = filled(make, "bridge")
    view = engine.view()
    cluster.forget_moments()
    assert len(view.search(Search(("bridge",)), 9).hits) == 1


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2024, 2, 29), date.max])
def test_any_day_is_kept_and_filtered_by(make: Make, day: date) -> None:
    engine = make()
    engine.add(entry(1, "bridge", day=day))
    engine.commit()
    (hit,) = engine.view().search(Search(("bridge",), since=day, until=day), 1).hits
    assert hit.day == day


def test_a_search_that_finds_takes_two_round_trips(
    cluster: Cluster, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    ask = cluster.ask

    def counted(moment: str, queries: list[Query]) -> list[Reply]:
        asked.append(len(queries))
        return ask(moment, queries)

    view = filled(make, "bridge", "ferry").view()
    view.passage_count()
    monkeypatch.setattr(cluster, "ask", counted)
    assert view.search(Search(("bridge", "ferry")), 9).hits
    assert len(asked) == 2


def test_a_question_longer_than_a_cluster_takes_is_answered_all_the_same(make: Make) -> None:
    words = tuple(f"word{number}" for number in range(3000))
    found = filled(make, "bridge").view().search(Search(("bridge", *words)), 9)
    assert [hit.number for hit in found.hits] == [paragraph_number(1, 0)]
    assert found.frequencies["bridge"] == 1


def test_many_articles_at_once_lose_their_older_versions(make: Make) -> None:
    engine = filled(make, *["bridge"] * 450)
    for seq in range(451, 901):
        engine.remove(f"a{seq - 450}", seq)
        engine.add(replace(entry(seq, "ferry"), article=f"a{seq - 450}"))
    engine.commit()
    assert places(engine, Search(("bridge",))) == []
    assert engine.article_count() == 450
