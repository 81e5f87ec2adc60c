from retrieval.text.word_frequency import share_of_passages, words_of


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
