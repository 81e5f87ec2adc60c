"""A text with a quotation in it: what stands in the marks is held against the archive."""

import pytest

from retrieval.answer import Difference
from retrieval.verbatim.checking import Said, Verdict
from tests.archives import article
from tests.retrieval.verbatim.test_checking import BRIDGE, FERRY
from tests.retrieval.verbatim.test_checking import check as check_in


def check(quote: str) -> Said:
    return check_in(quote, FERRY, BRIDGE)


@pytest.mark.parametrize(
    "quote",
    [
        "As Jonas said: “The ferry won’t sail again”",
        'He said: "The ferry won\'t sail again" lol',
        "“On Friday 1,250 people”, wrote the Herald, “signed a letter”",
        'The Herald wrote: "the old bridge “will never” be closed to people", and so it was',
        'The Herald wrote: “the old bridge "will never" be closed to people”, and so it was',
    ],
)
def test_of_a_quotation_the_words_around_it_are_nobodys_quote(quote: str) -> None:
    assert check(quote).verdict is Verdict.VERBATIM


def test_of_a_text_that_is_mostly_not_a_quotation_only_that_is_printed() -> None:
    said = check("«The ferry won't sail again», as the harbour has known for years, he said")
    assert said.verdict is Verdict.DIFFERS
    assert said.is_around
    assert said.is_printed
    assert said.matches[0].differences == (
        Difference("as the harbour has known for years, he said", ""),
    )


def test_a_word_that_differs_around_a_quotation_is_shown() -> None:
    said = check("“The ferry won’t sail again,” said the harbour baker. Nobody asked why.")
    assert not said.is_printed
    said = check("“The ferry won’t sail again,” said the harbour baker.")
    assert said.matches[0].differences == (Difference("baker", "master"),)


@pytest.mark.parametrize("label", ["Jonas:", "Jonas said:", "the master, 2021:"])
def test_a_label_that_the_paper_has_not_is_no_part_of_the_quotation(label: str) -> None:
    said = check(f"{label} “the ferry won’t sail again”")
    assert (said.verdict, said.quote) == (Verdict.VERBATIM, "the ferry won’t sail again")


def test_another_label_than_the_paper_has_is_shown() -> None:
    letter = article("letter", "Jonas Vilka wrote: “The ferry will sail again in May.”")
    said = check_in("Jonas Gludkis wrote: “The ferry will sail again in May.”", letter)
    assert said.matches[0].differences == (Difference("Gludkis", "Vilka"),)


def test_a_quotation_that_differs_is_held_without_the_words_around_it() -> None:
    found = check('As Jonas told us: "The tramway won\'t sail again" lol')
    assert found.matches[0].differences == (Difference("tramway", "ferry"),)


def test_of_a_report_with_a_quotation_in_it_all_words_are_held() -> None:
    quote = "The mayor promised that the old bridge will “never be closed” to people on horseback."
    found = check(quote)
    assert found.matches[0].differences == (Difference("horseback", "foot"),)


def test_nor_is_a_title_or_an_expression_among_many_words() -> None:
    text = 'A circus in Rudna sold the ferry to show how it "will never be" seen on any other pier'
    assert check(text).verdict is Verdict.ABSENT
    assert check('He said it "will never be"').verdict is Verdict.VERBATIM


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert check('They sold the "ferry" to a circus in Rudna').verdict is Verdict.ABSENT


def test_of_two_quotations_each_is_shown_where_it_is_printed() -> None:
    found = check("“The ferry won’t sail again” and “the old bridge will never be closed”")
    assert found.verdict is Verdict.DIFFERS
    assert not found.is_printed
    told = {match.article.id: [one.said for one in match.differences] for match in found.matches}
    assert told == {
        FERRY.id: ["and “the old bridge will never be closed"],
        BRIDGE.id: ["The ferry won’t sail again” and"],
    }


def test_of_two_quotations_one_that_nobody_printed_is_not_shown() -> None:
    found = check("He said “The ferry won’t sail again” and “On Friday the queen swam to Tarnas”")
    assert [match.article.id for match in found.matches] == [FERRY.id]
    assert not found.is_printed
