"""Replies as Telegram's own parser reads them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.render.english import telegram as texts
from bot.render.english.answers import CHATTER
from bot.render.telegram.message import answer_message
from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Copy, Difference, Excerpt, Searched, Strength
from retrieval.notes import Nearest, Note, PhraseNotFound, Suggestion, UnknownOutlet
from retrieval.question.kinds import Kind
from retrieval.verbatim.chronology import Order
from tests.telegram.answers import NEMUNAS, answer, chatter_or_quote, quote
from tests.telegram.parser import Parsed, parse

HERE = timezone(timedelta(hours=2))
AT = datetime(2021, 1, 27, 17, 30, tzinfo=HERE)


def shown(said: Answer, *, in_group: bool = False) -> Parsed:
    return parse(answer_message(said, in_group=in_group).html)


def of(article: Article, text: str = "A dam.") -> Parsed:
    return shown(answer(quote(text, article=article)))


def claim(*days: date) -> Answer:
    """A statement held against articles of these days."""
    found = [
        quote(f"A dam {n}.", article=replace(NEMUNAS, published=day), highlights=[(2, 5)])
        for n, day in enumerate(days)
    ]
    said = answer(*found, question="The dam broke", strength=Strength.WEAK)
    analysis = replace(said.question.analyses[0], terms=("dam", "broke"), written={"dam": "Dam"})
    question = replace(said.question, kind=Kind.CLAIM, analyses=(analysis,))
    return replace(said, question=question, notes=(Nearest(min(days), max(days)),))


def with_notes(*notes: Note) -> Parsed:
    return shown(replace(answer(quote("A dam.")), notes=notes))


def days(*numbers: int) -> Sequence[date]:
    return [date(2021, 1, number) for number in numbers]


def test_date_and_outlet_come_first_then_the_quote_then_the_headline() -> None:
    assert of(NEMUNAS).text.splitlines() == [
        "Wed 27 Jan 2021 · Nemunas Herald",
        "A dam.",
        NEMUNAS.title,
    ]


def test_matched_words_are_bold_in_telegrams_offsets() -> None:
    found = quote("😀 The bridge & the dam", highlights=[(6, 12), (19, 22)])
    assert shown(answer(found)).of_type("Bold") == ["Wed 27 Jan 2021", "bridge", "dam"]


def test_the_headline_leads_to_the_article() -> None:
    links = [(one.text, one.url) for one in of(NEMUNAS).entities if one.type == "TextUrl"]
    assert links == [(NEMUNAS.title, f"{NEMUNAS.url}#:~:text=A%20dam.")]


@pytest.mark.parametrize(
    "url",
    [None, "http://localhost/a", "ftp://herald.example/a", "http://[broken", "n1", "http://a.b/\0"],
)
def test_a_headline_without_an_address_that_opens_is_no_link(url: str | None) -> None:
    parsed = of(replace(NEMUNAS, url=url))
    assert parsed.text.splitlines()[-1] == NEMUNAS.title
    assert parsed.of_type("TextUrl") == []


def test_an_article_without_a_headline_shows_its_first_words() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    last = of(replace(NEMUNAS, title="", paragraphs=(words,)), words).text.splitlines()[-1]
    assert last == "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9…"


def test_an_article_without_headline_and_text_goes_by_its_outlet_or_its_name() -> None:
    bare = replace(NEMUNAS, title="", paragraphs=(), url=None)
    for article, name in ((bare, "Nemunas Herald"), (replace(bare, source=""), "n1")):
        assert of(article).text.splitlines()[-1] == name


def test_the_first_line_names_time_zone_outlet_and_agency_and_taps_show_the_readers_time() -> None:
    parsed = of(replace(NEMUNAS, published=AT, agency="Rudna Wire"))
    first = parsed.text.splitlines()[0]
    assert first == "Wed 27 Jan 2021, 17:30 (UTC+2) · Nemunas Herald · Rudna Wire"
    times = [(one.text, one.unix_time) for one in parsed.entities if one.type == "DateTime"]
    assert times == [("Wed 27 Jan 2021, 17:30 (UTC+2)", 1611761400)]


def test_an_update_stands_beside_the_publication() -> None:
    parsed = of(replace(NEMUNAS, published=AT, updated=AT.replace(hour=19)))
    first = parsed.text.splitlines()[0]
    assert first == "Wed 27 Jan 2021, 17:30 (UTC+2), updated 19:30 · Nemunas Herald"
    assert parsed.of_type("DateTime")[1:] == ["19:30"]


@pytest.mark.parametrize(
    "published",
    [
        date(2021, 1, 27),
        datetime(1931, 1, 27, 17, 30, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
        datetime(9000, 1, 1, tzinfo=UTC),
    ],
)
def test_a_day_without_an_hour_and_a_moment_that_telegram_cannot_count_have_words_alone(
    published: date,
) -> None:
    assert of(replace(NEMUNAS, published=published)).of_type("DateTime") == []


def test_what_the_paper_put_right_stands_below_the_quote_once() -> None:
    note = "Correction: The dam is in Rudna."
    article = replace(NEMUNAS, paragraphs=("A dam.", note))
    assert f"The paper notes: “{note}”" in of(article).text
    quoted = replace(quote(note, article=article), paragraph=Paragraph("n1", 1, note))
    assert shown(answer(quoted)).text.count("Correction:") == 1


def test_a_long_correction_keeps_its_quotation_marks() -> None:
    note = "Correction: " + "The dam is in Rudna, " * 17 + "see."
    last = of(replace(NEMUNAS, paragraphs=("A dam.", note))).text.splitlines()[-1]
    assert last.startswith("The paper notes: “Correction: The dam")
    assert last.endswith("…”")


def test_copies_are_named_with_their_days() -> None:
    copies = [
        Copy("rudna-1", "Rudna Post", datetime(2021, 1, 28, 9, tzinfo=UTC), None),
        Copy("vilkas-1", "Vilkas", date(2021, 1, 29), None),
    ]
    last = shown(answer(quote("A dam.", copies=copies))).text.splitlines()[-1]
    assert last == "Also in: Rudna Post (Thu 28 Jan 2021), Vilkas (Fri 29 Jan 2021)"


def test_many_copies_are_counted() -> None:
    copies = [Copy(f"p{number}", f"Paper {number}", date(2021, 1, 28), None) for number in range(9)]
    said = [
        shown(answer(quote("A dam.", copies=copies[:count]))).text.splitlines()[-1]
        for count in (5, 6, 9)
    ]
    assert said[0].endswith("Paper 4 (Thu 28 Jan 2021)")
    assert said[1].endswith("Paper 4 (Thu 28 Jan 2021) and 1 more")
    assert said[2].endswith("Paper 4 (Thu 28 Jan 2021) and 4 more")


def test_a_weak_answer_says_that_it_is_only_the_nearest() -> None:
    parsed = shown(answer(quote("A dam."), strength=Strength.WEAK))
    assert parsed.text.startswith(f"{texts.NEAREST()}\n\nWed 27")


def test_in_a_group_one_quote_is_open_and_the_others_are_folded() -> None:
    more = Excerpt(Paragraph("n1", 1, "Cars came."), 0, 10)
    said = answer(replace(quote("A dam."), more=(more,)), quote("A weir."))
    for in_group, is_open in ((True, ["A dam."]), (False, ["A dam.", "Cars came.", "A weir."])):
        parsed = shown(said, in_group=in_group)
        assert parsed.of_type("BlockQuote") == is_open
        assert parsed.quotes == ["A dam.", "Cars came.", "A weir."]


def test_how_a_quote_differs_from_a_claim_stands_under_it() -> None:
    differing = (Difference("70", "<66"), Difference("", "not"), Difference("never", ""))
    said = claim(*days(27))
    said = replace(said, quotes=(replace(said.quotes[0], differences=differing),))
    assert shown(said).text.splitlines()[-3:] == [
        "Said: “70”. Printed here: “<66”.",
        "“not” is printed here, and was not said.",
        "“never” was said, and is not printed here.",
    ]


def test_above_the_quotes_of_a_claim_one_line_says_what_they_are() -> None:
    words, text = "searched for Dam, broke", shown(claim(*days(27, 20))).text
    said = f"Not judged: {words}; newest first. The same words are no agreement."
    assert text.startswith(f"{said}\n\nWed 27 Jan 2021")


@pytest.mark.parametrize(
    ("numbers", "order", "line"),
    [
        (
            (20, 27),
            Order.BEST,
            "what judges it, has its very words or is nearest first, then the newest",
        ),
        ((27, 20), Order.BEST, "newest first"),
        ((27, 27), Order.NEWEST, "newest first"),
        ((27,), Order.OLDEST, "oldest first"),
    ],
)
def test_the_order_that_a_claims_line_names_is_that_of_the_quotes(
    numbers: Sequence[int], order: Order, line: str
) -> None:
    reply = answer_message(claim(*days(*numbers)), in_group=False, order=order)
    assert f"; {line}. " in parse(reply.html).text


def test_of_a_claim_of_many_words_some_are_named() -> None:
    said = claim(*days(27))
    analysis = replace(said.question.analyses[0], terms=tuple("abcdefgh"), written={})
    said = replace(said, question=replace(said.question, analyses=(analysis,)))
    assert "searched for a, b, c, d, e, f and 2 more; " in shown(said).text


def test_in_a_claims_quotes_no_words_are_bold() -> None:
    assert shown(claim(*days(27))).of_type("Bold") == ["Wed 27 Jan 2021"]


def test_chatter_gets_a_friendly_line_and_nothing_else() -> None:
    assert shown(chatter_or_quote("joke")).text == CHATTER()


def test_no_answer_says_what_was_searched() -> None:
    words = (("bridge", 1200), ("of", 9), ("tram", 3), ("Zarasai", 0))
    searched = Searched(1250, 4, date(2019, 1, 1), AT, AT, words, 0)
    said = replace(answer(), searched=searched)
    assert shown(said, in_group=True).text.splitlines() == [
        "Nothing in this archive answers that.",
        "Searched: 1,250 articles, to Wed 27 Jan 2021.",
        "Passages with “Zarasai”: 0, “tram”: 3, “of”: 9, all of them: 0.",
    ]
    assert shown(said).text.splitlines()[0].endswith(texts.OTHER_WORDS())


def test_a_question_of_small_words_is_asked_for_a_word_to_look_for() -> None:
    assert shown(answer(terms=())).text == texts.NO_WORDS()


def test_notes_and_suggestions_come_before_the_quotes() -> None:
    said = replace(
        answer(quote("A dam."), question="bride"),
        notes=(PhraseNotFound("<b>"),),
        suggestions=(Suggestion("bride", "Heron bridge"), Suggestion("bride", "Heron <bride")),
    )
    parsed = shown(said)
    note = "No passage that fits has “<b>” as written; its words were searched for."
    assert parsed.text.startswith(f"{note}\n\nDid you mean Heron bridge or Heron <bride?\n\n")
    assert parsed.of_type("Code") == ["Heron bridge", "Heron <bride"]


def test_notes_are_whole() -> None:
    note = UnknownOutlet("Bog", tuple(f"The Weekly Paper of Rudna {n}" for n in range(9)))
    text = with_notes(note).text
    assert "The Weekly Paper of Rudna 7, …. All were searched.\n\nWed 27" in text


def test_of_notes_that_are_too_long_together_the_last_are_left_out() -> None:
    text = with_notes(*(PhraseNotFound(letter * 500) for letter in "abcd")).text
    assert [letter in text.partition("Wed 27")[0] for letter in ("aaa", "bbb", "ccc")] == [
        True,
        True,
        False,
    ]


def test_of_a_long_question_only_the_suggested_word_is_shown() -> None:
    asked = "lorem ipsum dolor? " * 20
    said = replace(answer(question=asked, terms=("x",)), suggestions=(Suggestion("dolor", "door"),))
    assert shown(said).text.startswith("Did you mean dolor → door?\n\n")


def test_more_of_an_article_has_block_quotes_of_its_own() -> None:
    more = Excerpt(Paragraph("n1", 1, "Cars \ud83d came."), 0, 12, ((0, 4),))
    parsed = shown(answer(replace(quote("A dam."), more=(more,))))
    assert parsed.quotes == ["A dam.", "Cars \ufffd came."]
    assert parsed.of_type("Bold")[1:] == ["Cars"]


def test_what_is_too_much_goes_from_what_is_more() -> None:
    more = Excerpt(Paragraph("n1", 1, "van " * 900), 0, 3600)
    found = [replace(quote("dam " * 100, highlights=[(0, 3)]), more=(more,)), quote("A dam.")]
    message = answer_message(answer(*found), in_group=False)
    parsed = parse(message.html)
    assert parsed.quotes == ["dam " * 100, "A dam."]
    assert parsed.of_type("Bold")[1] == "dam"
    assert [(one.text, one.more) for one in message.quotes] == [
        (each, ()) for each in parsed.quotes
    ]
