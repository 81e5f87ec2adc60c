"""What every engine must do: one class of tests, inherited by each engine's test file."""

import pytest

from corpus.article import paragraph_number, place_of
from retrieval.engines.engine import BEST_ARTICLES, Engine, Search
from tests.engine_contract.counted import CountedByDay
from tests.engine_contract.filled import K, entry, places
from tests.engine_contract.narrowed import Narrowed


class EngineContract(Narrowed, CountedByDay):
    """Inherit it and give a fixture `make`, which returns a new, empty engine."""

    def test_an_empty_engine_finds_nothing(self, engine: Engine) -> None:
        found = engine.view().search(Search(("bridge",)), K)
        assert (found.hits, found.passages, engine.last_seq()) == ((), 0, 0)

    def test_no_terms_find_nothing(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open"))
        assert engine.view().search(Search(()), K).hits == ()

    def test_unknown_terms_find_nothing(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open"), entry(2, "ferry stop"))
        found = engine.view().search(Search(("zebra", "quagga")), K)
        assert (found.hits, found.titles, found.articles) == ((), {}, {})
        assert found.frequencies == {"zebra": 0, "quagga": 0}

    def test_only_passages_with_a_term_are_found(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open", "rain fall"), entry(2, "ferry stop"))
        assert places(engine, Search(("bridge", "zebra"))) == [(1, 0)]

    def test_a_term_in_every_passage_still_scores_above_zero(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge", "bridge"), entry(2, "bridge"))
        hits = engine.view().search(Search(("bridge",)), K).hits
        assert len(hits) == 3
        assert all(hit.score > 0 for hit in hits)

    def test_scores_are_those_of_the_formula(self, engine: Engine) -> None:
        """idf = ln(1 + (N - n + 0.5) / (n + 0.5)); k1 = 1.2, b = 0.75; worked out by hand."""
        self.fill(engine, entry(1, "bridge bridge open", "ferry", "bridge ferry"))
        hits = engine.view().search(Search(("bridge",)), K).hits
        # N = 3, n = 2: idf = ln 1.6 = 0.470004; lengths 3, 1, 2, their mean 2.
        assert {place_of(hit.number)[1]: hit.score for hit in hits} == pytest.approx(
            {0: 0.566580, 2: 0.470004}, rel=1e-5
        )

    def test_the_rarer_term_weighs_more(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open", "bridge rain", "bridge snow", "ferry open"))
        assert places(engine, Search(("bridge", "ferry")))[0] == (1, 3)

    def test_equal_scores_keep_archive_order(self, engine: Engine) -> None:
        self.fill(engine, *(entry(seq, "bridge open", "bridge shut") for seq in (1, 2, 3)))
        assert places(engine, Search(("bridge",))) == [(s, p) for s in (1, 2, 3) for p in (0, 1)]

    def test_equals_are_cut_off_in_archive_order_however_they_came(self, engine: Engine) -> None:
        """In pieces, of which a later one is the biggest: an import in several goes."""
        for first, last in ((1, 20), (21, 90), (91, 95)):
            self.fill(engine, *(entry(s, "bridge", title="open") for s in range(first, last + 1)))
        view = engine.view()
        found = view.search(Search(("bridge",)), 5)
        assert list(found.articles) == list(range(1, BEST_ARTICLES + 1))
        for search in (Search(("bridge",)), Search(("bridge",), excluded=("rain",))):
            assert places(engine, search, 5) == [(seq, 0) for seq in range(1, 6)]
        for search in (Search(("open",)), Search(())):  # of one day
            leads = [place_of(hit.number)[0] for hit in view.leads(search, 3)]
            assert leads == [1, 2, 3]
        assert view.examples(["bridge"]) == {"bridge": paragraph_number(1, 0)}

    def test_more_wanted_than_there_is_gives_what_there_is(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open"))
        assert places(engine, Search(("bridge",)), 10_000) == [(1, 0)]

    def test_no_more_than_wanted_are_given(self, engine: Engine) -> None:
        self.fill(engine, *(entry(seq, "bridge") for seq in range(1, 8)))
        assert len(engine.view().search(Search(("bridge",)), 3).hits) == 3

    def test_a_passage_without_terms_counts_and_is_never_found(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "", "bridge open"))
        assert engine.view().passage_count() == 2
        assert places(engine, Search(("bridge",))) == [(1, 1)]

    def test_an_article_without_any_terms_does_no_harm(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "", ""))
        assert engine.view().search(Search(("bridge",)), K).hits == ()
        assert engine.view().passage_count() == 2

    def test_headlines_and_whole_articles_are_scored_beside(self, engine: Engine) -> None:
        self.fill(
            engine,
            entry(1, "bridge open", "bridge shut", title="bridge"),
            entry(2, "ferry", "bridge", title="ferry"),
        )
        found = engine.view().search(Search(("bridge",)), K)
        assert set(found.titles) == {1}
        assert set(found.articles) == {1, 2}
        assert found.articles[1] > found.articles[2] > 0

    def test_the_passages_of_the_best_articles_are_found(self, engine: Engine) -> None:
        self.fill_with_a_crowd(engine)
        found = engine.view().search(Search(("bridge", "ferry")), 1000)
        assert {(99, 0), (99, 1)} <= {place_of(hit.number) for hit in found.hits}
        assert len({place_of(hit.number)[0] for hit in found.hits}) == BEST_ARTICLES
        assert len(found.articles) == BEST_ARTICLES

    def test_as_many_articles_are_looked_into_as_are_asked_for(self, engine: Engine) -> None:
        self.fill_with_a_crowd(engine)
        found = engine.view().search(Search(("bridge", "ferry"), articles=3), 1000)
        assert len({place_of(hit.number)[0] for hit in found.hits}) == 3

    def test_frequencies_count_passages(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge bridge", "bridge", "ferry"))
        found = engine.view().search(Search(("bridge", "ferry")), K)
        assert (found.frequencies, found.passages) == ({"bridge": 2, "ferry": 1}, 3)

    def test_the_vocabulary_counts_the_passages_of_each_term(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge bridge brook", "bridge", "ferry", title="brick"))
        view = engine.view()
        assert view.vocabulary(["br"], ["brigde", "brok"]) == {"bridge": 2, "brook": 1}
        assert view.vocabulary(["bro", "fer"], ["broog", "ferri"]) == {"brook": 1, "ferry": 1}
        assert view.vocabulary(["x"], ["xylophone"]) == {}

    def test_the_vocabulary_knows_what_is_asked_for_however_far_it_is(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge", "bridge ferry"))
        assert engine.view().vocabulary(["bridge"], ["snow"]) == {"bridge": 2}

    def test_all_that_is_held_can_be_told(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open", ""), entry(2, "ferry stop"), entry(5))
        engine.remove(entry(2).article, 3)
        engine.commit()
        held = engine.view().held()
        assert sorted(held.passages) == [paragraph_number(1, 0), paragraph_number(1, 1)]
        assert sorted(held.articles) == [1, 5]

    def test_an_example_of_a_term_is_its_best_passage(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "ferry rain rain", "ferry"), entry(2, "rain snow"))
        examples = engine.view().examples(["ferry", "zebra"])
        assert examples == {"ferry": paragraph_number(1, 1)}

    def test_a_view_does_not_see_what_comes_after_it(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"))
        view = engine.view()
        self.fill(engine, entry(2, "bridge"))
        engine.remove("a1", 2)
        engine.commit()
        assert [place_of(hit.number) for hit in view.search(Search(("bridge",)), K).hits] == [
            (1, 0)
        ]
        assert places(engine, Search(("bridge",))) == [(2, 0)]

    def test_a_removed_article_is_found_no_more(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge", "bridge"), entry(2, "bridge"))
        engine.remove("a1", 3)
        engine.commit()
        assert places(engine, Search(("bridge",))) == [(2, 0)]
        assert engine.view().passage_count() == 1

    def test_removing_spares_the_version_from_which_it_counts(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"), entry(2, "ferry"))
        engine.remove("a2", 2)
        engine.remove("nobody", 99)
        engine.commit()
        assert places(engine, Search(("ferry",))) == [(2, 0)]

    def test_adding_what_is_held_changes_nothing(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"), entry(2, "ferry"))
        self.fill(engine, entry(1, "bridge"), entry(2, "ferry"))
        assert engine.view().passage_count() == 2

    def test_the_last_seq_is_the_highest_added(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"), entry(6, "bridge", "rain", "snow"), entry(7, "ferry"))
        assert engine.last_seq() == 7
        assert (engine.last_seq(6), engine.last_seq(7), engine.last_seq(8)) == (7, 7, 8)

    def test_shares_add_up_to_the_score(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open rain", title="bridge"), entry(2, "open open"))
        search = Search(("bridge", "open", "zebra"))
        hit = engine.view().search(search, K).hits[0]
        shares = engine.view().explain(search, [hit.number])[hit.number]
        passage = sum(share.score for share in shares if share.field == "passage")
        assert passage == pytest.approx(hit.score, rel=1e-5)
        assert hit.number == paragraph_number(1, 0)
        assert {(share.field, share.term) for share in shares} == {
            ("passage", "bridge"),
            ("passage", "open"),
            ("headline", "bridge"),
            ("lead", "bridge"),
            ("lead", "open"),
            ("article", "bridge"),
            ("article", "open"),
        }
