"""Replies as Telegram's own parser reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from bot.render import telegram_html
from bot.render.english.answers import CHATTER, note_line
from bot.render.telegram_html import answer_html
from corpus.article import Paragraph
from retrieval.answer import Copy, Difference, Excerpt, Strength
from retrieval.notes import Nearest, PhraseNotFound, Suggestion
from retrieval.question.kinds import Kind
from tests.telegram.answers import NEMUNAS, answer, chatter_or_quote, quote
from tests.telegram.parser import parse


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


def test_an_article_without_headline_and_text_goes_by_its_outlet_or_its_name() -> None:
    bare = replace(NEMUNAS, title="", paragraphs=(), url=None)
    for article, name in ((bare, "Nemunas Herald"), (replace(bare, source=""), "n1")):
        reply = parse(answer_html(answer(quote("A dam.", article=article))))
        assert reply.of_type("Bold") == [name]


def test_the_source_line_names_time_zone_outlet_and_agency() -> None:
    published = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
    article = replace(NEMUNAS, published=published, agency="Rudna Wire")
    line = parse(answer_html(answer(quote("A dam.", article=article)))).text.splitlines()[1]
    assert line == "Wed 27 Jan 2021, 17:30 (UTC+2) · Nemunas Herald · Rudna Wire"


def test_an_update_stands_beside_the_publication() -> None:
    published = datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2)))
    article = replace(NEMUNAS, published=published, updated=published.replace(hour=19))
    line = parse(answer_html(answer(quote("A dam.", article=article)))).text.splitlines()[1]
    told = "published Wed 27 Jan 2021, 17:30 (UTC+2), updated 19:30"
    assert line == f"{told} · Nemunas Herald"


def test_what_the_paper_put_right_stands_below_the_quote_once() -> None:
    note = "Correction: The dam is in Rudna."
    article = replace(NEMUNAS, paragraphs=("A dam.", note))
    assert (
        f"The paper notes: “{note}”"
        in parse(answer_html(answer(quote("A dam.", article=article)))).text
    )
    quoted = replace(quote(note, article=article), paragraph=Paragraph("n1", 1, note))
    assert parse(answer_html(answer(quoted))).text.count("Correction:") == 1


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
    said = [
        parse(answer_html(answer(quote("A dam.", copies=copies[:count])))).text.splitlines()[-1]
        for count in (5, 6, 9)
    ]
    assert said[0].endswith("Paper 4 (Thu 28 Jan 2021)")
    assert said[1].endswith("Paper 4 (Thu 28 Jan 2021) and 1 more")
    assert said[2].endswith("Paper 4 (Thu 28 Jan 2021) and 4 more")


def test_a_weak_answer_says_that_it_is_only_the_nearest() -> None:
    reply = answer_html(answer(quote("A dam."), strength=Strength.WEAK))
    assert parse(reply).text.startswith(telegram_html.NEAREST)


def test_how_a_quote_differs_from_a_claim_stands_under_it() -> None:
    differing = (Difference("70", "<66"), Difference("", "not"), Difference("never", ""))
    said = answer(replace(quote("A dam."), differences=differing), strength=Strength.WEAK)
    claim = replace(said, question=replace(said.question, kind=Kind.CLAIM))
    assert parse(answer_html(claim)).text.splitlines()[3:] == [
        "Said: “70”. Printed here: “<66”.",
        "“not” is printed here, and was not said.",
        "“never” was said, and is not printed here.",
    ]


def test_of_a_claim_the_nearest_passages_are_called_so_once() -> None:
    day = date(2021, 1, 27)
    said = replace(answer(quote("A dam."), strength=Strength.WEAK), notes=(Nearest(day, day),))
    claim = replace(said, question=replace(said.question, kind=Kind.CLAIM))
    text = parse(answer_html(claim)).text
    assert text.startswith(f"{note_line(Nearest(day, day))}\n\n{NEMUNAS.title}")


def test_chatter_gets_a_friendly_line_and_nothing_else() -> None:
    assert parse(answer_html(chatter_or_quote("joke"))).text == CHATTER


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


def test_more_of_an_article_has_block_quotes_of_its_own() -> None:
    more = Excerpt(Paragraph("n1", 1, "Cars \ud83d came."), 0, 12, ((0, 4),))
    parsed = parse(answer_html(answer(replace(quote("A dam."), more=(more,)))))
    assert parsed.of_type("BlockQuote") == ["A dam.", "Cars \ufffd came."]
    assert parsed.of_type("Bold") == ["Cars"]


def test_what_is_too_much_goes_from_what_is_more() -> None:
    more = Excerpt(Paragraph("n1", 1, "van " * 900), 0, 3600)
    shown = [replace(quote("dam " * 100, highlights=[(0, 3)]), more=(more,)), quote("A dam.")]
    parsed = parse(answer_html(answer(*shown)))
    assert parsed.of_type("BlockQuote") == ["dam " * 100, "A dam."]
    assert parsed.of_type("Bold") == ["dam"]
