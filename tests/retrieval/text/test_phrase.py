from retrieval.text.phrase import phrase_spans


def test_a_phrase_is_found_wherever_it_stands_whatever_is_between_its_words() -> None:
    text = "To be, or not to BE? Not Tobe; to—be."
    places = phrase_spans(text, "“to be”")
    assert [text[start:end] for start, end in places] == ["To be", "to BE", "to—be"]


def test_diacritics_do_not_matter() -> None:
    assert phrase_spans("Šilagirio tiltas", "silagirio tiltas") == [(0, 16)]


def test_a_phrase_without_words_stands_nowhere() -> None:
    assert phrase_spans("…", "…") == []
    assert phrase_spans("", "be") == []
