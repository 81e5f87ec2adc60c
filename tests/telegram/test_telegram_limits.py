"""Replies of any text, and what goes first where not all of it fits, as Telegram's parser sees it.

Source of the limits: Bot API, "sendMessage", and core.telegram.org/api/entities.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import telegram_html
from bot.render.telegram_html import answer_html
from corpus.article import Article
from retrieval.answer import Copy, Quote, Strength
from retrieval.notes import Suggestion
from tests.telegram.answers import NEMUNAS, answer, quote
from tests.telegram.parser import parse

UNITS = 4096  # UTF-16 code units of one message, after its markup has been read
ENTITIES = 100  # of one message

ANY_TEXT = st.text(st.characters(), min_size=1)
LONG_TEXT = st.builds(lambda part, times: part * times, ANY_TEXT, st.integers(1, 1500))
MARKUP_TEXT = st.lists(
    st.sampled_from(["<b>", "</blockquote>", "&amp;", "&lt", '"', "'", "😀", "Rudna", " ", "\n"]),
    min_size=1,
).map("".join)
URLS = st.one_of(
    st.none(),
    st.just("https://herald.example/a b?c=1&d=\"2'>"),
    ANY_TEXT,
    ANY_TEXT.map("http://".__add__),
)
TIMES = st.one_of(
    st.dates(), st.datetimes(timezones=st.just(UTC)), st.just(datetime(1, 1, 1, tzinfo=UTC))
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = st.one_of(st.just(""), ANY_TEXT, LONG_TEXT)
    return Article(
        id=draw(ANY_TEXT),
        title=draw(text),
        published=draw(TIMES),
        source=draw(text),
        paragraphs=(draw(ANY_TEXT),),
        url=draw(URLS),
        agency=draw(st.none() | ANY_TEXT),
    )


@st.composite
def quotes(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Quote:
    text = draw(texts)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=300)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    copies = st.lists(st.builds(Copy, st.just("a"), ANY_TEXT, TIMES, st.none()), max_size=8)
    return quote(text, article=draw(articles()), highlights=pairs, copies=draw(copies))


def sendable(text: str) -> str:
    """Half a surrogate pair cannot be sent."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


@given(st.lists(quotes(ANY_TEXT | MARKUP_TEXT), min_size=1, max_size=3), st.sampled_from(Strength))
def test_what_telegram_shows_in_the_block_quotes_is_the_extracts(
    shown: list[Quote], strength: Strength
) -> None:
    if strength is Strength.NONE:
        return
    parsed = parse(answer_html(answer(*shown, strength=strength)))
    assert parsed.of_type("BlockQuote") == [sendable(quote.text) for quote in shown]


@given(st.lists(quotes(ANY_TEXT | LONG_TEXT), min_size=1, max_size=4))
def test_no_reply_is_over_the_limits(shown: list[Quote]) -> None:
    parsed = parse(answer_html(answer(*shown)))
    assert parsed.units <= UNITS
    assert len(parsed.entities) <= ENTITIES


@given(st.lists(quotes(LONG_TEXT), min_size=1, max_size=4))
def test_a_text_is_whole_or_said_to_go_on(shown: list[Quote]) -> None:
    parsed = parse(answer_html(answer(*shown)))
    texts = parsed.of_type("BlockQuote")
    is_whole = texts == [sendable(quote.text) for quote in shown[: len(texts)]]
    assert is_whole or parsed.text.endswith(telegram_html.CUT)


