"""Results of inline mode: what the list shows, and what is sent, as Telegram's parser sees it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.render.telegram.inline_cards import newest_cards, quote_cards
from retrieval.answer import Strength
from retrieval.question.kinds import Kind
from tests.archives import article
from tests.telegram.answers import NEMUNAS, answer, quote
from tests.telegram.parser import parse

MAX_UNITS = 4096
ANY_TEXT = st.text(st.characters(), min_size=1)
LONG_TEXT = st.builds(lambda part, times: part * times, ANY_TEXT, st.integers(1, 3000))


def test_a_card_says_when_where_what_and_in_which_article() -> None:
    (card,) = quote_cards(answer(quote("The bridge\nreopened.", highlights=[(4, 10)])))
    assert card.title == "Wed 27 Jan 2021 · Nemunas Herald"
    assert card.description == "“The bridge reopened.”\nNemunas bridge reopens <early>"
    sent = parse(card.html)
    assert sent.of_type("BlockQuote") == ["The bridge\nreopened."]
    assert sent.of_type("Bold") == ["Wed 27 Jan 2021", "bridge"]
    assert sent.of_type("TextUrl") == ["Nemunas bridge reopens <early>"]


def test_a_claims_quotes_have_no_bold_words() -> None:
    said = answer(quote("The bridge reopened.", highlights=[(4, 10)]))
    claim = replace(said, question=replace(said.question, kind=Kind.CLAIM))
    assert parse(quote_cards(claim)[0].html).of_type("Bold") == ["Wed 27 Jan 2021"]


def test_where_nothing_answers_there_is_no_card() -> None:
    assert quote_cards(answer()) == ()
    assert quote_cards(replace(answer(quote("x")), strength=Strength.NONE)) == ()


def test_the_same_passage_has_the_same_key_and_another_has_another() -> None:
    other = replace(NEMUNAS, id="n2")
    one, two = quote_cards(answer(quote("Dam."), quote("Dam.", article=other)))
    assert quote_cards(answer(quote("Dam.")))[0].key == one.key != two.key


def test_a_new_article_is_shown_by_its_headline_and_by_its_first_words_where_it_has_none() -> None:
    articles = [NEMUNAS, article("b", "The dam above Rudna held."), article("c")]
    cards = newest_cards(articles)
    assert [card.description for card in cards] == [
        "Nemunas bridge reopens <early>", "The dam above Rudna held.", "Nemunas Herald",
    ]  # fmt: skip
    sent = parse(cards[0].html)
    assert sent.text == "Wed 27 Jan 2021 · Nemunas Herald\nNemunas bridge reopens <early>"
    assert [one.url for one in sent.entities if one.url] == [NEMUNAS.url]
    assert len({card.key for card in cards}) == 3


def units(text: str) -> int:
    """As Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


@given(ANY_TEXT | LONG_TEXT, ANY_TEXT | LONG_TEXT, st.sampled_from([date(1, 1, 1), date.max]))
def test_any_text_fits_a_message_and_is_the_extract(text: str, title: str, day: date) -> None:
    of = article("a", text, title=title, source=title, published=day)
    edges = [(0, len(text) // 2)]
    (card,) = quote_cards(answer(quote(text, article=of, highlights=edges)))
    sent = parse(card.html)
    assert sent.units <= MAX_UNITS
    sendable = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    (shown,) = sent.of_type("BlockQuote")
    assert sendable == shown or (units(shown) > 2000 and sendable.startswith(shown))
    assert len(card.title) <= 100
    assert card.title.encode()
    assert card.description.encode()
