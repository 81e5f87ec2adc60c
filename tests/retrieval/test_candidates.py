from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.article import Article, place_of
from retrieval.answering import Answerer
from retrieval.article_store import Passage
from retrieval.candidates import Candidates, candidates, find, search_of
from retrieval.engines.engine import Search
from retrieval.engines.rank_bm25 import RankBm25Engine
from retrieval.index.index import Index
from retrieval.index.source import entry_of
from retrieval.phrases import LOOKED_AT, NEXT, Allowance, Where
from retrieval.question.understand import understand
from retrieval.ranking.stages import READ
from tests.archives import archive_of, article
from tests.retrieval.stores import Shelf

NOW = datetime(2022, 1, 1, tzinfo=UTC)


def searched(text: str, *languages: str) -> Search:
    return search_of(understand(text, NOW, languages=languages or ("en",)))


def test_without_a_time_the_last_two_weeks_are_searched_by_themselves_too() -> None:
    timely = searched("bridge").timely
    assert timely is not None
    assert (timely.since, timely.until) == (date(2021, 12, 18), date(2022, 1, 2))


def test_a_day_is_searched_with_the_one_behind_it_and_a_month_until_its_figures_are_out() -> None:
    of_day, of_month = searched("on 5 May 2021").timely, searched("bridge in May 2021").timely
    assert of_day and (of_day.since, of_day.until) == (date(2021, 5, 5), date(2021, 5, 6))
    assert of_month and (of_month.since, of_month.until) == (date(2021, 5, 1), date(2021, 7, 16))


def test_a_time_without_an_end_reaches_to_tomorrow_and_a_day() -> None:
    since, until = searched("bridge since 2021").timely, searched("bridge until 2020").timely
    assert since is not None
    assert until is not None
    assert (since.since, since.until) == (date(2021, 1, 1), date(2022, 1, 3))
    assert until.since == date.min


def test_the_terms_of_all_languages_are_searched_for() -> None:
    assert set(searched("running bridges", "en", "lt").terms) == {"run", "bridg", "runn"}


def test_a_phrase_may_stand_in_any_of_the_languages() -> None:
    (alternatives,) = searched('"running bridges"', "en", "lt").phrases
    assert set(alternatives) == {("run", "bridg"), ("runn", "bridg")}


def test_a_phrase_of_small_words_alone_does_not_narrow_the_search() -> None:
    assert searched('"what it is" bridge').phrases == ()
    assert searched('"what it is" bridge', "en", "lt").phrases == ()


def test_operators_narrow_the_search() -> None:
    search = searched("bridge -ferry since:2021-03 until:2021 source:BNS -source:CNN")
    assert (search.since, search.until) == (date(2021, 3, 1), date(2021, 12, 31))
    assert (search.excluded, search.labels, search.without) == (("ferri",), ("bns",), ("cnn",))


def chosen(text: str, *articles: Article) -> list[str]:
    found = best(text, *articles)
    return [articles[place_of(one.number)[0] - 1].id for one in found.ranked]


def best(text: str, *articles: Article, shelf: Shelf | None = None) -> Candidates:
    engine = RankBm25Engine()
    shelf = shelf or Shelf(*articles)
    for seq, one in shelf.versions(range(1, 1000)).items():
        engine.add(entry_of(seq, one))
    engine.commit()
    question = understand(text, NOW)
    view = engine.view()
    return candidates(question, find(question, view), Where(view, shelf, READ, Allowance()))


def test_a_phrase_must_stand_as_written() -> None:
    as_written = article("a", "They closed the old bridges.")
    other_form = article("b", "They closed the old bridge.")
    assert chosen('"old bridges"', as_written, other_form) == ["a"]


def test_where_no_passage_has_the_phrase_its_words_are_searched_for() -> None:
    found = best('"bridge old"', article("a", "They closed the old bridge."))
    assert (found.is_exact, len(found.ranked)) == (False, 1)


SMALL = (
    article("a", "They said that we will have a bridge."),
    article("b", "The bridge will open, as we were told."),
    article("c", "We will see a ferry."),
)


def test_a_phrase_of_small_words_alone_is_found_in_the_archive() -> None:
    assert sorted(chosen('"we will"', *SMALL)) == ["a", "c"]
    assert best('"we will"', *SMALL).is_exact


def test_with_other_words_a_phrase_of_small_words_must_stand_beside_one_of_them() -> None:
    assert chosen('"we will" bridge', *SMALL) == ["a"]
    assert best('"we will" tunnel', *SMALL).missing == ("we will",)


