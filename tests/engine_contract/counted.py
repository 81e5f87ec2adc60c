"""How many articles each day has, of all or of those with some words."""

from datetime import date

from retrieval.engines.engine import LEAD_TERMS, Engine, Search, Wording
from tests.engine_contract.filled import Filled, entry

FIRST, SECOND, THIRD = date(2021, 1, 27), date(2021, 1, 28), date(2021, 2, 1)


class CountedByDay(Filled):
    """What a timeline is drawn from."""

    def test_an_empty_engine_has_no_days(self, engine: Engine) -> None:
        assert engine.view().days(Search(()), []) == {}
        assert engine.view().days(Search(()), [Wording(("bridge",))]) == {}

    def test_without_a_wording_all_articles_are_counted(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "rain"), entry(2, ""), entry(3, "snow", "rain", day=THIRD))
        assert engine.view().days(Search(("bridge",)), []) == {FIRST: 2, THIRD: 1}

    def test_an_article_is_counted_once_that_has_all_terms_in_its_lead(
        self, engine: Engine
    ) -> None:
        self.fill(
            engine,
            entry(1, "bridge", "open bridge"),
            entry(2, "bridge"),
            entry(3, "open", title="bridge", day=THIRD),
            entry(4, "open", "snow " * LEAD_TERMS, "bridge"),
        )
        counts = engine.view().days(Search(()), [Wording(("bridge", "open"))])
        assert counts == {FIRST: 1, THIRD: 1}

    def test_of_several_wordings_one_is_enough(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge tilt"), entry(2, "tilt"), entry(3, "most", day=SECOND))
        wordings = [Wording(("bridge",)), Wording(("tilt", "bridge")), Wording(("most",))]
        assert engine.view().days(Search(()), wordings) == {FIRST: 1, SECOND: 1}

    def test_terms_of_a_headline_are_looked_for_there_alone(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"), entry(2, "open", title="bridge", day=SECOND))
        assert engine.view().days(Search(()), [Wording((), ("bridge",))]) == {SECOND: 1}
        assert engine.view().days(Search(()), [Wording(("open",), ("open",))]) == {}

    def test_days_and_outlets_narrow_what_is_counted(self, engine: Engine) -> None:
        days = (FIRST, SECOND, THIRD)
        self.fill(
            engine,
            *(entry(seq, "bridge", day=day) for seq, day in enumerate(days, 1)),
            entry(4, "bridge", day=SECOND, labels=("baltic post",)),
        )
        view, wordings = engine.view(), [Wording(("bridge",))]
        assert view.days(Search((), since=SECOND, until=SECOND), wordings) == {SECOND: 2}
        assert view.days(Search((), since=SECOND), []) == {SECOND: 2, THIRD: 1}
        assert view.days(Search((), labels=("baltic post",)), wordings) == {SECOND: 1}

    def test_an_excluded_term_in_the_lead_shuts_an_article_out(self, engine: Engine) -> None:
        self.fill(
            engine,
            entry(1, "bridge", "rain"),
            entry(2, "bridge", "snow " * LEAD_TERMS, "rain", day=SECOND),
        )
        search = Search((), excluded=("rain",))
        assert engine.view().days(search, [Wording(("bridge",))]) == {SECOND: 1}
        assert engine.view().days(search, []) == {SECOND: 1}

    def test_what_was_removed_is_not_counted(self, engine: Engine) -> None:
        self.fill(engine, entry(1, "bridge"), entry(2, "bridge", day=SECOND))
        engine.remove("a1", 3)
        engine.commit()
        assert engine.view().days(Search(()), [Wording(("bridge",))]) == {SECOND: 1}
