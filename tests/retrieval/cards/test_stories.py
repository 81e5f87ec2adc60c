from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count

from corpus.article import Paragraph, paragraph_number
from retrieval.answer import Quote
from retrieval.cards.stories import merge_copies
from retrieval.ranking.card import Card
from retrieval.ranking.features import Features
from tests.archives import article

SEQS = count(100)


def card(
    name: str,
    text: str,
    *,
    published: datetime | date = date(2021, 1, 27),
    score: float = 1.0,
    seq: int | None = None,
) -> Card:
    whole = article(
        name, text, published=published, source=name.title(), url=f"https://{name}.example/a"
    )
    quote = Quote(1, score, whole, Paragraph(name, 0, text), 0, len(text), ())
    number = paragraph_number(next(SEQS) if seq is None else seq, 0)
    return Card(quote, number, Features(), 0.5)


def merged(cards: Sequence[Card]) -> list[Card]:
    """As where no articles are copies of one another, only wordings."""
    return merge_copies(cards, len(cards), copies=lambda seq, article: {}, found={})


def shown(cards: Sequence[Card]) -> list[tuple[str, list[str]]]:
    """Of each card the article quoted and those that say the same."""
    return [
        (one.quote.article.id, [copy.article for copy in one.quote.copies]) for one in merged(cards)
    ]


def test_other_words_stay_cards_of_their_own_in_their_order() -> None:
    cards = [card("b", "The ferry stopped."), card("a", "The bridge opened.")]
    assert shown(cards) == [("b", []), ("a", [])]
    assert merged([]) == []


def test_the_same_words_are_one_card_which_keeps_the_first_place() -> None:
    cards = [
        card("a", "The bridge opened."),
        card("b", "The ferry stopped."),
        card("c", "The bridge opened."),
    ]
    assert shown(cards) == [("a", ["c"]), ("b", [])]


def test_case_white_space_and_diacritics_make_no_other_words() -> None:
    cards = [card("a", "Rusnelė  flooded."), card("b", "RUSNELE\nflooded.")]
    assert shown(cards) == [("a", ["b"])]


def test_a_zone_makes_no_article_earlier() -> None:
    here, there = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    cards = [
        card("a", "It opened.", published=datetime(2021, 1, 27, 1, 0, tzinfo=there)),
        card("b", "It opened.", published=datetime(2021, 1, 27, 8, 0, tzinfo=here)),
        card("c", "It opened.", published=date(2021, 1, 27)),
    ]
    assert shown(cards) == [("b", ["c", "a"])]


def test_another_letter_makes_other_words() -> None:
    assert len(merged([card("a", "3 dead."), card("b", "8 dead.")])) == 2


def test_the_earliest_is_quoted_and_its_copies_follow_by_time() -> None:
    text = "The bridge opened."
    cards = [
        card("late", text, published=date(2021, 2, 1)),
        card("noon", text, published=datetime(2021, 1, 27, 12, tzinfo=UTC)),
        card("early", text, published=datetime(2021, 1, 27, 9, tzinfo=UTC)),
    ]
    assert shown(cards) == [("early", ["noon", "late"])]


def test_of_the_same_moment_the_archives_order_decides() -> None:
    cards = [card("second", "Open.", seq=8), card("first", "Open.", seq=7)]
    assert shown(cards) == [("first", ["second"])]


def test_the_card_keeps_the_best_score_of_its_wording() -> None:
    cards = [
        card("late", "Open.", published=date(2021, 2, 1), score=3.0),
        card("early", "Open.", score=2.0),
    ]
    (one,) = merged(cards)
    assert (one.quote.article.id, one.quote.score) == ("early", 3.0)


def test_a_copy_says_where_and_when_the_words_stand_too() -> None:
    cards = [card("early", "Open."), card("late", "Open.", published=date(2021, 2, 1))]
    (copy,) = merged(cards)[0].quote.copies
    assert (copy.article, copy.source, copy.published, copy.url) == (
        "late", "Late", date(2021, 2, 1), "https://late.example/a",
    )  # fmt: skip
