import pytest

from retrieval.vocabulary.spelling import is_correctable, nearest

KNOWN = {
    "tikhanovskaya": 40,
    "bridg": 90,
    "brigd": 1,
    "minister": 500,
    "ministri": 300,
    "vilnius": 9,
}


@pytest.mark.parametrize(
    "written", ["tikanovskaya", "tikhanovskya", "tikhanvoskaya", "tikhanovskaja", "tkihanovskaya"]
)
def test_dropped_changed_and_swapped_letters_are_forgiven(written: str) -> None:
    found = nearest(written, KNOWN)
    assert (found.terms[0], found.is_clear) == ("tikhanovskaya", True)


def test_the_word_that_the_archive_has_more_often_comes_first() -> None:
    assert nearest("brigg", KNOWN).terms[0] == "bridg"


def test_between_two_that_are_as_near_and_as_frequent_nothing_is_clear() -> None:
    found = nearest("ministrr", KNOWN)
    assert set(found.terms) == {"minister", "ministri"}
    assert not found.is_clear


def test_the_best_come_first_equals_by_the_alphabet() -> None:
    known = {"bridx": 1, "bridh": 1, "bridf": 1, "bridk": 7}
    assert nearest("bridg", known).terms == ("bridk", "bridf", "bridh", "bridx")


def test_a_stem_that_ends_as_no_word_does_is_compared_by_the_word() -> None:
    assert nearest("hawli", {"halli": 90, "hawley": 9}, written="Hawly").terms == ("hawley",)


def test_a_name_in_y_is_one_letter_from_another_whose_stem_ends_otherwise() -> None:
    found = nearest("drunovi", {"drumovi": 90}, written="Drunovy")
    assert found.terms == ("drumovi",)
    assert found.is_clear


@pytest.mark.parametrize(("rivals", "is_clear"), [(1, True), (2, False)])
def test_what_the_archive_has_several_times_as_often_is_clear(rivals: int, is_clear: bool) -> None:
    assert nearest("brigg", {"bridg": 9}).is_clear
    assert nearest("brigg", {"bridg": 9, "brigd": rivals}).is_clear is is_clear


@pytest.mark.parametrize(
    ("often", "first"),
    [(60, "klampuva"), (200, "klampova")],  # e**4 is 55
)
def test_an_edit_less_outweighs_being_rarer_up_to_a_point(often: int, first: str) -> None:
    assert nearest("klampuwa", {"klampuva": 1, "klampova": often}).terms[0] == first


def test_a_long_word_may_be_two_letters_off_and_a_shorter_one_only_one() -> None:
    assert nearest("klmapuvo", {"klampuva": 9}).terms == ("klampuva",)
    assert nearest("klmapuwo", {"klampuva": 9}).terms == ()
    assert nearest("rsunele", {"rusnele": 9}).terms == ("rusnele",)
    assert nearest("rsunelo", {"rusnele": 9}).terms == ()


@pytest.mark.parametrize("written", ["bri", "2021", "20210", "xylophone", "vlnus"])
def test_short_words_numbers_and_strangers_are_not_corrected(written: str) -> None:
    found = nearest(written, {**KNOWN, "20211": 5})
    assert (found.terms, found.is_clear) == ((), False)


def test_words_are_compared_where_their_stems_are_far() -> None:
    known = {"elect": 60, "electron": 2}
    words = {"election": "elect", "electronics": "electron", "electric": "electr"}
    found = nearest("electon", known, written="electon", words=words)
    assert (found.terms[0], found.is_clear) == ("elect", True)


def test_a_stem_that_lost_its_word_is_no_measure_of_it() -> None:
    known = {"recess": 90, "rees": 60}
    found = nearest("reces", known, written="recesion", words={"recession": "recess"})
    assert (found.terms, found.words, found.is_clear) == (("recess",), ("recession",), True)


def test_a_word_of_the_language_that_is_as_near_as_the_stem_is_the_one_shown() -> None:
    found = nearest("bridgg", KNOWN, written="bridgge", words={"bridge": "bridg"})
    assert (found.terms, found.words) == (("bridg",), ("bridge",))
    assert nearest("bridgg", KNOWN, written="bridgge").words == ("",)


def test_a_word_whose_term_the_archive_lacks_is_not_offered() -> None:
    assert nearest("electon", {}, written="electon", words={"election": "elect"}).terms == ()


def test_a_name_two_letters_off_is_somebody_else() -> None:
    assert nearest("tikanovskaya", KNOWN, written="Tikanovskaya").is_clear
    assert nearest("tkhanovskya", KNOWN, written="tkhanovskya").is_clear
    assert not nearest("tkhanovskya", KNOWN, written="Tkhanovskya").is_clear
    others = {**KNOWN, "tikannovskaja": 1}  # farther off
    assert nearest("tikanovskaya", others, written="Tikanovskaya").is_clear


def test_in_an_empty_archive_nothing_is_near() -> None:
    assert nearest("bridge", {}).terms == ()


def test_what_no_word_is_long_enough_to_be_is_not_compared() -> None:
    assert is_correctable("a" * 40)
    assert not is_correctable("a" * 41)
