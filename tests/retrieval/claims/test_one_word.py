"""One word that is another where all others stand in their order."""

import pytest

from retrieval.claims.one_word import denial_differing, one_word_differing


def told(claim: str, text: str) -> list[tuple[str, str]]:
    return [(one.said, one.printed) for one in one_word_differing(claim, text)]


@pytest.mark.parametrize(
    ("claim", "printed", "difference"),
    [
        ("Rudna will not sell its old ferries", "Rudna will sell its old ferries, the port said.",
         ("will not", "will")),
        ("Rudna will sell its old ferries", "Rudna will never sell its old ferries.",
         ("will", "will never")),
        ("The old ferry isn't safe at sea", "The old ferry is safe at sea.", ("isn't", "is")),
        ("The second ferry sank off Vilka Pier", "The first ferry sank off Vilka Pier on Monday.",
         ("second", "first")),
        ("Voters in Rudna rejected the new toll", "Voters in Rudna approved the new toll.",
         ("rejected", "approved")),
        ("Jonas Gludkis found alive after the storm", "Jonas Gludkis found dead after the storm.",
         ("alive", "dead")),
        ("Police say 44 drivers were fined", "RUDNA (NP) — Police say 41 drivers were fined.",
         ("44", "41")),
    ],
)  # fmt: skip
def test_a_figure_an_opposite_or_a_negation_is_told(
    claim: str, printed: str, difference: tuple[str, str]
) -> None:
    assert told(claim, printed) == [difference]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("The big ferry sank off Vilka Pier", "The large ferry sank off Vilka Pier."),
        ("The old ferry sank off Vilka Pier", "The ferry sank off Vilka Pier."),
        ("Rudna fire killed 3 people", "If the Rudna fire killed 12 people, nobody said so."),
        ("Ona Gludkis got 50 years", "Jonas, a friend of Ona Gludkis got 20 years."),
        ("The old ferries paid Rudna $45M", "The old ferries paid Rudna $45 million."),
        ("The old ferries paid Rudna 787 euros", "The old ferries paid Rudna 787.5 euros."),
        ("Gludkis was shot twice in Rudna", "Gludkis was shot twice in May."),
        ("Gludkis was fined again in Lithuania", "Gludkis was fined again in Rudna."),
        ("Gludkis was fined by the RPA", "Gludkis was fined by the Rudna Port Authority."),
        ("Fares up 5%", "Fares up 7%"),
    ],
)
def test_another_word_for_the_same_or_a_clause_within_another_is_not(
    claim: str, printed: str
) -> None:
    assert told(claim, printed) == []


def denied(claim: str, text: str) -> list[tuple[str, str]]:
    return [(one.said, one.printed) for one in denial_differing(claim, text)]


def test_a_not_among_the_same_words_is_told_whatever_stands_around_them() -> None:
    claim = "Ona Gludkis told reporters that she will run for a seat in Rudna"
    printed = "Gludkis said on Friday she will not run for a seat, nor for mayor."
    assert denied(claim, printed) == [("will", "will not")]
    assert denied(printed, claim) == [("will not", "will")]


def test_a_not_among_fewer_is_none() -> None:
    assert denied("Gludkis said she will run for mayor", "The ferry will not run for hours.") == []
    assert denied("Gludkis will not run for a seat", "Gludkis will not run for a seat.") == []
