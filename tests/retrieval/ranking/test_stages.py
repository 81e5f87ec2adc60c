from collections.abc import Sequence
from datetime import date

import pytest

from corpus.article import paragraph_number, place_of
from retrieval.article_store import Passage
from retrieval.engines.engine import Found, Hit
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.features import Features
from retrieval.ranking.stages import (
    Ranked,
    first_stage,
    in_order,
    one_an_article,
    ranked_by,
    second_stage,
)
from tests.retrieval.ranking.questions import asked

TODAY = date(2022, 1, 1)
QUESTION = "bridge Vilka"


def hit(seq: int, position: int = 0, score: float = 1.0, day: date = TODAY) -> Hit:
    return Hit(paragraph_number(seq, position), score, day)


def found(*hits: Hit, **scores: dict[int, float]) -> Found:
    return Found(
        hits=hits,
        titles=scores.get("titles", {}),
        articles=scores.get("articles", {}),
        frequencies={"bridg": 100, "vilka": 100},
        passages=1_000_000,
    )


def first(what: Found, limit: int = 10, text: str = QUESTION) -> list[tuple[int, int]]:
    ranked = first_stage(what, Evidences(asked(text), what), limit)
    return [place_of(one.number) for one in ranked]


def second(*texts: str, features: Features | None = None, text: str = QUESTION) -> list[str]:
    """The texts in order, each the first passage of an article."""
    passages = {paragraph_number(n, 0): Passage(one, "") for n, one in enumerate(texts, 1)}
    ranked = [Ranked(number, features or Features(), 0.0) for number in passages]
    evidences = Evidences(asked(text), found())
    return [passages[one.number].text for one in second_stage(ranked, passages, evidences)]


def test_a_better_passage_comes_first() -> None:
    assert first(found(hit(1, score=5), hit(2, score=9))) == [(2, 0), (1, 0)]


def test_so_does_one_of_a_better_article_or_under_a_better_headline() -> None:
    both = (hit(1), hit(2))
    assert first(found(*both, articles={2: 9.0})) == [(2, 0), (1, 0)]
    assert first(found(*both, titles={2: 9.0})) == [(2, 0), (1, 0)]


def test_so_does_news_and_what_stands_early_in_its_article() -> None:
    old = hit(1, day=date(2015, 1, 1))
    assert first(found(old, hit(2))) == [(2, 0), (1, 0)]
    assert first(found(hit(1, position=7), hit(2, position=0))) == [(2, 0), (1, 7)]


def test_of_the_time_asked_for_comes_first_where_one_is() -> None:
    then = hit(2, day=date(2019, 5, 9))
    assert first(found(hit(1), then), text="bridge Vilka in May 2019") == [(2, 0), (1, 0)]


def test_equal_passages_keep_the_archives_order() -> None:
    assert first(found(hit(3), hit(1), hit(2))) == [(1, 0), (2, 0), (3, 0)]


def test_no_more_than_the_limit_are_read() -> None:
    assert len(first(found(*(hit(seq) for seq in range(1, 30))), limit=7)) == 7


def test_one_article_does_not_crowd_out_the_others() -> None:
    long = [hit(1, position, score=90) for position in range(20)]
    others = [hit(seq) for seq in range(2, 22)]
    kept = first(found(*long, *others), limit=25)
    assert sum(seq == 1 for seq, _ in kept) == 5
    assert {seq for seq, _ in kept} == set(range(1, 22))


def test_where_there_are_no_others_all_of_one_are_read() -> None:
    long = [hit(1, position) for position in range(20)]
    assert len(first(found(*long), limit=10)) == 10


def test_a_passage_that_holds_more_of_the_question_comes_first() -> None:
    assert second("A bridge opened.", "The Vilka bridge opened.") == [
        "The Vilka bridge opened.",
        "A bridge opened.",
    ]


def test_one_sentence_that_holds_all_comes_before_two_that_share_it() -> None:
    """Both hold the same words, just as asked, and equally far apart."""
    shared, one = "The bridge opened. Kalnienė sang.", "Kalnienė opened the bridge. It rained."
    assert second(shared, one, text="bridge Kalnienė") == [one, shared]


def test_a_passage_that_merely_asks_comes_last() -> None:
    assert second("Is there a Vilka bridge?", "There is a Vilka bridge.")[-1].endswith("?")


def test_a_fragment_comes_behind_a_sentence() -> None:
    assert second("The Vilka bridge", "The Vilka bridge.") == [
        "The Vilka bridge.",
        "The Vilka bridge",
    ]


def test_what_stands_word_for_word_comes_before_other_forms() -> None:
    assert second("Vilka bridges opened.", "Vilka bridge opened.") == [
        "Vilka bridge opened.",
        "Vilka bridges opened.",
    ]


@pytest.mark.parametrize("name", ["title", "article", "timeliness", "early"])
def test_what_the_engine_and_the_calendar_tell_still_counts(name: str) -> None:
    passages = {paragraph_number(n, 0): Passage("The Vilka bridge.", "") for n in (1, 2)}
    less, more = (Features(**{name: value}) for value in (0.1, 0.9))
    ranked = [Ranked(paragraph_number(1, 0), less, 0), Ranked(paragraph_number(2, 0), more, 0)]
    best = second_stage(ranked, passages, Evidences(asked(QUESTION), found()))[0]
    assert place_of(best.number)[0] == 2


def test_the_words_of_the_question_outweigh_an_early_place() -> None:
    late, early = Features(early=0.1), Features(early=1.0)
    passages = {
        paragraph_number(1, 0): Passage("Boats stopped for the day.", ""),
        paragraph_number(2, 0): Passage("The Vilka bridge opened.", ""),
    }
    ranked = [Ranked(paragraph_number(1, 0), early, 0), Ranked(paragraph_number(2, 0), late, 0)]
    best = second_stage(ranked, passages, Evidences(asked(QUESTION), found()))[0]
    assert place_of(best.number)[0] == 2


def test_what_has_no_text_any_more_is_left_out() -> None:
    gone = [Ranked(paragraph_number(9, 0), Features(), 1.0)]
    assert second_stage(gone, {}, Evidences(asked(QUESTION), found())) == []


def test_a_score_is_the_sum_of_what_the_features_give() -> None:
    weights = Features(title=0.5, early=-2.0)
    assert ranked_by(1, Features(title=4.0, early=1.0, article=9.0), weights).score == 0.0


def numbered(*scores: float) -> Sequence[Ranked]:
    return [Ranked(number, Features(), score) for number, score in enumerate(scores)]


def test_order_is_best_first_then_by_number() -> None:
    assert [one.number for one in in_order(numbered(1, 3, 1, 2))] == [1, 3, 0, 2]


def test_of_an_article_the_first_passage_stands_for_it() -> None:
    numbers = [paragraph_number(2, 5), paragraph_number(1, 0), paragraph_number(2, 0)]
    ranked = [Ranked(number, Features(), 0.0) for number in numbers]
    assert [one.number for one in one_an_article(ranked)] == numbers[:2]


@pytest.mark.parametrize("position", [0, 1, 3])
def test_a_passage_is_early_by_its_place(position: int) -> None:
    what = found(hit(1, position))
    (only,) = first_stage(what, Evidences(asked(QUESTION), what), 1)
    assert only.features.early == 1 / (1 + position)
