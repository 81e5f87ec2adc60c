from math import log

import pytest

from retrieval.ranking.evidence import Evidences, information
from retrieval.text.analyser import analyser
from tests.retrieval.ranking.questions import asked, evidence_of, found_in


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    evidence = evidence_of("Kalnienė bridge", kalnien=3, bridg=50_000)
    assert evidence.weights["kalnien"] > 2 * evidence.weights["bridg"]


def test_a_word_that_no_passage_has_tells_most() -> None:
    evidence = evidence_of("Kalnienė Vilka", kalnien=0, vilka=1)
    assert evidence.weights["kalnien"] > evidence.weights["vilka"]


def test_information_is_never_negative() -> None:
    question = asked("bridge said")
    found = found_in(10, bridg=10, said=10)
    assert all(told >= 0 for told in information(found, question.analyses[0]).values())


def test_in_a_small_archive_common_words_of_the_language_tell_little() -> None:
    """`said` stands in none of ten passages by chance, and so does a name."""
    evidence = Evidences(asked("Kalnienė said"), found_in(10, kalnien=0, said=0)).main
    assert evidence.weights["kalnien"] > 3 * evidence.weights["say"]


def test_in_a_large_archive_its_own_counts_decide() -> None:
    rare = Evidences(asked("said"), found_in(10**9, say=1)).main.weights["say"]
    common = Evidences(asked("said"), found_in(10**9, say=10**8)).main.weights["say"]
    assert rare > 10
    assert common == pytest.approx(log(10), abs=0.1)


def test_the_shares_of_the_words_and_of_the_kind_of_answer_are_the_whole() -> None:
    plain, typed = evidence_of("bridge Vilka"), evidence_of("How many bridges cross the Vilka?")
    assert plain.share_of(plain.terms) == pytest.approx(1)
    assert plain.of_type == 0
    assert typed.share_of(typed.terms) + typed.of_type == pytest.approx(1)
    assert 0 < typed.of_type < 0.3


def test_a_rarer_kind_of_answer_is_a_larger_part() -> None:
    age, number = evidence_of("How old is Kalnienė?"), evidence_of("How many Kalnienė?")
    assert age.of_type > number.of_type > 0


def test_a_part_of_a_text_has_the_kind_of_answer_or_not() -> None:
    evidence = evidence_of("How many drivers stopped work?")
    text = "Drivers stopped. Some 160 of them sang."
    assert evidence.type_in(text, 0, 16) == 0
    assert evidence.type_in(text, 16, len(text)) == evidence.of_type


def test_words_for_a_time_are_no_part_of_what_an_answer_must_hold() -> None:
    evidence = evidence_of("Who crossed the bridge in May 2021?")
    assert evidence.terms == {"cross", "bridg"}
    assert evidence.time == {"may", "2021"}
    assert {"may", "2021"} <= set(evidence.weights)
    without = evidence_of("Who crossed the bridge?")
    assert evidence.needed == pytest.approx(without.needed)


def test_a_question_of_nothing_but_a_time_is_held_against_its_words() -> None:
    evidence = evidence_of("in May 2021")
    assert evidence.terms == {"may", "2021"}
    assert evidence.share_of(evidence.terms) == pytest.approx(1)
    assert evidence.of_time == 0


def test_a_question_without_a_word_needs_something_all_the_same() -> None:
    assert evidence_of("the of and").needed == 1


def test_a_day_tells_more_than_a_month_and_a_month_more_than_a_year() -> None:
    day = evidence_of("bridge on 3 May 2021")
    month, year = evidence_of("bridge in May 2021"), evidence_of("bridge in 2021")
    assert day.of_time > month.of_time > year.of_time > 0
    assert evidence_of("bridge").of_time == 0
    in_nats = day.of_time * day.needed
    assert in_nats == pytest.approx(log(3650), abs=0.01)
    assert month.of_time * month.needed == pytest.approx(log(3650 / 31), abs=0.01)


def test_a_time_that_goes_on_ends_with_the_day_of_the_question() -> None:
    since = evidence_of("bridge since 2021")
    assert since.of_time * since.needed == pytest.approx(log(3650 / 366), abs=0.01)


def test_the_time_asked_for_counts_as_one_more_term() -> None:
    evidence = evidence_of("bridge in May 2021")
    assert evidence.with_time(1, 1) == pytest.approx(1)
    assert evidence.with_time(0, 0) == 0
    assert evidence.with_time(1, 0) == pytest.approx(1 / (1 + evidence.of_time))
    assert evidence_of("bridge").with_time(0.5, 1) == 0.5


def test_each_language_has_evidence_of_its_own() -> None:
    evidences = Evidences(asked("bridges", "en", "lt"), found_in())
    assert evidences.of("en").analysis.language == "en"
    assert evidences.of("lt").analysis.language == "lt"
    assert evidences.of("en").terms == {"bridg"}
    assert evidences.of("xx") is evidences.main


def test_the_main_language_is_the_one_in_which_the_archive_knows_the_words() -> None:
    question = asked("bridges running", "lt", "en")
    known_english = found_in(bridg=9, run=9, runn=0)
    assert Evidences(question, known_english).main.analysis.language == "en"
    assert Evidences(question, found_in()).main.analysis.language == "lt"


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Nobody had heard of Marsh.", True),
        ("Marsh left.", True),
        ("Nobody drained the marsh.", False),
        ("Nobody had heard of the Marshs.", True),
        ("Nobody had heard of the Old Marshs.", False),
        ("Marsh said that the marsh is dry.", True),
        ("A marsh was given to the Old Marsh Society.", False),
    ],
)
def test_a_name_is_not_held_by_a_text_that_has_the_word(text: str, is_there: bool) -> None:
    evidence = evidence_of("Who heard Marsh?")
    assert ("marsh" in evidence.held_by(*analyser("en").words(text))) is is_there


def test_what_is_asked_for_in_small_letters_may_be_either() -> None:
    evidence = evidence_of("who heard marsh?")
    assert "marsh" in evidence.held_by(*analyser("en").words("Nobody drained the Marsh."))
