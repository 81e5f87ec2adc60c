"""The paragraphs around a quote, and its citation, as Telegram's parser reads them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.render.english import telegram as texts
from bot.render.telegram.citation import citation, citation_message
from bot.render.telegram.context import context_message
from corpus.article import HEADLINE, Article, Paragraph
from retrieval.answer import Excerpt
from tests.telegram.answers import NEMUNAS
from tests.telegram.parser import parse
from tests.telegram.test_telegram_limits import ANY_TEXT, ENTITIES, LONG_TEXT, UNITS, sendable

LETTERS = replace(NEMUNAS, paragraphs=tuple(f"{letter} is a letter." for letter in "abcdefg"))


def part_of(article: Article, position: int, start: int = 0, end: int | None = None) -> Excerpt:
    text = article.title if position == HEADLINE else article.paragraphs[position]
    shown = Paragraph(article.id, position, text)
    return Excerpt(shown, start, len(text) if end is None else end)


def shown(article: Article, position: int) -> list[str]:
    return [
        one[0]
        for one in parse(
            context_message(article, part_of(article, position), in_group=False)
        ).quotes
    ]


def test_two_paragraphs_on_each_side_are_shown_in_their_order() -> None:
    assert shown(LETTERS, 3) == list("bcdef")
    assert shown(LETTERS, 0) == list("abc")
    assert shown(LETTERS, 6) == list("efg")


def test_in_a_group_what_stands_around_is_folded() -> None:
    parsed = parse(context_message(LETTERS, part_of(LETTERS, 1), in_group=True))
    assert parsed.of_type("BlockQuote") == ["b is a letter."]
    assert [text[0] for text in parsed.quotes] == list("abcd")


def test_of_a_headline_the_first_paragraphs_are_shown() -> None:
    assert shown(LETTERS, HEADLINE) == list("ab")


def test_the_quote_is_bold_in_its_paragraph_unless_it_is_all_of_it() -> None:
    for start, end, bold in ((0, 4, ["a is"]), (0, 14, []), (5, 13, ["a letter"])):
        html = context_message(LETTERS, part_of(LETTERS, 0, start, end), in_group=True)
        assert parse(html).of_type("Bold")[1:] == bold


def test_what_does_not_fit_is_left_out_from_the_farthest() -> None:
    article = replace(NEMUNAS, paragraphs=tuple(letter * 1200 for letter in "abcde"))
    assert shown(article, 2) == list("bcd")


def test_of_a_paragraph_that_no_message_holds_the_quote_is_shown() -> None:
    article = replace(NEMUNAS, paragraphs=("Dam. " * 1000,))
    parsed = parse(context_message(article, part_of(article, 0, 0, 4), in_group=True))
    assert parsed.quotes == ["Dam."]
    whole = parse(context_message(article, part_of(article, 0), in_group=True))
    assert whole.text.endswith(texts.CUT())


@given(
    st.lists(ANY_TEXT | LONG_TEXT, min_size=1, max_size=6),
    st.integers(0, 5),
    st.tuples(st.integers(0, 2000), st.integers(1, 2000)),
)
def test_what_stands_around_any_quote_is_exact_and_within_the_limits(
    paragraphs: list[str], position: int, span: tuple[int, int]
) -> None:
    article = replace(NEMUNAS, paragraphs=tuple(paragraphs), title=paragraphs[0])
    position = min(position, len(paragraphs) - 1)
    start = min(span[0], len(paragraphs[position]) - 1)
    part = part_of(article, position, start, min(start + span[1], len(paragraphs[position])))
    parsed = parse(context_message(article, part, in_group=bool(position)))
    assert parsed.units <= UNITS
    assert len(parsed.entities) <= ENTITIES
    near = [sendable(text) for text in paragraphs]
    is_cut = parsed.text.endswith(texts.CUT())
    assert is_cut or all(one in near or one == sendable(part.text) for one in parsed.quotes)
    assert is_cut or any(sendable(part.text) in one for one in parsed.quotes)


def test_a_citation_has_words_headline_outlet_day_and_address() -> None:
    part = part_of(LETTERS, 0, 0, 4)
    told = "Nemunas Herald, Wed 27 Jan 2021, https://herald.example/bridge?a=1&b=2"
    assert citation(LETTERS, part) == f"“a is” {NEMUNAS.title}, {told}"
    assert citation(replace(LETTERS, url=None), part).endswith("Wed 27 Jan 2021")


@given(ANY_TEXT | LONG_TEXT, ANY_TEXT | LONG_TEXT)
def test_any_citation_is_one_piece_of_code_within_the_limits(text: str, title: str) -> None:
    article = replace(NEMUNAS, paragraphs=(text,), title=title)
    parsed = parse(citation_message(article, part_of(article, 0)))
    assert parsed.units <= UNITS
    assert parsed.of_type("Code") == [parsed.text]
