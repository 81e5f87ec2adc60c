from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from retrieval.answer import Answer, Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import (
    Correction,
    Fault,
    NothingSoNew,
    OtherTimes,
    PartUnanswered,
    PhraseNotFound,
    PhrasesApart,
    UnknownOutlet,
    UnknownWords,
    WrongOperator,
)
from retrieval.question.question import Scope
from tests.archives import archive_of, article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
VILNIUS = timezone(timedelta(hours=2))

ARTICLES = (
    article(
        "bridge",
        "The bridge over the Vilka in Šilagiris opened to traffic on Saturday after nine years.",
        "Mayor Rūta Kalnienė, 58, cut the ribbon.",
        "The bridge cost 3.7 million euros, said the mayor.",
        title="Šilagiris bridge opens at last",
        published=datetime(2021, 3, 14, 17, 30, tzinfo=VILNIUS),
        url="https://news.example.org/bridge",
    ),
    article(
        "strike",
        "Some 160 drivers stopped work in Klampuva over the weekend, demanding higher wages.",
        "Talks between the drivers and the depot failed on Monday.",
        title="Drivers strike in Klampuva",
        source="Baltic Post",
        agency="RBE/RN",
        published=datetime(2021, 6, 1, 9, 0, tzinfo=VILNIUS),
    ),
    article(
        "strike-copy",
        "Some 160 drivers stopped work in Klampuva over the weekend, demanding higher wages.",
        title="Klampuva depot stands still",
        agency="RBE/RN",
        published=date(2021, 6, 2),
    ),
)


@pytest.fixture(params=["tantivy", "rank-bm25"])
def answerer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Answerer]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, request.param)
        yield Answerer(archive, index)
        index.close()


def ask(answerer: Answerer, text: str, scope: Scope | None = None, limit: int = 3) -> Answer:
    return answerer.ask(text, asked_at=NOW, limit=limit, scope=scope)


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


def test_a_phrase_of_small_words_is_quoted_and_marked(answerer: Answerer) -> None:
    answer = ask(answerer, "“over the”")
    assert (answer.strength, answer.confidence, answer.notes) == (Strength.STRONG, 1.0, ())
    for quote in answer.quotes:
        ((start, end),) = quote.highlights
        assert quote.text[start:end] == "over the"


def test_a_word_that_only_a_headline_has_is_answered(answerer: Answerer) -> None:
    answer = ask(answerer, "depot stands still")
    assert answer.quotes[0].article.id == "strike-copy"
    assert ask(answerer, "stands").quotes[0].article.id == "strike-copy"


def test_an_unknown_word_leaves_a_weak_answer_to_the_others_and_is_named(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, "Xylqwertz bridge Šilagiris")
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "bridge"
    assert answer.notes == (UnknownWords(("Xylqwertz",)),)


def test_phrases_that_stand_apart_are_not_denied(answerer: Answerer) -> None:
    answer = ask(answerer, '"stopped work" "cut the ribbon"')
    assert answer.notes == (PhrasesApart(("stopped work", "cut the ribbon")),)
    assert answer.strength is Strength.WEAK


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("What happened on 14 March 2021?", ["bridge"]),
        ("news of 1 June 2021", ["strike"]),
        ("14/03/2021", ["bridge"]),
        ("What was in the news in June 2021?", ["strike"]),
        ("news source:baltic", ["strike"]),
        ("what happened since:2021-06-02", ["strike-copy"]),
    ],
)
def test_the_news_of_a_time_are_the_first_passages_of_its_articles(
    answerer: Answerer, question: str, articles: list[str]
) -> None:
    answer = ask(answerer, question)
    assert [quote.article.id for quote in answer.quotes] == articles
    assert all(quote.paragraph.position == 0 for quote in answer.quotes)
    assert answer.strength is Strength.WEAK


def test_of_a_day_without_articles_nothing_is_said_to_have_happened(answerer: Answerer) -> None:
    answer = ask(answerer, "What happened on 15 March 2021?")
    assert (answer.strength, answer.quotes) == (Strength.NONE, ())


def test_two_questions_of_a_message_are_both_answered(answerer: Answerer) -> None:
    answer = ask(answerer, "Who opened the bridge in Šilagiris? How many drivers stopped work?")
    assert {quote.article.id for quote in answer.quotes[:2]} == {"bridge", "strike"}
    assert [quote.rank for quote in answer.quotes] == list(range(1, len(answer.quotes) + 1))
    assert answer.question.text.startswith("Who opened")


def test_a_question_that_goes_on_from_the_one_before_is_asked_with_its_words(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, "How old is the mayor Kalnienė? How much did her bridge cost?")
    assert {quote.paragraph.position for quote in answer.quotes} == {1, 2}


def test_of_two_questions_the_one_without_an_answer_is_named(answerer: Answerer) -> None:
    answer = ask(answerer, "Who won the hockey final? How much did the bridge cost?")
    assert PartUnanswered("Who won the hockey final?") in answer.notes
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "bridge"
    neither = ask(answerer, "Who won the hockey final? Who lost the hockey match?")
    assert (neither.strength, neither.quotes, neither.notes) == (Strength.NONE, (), ())


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


def test_days_and_sources_narrow_the_search(answerer: Answerer) -> None:
    def ids(scope: Scope) -> list[str]:
        return [quote.article.id for quote in ask(answerer, "Klampuva drivers", scope).quotes]

    assert ids(Scope(since=date(2021, 6, 2))) == ["strike-copy"]
    assert ids(Scope(until=date(2021, 6, 1))) == ["strike"]
    assert ids(Scope(sources=("Baltic Post",))) == ["strike"]
    assert ids(Scope(until=date(2020, 1, 1))) == []


