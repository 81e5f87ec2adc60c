from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.render.english.dates import when
from bot.render.words import from_where, headline, link
from corpus.article import Article, Paragraph
from retrieval.answer import Quote
from tests.archives import article


def zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (date(2021, 1, 27), "Wed 27 Jan 2021"),
        (datetime(2021, 1, 27, 17, 30, tzinfo=zone(2)), "Wed 27 Jan 2021, 17:30 (UTC+2)"),
        (datetime(2021, 1, 27, 0, 5, tzinfo=zone(-3.5)), "Wed 27 Jan 2021, 00:05 (UTC-3:30)"),
        (datetime(2021, 1, 27, 17, 30, tzinfo=UTC), "Wed 27 Jan 2021, 17:30 (UTC)"),
        (datetime(2021, 1, 27, 17, 30, tzinfo=zone(5.75)), "Wed 27 Jan 2021, 17:30 (UTC+5:45)"),
        (datetime(2021, 1, 27, 17, 30, tzinfo=zone(1 / 60)), "Wed 27 Jan 2021, 17:30 (UTC+0:01)"),
        (date(987, 3, 1), "Thu 1 Mar 0987"),
    ],
)
def test_a_date_is_said_with_its_weekday_and_zone(published: date, words: str) -> None:
    assert when(published) == words


def test_the_agency_stands_behind_the_outlet_where_there_is_one() -> None:
    assert from_where(article("x", "Text.")) == "Wed 27 Jan 2021 · Nemunas Herald"
    assert from_where(article("x", "Text.", agency="RBE/RN")).endswith("Nemunas Herald · RBE/RN")


def test_an_article_without_a_headline_goes_by_its_first_words() -> None:
    long = "One two three four five six seven eight nine ten eleven."
    assert headline(article("x", long)) == "One two three four five six seven eight nine ten…"
    assert headline(article("x", "Short one.", "Another.")) == "Short one."
    ten = "One two three four five six seven eight nine ten"
    assert headline(article("x", ten)) == ten


def test_an_article_of_neither_headline_nor_text_goes_by_nothing() -> None:
    assert headline(article("x")) == ""


def test_a_headline_is_whole_however_long() -> None:
    long = "One two three four five six seven eight nine ten eleven twelve"
    assert headline(article("x", "Text.", title=long)) == long


def quote_of(whole: Article) -> Quote:
    text = whole.paragraphs[0]
    return Quote(1, 1.0, whole, Paragraph(whole.id, 0, text), 0, len(text), ())


def test_a_link_leads_to_the_quote() -> None:
    whole = article("x", "A well-known bridge, 5 & 6.", url="https://news.example.org/x")
    assert link(quote_of(whole)) == (
        "https://news.example.org/x#:~:text=A%20well%2Dknown%20bridge%2C%205%20%26%206."
    )


def test_a_link_to_a_long_quote_names_its_two_ends() -> None:
    whole = article("x", " ".join(f"word{n}" for n in range(40)), url="https://news.example.org/#a")
    assert link(quote_of(whole)) == (
        "https://news.example.org/#a:~:text=word0%20word1%20word2%20word3,"
        "word36%20word37%20word38%20word39"
    )


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("one two three four five six seven eight " + "x" * 20, True),
        ("one two three four five six seven eight " + "x" * 21, False),
        ("one two three four five six " + "x" * 50, True),  # its two ends would be nearly all
        ("one two three four five six seven " + "x" * 50, False),
    ],
)
def test_a_link_names_the_ends_of_what_is_longer_than_sixty_characters_and_seven_words(
    text: str, is_whole: bool
) -> None:
    address = link(quote_of(article("x", text, url="https://news.example.org/x")))
    assert address is not None
    assert ("," not in address) is is_whole
    assert address.endswith("x")


def test_without_an_address_there_is_no_link() -> None:
    assert link(quote_of(article("x", "Text."))) is None
