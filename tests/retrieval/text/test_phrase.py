import pytest

from retrieval.text.phrase import has_phrase, phrase_spans, with_apostrophes


def test_a_phrase_is_found_wherever_it_stands_whatever_is_between_its_words() -> None:
    text = "To be, or not to BE? Not Tobe; to—be."
    places = phrase_spans(text, "“to be”")
    assert [text[start:end] for start, end in places] == ["To be", "to BE", "to—be"]


def test_a_phrase_is_its_very_words() -> None:
    assert has_phrase("She said: “I can’t breathe.”", "i can't BREATHE")
    assert not has_phrase("He pleaded guilty.", "not guilty")
    assert not has_phrase("The bridges opened.", "bridge opened")
    assert not has_phrase("Anything.", "…")


@pytest.mark.parametrize("text", ["Šilagirio", "S\u030cilagirio", "Šila\u00adgirio", "SILAGIRIO"])
def test_marks_on_letters_and_what_is_not_seen_part_no_word(text: str) -> None:
    assert phrase_spans(f"A {text} tiltas", "silagirio tiltas") == [(2, len(text) + 9)]
    assert has_phrase(f"A {text} tiltas", "silagirio tiltas")


def test_diacritics_do_not_matter() -> None:
    assert phrase_spans("Šilagirio tiltas", "silagirio tiltas") == [(0, 16)]


def test_a_phrase_without_words_stands_nowhere() -> None:
    assert phrase_spans("…", "…") == []
    assert phrase_spans("", "be") == []


@pytest.mark.parametrize("printed", ["can't breathe", "can’t breathe", "cant breathe"])
@pytest.mark.parametrize("typed", ["can't breathe", "can`t breathe", "cant breathe"])
def test_an_apostrophe_may_be_left_out(printed: str, typed: str) -> None:
    assert has_phrase(f"She {printed} here.", typed)
    assert phrase_spans(f"She {printed} here.", typed) == [(4, 4 + len(printed))]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("well fight", "we'll fight"),
        ("we'll fight", "well fight"),
        ("its own", "it’s own"),
        ("it's own", "its own"),
        ("were here", "we're here"),
        ("ill go", "I'll go"),
        ("wed go", "we'd go"),
        ("wont go", "won't go"),
    ],
)
def test_what_is_another_word_without_its_apostrophe_is_not_it(typed: str, printed: str) -> None:
    assert not has_phrase(f"Then {printed} again.", typed)
    assert phrase_spans(f"Then {printed} again.", typed) == []
    assert has_phrase(f"Then {printed} again.", printed)
    assert phrase_spans(f"Then {printed} again.", printed) == [(5, 5 + len(printed))]


@pytest.mark.parametrize("printed", ["the town's ferry", "the town’s ferry", "the towns ferry"])
def test_the_apostrophe_of_a_genitive_may_be_left_out(printed: str) -> None:
    assert has_phrase(f"She saw {printed}.", "the towns ferry")
    assert phrase_spans(f"She saw {printed}.", "the towns ferry") == [(8, 8 + len(printed))]


def test_quotation_marks_are_no_part_of_words() -> None:
    assert has_phrase("He sang 'The Ferry', and left.", "the ferry and left")
    assert phrase_spans("He sang 'Ferry' twice.", "ferry twice") == [(9, 21)]


def test_where_an_apostrophe_was_left_out_it_is_known() -> None:
    assert with_apostrophes("wasnt there, youre late") == "wasn't there, you're late"
    assert with_apostrophes("we were well, and cantered") == "we were well, and cantered"