def test_an_exact_phrase_must_stand_in_the_quote(answerer: Answerer) -> None:
    answer = ask(answerer, '"over the weekend" drivers')
    assert answer.strength is Strength.STRONG
    assert all("over the weekend" in quote.text for quote in answer.quotes)


def test_a_phrase_that_nobody_wrote_falls_back_to_its_words_and_says_weak(
    answerer: Answerer,
) -> None:
    answer = ask(answerer, '"drivers demanding" wages work')
    assert answer.strength is Strength.WEAK
    assert answer.quotes[0].article.id == "strike"


def test_an_excluded_word_shuts_its_passages_out(answerer: Answerer) -> None:
    answer = ask(answerer, "bridge -Saturday -cost")
    assert all("Saturday" not in quote.paragraph.text for quote in answer.quotes)
    assert all("cost" not in quote.paragraph.text for quote in answer.quotes)


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


def test_operators_narrow_the_search(answerer: Answerer) -> None:
    def ids(text: str) -> list[str]:
        return [quote.article.id for quote in ask(answerer, text).quotes]

    assert ids("Klampuva drivers since:2021-06-02") == ["strike-copy"]
    assert ids("Klampuva drivers until:2021-06-01") == ["strike"]
    assert ids("Klampuva drivers source:post") == ["strike"]
    assert ids("drivers title:depot") == ["strike-copy"]


def test_a_wrong_operator_is_answered_with_the_right_form(answerer: Answerer) -> None:
    answer = ask(answerer, "Klampuva drivers since:soon source:Gazette")
    assert answer.quotes
    wrong, unknown = answer.notes
    assert wrong == WrongOperator(Fault.NO_DATE, "since:soon", "since")
    assert isinstance(unknown, UnknownOutlet)
    assert (unknown.asked, "Baltic Post" in unknown.known) == ("Gazette", True)


def test_a_time_in_words_brings_what_is_from_then_to_the_top(tmp_path: Path) -> None:
    daily = [
        article(
            f"d{month}",
            f"The ferry of Klampuva sailed {month} times.",
            published=date(2021, month, 9),
        )
        for month in range(1, 13)
    ]
    with archive_of(tmp_path, *daily) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        for words, month in (("in March 2021", 3), ("last July", 7), ("in the autumn of 2021", 9)):
            (first, *_) = ask(answerer, f"How often did the ferry sail {words}?").quotes
            assert first.article.day >= date(2021, month, 1)
            assert first.article.day <= date(2021, month + 2, 28)
        index.close()


def test_when_nothing_from_the_time_asked_for_fits_the_answer_says_so(answerer: Answerer) -> None:
    notes = ask(answerer, "Which drivers of Klampuva stopped work in May 2019?").notes
    assert notes == (OtherTimes("in May 2019"),)


def test_fresh_news_comes_before_old_news_that_says_the_same(tmp_path: Path) -> None:
    same = "The ferry of Klampuva did not sail on Monday, said the port."
    old = article("old", same.replace("port", "town"), published=date(2015, 1, 1))
    new = article("new", same, published=date(2021, 12, 30))
    with archive_of(tmp_path, old, new) as archive:
        index = Index(archive, "tantivy")
        quotes = ask(Answerer(archive, index), "Why did the ferry not sail?").quotes
        assert [quote.article.id for quote in quotes] == ["new", "old"]
        index.close()


def test_the_parts_of_a_score_add_up_to_it(answerer: Answerer) -> None:
    (quote,) = answerer.ask("bridge cost", asked_at=NOW, explain=True).quotes
    assert sum(part.score for part in quote.features) == pytest.approx(quote.score)


@pytest.mark.parametrize("name", ["Klampuwa", "klapmuva", "Klampuvaa"])
def test_a_misspelt_name_is_found_and_said(answerer: Answerer, name: str) -> None:
    answer = ask(answerer, f"drivers strike {name}")
    assert answer.quotes[0].article.id == "strike"
    assert answer.notes == (Correction(name, "Klampuva"),)


def test_the_day_of_publication_makes_up_for_no_missing_word(answerer: Answerer) -> None:
    answer = ask(answerer, "Who robbed the harbour bridge casino in March 2021?")
    assert answer.strength is not Strength.STRONG


def test_a_phrase_that_stands_only_in_other_forms_is_not_there(answerer: Answerer) -> None:
    answer = ask(answerer, '"the bridges over the Vilka"')
    assert answer.strength is Strength.WEAK
    assert answer.notes == (PhraseNotFound("the bridges over the Vilka"),)


def test_an_answer_older_than_the_news_asked_for_says_so(answerer: Answerer) -> None:
    answer = ask(answerer, "What stopped work in Klampuva this week?")
    assert answer.strength is Strength.WEAK
    assert answer.notes == (NothingSoNew("this week", date(2021, 6, 1)),)


def test_an_unknown_outlet_leaves_all_of_them(answerer: Answerer) -> None:
    answer = ask(answerer, "drivers source:nowhere.example")
    assert answer.quotes
    assert isinstance(answer.notes[0], UnknownOutlet)


def test_an_outlet_is_known_by_its_address(answerer: Answerer) -> None:
    answer = ask(answerer, "drivers source:www.balticpost.com")
    assert {quote.article.source for quote in answer.quotes} == {"Baltic Post"}


def test_a_name_without_letters_is_no_outlet(answerer: Answerer) -> None:
    assert isinstance(ask(answerer, "drivers source:.com").notes[0], UnknownOutlet)
