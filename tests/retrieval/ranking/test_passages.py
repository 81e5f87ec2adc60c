import pytest

from corpus.article import paragraph_number, place_of
from retrieval.article_store import Passage
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.features import Features
from retrieval.ranking.passages import COMPARED, compared, third_stage, weighed_parts
from retrieval.ranking.stages import Ranked, ranked_by
from retrieval.text.reading import read
from tests.retrieval.ranking.questions import asked, found_in

Texts = dict[tuple[int, int], str]


def ranked_of(texts: Texts) -> list[Ranked]:
    """In the order given, with scores that fall by 0.01."""
    return [
        ranked_by(paragraph_number(*place), Features(), Features())._replace(
            score=1 - place_in_order / 100, told=read(text, "en")
        )
        for place_in_order, (place, text) in enumerate(texts.items())
    ]


def both(question: str, texts: Texts) -> tuple[list[Ranked], list[Ranked]]:
    """What was compared, and the order."""
    ranked = ranked_of(texts)
    passages = {paragraph_number(*place): Passage(text, "") for place, text in texts.items()}
    quotes = compared(ranked, passages, Evidences(asked(question), found_in()))
    return quotes, third_stage(ranked, quotes)


def order(question: str, texts: Texts) -> list[tuple[int, int]]:
    return [place_of(one.number) for one in both(question, texts)[1]]


def test_of_an_article_the_passage_that_answers_comes_first() -> None:
    texts = {
        (1, 0): "The Vilka bridge was opened on a day of rain and of songs.",
        (1, 4): "Mayor Ona Kalnienė opened the Vilka bridge with a pair of scissors.",
    }
    assert order("Who opened the Vilka bridge?", texts) == [(1, 4), (1, 0)]


def test_a_figure_that_is_asked_for_comes_before_none() -> None:
    texts = {
        (1, 0): "Drivers stopped work on the Vilka bridge, said the mayor.",
        (1, 1): "Some 160 drivers stopped work on the Vilka bridge.",
    }
    assert order("How many drivers stopped work on the Vilka bridge?", texts)[0] == (1, 1)


def test_a_passage_that_asks_the_question_itself_comes_last() -> None:
    texts = {
        (1, 0): "Who opened the Vilka bridge in Rudna?",
        (2, 0): "Ona Kalnienė opened the Vilka bridge in Rudna.",
        (3, 0): "The Vilka bridge in Rudna is long.",
    }
    assert order("Who opened the Vilka bridge in Rudna?", texts)[-1] == (1, 0)


def test_of_equal_articles_the_one_that_others_agree_with_comes_first() -> None:
    texts = {
        (1, 0): "Jonas Gintaras opened the Vilka bridge.",
        (2, 0): "Ona Kalnienė opened the Vilka bridge.",
        (3, 0): "Guests thanked Ona Kalnienė for the Vilka bridge.",
    }
    assert order("Who opened the Vilka bridge?", texts)[0] == (2, 0)


def test_an_article_that_is_far_behind_stays_behind() -> None:
    ranked = ranked_of({(1, 0): "The Vilka bridge.", (2, 0): "Ona Kalnienė opened the bridge."})
    ranked[1] = ranked[1]._replace(score=-2.0)
    passages = {one.number: Passage("Ona Kalnienė opened the Vilka bridge.", "") for one in ranked}
    quotes = compared(ranked, passages, Evidences(asked("Who opened it?"), found_in()))
    assert [place_of(one.number)[0] for one in third_stage(ranked, quotes)] == [1, 2]


def test_only_the_best_articles_are_compared_and_the_others_follow_in_their_order() -> None:
    texts = {(seq, 0): f"Boat {seq} crossed the Vilka." for seq in range(1, COMPARED + 4)}
    quotes, found = both("boats on the Vilka", texts)
    assert {place_of(one.number)[0] for one in quotes} == set(range(1, COMPARED + 1))
    assert [place_of(one.number)[0] for one in found[COMPARED:]] == [7, 8, 9]
    assert all(one.part is None for one in found[COMPARED:])
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)


def test_every_passage_comes_once_with_its_best_part() -> None:
    long = " ".join(
        ["The Vilka bridge was talked about for as long as anybody can remember in Rudna."] * 5
        + ["Ona Kalnienė opened the Vilka bridge in May."]
    )
    quotes, found = both("Who opened the Vilka bridge?", {(1, 0): long})
    assert len(quotes) == 2
    (one,) = found
    assert one.part is not None
    assert "Kalnienė" in long[one.part.start : one.part.end]


@pytest.mark.parametrize("articles", [2, COMPARED + 2])
def test_a_score_is_the_sum_of_its_parts(articles: int) -> None:
    texts = {(seq, 0): f"Boat {seq} crossed the Vilka." for seq in range(1, articles + 1)}
    compared_ones = [one for one in both("boats on the Vilka", texts)[1] if one.part]
    for one in compared_ones:
        assert sum(part.score for part in weighed_parts(one)) == pytest.approx(one.score)


def test_nothing_found_is_nothing_compared() -> None:
    assert both("boats", {}) == ([], [])
