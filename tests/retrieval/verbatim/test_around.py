from corpus.article import Paragraph
from retrieval.answer import Excerpt
from retrieval.verbatim.around import LONGEST, in_its_sentences

TEXT = "It rained. The ferry ran aground near Klampuva. Nobody was hurt."


def excerpt(words: str, text: str = TEXT) -> Excerpt:
    start = text.index(words)
    return Excerpt(Paragraph("a", 0, text), start, start + len(words))


def test_an_extract_is_widened_to_its_sentence_and_marked_in_it() -> None:
    wide = in_its_sentences(excerpt("ran aground"), "en")
    assert wide.text == "The ferry ran aground near Klampuva."
    ((start, end),) = wide.highlights
    assert wide.text[start:end] == "ran aground"


def test_an_extract_over_two_sentences_keeps_both() -> None:
    wide = in_its_sentences(excerpt("aground near Klampuva. Nobody"), "en")
    assert wide.text == "The ferry ran aground near Klampuva. Nobody was hurt."


def test_whole_sentences_stay_as_they_are() -> None:
    whole = excerpt("It rained.")
    assert in_its_sentences(whole, "en") == whole


def test_a_sentence_without_an_end_is_not_shown_whole() -> None:
    text = f"The ferry {'and ' * LONGEST} ran aground"
    assert in_its_sentences(excerpt("ran aground", text), "en").text == "ran aground"
