"""What is quoted, of which article, and what it is worth."""

from datetime import date

import pytest

from retrieval.answer import Strength
from retrieval.answering import Answerer
from tests.retrieval.small_archive import ARTICLES, NOW, ask


def test_an_answer_quotes_the_archive_to_the_character(answerer: Answerer) -> None:
    (quote,) = ask(answerer, "How much did the bridge cost?").quotes
    assert quote.text == "The bridge cost 3.7 million euros, said the mayor."
    assert quote.paragraph.position == 2
    assert quote.article == ARTICLES[0]


def test_highlights_are_the_words_of_the_question(answerer: Answerer) -> None:
    (quote,) = ask(answerer, "How much did the bridge cost?").quotes
    assert [quote.text[start:end] for start, end in quote.highlights] == ["bridge", "cost"]


def test_an_age_is_found_although_nobody_wrote_old(answerer: Answerer) -> None:
    assert "58" in ask(answerer, "How old is Kalnienė?").quotes[0].text


@pytest.mark.parametrize("question", ["šilagiris", "SILAGIRIS", "Silagiris’s"])
def test_names_are_found_however_they_are_spelt(answerer: Answerer, question: str) -> None:
    assert ask(answerer, question).quotes[0].article.id == "bridge"


@pytest.mark.parametrize("name", ["RBE/RN", "rbe/rn", "Baltic Post"])
def test_an_outlet_or_agency_that_is_named_is_found_in_no_text(
    answerer: Answerer, name: str
) -> None:
    asked = f"What did {name} report about the wages of the drivers in Klampuva?"
    answer = ask(answerer, asked)
    assert answer.strength is Strength.STRONG
    assert answer.quotes[0].article.id == "strike"
    other = asked.replace(name, "Kivirand Courier")
    assert ask(answerer, other).quotes[0].score < answer.quotes[0].score


@pytest.mark.parametrize("question", ["Who won the hockey final?", "the of and", "", "zebra"])
def test_what_the_archive_does_not_have_gets_no_quotes(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert (answer.strength, answer.quotes, answer.total) == (Strength.NONE, (), 0)


def test_a_word_that_only_a_headline_has_is_answered(answerer: Answerer) -> None:
    answer = ask(answerer, "depot stands still")
    assert answer.quotes[0].article.id == "strike-copy"
    assert ask(answerer, "stands").quotes[0].article.id == "strike-copy"


def test_two_questions_of_a_message_are_both_answered(answerer: Answerer) -> None:
    answer = ask(answerer, "Who opened the bridge in Šilagiris? How many drivers stopped work?")
    assert {quote.article.id for quote in answer.quotes[:2]} == {"bridge", "strike"}
    assert [quote.rank for quote in answer.quotes] == list(range(1, len(answer.quotes) + 1))
    assert answer.question.text.startswith("Who opened")


def test_a_question_that_goes_on_from_the_one_before_is_asked_with_its_words(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, "How old is the mayor Kalnienė? How much did her bridge cost?")
    (card,) = answer.quotes
    assert {card.paragraph.position, *(one.paragraph.position for one in card.more)} == {1, 2}


def test_of_two_questions_no_more_is_quoted_than_wanted(answerer: Answerer) -> None:
    text = "Who opened the bridge in Šilagiris? How many drivers stopped work?"
    assert len(ask(answerer, text, limit=1).quotes) == 1


def test_a_question_that_is_half_matched_is_weakly_answered(answerer: Answerer) -> None:
    assert (
        ask(answerer, "Did the bridge in Šilagiris collapse in spring?").strength is Strength.WEAK
    )


def test_one_article_gives_one_quote(answerer: Answerer) -> None:
    answer = ask(answerer, "mayor bridge Kalnienė", limit=10)
    ids = [quote.article.id for quote in answer.quotes]
    assert len(ids) == len(set(ids))


def test_the_same_words_elsewhere_are_a_copy_of_the_earliest(answerer: Answerer) -> None:
    (quote,) = ask(answerer, "How many drivers stopped work in Klampuva?").quotes
    assert (quote.article.id, quote.rank) == ("strike", 1)
    assert [(copy.source, copy.published) for copy in quote.copies] == [
        ("Nemunas Herald", date(2021, 6, 2))
    ]


def test_an_explanation_names_the_terms_and_fields(answerer: Answerer) -> None:
    answer = answerer.ask("bridge cost", asked_at=NOW, explain=True)
    fields = {(share.field, share.term) for share in answer.quotes[0].shares}
    assert {("passage", "bridg"), ("passage", "cost"), ("headline", "bridg")} <= fields


def test_scores_fall_with_rank(answerer: Answerer) -> None:
    answer = ask(answerer, "mayor bridge drivers Klampuva weekend Saturday", limit=10)
    scores = [quote.score for quote in answer.quotes]
    assert scores == sorted(scores, reverse=True)
    assert [quote.rank for quote in answer.quotes] == list(range(1, len(scores) + 1))


def test_4096_characters_are_a_question_too(answerer: Answerer) -> None:
    text = ("The bridge in Šilagiris " + "and other words of no use " * 200)[:4096]
    assert ask(answerer, text).question.terms[0] == "bridg"


def test_the_parts_of_a_score_add_up_to_it(answerer: Answerer) -> None:
    (quote,) = answerer.ask("bridge cost", asked_at=NOW, explain=True).quotes
    assert sum(part.score for part in quote.features) == pytest.approx(quote.score)
