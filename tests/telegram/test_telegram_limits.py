"""Replies of any text, and what goes first where not all of it fits, as Telegram's parser sees it.

Source of the limits: Bot API, "sendMessage", and core.telegram.org/api/entities.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.english import telegram as texts
from bot.render.telegram.message import answer_message
from bot.render.telegram.plain_text import plain_text
from bot.render.words import parts_of
from corpus.article import Article
from retrieval.answer import Answer, Copy, Quote, Strength
from retrieval.notes import Note, PhraseNotFound, Suggestion, UnknownWords
from retrieval.question.kinds import Kind
from tests.telegram.answers import NEMUNAS, answer, quote
from tests.telegram.parser import Parsed, parse

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


def shown(said: Answer, *, in_group: bool = False) -> Parsed:
    return parse(answer_message(said, in_group=in_group).html)


@st.composite
def answers(draw: st.DrawFn, texts_of_quotes: st.SearchStrategy[str]) -> Answer:
    """Questions answered and statements held against an archive, of any words."""
    found = draw(st.lists(quotes(texts_of_quotes), min_size=1, max_size=4))
    strength = draw(st.sampled_from([Strength.STRONG, Strength.WEAK]))
    words = draw(st.lists(ANY_TEXT | LONG_TEXT, max_size=9))
    said = answer(*found, question=draw(ANY_TEXT), strength=strength, terms=words)
    kind = draw(st.sampled_from([Kind.QUESTION, Kind.CLAIM]))
    notes: list[Note] = [UnknownWords(tuple(words)), *map(PhraseNotFound, words)]
    return replace(said, question=replace(said.question, kind=kind), notes=tuple(notes))


@given(answers(ANY_TEXT | MARKUP_TEXT), st.booleans())
def test_what_telegram_shows_in_the_block_quotes_is_the_extracts(
    said: Answer, in_group: bool
) -> None:
    parsed = shown(replace(said, notes=(), quotes=said.quotes[:3]), in_group=in_group)
    assert parsed.quotes == [sendable(quote.text) for quote in said.quotes[:3]]


@given(answers(ANY_TEXT | LONG_TEXT), st.booleans())
def test_any_reply_is_within_the_limits_and_tells_which_passages_it_shows(
    said: Answer, in_group: bool
) -> None:
    message = answer_message(said, in_group=in_group)
    parsed = parse(message.html)
    assert parsed.units <= UNITS
    assert len(parsed.entities) <= ENTITIES
    assert [part.text for shown in message.quotes for part in parts_of(shown)] == parsed.quotes


@given(ANY_TEXT | LONG_TEXT)
def test_any_line_above_an_answer_leaves_room_for_it(above: str) -> None:
    for said in (answer(quote("A dam.")), answer()):
        message = answer_message(said, in_group=True, above=above)
        parsed = parse(message.html)
        assert parsed.units < 500
        assert parsed.text.startswith(sendable(above)[:100].rstrip())


@given(answers(LONG_TEXT))
def test_a_text_is_whole_or_said_to_go_on(said: Answer) -> None:
    parsed = shown(said)
    is_whole = parsed.quotes == [
        sendable(quote.text) for quote in said.quotes[: len(parsed.quotes)]
    ]
    assert is_whole or parsed.text.endswith(texts.CUT())


@given(answers(ANY_TEXT | LONG_TEXT | MARKUP_TEXT))
def test_without_markup_a_reply_has_the_same_words_and_is_within_the_limits(said: Answer) -> None:
    message = answer_message(said, in_group=False)
    text = plain_text(message.html)
    assert len(text.encode("utf-16-le")) // 2 <= UNITS
    assert all(shown.text in text for shown in message.quotes)


def test_without_markup_quotes_have_marks_and_links_their_addresses() -> None:
    html = answer_message(answer(quote("A <b>dam</b> &amp; a weir.")), in_group=False).html
    assert plain_text(html).splitlines() == [
        "Wed 27 Jan 2021 · Nemunas Herald",
        "“A <b>dam</b> &amp; a weir.”",
        f"{NEMUNAS.title}: {NEMUNAS.url}#:~:text=A%20%3Cb%3Edam%3C%2Fb%3E%20%26amp%3B%20a%20weir.",
    ]


def test_without_markup_a_full_message_loses_the_marks() -> None:
    html = answer_message(answer(quote("a" * 4000)), in_group=False).html
    assert plain_text(html) == parse(html).text


@pytest.mark.parametrize("letter", ["a", "ž", "&", "😀"])
def test_a_message_that_is_just_full_is_whole(letter: str) -> None:
    around = shown(answer(quote("a"))).units - 1
    units = len(letter.encode("utf-16-le")) // 2
    text = letter * ((UNITS - around) // units)
    full = shown(answer(quote(text)))
    assert full.quotes == [text]
    assert full.text.endswith(NEMUNAS.title)
    over = shown(answer(quote(text + letter)))
    assert over.quotes == [text + letter]
    assert not over.text.endswith(NEMUNAS.title)


def test_the_hundredth_entity_is_kept_and_one_more_leaves_no_word_bold() -> None:
    """The date, the headline's link and the block quote are entities too."""
    words = [(4 * n, 4 * n + 3) for n in range(ENTITIES - 2)]
    full = shown(answer(quote("dam " * 200, highlights=words[:-1])))
    assert len(full.entities) == ENTITIES
    assert len(full.of_type("Bold")) == ENTITIES - 2
    over = shown(answer(quote("dam " * 200, highlights=words)))
    assert [entity.type for entity in over.entities] == ["Bold", "BlockQuote", "TextUrl"]


