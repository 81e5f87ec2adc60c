"""What every engine must do: one class of tests, inherited by each engine's test file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from corpus.article import paragraph_number, place_of
from retrieval.engines.engine import BEST_ARTICLES, Engine, Entry, Search, Timely

K = 10


def entry(
    seq: int,
    *paragraphs: str,
    title: str = "",
    day: date = date(2021, 1, 27),
    labels: tuple[str, ...] = ("nemunas herald",),
) -> Entry:
    """Article `a<seq>`, its terms separated by spaces."""
    return Entry(
        seq=seq,
        article=f"a{seq}",
        day=day,
        labels=labels,
        title=title.split(),
        paragraphs=[paragraph.split() for paragraph in paragraphs],
    )


def places(engine: Engine, search: Search, limit: int = K) -> list[tuple[int, int]]:
    return [place_of(hit.number) for hit in engine.view().search(search, limit).hits]


class EngineContract:
    """Inherit it and give a fixture `make`, which returns a new, empty engine."""

    @pytest.fixture
    def make(self) -> Callable[[], Engine]:
        raise NotImplementedError

    @pytest.fixture
    def engine(self, make: Callable[[], Engine]) -> Iterator[Engine]:
        engine = make()
        yield engine
        engine.close()

    def fill(self, engine: Engine, *entries: Entry) -> None:
        for one in entries:
            engine.add(one)
        engine.commit()

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

    def fill_with_a_crowd(self, engine: Engine) -> None:
        """Article 99 is the best by far, article 98 the worst, its passage longer than all."""
        crowd = [entry(seq, f"bridge{' snow' * 7}") for seq in range(1, 2 * BEST_ARTICLES)]
        worst = entry(98, f"old bridge open{' sand' * 30}")
        best = entry(99, f"bridge{' rain' * 11}", f"ferry{' rain' * 11}", title="bridge ferry")
        self.fill(engine, *crowd, worst, best)

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

    @pytest.mark.parametrize(
        "narrowed",
        [
            Search(("bridge",), phrases=((("old", "bridge"),),)),
            Search(("bridge",), excluded=("snow", "rain")),
        ],
    )
    def test_a_phrase_and_what_is_excluded_are_looked_for_in_all_articles(
        self, engine: Engine, narrowed: Search
    ) -> None:
        self.fill_with_a_crowd(engine)
        found = engine.view().search(narrowed, K)
        assert [place_of(hit.number) for hit in found.hits] == [(98, 0)]
        assert set(found.articles) == {98}

    def test_what_is_timely_is_not_crowded_out_of_a_phrase_either(self, engine: Engine) -> None:
        old = [entry(seq, "old bridge", day=date(2020, 1, 1)) for seq in range(1, 60)]
        self.fill(engine, *old, entry(60, "old bridge and much else", day=date(2021, 6, 2)))
        timely = Timely(date(2021, 6, 2), date(2021, 6, 3), 5)
        search = Search(("bridge",), phrases=((("old", "bridge"),),))
        assert (60, 0) not in places(engine, search)
        assert (60, 0) in places(engine, replace(search, timely=timely))

    def test_frequencies_count_passages(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge bridge", "bridge", "ferry"))
        found = engine.view().search(Search(("bridge", "ferry")), K)
        assert (found.frequencies, found.passages) == ({"bridge": 2, "ferry": 1}, 3)

    def test_the_vocabulary_counts_the_passages_of_each_term(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge bridge brook", "bridge", "ferry", title="brick"))
        assert engine.view().vocabulary(["br"]) == {"bridge": 2, "brook": 1}
        assert engine.view().vocabulary(["bro", "fer"]) == {"brook": 1, "ferry": 1}
        assert engine.view().vocabulary(["x"]) == {}

    def test_an_example_of_a_term_is_its_best_passage(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "ferry rain rain", "ferry"), entry(2, "rain snow"))
        examples = engine.view().examples(["ferry", "zebra"])
        assert examples == {"ferry": paragraph_number(1, 1)}

    def test_what_is_timely_is_not_crowded_out(self, engine: Engine) -> None:
        old = [entry(seq, "bridge", day=date(2020, 1, 1)) for seq in range(1, 60)]
        news = [entry(60 + n, "bridge and much else", day=date(2021, 6, n)) for n in (1, 2, 3)]
        self.fill(engine, *old, *news)
        timely = Timely(date(2021, 6, 2), date(2021, 6, 3), 5)
        assert {(62, 0), (63, 0)}.isdisjoint(places(engine, Search(("bridge",))))
        found = engine.view().search(Search(("bridge",), timely=timely), K)
        assert {(62, 0), (63, 0)} <= {place_of(hit.number) for hit in found.hits}
        assert (61, 0) not in {place_of(hit.number) for hit in found.hits}
        assert {62, 63} <= set(found.articles)
        scores = [hit.score for hit in found.hits]
        assert scores == sorted(scores, reverse=True)

    def test_what_is_timely_is_searched_no_wider_than_the_search(self, engine: Engine) -> None:
        old = [entry(seq, "bridge", day=date(2020, 1, 1)) for seq in range(1, 60)]
        news = [entry(60 + n, "bridge and more", day=date(2021, 6, n)) for n in range(1, 9)]
        self.fill(engine, *old, *news)
        timely = Timely(date(2021, 6, 1), date(2021, 6, 30), K)
        search = Search(("bridge",), until=date(2021, 6, 3), timely=timely)
        found = engine.view().search(search, 1)
        assert {seq for hit in found.hits if (seq := place_of(hit.number)[0]) > 60} == {61, 62, 63}

    def test_leads_are_found_by_their_headlines(self, engine: Engine) -> None:
        titled = [entry(seq, "ferry", "bridge", title=title) for seq, title in
                  ((1, "bridge open"), (2, "old bridge closed today"), (3, "ferry"))]  # fmt: skip
        self.fill(engine, *titled)

        def leads(search: Search, limit: int = K) -> list[tuple[int, int]]:
            return [place_of(hit.number) for hit in engine.view().leads(search, limit)]

        assert leads(Search(("bridge",))) == [(1, 0), (2, 0)]
        assert leads(Search(("bridge",)), 1) == [(1, 0)]
        assert leads(Search((), phrases=((("old", "bridge"),),))) == [(2, 0)]
        assert leads(Search(("bridge",), phrases=((("bridge", "closed"),),))) == [(2, 0)]
        assert leads(Search(("tunnel",))) == []

    def test_without_terms_the_newest_leads_of_the_days_asked_for_come(
        self, engine: Engine
    ) -> None:
        days = {seq: date(2021, 1, seq) for seq in (3, 1, 4, 2)}
        for seq, day in sorted(days.items()):
            engine.add(entry(seq, "ferry", "bridge", title="bridge", day=day))
        engine.commit()
        search = Search((), since=date(2021, 1, 1), until=date(2021, 1, 3))
        hits = engine.view().leads(search, 2)
        assert [(place_of(hit.number), hit.day.day) for hit in hits] == [((3, 0), 3), ((2, 0), 2)]

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

    def test_dates_filter_before_the_best_are_taken(self, engine: Engine) -> None:
        old = [entry(seq, "bridge bridge", day=date(2020, 1, 1)) for seq in range(1, 30)]
        self.fill(engine, *old, entry(30, "bridge and much else", day=date(2021, 6, 1)))
        search = Search(("bridge",), since=date(2021, 1, 1), until=date(2021, 12, 31))
        found = engine.view().search(search, 1)
        assert [place_of(hit.number) for hit in found.hits] == [(30, 0)]
        assert set(found.articles) == {30}

    def test_both_ends_of_a_span_of_days_are_in_it(self, engine: Engine) -> None:
        days = [date(2021, 1, 26), date(2021, 1, 27), date(2021, 1, 28), date(2021, 1, 29)]
        self.fill(engine, *(entry(n, "bridge", day=day) for n, day in enumerate(days, 1)))
        search = Search(("bridge",), since=days[1], until=days[2])
        assert places(engine, search) == [(2, 0), (3, 0)]
        assert places(engine, Search(("bridge",), since=days[3])) == [(4, 0)]
        assert places(engine, Search(("bridge",), until=days[0])) == [(1, 0)]

    def test_sources_filter_as_alternatives(self, engine: Engine) -> None:
        self.fill(
            engine,
            entry(1, "bridge", labels=("nemunas herald", "rbe/rn")),
            entry(2, "bridge", labels=("baltic post",)),
            entry(3, "bridge", labels=("third",)),
        )
        assert places(engine, Search(("bridge",), labels=("rbe/rn", "third"))) == [(1, 0), (3, 0)]

    def test_a_phrase_wants_its_terms_side_by_side_and_in_order(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "old bridge open", "bridge old", "old stone bridge"))
        search = Search(("old", "bridge"), phrases=((("old", "bridge"),),))
        assert places(engine, search) == [(1, 0)]
        assert places(engine, Search(("old",), phrases=((("stone",),),))) == [(1, 2)]
        either = Search(("old",), phrases=((("stone",), ("bridge", "open")),))
        assert set(places(engine, either)) == {(1, 0), (1, 2)}

    def test_an_excluded_term_shuts_a_passage_out(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge open", "bridge shut"))
        assert places(engine, Search(("bridge",), excluded=("shut",))) == [(1, 0)]

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
        self.fill(engine, entry(1, "bridge"), entry(7, "ferry"))
        assert engine.last_seq() == 7

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
