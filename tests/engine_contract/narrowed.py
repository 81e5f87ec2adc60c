"""What is found where a search is narrowed, or widened by what is timely."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import place_of
from retrieval.engines.engine import Engine, Search, Timely
from tests.engine_contract.filled import Filled, K, entry, places


class Narrowed(Filled):
    """By days, outlets, phrases, exclusions, headlines."""

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

    def test_where_only_the_hits_are_wanted_they_are_the_same(self, engine: Engine) -> None:
        self.fill_with_a_crowd(engine)
        view, search = engine.view(), Search(("bridge",), phrases=((("bridge",),),))
        assert view.search(replace(search, articles=0), K).hits == view.search(search, K).hits

    def test_what_is_timely_is_not_crowded_out_of_a_phrase_either(self, engine: Engine) -> None:
        old = [entry(seq, "old bridge", day=date(2020, 1, 1)) for seq in range(1, 60)]
        self.fill(engine, *old, entry(60, "old bridge and much else", day=date(2021, 6, 2)))
        timely = Timely(date(2021, 6, 2), date(2021, 6, 3), 5)
        search = Search(("bridge",), phrases=((("old", "bridge"),),))
        assert (60, 0) not in places(engine, search)
        assert (60, 0) in places(engine, replace(search, timely=timely))

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

    def test_an_outlet_that_is_not_wanted_is_shut_out_wherever_a_search_looks(
        self, engine: Engine
    ) -> None:
        crowd = [entry(seq, "bridge bridge", labels=("post", "rbe/rn")) for seq in range(1, 40)]
        own = entry(40, "old bridge and much else", title="bridge", labels=("post",))
        self.fill(engine, *crowd, own)
        search = Search(("bridge",), without=("rbe/rn", "third"), articles=1)
        found = engine.view().search(search, 1)
        assert ([place_of(hit.number) for hit in found.hits], set(found.articles)) == (
            [(40, 0)], {40},
        )  # fmt: skip
        phrased = replace(search, phrases=((("bridge",),),))
        assert places(engine, phrased) == [(40, 0)]
        assert places(engine, replace(search, labels=("post",))) == [(40, 0)]
        assert places(engine, replace(search, without=("post",))) == []
        timely = replace(search, timely=Timely(own.day, own.day, K))
        assert places(engine, timely) == [(40, 0)]
        for terms in (("bridge",), ()):
            hits = engine.view().leads(replace(search, terms=terms), K)
            assert [place_of(hit.number) for hit in hits] == [(40, 0)]
        assert engine.view().days(search, ()) == {own.day: 1}

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