def test_a_phrase_whose_terms_stand_in_more_passages_than_are_looked_at_is_found() -> None:
    others = [article(f"o{n}", "The bridge, the bridge.") for n in range(160)]
    assert chosen('"to bridge"', *others, article("a", "They went to bridge a gap.")) == ["a"]


def test_where_few_of_the_best_passages_have_the_phrase_more_are_read() -> None:
    crowd = [article(f"c{n}", "Breathe, they said: breathe and breathe.") for n in range(150)]
    long = "I can't breathe, said a diver who came up from the wreck of the old ferry at night."
    divers = [article(f"d{n}", long) for n in range(4)]
    found = best(
        '"can\'t breathe"', article("best", "I can't breathe, breathe, breathe!"), *crowd, *divers
    )
    assert (found.articles, len(found.ranked), found.is_exact) == (5, 5, True)


def test_beside_another_word_a_phrase_of_small_words_is_found_without_a_scan() -> None:
    others = [article(f"o{n}", "The bridge, the bridge.") for n in range(160)]
    shelf = Shelf(*others, article("a", "Under the old bridge we will meet."))
    (found,) = best('"we will" bridge', shelf=shelf).ranked
    assert place_of(found.number) == (161, 0)
    assert best('"we shall" bridge', shelf=shelf).missing == ("we shall",)
    assert "printed" not in shelf.asked


def test_a_name_of_small_words_is_found_with_its_capitals() -> None:
    band = article("b", "They heard The Who play.")
    assert chosen("The Who", article("a", "Then the WHO warned of it."), band) == ["b"]
    health = best("the who concert", article("a", "The WHO warned of the concert."))
    assert health.missing == ("The Who",)


def test_a_longer_word_does_not_hide_a_phrase_of_small_words(tmp_path: Path) -> None:
    newer = article("b", *["Of the whole."] * LOOKED_AT)
    with archive_of(tmp_path, article("a", "Guess of the who."), newer) as archive:
        answer = Answerer(archive, Index(archive, "rank-bm25")).ask('"of the who"', asked_at=NOW)
    assert [quote.article.id for quote in answer.quotes] == ["a"]


def test_a_headline_has_phrases_too() -> None:
    headed = article("a", "It opened.", "Cars cross the bridge.", title="The old bridge opens")
    other = article("b", "The bridge is old.", title="Bridge")
    assert set(chosen("“Old bridge opens”", headed, other)) == {"a"}
    assert best("“Old bridge opens”", headed, other).is_exact
    assert chosen("“Old bridge opens” -opened", headed, other) == ["a"]
    assert chosen("“Old bridge opens” -opened -cars", headed, other) == ["b"]


def test_of_phrases_that_stand_apart_those_with_one_are_found() -> None:
    one = article("a", "They closed the old bridge.")
    other = article("b", "They opened the new ferry.")
    found = best('"old bridge" "red tram" "new ferry"', one, other)
    assert [place_of(ranked.number)[0] for ranked in found.ranked] == [1]
    assert (found.is_exact, found.missing) == (False, ("red tram",))
    assert found.apart == ("old bridge", "new ferry")


def test_phrases_that_stand_in_one_passage_are_found_together() -> None:
    both = article("b", "The old bridge is beside the new ferry.")
    found = best('"old bridge" "new ferry"', article("a", "The old bridge."), both)
    assert (found.is_exact, found.missing, found.apart) == (True, (), ())
    assert [place_of(ranked.number)[0] for ranked in found.ranked] == [2]


def test_a_word_that_only_a_headline_has_brings_the_first_passages() -> None:
    headed = article("t", "It was closed.", "Cars wait.", title="Tunnel shut")
    found = best("tunnel", headed, *SMALL)
    assert [place_of(ranked.number) for ranked in found.ranked] == [(1, 0), (1, 1)]


def test_the_first_paragraphs_of_the_best_articles_are_looked_at_whatever_they_say() -> None:
    told = ("It fell at noon.", "Two people died.", "Nobody else.", "The mayor came.", "He wept.")
    headed = article("t", *told, "The bridge was old.", "Rain came.", title="Bridge falls")
    found = best("bridge", headed)
    assert sorted(place_of(one.number)[1] for one in found.ranked) == [0, 1, 2, 3, 4, 5]
    (first, *_) = best("how many people died on the bridge", headed).ranked
    assert place_of(first.number) == (1, 1)


def test_of_exact_words_no_other_paragraphs_are_looked_at() -> None:
    headed = article("t", "It fell.", "The old bridge was red.", title="Bridge falls")
    found = best('"old bridge"', headed)
    assert [place_of(one.number)[1] for one in found.ranked] == [1]


