import subprocess
import sys
from math import exp

import pytest
import wordfreq

from retrieval.text.word_frequency import PASSAGE_WORDS, share_of_passages, words_of


def test_a_common_word_stands_in_most_passages_and_a_rare_one_in_few() -> None:
    assert share_of_passages("the", "en") > 0.9
    assert 0.001 < share_of_passages("bridge", "en") < 0.05
    assert 0 < share_of_passages("estuary", "en") < 0.001


def test_a_word_that_no_language_has_stands_in_none() -> None:
    assert share_of_passages("klampuvaberg", "en") == 0
    assert share_of_passages("", "en") == 0


def test_capitals_do_not_matter() -> None:
    assert share_of_passages("Bridge", "en") == share_of_passages("bridge", "en")


def test_each_language_has_its_own_words() -> None:
    assert share_of_passages("und", "de") > 0.5 > share_of_passages("und", "en")


def test_of_a_language_without_counts_no_word_is_known() -> None:
    assert share_of_passages("the", "xx") == 0
    assert not words_of("xx")


def test_a_language_has_its_words() -> None:
    assert {"queen", "question"} <= set(words_of("en"))
    assert "klampuvaberg" not in words_of("en")


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_shares_are_those_that_wordfreq_gives(language: str) -> None:
    counts = wordfreq.get_frequency_dict(language, "small")
    for word in list(counts)[::500]:
        expected = 1 - exp(-PASSAGE_WORDS * counts[word])
        assert share_of_passages(word, language) == pytest.approx(expected)


def test_to_know_them_wordfreq_is_not_imported() -> None:
    asked = "from retrieval.text.word_frequency import share_of_passages as s; s('the', 'en')"
    told = f"{asked}; import sys; sys.exit('wordfreq' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
