import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.answers.answer_types import answer_type_of
from retrieval.ranking.quoting import extract
from retrieval.text.analyser import analyser

QUOTE_LENGTH = 350  # three such, their headlines and what stands around fit one message
LONGEST_QUOTE = 700
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


def of_length(word: str, length: int) -> str:
    """A sentence of just so many characters that begins with a word."""
    return f"{word.title()} {'and on ' * 100}"[: length - len(" ended.")] + " ended."


@pytest.mark.parametrize(("length", "are_both"), [(200, True), (201, False)])
def test_two_sentences_are_quoted_together_up_to_350_characters(
    length: int, are_both: bool
) -> None:
    first, second = of_length("bridge", 149), of_length("mayor", length)
    both = f"{first} {second}"
    expected = both if are_both else first
    assert quoted(both, "bridge") == expected
    assert quoted(f"{both} {of_length('zebra', 340)}", "bridge") == expected


def test_short_sentences_stand_together_before_a_long_one() -> None:
    text = f"The bridge opened. Cars came. {of_length('mayor', 340)} He went."
    assert quoted(text, "bridge") == "The bridge opened. Cars came."


def test_a_long_sentence_is_whole_wherever_it_stands() -> None:
    first, second = of_length("bridge", 400), of_length("mayor", 400)
    assert quoted(f"{first} {second}", "bridge") == first
    assert quoted(f"{first} {second}", "mayor") == second


def test_without_a_match_the_beginning_is_quoted() -> None:
    assert quoted(LONG, "zebra").startswith("The council")


def test_the_kind_of_answer_asked_for_decides_between_equals() -> None:
    text = (
        f"The mayor spoke{' of many other things' * 15}. The mayor, 58, smiled{' and so on' * 25}."
    )
    assert "58" not in quoted(text, "mayor")
    assert "58" in quoted(text, "mayor", asks="How old is the mayor?")


def test_the_kind_of_answer_does_not_outweigh_another_matched_word() -> None:
    text = f"The mayor, 58, smiled{' and so on' * 25}. The mayor crossed the bridge{' on' * 80}."
    assert "58" in quoted(text, "mayor", asks="How old is the mayor?")
    assert "bridge" in quoted(text, "mayor", "bridge", asks="How old is the mayor?")


@pytest.mark.parametrize(("length", "is_whole"), [(700, True), (701, False)])
def test_one_sentence_is_whole_up_to_700_characters(length: int, is_whole: bool) -> None:
    sentence = of_length("mayor", length)
    assert (quoted(sentence, "mayor") == sentence) is is_whole


def test_a_sentence_without_end_is_cut_between_words_around_the_match() -> None:
    quote = quoted("letters " * 2000 + "bridge " + "other " * 2000, "bridge")
    before, after = quote.split("bridge")
    assert (set(before.split()), set(after.split())) == ({"letters"}, {"other"})
    assert 165 <= len(before) <= 175  # a quarter of it
    assert LONGEST_QUOTE - len("other ") <= len(quote) <= LONGEST_QUOTE


def test_a_match_at_the_beginning_of_an_endless_sentence_leaves_the_beginning() -> None:
    quote = quoted("The bridge " + "other " * 2000, "bridge")
    assert quote.startswith("The bridge other")
    assert LONGEST_QUOTE - len("other ") <= len(quote) <= LONGEST_QUOTE


def test_a_match_at_the_end_of_an_endless_sentence_leaves_the_end() -> None:
    quote = quoted("word " * 2000 + "bridge opened", "bridge")
    assert quote.endswith("word bridge opened")
    assert LONGEST_QUOTE - len("word ") <= len(quote) <= LONGEST_QUOTE


def test_an_endless_sentence_is_cut_around_its_own_match() -> None:
    text = "The bridge opened. And " + "word " * 500 + "bridge mayor " + "other " * 500
    quote = quoted(text, "bridge", "mayor")
    assert "word bridge mayor other" in quote
    assert set(quote.split()) == {"word", "bridge", "mayor", "other"}


def test_letters_without_end_are_cut_somewhere() -> None:
    assert quoted("x" * 5000, "bridge") == "x" * LONGEST_QUOTE


def test_highlights_stand_on_the_matched_words() -> None:
    part = extract(LONG, {"bridg": 1.0, "cost": 1.0})
    text = LONG[part.start : part.end]
    assert [text[start:end] for start, end in part.highlights] == ["bridge", "cost"]


def test_highlights_are_of_the_quote_alone_its_first_and_last_word_included() -> None:
    ferry, bridges = f"A ferry{' and so on' * 40}", f"Bridges cost{' and so on' * 10} the bridge"
    weights = {"bridg": 2.0, "ferri": 1.0}
    ends = ((0, len("Bridges")), (len(bridges) - len("bridge"), len(bridges)))
    last = f"{ferry}. {bridges}"
    part = extract(last, weights)
    assert (last[part.start : part.end], part.highlights) == (bridges, ends)
    first = f"{bridges}! {ferry}."
    part = extract(first, weights)
    assert (first[part.start : part.end], part.highlights) == (f"{bridges}!", ends)


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


def test_the_run_with_the_phrase_is_quoted_and_all_of_the_phrase_is_marked() -> None:
    text = f"{'The bridge is old. ' * 12}{'They wait. ' * 20}But we will see the ferry."
    part = extract(text, {"bridg": 2.0, "ferri": 1.0}, phrases=("we will see the ferry",))
    quoted = text[part.start : part.end]
    marked = [quoted[start:end] for start, end in part.highlights]
    assert marked[-1] == "we will see the ferry"
    assert "ferry" not in marked


def test_phrases_that_overlap_are_marked_once() -> None:
    part = extract("The old bridge opened.", {}, phrases=("old bridge", "bridge opened"))
    assert part.highlights == ((4, 14),)
