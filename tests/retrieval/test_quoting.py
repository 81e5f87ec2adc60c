import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.answer_types import answer_type_of
from retrieval.ranking.quoting import LONGEST_QUOTE, QUOTE_LENGTH, extract
from retrieval.text.analyser import analyser

LONG = (
    "The council of Šilagiris met on Tuesday to discuss the budget for the coming year. "
    "Members spoke for hours about roads, schools and the price of heating in the old town. "
    "Mayor Rūta Žemaitė-Kalnienė, 58, said that the bridge would cost 3.7 million euros. "
    "She added that no loan had been signed. "
    "The opposition left the room before the vote, and the sitting was closed at midnight. "
    "A new date has not been named, the chancellery told the Nemunas Herald on Wednesday."
)


def quoted(text: str, *words: str, asks: str = "") -> str:
    weights = dict.fromkeys(analyser("en").terms(" ".join(words)), 1.0)
    part = extract(text, weights, answer_type=answer_type_of(asks))
    return text[part.start : part.end]


def test_a_short_paragraph_is_quoted_whole() -> None:
    assert quoted("The bridge opened. Cars came.", "bridge") == "The bridge opened. Cars came."


def test_a_long_one_gives_the_sentences_that_match() -> None:
    assert "3.7 million euros." in quoted(LONG, "bridge", "cost")
    assert "closed at midnight." in quoted(LONG, "sitting", "vote", "chancellery")


def test_a_quote_is_whole_sentences_within_the_length() -> None:
    quote = quoted(LONG, "opposition")
    assert len(quote) <= QUOTE_LENGTH
    assert re.match(r"[A-Z]", quote)
    assert quote.endswith(".")


def test_a_quote_is_as_long_as_the_length_allows() -> None:
    quote = quoted(LONG, "council")
    assert quote.startswith("The council")
    assert "3.7 million" in quote


def test_without_a_match_the_beginning_is_quoted() -> None:
    assert quoted(LONG, "zebra").startswith("The council")


def test_the_kind_of_answer_asked_for_decides_between_equals() -> None:
    text = (
        f"The mayor spoke{' of many other things' * 15}. The mayor, 58, smiled{' and so on' * 25}."
    )
    assert "58" not in quoted(text, "mayor")
    assert "58" in quoted(text, "mayor", asks="How old is the mayor?")


def test_one_sentence_may_run_over_the_length() -> None:
    sentence = f"The mayor said {'that and ' * 50}this."
    assert quoted(sentence, "mayor") == sentence


def test_a_sentence_without_end_is_cut_between_words_around_the_match() -> None:
    text = "word " * 2000 + "bridge " + "other " * 2000
    quote = quoted(text, "bridge")
    assert "bridge" in quote
    assert len(quote) <= LONGEST_QUOTE
    assert set(quote.split()) == {"word", "bridge", "other"}


def test_highlights_stand_on_the_matched_words() -> None:
    part = extract(LONG, {"bridg": 1.0, "cost": 1.0})
    text = LONG[part.start : part.end]
    assert [text[start:end] for start, end in part.highlights] == ["bridge", "cost"]


@pytest.mark.parametrize("text", ["word. " * 100_000, "x" * 500_000, "bridge " * 100_000])
def test_a_huge_paragraph_is_quoted_in_bounded_length(text: str) -> None:
    assert 0 < len(quoted(text, "bridge")) <= LONGEST_QUOTE


TEXTS = st.text(alphabet=st.one_of(st.sampled_from('ab .!?"“”\n\u030c1,'), st.characters()))


@given(TEXTS.filter(lambda text: text.strip()), st.sets(st.sampled_from(["a", "b", "ab", "1"])))
def test_a_quote_is_a_trimmed_piece_of_the_paragraph_with_its_highlights_inside(
    text: str, terms: set[str]
) -> None:
    part = extract(text, dict.fromkeys(terms, 1.0))
    quote = text[part.start : part.end]
    assert quote
    assert quote == quote.strip()
    assert len(quote) <= LONGEST_QUOTE
    for start, end in part.highlights:
        assert 0 <= start < end <= len(quote)
        assert set(analyser("en").terms(quote[start:end])) <= terms
