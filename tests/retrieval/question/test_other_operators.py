"""Operators of other search programs."""

import pytest

from bot.render.english.answers import note_line
from retrieval.notes import Fault, WrongOperator
from retrieval.question.operators import read_operators, without_operators


@pytest.mark.parametrize(
    ("text", "rest", "written"),
    [
        ("bridge AND ferry", "bridge ferry", "AND"),
        ("bridge OR ferry NOT tunnel", "bridge ferry tunnel", "OR, NOT"),
        ("NOT tunnel", "tunnel", "NOT"),
        ("cost of the bridge AND the ferry", "cost of the bridge the ferry", "AND"),
        ("bridge NEAR/5 ferry", "bridge ferry", "NEAR/5"),
        ("bridge && ferry", "bridge ferry", "&&"),
        ("bridg* Klampuva", "bridg Klampuva", "bridg*"),
        ("bridge * Klampuva", "bridge Klampuva", "*"),
        ("+bridge Klampuva", "bridge Klampuva", "+bridge"),
        ("bridge~2 ferry^3", "bridge ferry", "bridge~2, ferry^3"),
    ],
)
def test_operators_of_other_programs_are_named_and_not_searched_for(
    text: str, rest: str, written: str
) -> None:
    read = read_operators(text)
    assert (read.text, read.notes) == (rest, (WrongOperator(Fault.FOREIGN, written, "words"),))
    assert note_line(read.notes[0]).startswith(f"{written} (no operator here); all words")


@pytest.mark.parametrize(
    "text",
    [
        "THE BRIDGE AND THE FERRY", "Klampuva, OR bridges", '"bridge AND ferry"', "5 * 3", "f*rry",
        "**bridge** opened", "* bridge", "C++ and A+", "what AND", "a ~ b", "+370 5 210",
        "*The mayor fled on Monday*", "*Ferry strike:* what to know",
    ],
)  # fmt: skip
def test_what_only_looks_like_another_operator_is_text(text: str) -> None:
    assert (read_operators(text).text, read_operators(text).notes) == (text, ())


@pytest.mark.parametrize("text", ["title:bridge AND ferry", "ferry OR title:bridge"])
def test_another_programs_operator_beside_one_of_ours_is_named(text: str) -> None:
    read = read_operators(text)
    assert (read.text, read.titles) == ("ferry", ("bridge",))
    assert [note.fault for note in read.notes if isinstance(note, WrongOperator)] == [Fault.FOREIGN]


def test_a_word_said_with_a_raised_voice_is_no_operator() -> None:
    read = read_operators("the bridge was NOT opened")
    assert (read.text, read.notes) == ("the bridge was not opened", ())
    assert without_operators("bridge NOT opened AND closed") == "bridge not opened and closed"
