from retrieval.text.reading import read


def test_a_text_is_read_by_sentences_which_are_together_the_whole() -> None:
    text = "The bridge opened. Boats sang."
    first, second = read(text, "en")
    assert text[first.start : first.end] + text[second.start : second.end] == text
    assert list(first.words) == ["The", "bridge", "opened"]
    assert list(first.terms) == ["", "bridg", "open"]
    assert list(second.words) == ["Boats", "sang"]


def test_an_empty_text_has_no_words() -> None:
    assert [word for sentence in read("", "en") for word in sentence.words] == []
