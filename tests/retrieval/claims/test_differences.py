"""How a passage differs from a claim, and where nothing may be said."""

import pytest

from retrieval.claims.differences import MOST, differences

BRIDGE = "Rudna Bridge"


def told(claim: str, printed: str, context: str = "") -> list[tuple[str, str]]:
    found = differences(claim, printed, "en", context=context)
    assert all(one.said in claim and one.printed in printed for one in found)
    return [(one.said, one.printed) for one in found]


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("900 drivers were fined in Rudna", "Police fined more than 900 drivers in Rudna.",
         "900", "more than 900"),
        ("Rudna fire killed 3 people", "The Rudna fire left 12 people dead.", "3", "12"),
        ("Rudna fire killed three people", "The fire in Rudna killed 12 people.", "three", "12"),
        ("Jonas Gludkis bought the ferry for $20 million",
         "Gludkis bought the ferry for $44.5 million in May.", "$20 million", "$44.5 million"),
        ("Rudna raised fares by 20%", "Rudna raised its fares by 12 percent.", "20%", "12 percent"),
        ("Klampuva beat Rudna 3-0", "Klampuva beat Rudna 3-1 on Sunday.", "3-0", "3-1"),
        ("Gludkis got 30 years", "Gludkis got 22 1/2 years in prison.", "30", "22 1/2"),
        ("Gludkis is 70", "Gludkis, 66, was mayor until 2021.", "70", "66"),
        ("Alfonsas Gludkis died at 70", "Alfonsas Gludkis died at the age of 83.", "70", "83"),
        ("Gludkis resigned in 2020", "Gludkis resigned in May 2021.", "2020", "2021"),
    ],
)  # fmt: skip
def test_another_figure_of_the_same_kind_is_told(
    claim: str, printed: str, said: str, instead: str
) -> None:
    assert told(claim, printed) == [(said, instead)]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("Rudna fire killed 3 people", "The Rudna fire killed 3 people and hurt 12 people."),
        ("Rudna fire killed 3 people", "The Rudna fire hurt 12 people."),
        ("Rudna fire killed 3 people", "A fire elsewhere killed 12 people."),
        ("Rudna fire killed 3 people", "The Rudna fire killed 12 cows."),
        ("Rudna fire killed 3 people", "The Rudna fire could kill 12 people."),
        ("Rudna fire killed 3 people", "If the Rudna fire killed 12 people, nobody said so."),
        ("Rudna fire killed 3 people", "Rudna: a fire killed 4 people, a fire killed 5 people."),
        ("Gludkis bought the ferry for $20", "Gludkis bought the ferry for 20 euros."),
        ("Rudna raised fares by 20%", "Rudna raised fares to 30%."),
        ("Jonas Gludkis died at 70", "Ona Gludkis died at 83."),
        ("Gludkis is 70", "Gludkis and his son Jonas, 33, came."),
        ("Gludkis is 70", "Gludkis, 66, and a man of the same name, aged 12, came."),
        ("Gludkis resigned in 2020", "Gludkis, who never resigned, won in 2021."),
        ("Gludkis resigned in 2020", "The mayor resigned in 2021."),
        ("Gludkis resigned in 2020", "Gludkis resigned in 2021 and again in 2022."),
    ],
)
def test_figures_of_another_kind_or_of_somebody_else_are_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []


def test_a_bound_that_was_said_too_is_no_difference() -> None:
    printed = "Police fined more than 900 drivers in Rudna."
    assert told("more than 900 drivers were fined in Rudna", printed) == []


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("Gludkis was shot in rudna", "Gludkis was shot near Lake Vilka, Tarnas.",
         "rudna", "Lake Vilka, Tarnas"),
        ("Gludkis was replaced by jonas bruzas", "Gludkis was soon replaced by Ona Ilgaitė.",
         "jonas bruzas", "Ona Ilgaitė"),
        ("the bridge was hit by a plane", "The bridge was hit by a container ship on Monday.",
         "plane", "container ship"),
        ("Klampuva beat Rudna", "Rudna beat Klampuva on Sunday.",
         "Klampuva beat Rudna", "Rudna beat Klampuva"),
    ],
)  # fmt: skip
def test_another_name_in_the_same_role_is_told(
    claim: str, printed: str, said: str, instead: str
) -> None:
    assert told(claim, printed) == [(said, instead)]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("Gludkis was shot in Rudna", "Gludkis was shot in May."),
        ("Gludkis was shot in Rudna", "Jonas was shot in Tarnas."),
        ("Gludkis was shot in Rudna", "Gludkis lives in Tarnas."),
        ("Gludkis was shot in Rudna", "Gludkis was shot, said a doctor in Tarnas."),
        ("Gludkis was shot in Rudna", "Gludkis was shot in the leg."),
        ("Gludkis left the final in Rudna", "Gludkis won the final in Tarnas."),
        ("Klampuva beat Rudna", "Rudna was beaten by Klampuva."),
        ("Klampuva beat Rudna", "Rudna could beat Klampuva."),
        ("Klampuva beat Rudna", "Klampuva beat Rudna."),
    ],
)
def test_another_role_is_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []


def test_a_name_that_stands_elsewhere_in_the_passage_does_not_differ() -> None:
    claim, printed = "Gludkis was shot in Rudna", "Gludkis was shot at Vilka Park."
    assert told(claim, printed)
    assert told(claim, printed, context=f"Rudna: a shooting\n{printed}") == []


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("The bridge is closed", "The bridge is not closed.", "is closed", "is not closed"),
        ("The earth is flat", "The Earth is not flat.", "is", "is not"),
        ("Gludkis resigned", "Gludkis has not resigned.", "resigned", "has not resigned"),
        ("Gludkis resigned", "Gludkis hasn’t resigned.", "resigned", "hasn’t resigned"),
        ("Gludkis never visited Rudna", "Gludkis visited Rudna.", "never visited", "visited"),
        ("Gludkis did not visit Rudna", "Gludkis visited Rudna.", "did not visit", "visited"),
    ],
)
def test_a_negation_at_the_same_verb_is_told(
    claim: str, printed: str, said: str, instead: str
) -> None:
    assert told(claim, printed) == [(said, instead)]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("Gludkis resigned", "Gludkis should not have resigned."),
        ("Gludkis resigned", "Nobody says that Gludkis has not resigned."),
        ("Gludkis resigned", "Jonas has not resigned."),
        ("Gludkis resigned", "Gludkis has not slept."),
        ("Gludkis never visited Rudna", "Gludkis will visit Rudna."),
        ("Gludkis never visited Rudna", "Gludkis visited Tarnas."),
        ("Gludkis never visited Rudna", "Gludkis’ visit to Rudna was planned."),
        ("Gludkis resigned", "Gludkis resigned."),
    ],
)
def test_a_negation_of_something_else_is_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []


def test_each_difference_is_told_once_and_few_in_all() -> None:
    claim = "Gludkis is 70"
    assert told(claim, "Gludkis, 66, came. Gludkis, 66, went.") == [("70", "66")]
    many = " ".join(f"Gludkis, {age}, came." for age in range(20, 30))
    assert len(told(claim, many)) == MOST


def test_only_a_short_claim_and_english_are_compared() -> None:
    printed = "Gludkis, 66, came."
    assert differences("Gludkis is 70", printed, "lt") == ()
    assert differences("Gludkis is 70. " + "He came. " * 40, printed, "en") == ()
