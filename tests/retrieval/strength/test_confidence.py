from collections.abc import Callable

import pytest

from corpus.article import paragraph_number
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.features import Features
from retrieval.ranking.quote_features import QuoteFeatures
from retrieval.ranking.stages import Ranked
from retrieval.strength.confidence import CONFIDENCE, Confidence
from tests.retrieval.ranking.questions import asked, found_in

PASSAGE = Features(coverage=0.7, timeliness=0.5, adjacency=0.5)
QUOTE = QuoteFeatures(headed=0.7, length=0.5, agreed_words=0.3)


def ranked(
    article: int,
    score: float,
    *,
    passage: Features = PASSAGE,
    quote: QuoteFeatures = QUOTE,
    position: int = 0,
) -> Ranked:
    return Ranked(paragraph_number(article, position), passage, score, quoted=quote)


def sure(
    first: Ranked, *others: Ranked, question: str = "Vilka bridge", passages: int = 100_000
) -> float:
    evidences = Evidences(asked(question), found_in(passages))
    return Confidence(evidences, [first, *others]).of(first, "en")


MORE: list[Callable[[], Ranked]] = [
    lambda: ranked(1, 5.0, passage=PASSAGE._replace(coverage=1.0)),
    lambda: ranked(1, 5.0, passage=PASSAGE._replace(timeliness=1.0)),
    lambda: ranked(1, 5.0, passage=PASSAGE._replace(adjacency=1.0)),
    lambda: ranked(1, 5.0, quote=QUOTE._replace(headed=1.0)),
    lambda: ranked(1, 5.0, quote=QUOTE._replace(agreed_words=0.6)),
    lambda: ranked(1, 6.0),
]


@pytest.mark.parametrize("better", MORE)
def test_what_speaks_for_a_quote_makes_it_surer(better: Callable[[], Ranked]) -> None:
    other = ranked(2, 4.5)
    assert 0 < sure(ranked(1, 5.0), other) < sure(better(), other) < 1


def test_a_kind_of_answer_that_is_lacking_makes_it_less_sure() -> None:
    assert sure(ranked(1, 5.0, quote=QUOTE._replace(lacks=1.0))) < sure(ranked(1, 5.0))


def test_another_passage_of_the_same_article_takes_nothing_from_it() -> None:
    first = ranked(1, 5.0)
    assert sure(first, ranked(1, 4.9, position=3)) == sure(first)
    assert sure(first, ranked(2, 4.9)) < sure(first)


def test_the_same_match_means_less_among_more_passages() -> None:
    first = ranked(1, 5.0)
    assert (
        sure(first, passages=10_000_000) < sure(first, passages=10_000) < sure(first, passages=10)
    )


def test_every_sign_counts() -> None:
    assert all(CONFIDENCE)
