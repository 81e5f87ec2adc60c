import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.copies.fingerprints import fingerprint, fingerprints

LINE = "Ūla’s “Heron” bridge – 3.7 km long… opened on Saturday"


@pytest.mark.parametrize(
    "same",
    [
        'ŪLA\'S "HERON" BRIDGE - 3.7 KM LONG... OPENED ON SATURDAY',
        "Ula’s «Heron» bridge —\n3.7\xa0km long, opened on\tSaturday!",
    ],
)
def test_signs_case_diacritics_and_white_space_make_no_difference(same: str) -> None:
    assert fingerprint(same) == fingerprint(LINE) is not None


@pytest.mark.parametrize("other", [LINE.replace("7", "8"), LINE + " at noon", LINE[1:]])
def test_another_letter_or_digit_makes_another(other: str) -> None:
    assert fingerprint(other) != fingerprint(LINE)


def test_what_has_too_few_words_or_no_letters_has_none() -> None:
    assert fingerprint("It was not he then.") is not None
    assert fingerprint("It was not he.") is None
    assert fingerprint("* * * * * *") is None
    assert fingerprints(["It was not he then."], words=6) == frozenset()


def test_other_scripts_are_told_apart() -> None:
    one, other = "Мост открыли в эту субботу утром", "Мост закрыли в эту субботу утром"
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_any_text_has_one_that_fits_into_the_table_or_none(text: str) -> None:
    for one in fingerprints([text]):
        assert -(1 << 63) <= one < 1 << 63
        assert fingerprint(f"  {text}\n") == one
