"""What a claim gets from an archive: the passages nearest to it, never a verdict of ours."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from retrieval.answer import Answer, Difference, Strength
from retrieval.answering import Answerer
from retrieval.claims.nearest import Standing
from retrieval.index.index import Index
from retrieval.notes import Nearest
from retrieval.question.kinds import Kind
from tests.archives import archive_of, article

NOW = datetime(2023, 1, 1, tzinfo=UTC)
ARTICLES = (
    article(
        "death",
        "Alfonsas Gludkis, mayor of Rudna for nine years, died on Thursday.",
        "He liked ships.",
        title="Mayor Gludkis is dead",
        published=date(2022, 9, 8),
        url="https://www.news.example.org/2022/gludkis/",
    ),
    article(
        "later",
        "Alfonsas Gludkis, who died in Rudna last September, had a ferry named after him.",
        title="A ferry for Gludkis",
        published=date(2022, 12, 1),
    ),
    article(
        "claim",
        "A post says that Alfonsas Gludkis sold the Heron Bridge to a circus in Klampuva.",
        "The claim that Alfonsas Gludkis sold the Heron Bridge to a circus is false.",
        title="Fact check: nobody sold the bridge",
        published=date(2021, 1, 2),
    ),
    article(
        "retold",
        "Alfonsas Gludkis sold the Heron Bridge to a circus, said many in Klampuva.",
        title="What people say",
        published=date(2021, 6, 2),
    ),
    article(
        "resigned",
        "Mayor Rūta Kalnienė, 58, has not resigned, her office said.",
        title="The mayor stays",
        published=date(2022, 3, 2),
    ),
    article(
        "brother",
        "The brother of Alfonsas Gludkis, who died in 2021, was a sailor.",
        title="Sailors remembered",
        published=date(2021, 12, 2),
    ),
    article("far", "A circus came to Tarnas.", title="Circus", published=date(2022, 11, 2)),
)


@pytest.fixture(params=["tantivy", "rank-bm25"])
def answerer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Answerer]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, request.param)
        yield Answerer(archive, index)
        index.close()


def ask(answerer: Answerer, text: str, limit: int = 3) -> Answer:
    return answerer.ask(text, asked_at=NOW, limit=limit)


def ids(answer: Answer) -> list[str]:
    return [quote.article.id for quote in answer.quotes]


def test_a_wrong_year_hides_nothing_and_the_newest_comes_first(answerer: Answerer) -> None:
    answer = ask(answerer, "Alfonsas Gludkis died in 2021")
    assert ids(answer) == ["later", "death", "brother"]
    assert [quote.rank for quote in answer.quotes] == [1, 2, 3]


def test_a_claim_is_never_answered_even_by_its_own_words(answerer: Answerer) -> None:
    answer = ask(answerer, "Alfonsas Gludkis, mayor of Rudna for nine years, died on Thursday.")
    assert (answer.question.kind, answer.strength) == (Kind.CLAIM, Strength.WEAK)
    question = ask(answerer, "Which mayor of Rudna died after nine years, Alfonsas Gludkis?")
    assert question.strength is Strength.STRONG


def test_nor_is_a_question_of_yes_or_no(answerer: Answerer) -> None:
    asked = "Did Alfonsas Gludkis, mayor of Rudna for nine years, die on Thursday?"
    answer = ask(answerer, asked)
    assert (answer.question.kind, answer.strength) == (Kind.QUESTION, Strength.WEAK)


def test_a_question_of_yes_or_no_is_not_kept_to_its_year(answerer: Answerer) -> None:
    assert "death" in ids(ask(answerer, "Did Alfonsas Gludkis die in 2021?"))
    assert "death" not in ids(ask(answerer, "Who died in 2021, Alfonsas Gludkis?"))


def test_the_days_between_which_the_quotes_lie_are_told(answerer: Answerer) -> None:
    answer = ask(answerer, "Alfonsas Gludkis died in 2021")
    assert answer.notes == (Nearest(date(2021, 12, 2), date(2022, 12, 1)),)
    assert ask(answerer, "Who was Alfonsas Gludkis?").notes == ()


def test_what_has_the_very_words_comes_before_what_is_newer(answerer: Answerer) -> None:
    said = "alfonsas gludkis, mayor of Rudna for nine years, died"
    assert ids(ask(answerer, said))[0] == "death"


def test_what_stands_whole_in_a_pasted_text_comes_before_what_is_newer(answerer: Answerer) -> None:
    said = f"{ARTICLES[0].paragraphs[0]} A ferry named after him is to leave Rudna last September."
    assert ids(ask(answerer, said))[0] == "death"


def test_the_article_that_a_claim_links_to_comes_first(answerer: Answerer) -> None:
    said = "Gludkis sold the bridge to a circus http://news.example.org/2022/gludkis"
    answer = ask(answerer, said)
    assert ids(answer)[0] == "death"
    assert len(ids(answer)) > 1


def test_whatever_is_asked_beside_a_link_its_article_comes_first(answerer: Answerer) -> None:
    text = "who wrote this article? https://news.example.org/2022/gludkis?utm_source=x"
    assert answerer.ask(text, asked_at=NOW).quotes[0].article.id == "death"


def test_a_link_to_another_page_is_asked_by_its_words(answerer: Answerer) -> None:
    text = "https://other.example.org/2021/sailors-brother-remembered"
    assert answerer.ask(text, asked_at=NOW).quotes[0].article.id == "brother"
    assert answerer.ask("https://other.example.org/x", asked_at=NOW).quotes == ()


def test_a_mere_link_shows_how_its_article_begins(answerer: Answerer) -> None:
    (quote,) = ask(answerer, "https://www.news.example.org/2022/gludkis/?from=chat").quotes
    assert (quote.article.id, quote.paragraph.position) == ("death", 0)
    unknown = ask(answerer, "https://news.example.org/elsewhere")
    assert (unknown.strength, unknown.quotes) == (Strength.NONE, ())


@pytest.mark.parametrize("words", ["must read folks", "look at this: {} wow", "seen this?", "{}"])
def test_words_that_point_to_an_article_ask_for_no_other(answerer: Answerer, words: str) -> None:
    address = "https://news.example.org/2022/gludkis"
    text = words.format(address) if "{}" in words else f"{words} {address}"
    answer = ask(answerer, text)
    assert (ids(answer), answer.strength, answer.notes) == (["death"], Strength.STRONG, ())
    assert answer.question.terms == ()


def test_of_a_linked_article_its_dateline_is_not_quoted(tmp_path: Path) -> None:
    page = article(
        "page",
        "New Tarnas —",
        "By Ona Kalnė",
        "The ferry between Tarnas and Rudna was sold to a circus on Monday.",
        url="https://news.example.org/ferry",
    )
    with archive_of(tmp_path, page) as archive:
        answer = ask(Answerer(archive, Index(archive, "tantivy")), "https://news.example.org/ferry")
    assert [quote.paragraph.position for quote in answer.quotes] == [2]


def test_a_pasted_headline_finds_its_article_first(answerer: Answerer) -> None:
    assert ids(ask(answerer, "Mayor Gludkis is dead"))[0] == "death"


def test_a_verdict_comes_before_those_who_retell_the_claim(answerer: Answerer) -> None:
    first, second = ask(answerer, "Alfonsas Gludkis sold the Heron Bridge to a circus").quotes[:2]
    assert (first.article.id, first.text) == ("claim", ARTICLES[2].paragraphs[1])
    assert second.article.id == "retold"


def test_what_has_little_of_a_claim_is_not_shown(answerer: Answerer) -> None:
    said = "Alfonsas Gludkis sold the Heron Bridge to a circus"
    assert "far" not in ids(ask(answerer, said, limit=10))
    assert "far" in ids(ask(answerer, "Which circus came to Klampuva?", limit=10))


def test_a_passage_that_denies_a_claim_shows_where(answerer: Answerer) -> None:
    quote = ask(answerer, "Rūta Kalnienė resigned").quotes[0]
    assert quote.differences == (Difference("resigned", "has not resigned"),)


def test_a_wrong_age_finds_the_right_one(answerer: Answerer) -> None:
    quote = ask(answerer, "Kalnienė is 70").quotes[0]
    assert quote.differences == (Difference("70", "58"),)


def test_a_question_differs_from_nothing(answerer: Answerer) -> None:
    answer = ask(answerer, "Has Rūta Kalnienė resigned?")
    assert [quote.differences for quote in answer.quotes] == [()] * len(answer.quotes)


def test_nothing_about_a_claim_gets_no_quotes(answerer: Answerer) -> None:
    answer = ask(answerer, "Zebras invaded Sweden")
    assert (answer.strength, answer.quotes) == (Strength.NONE, ())


def test_chatter_is_not_searched_for(answerer: Answerer) -> None:
    answer = ask(answerer, "thanks, good bot")
    assert (answer.question.kind, answer.strength) == (Kind.CHATTER, Strength.NONE)
    assert (answer.quotes, answer.total, answer.notes) == ((), 0, ())


def test_words_to_be_checked_are_a_claim_without_a_verb(answerer: Answerer) -> None:
    said = "Alfonsas Gludkis mayor of Rudna for nine years"
    assert ask(answerer, said).question.kind is Kind.QUESTION
    checked = answerer.check(said, asked_at=NOW)
    assert (checked.question.kind, checked.strength) == (Kind.CLAIM, Strength.WEAK)
    assert ids(checked)[0] == "death"


def test_standings_are_in_the_order_in_which_they_are_shown() -> None:
    assert sorted(Standing) == [
        Standing.LINKED,
        Standing.VERDICT,
        Standing.VERBATIM,
        Standing.NEAR,
        Standing.FARTHER,
    ]
