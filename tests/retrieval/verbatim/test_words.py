import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.verbatim.words import Words, keys_of, may_hold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don’t know.", "we don't\nknow"),
        ("don´t", "don`t"),
        ("“The bridge,” she said", "the bridge she said"),
        ("post-office — open", "post office open"),
        ("in the U.S. and the U.N.E.S.C.O.", "in the US and the UNESCO"),
        ("O.J.’s glove", "OJ's glove"),
        ("1,250 boats", "1250 boats"),
        ("Šiauliai", "S\u030ciauliai"),
        ("Šiau\u00adliai", "Siauliai"),
        ("the bri\u200bdge", "the bridge"),
        ("two\u00a0spaces  and\ttabs", "two spaces and tabs"),
        ("−5 degrees", "-5 degrees"),
        ("the ﬁrst", "the first"),
    ],
)
def test_signs_of_writing_are_no_difference(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "dont"),
        ("we're", "were"),
        ("3.7", "37"),
        ("3.7", "3,7"),
        ("-5 degrees", "5 degrees"),
        ("(-5)", "(5)"),
        ("$5", "£5"),
        ("5%", "5"),
        ("bridge", "bridges"),
        ("the rapist", "therapist"),
        ("a dog", "dog a"),
    ],
)
def test_another_word_is_a_difference(one: str, other: str) -> None:
    assert keys_of(one) != keys_of(other)


@pytest.mark.parametrize("text", ["2019–20", "bridge - 5 boats", "a-5"])
def test_a_dash_is_no_minus(text: str) -> None:
    assert "-" not in keys_of(text)


def test_a_run_of_words_is_found_whole_from_a_word_on() -> None:
    words = Words("One two, one two three; twofold")
    assert words.find(["one", "two"]) == 0
    assert words.find(["one", "two"], 1) == 2
    assert words.find(["one", "two", "three"]) == 2
    assert words.find(["two"], 4) is None
    assert words.find(["one", "three"]) is None


@given(st.text(), st.integers(0, 9), st.integers(1, 9))
def test_every_run_of_words_is_found_where_it_stands(text: str, first: int, count: int) -> None:
    words = Words(text)
    assert len(words.spans) == len(words.keys)
    run = words.keys[first : first + count]
    if run:
        found = words.find(run, first)
        assert found == first
        start, end = words.spans[first][0], words.spans[first + len(run) - 1][1]
        assert words.keys[first] in keys_of(text[start:end]) or len(run) > 1


@given(st.text())
def test_no_key_has_a_space_and_none_is_empty(text: str) -> None:
    assert all(key and not any(map(str.isspace, key)) for key in keys_of(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("us army", "The U.S. Army left."),
        ("Šiauliai now", "SIAULIAI, now"),
        ("don't", "I don’t."),
        ("cafe", "A cafe\u0301."),
        ("1,250", "1250"),
    ],
)
def test_a_text_that_has_the_words_may_hold_them(phrase: str, text: str) -> None:
    assert may_hold(text, keys_of(phrase))


def test_a_text_without_the_longest_word_holds_nothing() -> None:
    assert not may_hold("We will go.", keys_of("we will resign"))
