import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The bridge opened. It rained.", ["The bridge opened. ", "It rained."]),
        ("Mr. Gludkis sang. “Who?” asked she.", ["Mr. Gludkis sang. ", "“Who?” asked she."]),
        ("It cost 3.7 million euros.", ["It cost 3.7 million euros."]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_a_text_is_parted_into_its_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, "en")] == parts


@pytest.mark.parametrize("language", ["en", "lt", "fr", "ru"])
@given(text=st.text())
def test_sentences_together_are_the_text_to_the_character(text: str, language: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text, language)) == text


def test_half_of_a_character_pair_is_cut_from_nothing() -> None:
    assert sentences("A \ud800. B.", "en") == [(0, 7)]