def test_what_cannot_be_sent_whole_does_not_end_within_a_letter() -> None:
    for title in ("A", "AB"):  # half of the two units of 😀 would fit for one of them
        found = quote("😀" * 3000, article=replace(NEMUNAS, source=title))
        (text,) = shown(answer(found)).quotes
        assert set(text) == {"😀"}


def test_a_long_headline_and_a_long_source_are_shortened() -> None:
    long = replace(NEMUNAS, title="t" * 1000, source="s" * 1000)
    source, _, title = shown(answer(quote("A dam.", article=long))).text.splitlines()
    assert title == "t" * 199 + "…"
    assert source == "Wed 27 Jan 2021 · " + "s" * 249 + "…"


def test_a_headline_of_two_hundred_characters_is_whole() -> None:
    article = replace(NEMUNAS, title="t" * 200)
    reply = shown(answer(quote("A dam.", article=article)))
    assert reply.text.splitlines()[-1] == article.title


@pytest.mark.parametrize(("length", "leads_to_the_quote"), [(2048, True), (2049, False)])
def test_an_address_of_more_than_2048_characters_leads_to_the_article_only(
    length: int, leads_to_the_quote: bool
) -> None:
    fragment = "#:~:text=A%20dam."
    url = "https://herald.example/".ljust(length - len(fragment), "a")
    found = quote("A dam.", article=replace(NEMUNAS, url=url))
    (address,) = [e.url for e in shown(answer(found)).entities if e.type == "TextUrl"]
    assert address == url + (fragment if leads_to_the_quote else "")


def test_bold_words_go_before_a_quote_does() -> None:
    words = quote("dam " * 60, highlights=[(4 * n, 4 * n + 3) for n in range(60)])
    parsed = shown(answer(words, words))
    assert (len(parsed.quotes), parsed.of_type("Bold")) == (2, ["Wed 27 Jan 2021"] * 2)


def test_the_last_quotes_go_when_not_all_fit() -> None:
    found = [quote(letter * 1500) for letter in "abc"]
    message = answer_message(answer(*found), in_group=True)
    assert parse(message.html).quotes == ["a" * 1500, "b" * 1500]
    assert [quote.text[0] for quote in message.quotes] == ["a", "b"]


def test_a_headline_goes_before_a_text_is_cut() -> None:
    assert shown(answer(quote("a" * 4050))).quotes == ["a" * 4050]


def test_of_texts_too_long_for_one_message_the_first_is_shown() -> None:
    other = replace(NEMUNAS, source="Rudna Post")
    for length in (4050, 5000):
        parsed = shown(answer(quote("a" * length), quote("b" * length, article=other)))
        (text,) = parsed.quotes
        assert set(text) == {"a"}
        assert parsed.text.startswith("Wed 27 Jan 2021 · Nemunas Herald\n")


def test_a_text_no_message_can_hold_is_said_to_go_on() -> None:
    parsed = shown(answer(quote("a" * 5000)))
    assert parsed.units == UNITS
    assert parsed.text.endswith(texts.CUT())


@given(
    ANY_TEXT | LONG_TEXT,
    st.lists(st.builds(Suggestion, ANY_TEXT | LONG_TEXT, ANY_TEXT | LONG_TEXT), max_size=5),
)
def test_any_suggestions_leave_a_reply_within_the_limits(
    asked: str, suggestions: list[Suggestion]
) -> None:
    said = replace(answer(quote("A dam."), question=asked), suggestions=tuple(suggestions))
    assert shown(said).quotes == ["A dam."]
