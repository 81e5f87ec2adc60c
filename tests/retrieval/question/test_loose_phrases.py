"""How loosely another program would take a phrase: `"old bridge"~2`."""

from retrieval.notes import Fault, WrongOperator
from retrieval.question.operators import read_operators


def test_a_phrase_is_taken_as_written_however_loosely_it_is_asked_for() -> None:
    read = read_operators('"old bridge"~2 ferry "new ferry"^3')
    assert read.text == '"old bridge" ferry "new ferry"'
    assert read.phrases == ("old bridge", "new ferry")
    assert read.notes == (WrongOperator(Fault.FOREIGN, "~2, ^3", "words"),)


def test_what_stands_close_behind_a_phrase_otherwise_is_text() -> None:
    read = read_operators('"old bridge"~ish and "new ferry"^')
    assert read.phrases == ("old bridge", "new ferry")
    assert not read.notes
