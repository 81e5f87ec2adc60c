from datetime import UTC, datetime
from time import process_time

import pytest

from retrieval.errors import UnknownSourceError
from retrieval.notes import UnknownOutlet
from retrieval.question.question import Question
from retrieval.question.understand import understand
from retrieval.vocabulary.outlets import matching_outlets, resolve, with_known_outlets
from tests.archives import article
from tests.retrieval.stores import Shelf

KNOWN = ("NTR English", "NTR Radio", "Łódź Post", "Post", "nemunasherald.test", "BNR")
SHELF = Shelf(article("a", "x", source="NTR English"), article("b", "x", source="Baltic Post"))


def known_in(text: str) -> Question:
    return with_known_outlets(understand(text, datetime(2022, 1, 1, tzinfo=UTC)), SHELF)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ntr", ["NTR English", "NTR Radio"]),
        ("NTR english", ["NTR English"]),
        ("radio ntr", ["NTR Radio"]),
        ("lodz post", ["Łódź Post"]),
        ("post", ["Post"]),
        ("Nemunas Herald", ["nemunasherald.test"]),
        ("www.nemunasherald.test", ["nemunasherald.test"]),
        ("bnr", ["BNR"]),
        ("BN", []),
        ("ntr gazette", []),
        ("", []),
        (".com", []),
    ],
)
def test_an_outlet_goes_by_its_name_its_address_or_words_of_its_name(
    asked: str, found: list[str]
) -> None:
    assert matching_outlets(asked, KNOWN) == found


def test_a_few_words_are_held_against_very_many_outlets_in_no_time() -> None:
    known = tuple(f"Outlet {n} of the Klampuva Herald" for n in range(3000))
    matching_outlets("x", known)
    began = process_time()
    found = [matching_outlets(f"{n} outlet", known) for n in range(200)]
    assert found == [[name] for name in known[:200]]
    assert process_time() - began < 1.0


def test_several_names_give_all_their_outlets_once() -> None:
    assert resolve(["ntr", "NTR Radio", "BNR"], KNOWN) == ("NTR English", "NTR Radio", "BNR")
    assert resolve([], KNOWN) == ()


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    many = tuple(f"Paper {n}" for n in range(9))
    with pytest.raises(UnknownSourceError, match=r"'Gazette'.*Paper 7, …") as refused:
        resolve(["Paper 1", "Gazette"], many)
    assert (refused.value.asked, refused.value.known) == ("Gazette", many)


def test_a_known_outlet_of_a_question_goes_by_the_archives_name() -> None:
    question = known_in("bridge source:ntr")
    assert (question.scope.sources, question.notes) == (("NTR English",), ())


def test_one_that_is_not_wanted_goes_by_the_archives_name_too() -> None:
    question = known_in("bridge -source:ntr -source:Gazette")
    assert (question.scope.sources, question.scope.without) == ((), ("NTR English",))
    assert question.notes == (UnknownOutlet("Gazette", ("NTR English", "Baltic Post")),)


def test_an_unknown_one_is_left_out_and_said() -> None:
    question = known_in("bridge source:Gazette source:post")
    assert question.scope.sources == ("Baltic Post",)
    assert question.notes == (UnknownOutlet("Gazette", ("NTR English", "Baltic Post")),)


def test_a_question_that_names_no_outlet_asks_for_none() -> None:
    SHELF.asked.clear()
    assert known_in("bridge").scope.sources == ()
    assert SHELF.asked == []
