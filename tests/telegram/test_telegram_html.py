"""Replies as Telegram's own parser reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.render import telegram_html
from bot.render.telegram_html import MAX_ENTITIES, MAX_UNITS, answer_html
from corpus.article import Article
from retrieval.answer import Copy, Quote, Strength
from retrieval.notes import PhraseNotFound, Suggestion
from tests.telegram.answers import NEMUNAS, answer, quote
from tests.telegram.parser import parse

ANY_TEXT = st.text(st.characters(), min_size=1)
LONG_TEXT = st.builds(lambda part, times: part * times, ANY_TEXT, st.integers(1, 3000))
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


@given(st.lists(quotes(ANY_TEXT | LONG_TEXT), min_size=1, max_size=5))
def test_no_reply_is_over_the_limits(shown: list[Quote]) -> None:
    parsed = parse(answer_html(answer(*shown)))
    assert parsed.units <= MAX_UNITS
    assert len(parsed.entities) <= MAX_ENTITIES


@given(st.lists(quotes(LONG_TEXT), min_size=1, max_size=5))
def test_a_text_is_whole_or_said_to_go_on(shown: list[Quote]) -> None:
    parsed = parse(answer_html(answer(*shown)))
    texts = parsed.of_type("BlockQuote")
    is_whole = texts == [sendable(quote.text) for quote in shown[: len(texts)]]
    assert is_whole or parsed.text.endswith(telegram_html.CUT)


def test_matched_words_are_bold_in_telegrams_offsets() -> None:
    shown = quote("😀 The bridge & the dam", highlights=[(6, 12), (19, 22)])
    assert parse(answer_html(answer(shown))).of_type("Bold") == ["bridge", "dam"]


def test_the_headline_leads_to_the_article() -> None:
    links = [
        (entity.text, entity.url)
        for entity in parse(answer_html(answer(quote("A dam.")))).entities
        if entity.type == "TextUrl"
    ]
    assert links == [(NEMUNAS.title, f"{NEMUNAS.url}#:~:text=A%20dam.")]


def test_a_headline_without_an_address_is_bold() -> None:
    shown = quote("A dam.", article=replace(NEMUNAS, url=None))
    assert parse(answer_html(answer(shown))).of_type("Bold") == [NEMUNAS.title]


def test_a_headline_with_an_address_nobody_can_open_is_bold() -> None:
    for url in ("http://localhost/a", "ftp://herald.example/a", "http://[broken", "n1"):
        shown = quote("A dam.", article=replace(NEMUNAS, url=url))
        assert parse(answer_html(answer(shown))).of_type("Bold") == [NEMUNAS.title], url


def test_an_article_without_a_headline_shows_its_first_words() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    shown = quote(words, article=replace(NEMUNAS, title="", paragraphs=(words,)))
    first = parse(answer_html(answer(shown))).text.splitlines()[0]
    assert first == "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9…"


def test_the_source_line_names_time_zone_outlet_and_agency() -> None:
    published = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
    article = replace(NEMUNAS, published=published, agency="Rudna Wire")
    line = parse(answer_html(answer(quote("A dam.", article=article)))).text.splitlines()[1]
    assert line == "Wed 27 Jan 2021, 17:30 (UTC+2) · Nemunas Herald · Rudna Wire"


def test_a_plain_date_shows_no_time() -> None:
    line = parse(answer_html(answer(quote("A dam.")))).text.splitlines()[1]
    assert line == "Wed 27 Jan 2021 · Nemunas Herald"


def test_copies_are_named_with_their_days() -> None:
    copies = [
        Copy("rudna-1", "Rudna Post", datetime(2021, 1, 28, 9, tzinfo=UTC), None),
        Copy("vilkas-1", "Vilkas", date(2021, 1, 29), None),
    ]
    last = parse(answer_html(answer(quote("A dam.", copies=copies)))).text.splitlines()[-1]
    assert last == "Also in: Rudna Post (Thu 28 Jan 2021), Vilkas (Fri 29 Jan 2021)"


def test_many_copies_are_counted() -> None:
    copies = [Copy(f"p{number}", f"Paper {number}", date(2021, 1, 28), None) for number in range(9)]
    assert parse(answer_html(answer(quote("A dam.", copies=copies)))).text.endswith("and 4 more")


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


def test_a_text_no_message_can_hold_is_said_to_go_on() -> None:
    parsed = parse(answer_html(answer(quote("a" * 5000))))
    assert parsed.units == MAX_UNITS
    assert parsed.text.endswith(telegram_html.CUT)


def test_a_weak_answer_says_that_it_is_only_the_nearest() -> None:
    reply = answer_html(answer(quote("A dam."), strength=Strength.WEAK))
    assert parse(reply).text.startswith(telegram_html.NEAREST)


def test_no_answer_is_said_plainly() -> None:
    assert parse(answer_html(answer())).text.startswith("Nothing in this archive answers that.")


def test_a_question_of_small_words_is_asked_for_a_word_to_look_for() -> None:
    assert "a name or a word to look for" in parse(answer_html(answer(terms=()))).text


def test_notes_and_suggestions_come_before_the_quotes() -> None:
    said = replace(
        answer(quote("A dam."), question="bride"),
        notes=(PhraseNotFound("<b>"),),
        suggestions=(Suggestion("bride", "Heron bridge"), Suggestion("bride", "Heron <bride")),
    )
    parsed = parse(answer_html(said))
    note = "No passage that fits has “<b>” as written; its words were searched for."
    assert parsed.text.startswith(f"{note}\n\nDid you mean Heron bridge or Heron <bride?\n\n")
    assert parsed.of_type("Code") == ["Heron bridge", "Heron <bride"]


def test_of_a_long_question_only_the_suggested_word_is_shown() -> None:
    asked = "lorem ipsum dolor? " * 20
    said = replace(answer(question=asked, terms=("x",)), suggestions=(Suggestion("dolor", "door"),))
    assert parse(answer_html(said)).text.startswith("Did you mean dolor → door?\n\n")


SUGGESTIONS = st.builds(Suggestion, ANY_TEXT | LONG_TEXT, ANY_TEXT | LONG_TEXT)


@given(ANY_TEXT | LONG_TEXT, st.lists(SUGGESTIONS, max_size=5))
def test_any_suggestions_leave_a_reply_within_the_limits(
    asked: str, suggestions: list[Suggestion]
) -> None:
    said = replace(answer(quote("A dam."), question=asked), suggestions=tuple(suggestions))
    assert parse(answer_html(said)).of_type("BlockQuote") == ["A dam."]
