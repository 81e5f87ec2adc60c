import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names import fold
from retrieval.text import analyser as analyser_module
from retrieval.text.analyser import MAX_TERM, analyser
from retrieval.text.tokens import WORD, WORDS

ENGLISH = analyser("en")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("U.S. and the U.S.A., the U.K.", ["us", "us", "uk"]),
        ("The US told us", ["us", "tell"]),
        ("Who called the WHO?", ["call", "who"]),
        ("J.K. O'Brien, J. K. O’Brien", ["jk", "obrien", "j", "k", "obrien"]),
        ("RFE/RL", ["rfe", "rl"]),
        ("COVID-19 and covid", ["covid", "19", "covid"]),
        ("1,250 or 1250", ["1250", "1250"]),
        ("3.7 percent", ["3.7", "percent"]),
        ("the 1990s", ["1990s"]),
        ("Rūta's mayor’s", ["ruta", "mayor"]),
        ("don't won’t", []),
        ("Šiauliai SIAULIAI", ["siauliai", "siauliai"]),
        ("Łódź Tromsø Đorđe straße", ["lodz", "tromso", "dord", "strass"]),
        ("end.Next", ["end", "next"]),
        ("Vitamin A", ["vitamin"]),
        ("A.B.C. 1.2", ["abc", "1.2"]),
        ("snake_case", ["snake", "case"]),
        ("*** — …", []),
    ],
)
def test_terms_are_made_on_purpose(text: str, terms: list[str]) -> None:
    assert ENGLISH.terms(text) == terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("began", "begin"),
        ("won", "winning"),
        ("said", "says"),
        ("women", "woman"),
        ("protesters", "protester's"),
        ("Belarusian", "Belarus"),
        ("Kiev", "Kyiv"),
        ("Tsikhanouskaya's", "Tikhanovskaya"),
        ("elections", "election"),
        ("dying", "dies"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert ENGLISH.terms(one) == ENGLISH.terms(other) != []


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\u200d"])
def test_where_a_line_may_break_no_word_ends(mark: str) -> None:
    text = f"The par{mark}lia{mark}ment met"
    first, _ = analyser("en").spans(text)
    assert (first.term, text[first.start : first.end]) == ("parliament", f"par{mark}lia{mark}ment")


def test_composed_and_decomposed_letters_are_one_term() -> None:
    text = "Šiauliai Łukašenka žemaičių"
    assert ENGLISH.terms(unicodedata.normalize("NFD", text)) == ENGLISH.terms(text)


def test_a_shouted_sentence_keeps_no_stop_words() -> None:
    assert ENGLISH.terms("WHO WON THE RACE IN THE END OF IT ALL?") == ENGLISH.terms(
        "who won the race in the end of it all?"
    )


def test_a_shouted_word_of_a_calm_text_is_a_name() -> None:
    (span,) = ENGLISH.spans("the WHO")
    assert span.term == "who"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("L’économie d'Arles", ["econom", "arle"]),
        ("qu'ils n’avaient", ["il", "avaient"]),
        ("aujourd'hui", ["aujourdhui"]),
    ],
)
def test_in_french_what_is_elided_is_no_part_of_the_word(text: str, terms: list[str]) -> None:
    assert analyser("fr").terms(text) == terms


def test_an_apostrophe_of_another_language_parts_nothing() -> None:
    assert ENGLISH.terms("d'Artagnan O'Brien") == ["dartagnan", "obrien"]


def test_a_lone_acronym_is_a_word() -> None:
    assert ENGLISH.terms("WHO") == ["who"]


def test_a_word_without_end_is_cut() -> None:
    assert [len(term) for term in ENGLISH.terms("x" * 100_000)] == [MAX_TERM]


def test_words_that_were_met_are_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyser_module, "CACHED_WORDS", 3)
    computed: list[str] = []

    def compute(word: str) -> str:
        computed.append(word)
        return word

    terms = analyser_module._Terms(compute)
    for word in "abcabcd":
        assert terms[word] == word
        assert len(terms) <= 3
    assert computed == ["a", "b", "c", "d"]


def test_an_unknown_language_is_read_as_english() -> None:
    assert analyser("xx").terms("The runners") == ENGLISH.terms("The runners")


def test_a_language_with_a_region_is_that_language() -> None:
    assert analyser("lt-LT") is analyser("lt")


@given(st.text())
def test_spans_stand_in_order_on_the_words_of_the_terms(text: str) -> None:
    spans = list(ENGLISH.spans(text))
    assert [span.term for span in spans] == ENGLISH.terms(text)
    ends = [0, *(span.end for span in spans)]
    for before, span in zip(ends, spans, strict=False):
        assert before <= span.start < span.end <= len(text)


@given(st.text(st.sampled_from("aB e\u0301š7.,-$%' '’\u2010&\xad")))
def test_words_found_all_at_once_are_those_found_one_by_one(text: str) -> None:
    assert WORDS.findall(text) == WORD.compiled.findall(text)


@given(st.text())
def test_no_term_is_empty_or_holds_white_space(text: str) -> None:
    for term in ENGLISH.terms(text):
        assert term.split() == [term]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("name", ["Drew", "Rose", "Met", "Lent"])
def test_a_name_is_no_form_of_a_verb(name: str) -> None:
    assert analyser("en").terms(name) != analyser("en").terms(name.lower())