def test_of_exact_words_one_article_does_not_crowd_out_the_others() -> None:
    long = article(
        "l", *[f"The old bridge is {n} years old." for n in range(40)], title="Old bridge"
    )
    others = [
        article(f"o{n}", "Who knew the old bridge, under which a ferry lay for many years?")
        for n in range(4)
    ]
    found = best('"old bridge"', long, *others)
    assert {place_of(one.number)[0] for one in found.ranked} == {1, 2, 3, 4, 5}
    assert (found.articles, len(found.ranked)) == (5, 30)


class Counting(Shelf):
    """Counts the passages that are read."""

    read = 0

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        found = super().passages(numbers)
        self.read += len(found)
        return found


def test_of_a_phrase_that_many_passages_have_not_all_are_read() -> None:
    crowd = article("c", *["A bridge, a bridge."] * 160)
    many = [article(f"m{n}", *["We will bridge it."] * 5) for n in range(8)]
    shelf = Counting(crowd, *many, article("r", *["The bridge of the town."] * 2 * NEXT))
    assert len(best('"we will" bridge', shelf=shelf).ranked) == 30
    assert shelf.read < 1.2 * NEXT


def test_a_headline_does_not_help_what_is_excluded() -> None:
    headed = article("t", "It was closed.", "It was closed again.", title="Tunnel shut")
    assert chosen("tunnel -closed", headed, *SMALL) == []


def test_the_headline_must_hold_every_word_of_the_title_asked_for() -> None:
    one = article("a", "The bridge opened.", title="New bridge at Rudna")
    other = article("b", "The bridge opened.", title="Mayor cuts ribbon at Rudna")
    assert chosen("bridge title:ribbon", one, other) == ["b"]
    assert chosen('bridge title:"rudna bridges"', one, other) == ["a"]


def test_articles_are_counted_and_not_passages() -> None:
    twice = article("a", "The bridge opened.", "The bridge closed.")
    assert best("bridge", twice, article("b", "A bridge.")).articles == 2


def crowd(number: int) -> Sequence[Article]:
    """Old articles that fit the question better than the fresh one."""
    old = date(2015, 1, 1)
    return [
        article(f"old{n}", "The Vilka bridge. " * 3, title="Vilka bridge", published=old)
        for n in range(number)
    ]


@pytest.fixture(params=["tantivy", "rank-bm25"])
def crowded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Answerer]:
    text = "Among much else that was said of boats and trains, the bridge was closed on Friday."
    fresh = article("fresh", text, published=(NOW - timedelta(2)).date())
    may = article("may", text.replace("Friday", "Monday"), published=date(2019, 5, 9))
    with archive_of(tmp_path, *crowd(200), fresh, may) as archive:
        index = Index(archive, request.param)
        yield Answerer(archive, index)
        index.close()


def numbers_of(answerer: Answerer, text: str) -> set[int]:
    found = answerer.candidates(answerer.understand(text, NOW), limit=1000)
    return {place_of(one.number)[0] for one in found.ranked}


def test_the_news_of_the_last_days_are_not_crowded_out_by_better_matches(
    crowded: Answerer,
) -> None:
    assert 201 in numbers_of(crowded, "Vilka bridge closed")
    assert 202 not in numbers_of(crowded, "Vilka bridge")


def test_what_is_of_the_time_asked_for_is_not_crowded_out_either(crowded: Answerer) -> None:
    assert 202 in numbers_of(crowded, "Vilka bridge in May 2019")


def test_an_answer_comes_from_any_store_in_three_readings(tmp_path: Path) -> None:
    articles = [article("a", "The bridge opened."), article("b", "The ferry stopped.")]
    shelf = Shelf(*articles)
    with archive_of(tmp_path, *articles) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(shelf, index).ask("bridge", asked_at=NOW)
        index.close()
    assert [quote.article.id for quote in answer.quotes] == ["a"]
    assert shelf.asked == ["passages", "passages", "versions"]


def test_what_was_removed_since_the_search_is_not_quoted(tmp_path: Path) -> None:
    articles = [article("a", "The bridge opened."), article("b", "The bridge closed.")]
    shelf = Shelf(*articles)
    with archive_of(tmp_path, *articles) as archive:
        index = Index(archive, "tantivy")
        shelf.lose(1)
        answer = Answerer(shelf, index).ask("bridge", asked_at=NOW)
        index.close()
    assert [quote.article.id for quote in answer.quotes] == ["b"]