@pytest.mark.parametrize("letter", ["a", "ž", "&", "😀"])
def test_a_message_that_is_just_full_is_whole(letter: str) -> None:
    around = parse(answer_html(answer(quote("a")))).units - 1
    units = len(letter.encode("utf-16-le")) // 2
    text = letter * ((UNITS - around) // units)
    full = parse(answer_html(answer(quote(text))))
    assert full.of_type("BlockQuote") == [text]
    assert full.text.startswith(NEMUNAS.title)
    over = parse(answer_html(answer(quote(text + letter))))
    assert over.of_type("BlockQuote") == [text + letter]
    assert not over.text.startswith(NEMUNAS.title)


def test_the_hundredth_entity_is_kept_and_one_more_leaves_no_word_bold() -> None:
    """The headline's link and the block quote are entities too."""
    words = [(4 * n, 4 * n + 3) for n in range(ENTITIES - 1)]
    full = parse(answer_html(answer(quote("dam " * 200, highlights=words[:-1]))))
    assert len(full.entities) == ENTITIES
    assert len(full.of_type("Bold")) == ENTITIES - 2
    over = parse(answer_html(answer(quote("dam " * 200, highlights=words))))
    assert [entity.type for entity in over.entities] == ["TextUrl", "BlockQuote"]


def test_what_cannot_be_sent_whole_does_not_end_within_a_letter() -> None:
    for title in ("A", "AB"):  # half of the two units of 😀 would fit for one of them
        shown = quote("😀" * 3000, article=replace(NEMUNAS, source=title))
        (text,) = parse(answer_html(answer(shown))).of_type("BlockQuote")
        assert set(text) == {"😀"}


def test_a_long_headline_and_a_long_source_are_shortened() -> None:
    long = replace(NEMUNAS, title="t" * 1000, source="s" * 1000)
    title, source, *_ = parse(answer_html(answer(quote("A dam.", article=long)))).text.splitlines()
    assert title == "t" * 199 + "…"
    assert len(source) == 300
    assert source.endswith("s…")


def test_a_headline_of_two_hundred_characters_is_whole() -> None:
    article = replace(NEMUNAS, title="t" * 200)
    reply = parse(answer_html(answer(quote("A dam.", article=article))))
    assert reply.text.splitlines()[0] == article.title


@pytest.mark.parametrize(("length", "leads_to_the_quote"), [(2048, True), (2049, False)])
def test_an_address_of_more_than_2048_characters_leads_to_the_article_only(
    length: int, leads_to_the_quote: bool
) -> None:
    fragment = "#:~:text=A%20dam."
    url = "https://herald.example/".ljust(length - len(fragment), "a")
    shown = quote("A dam.", article=replace(NEMUNAS, url=url))
    (address,) = [e.url for e in parse(answer_html(answer(shown))).entities if e.type == "TextUrl"]
    assert address == url + (fragment if leads_to_the_quote else "")


def test_bold_words_go_before_a_quote_does() -> None:
    words = quote("dam " * 60, highlights=[(4 * n, 4 * n + 3) for n in range(60)])
    parsed = parse(answer_html(answer(words, words)))
    assert (len(parsed.of_type("BlockQuote")), parsed.of_type("Bold")) == (2, [])


def test_the_last_quotes_go_when_not_all_fit() -> None:
    shown = [quote(letter * 1500) for letter in "abc"]
    assert parse(answer_html(answer(*shown))).of_type("BlockQuote") == ["a" * 1500, "b" * 1500]


def test_a_headline_goes_before_a_text_is_cut() -> None:
    shown = quote("a" * 4050)
    assert parse(answer_html(answer(shown))).of_type("BlockQuote") == ["a" * 4050]


def test_of_texts_too_long_for_one_message_the_first_is_shown() -> None:
    other = replace(NEMUNAS, source="Rudna Post")
    for length in (4050, 5000):
        shown = parse(answer_html(answer(quote("a" * length), quote("b" * length, article=other))))
        (text,) = shown.of_type("BlockQuote")
        assert set(text) == {"a"}
        assert shown.text.startswith("Wed 27 Jan 2021 · Nemunas Herald\n")


def test_a_text_no_message_can_hold_is_said_to_go_on() -> None:
    parsed = parse(answer_html(answer(quote("a" * 5000))))
    assert parsed.units == UNITS
    assert parsed.text.endswith(telegram_html.CUT)


@given(
    ANY_TEXT | LONG_TEXT,
    st.lists(st.builds(Suggestion, ANY_TEXT | LONG_TEXT, ANY_TEXT | LONG_TEXT), max_size=5),
)
def test_any_suggestions_leave_a_reply_within_the_limits(
    asked: str, suggestions: list[Suggestion]
) -> None:
    said = replace(answer(quote("A dam."), question=asked), suggestions=tuple(suggestions))
    assert parse(answer_html(said)).of_type("BlockQuote") == ["A dam."]
