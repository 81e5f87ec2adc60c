import pytest

from retrieval.vocabulary.spelling import nearest

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


@pytest.mark.parametrize("written", ["brig", "2021", "xylophone", "vlnus"])
def test_short_words_numbers_and_strangers_are_not_corrected(written: str) -> None:
    assert not nearest(written, KNOWN).is_clear


def test_words_are_compared_where_their_stems_are_far() -> None:
    known = {"elect": 60, "electron": 2}
    words = {"election": "elect", "electronics": "electron", "electric": "electr"}
    found = nearest("electon", known, written="electon", words=words)
    assert (found.terms[0], found.is_clear) == ("elect", True)


def test_a_name_two_letters_off_is_somebody_else() -> None:
    assert nearest("tikanovskaya", KNOWN, written="Tikanovskaya").is_clear
    assert nearest("tkhanovskya", KNOWN, written="tkhanovskya").is_clear
    assert not nearest("tkhanovskya", KNOWN, written="Tkhanovskya").is_clear


def test_in_an_empty_archive_nothing_is_near() -> None:
    assert nearest("bridge", {}).terms == ()
