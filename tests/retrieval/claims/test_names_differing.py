"""Names and negations in which a passage differs from a claim."""

import pytest

from tests.retrieval.claims.test_differences import told


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("Gludkis was shot in rudna", "Gludkis was shot near Lake Vilka, Tarnas.",
         "rudna", "Lake Vilka, Tarnas"),
        ("Gludkis was replaced by jonas bruzas", "Gludkis was soon replaced by Ona Ilgaitė.",
         "jonas bruzas", "Ona Ilgaitė"),
        ("the bridge was hit by a plane", "The bridge was hit by a container ship on Monday.",
         "plane", "container ship"),
        ("the rudna train fire was in tarnas", "A train fire at Vilka Junction, Rudna, burned.",
         "tarnas", "Vilka Junction, Rudna"),
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
        ("Ona Vilka fired by Rudna", "Rudna fired Vilka on Sunday."),
        ("Ona Vilka indicted in Rudna", "Rudna indicted Vilka on Sunday."),
        ("Ona Gludkis fired: Rudna has no mayor", "Rudna fired Gludkis on Sunday."),
        (
            "Old Rudna Lodge was destroyed by wildfire",
            "The Rudna Lodge was destroyed by the Vilka Forest Fire.",
        ),
        ("Gludkis was fined in Lithuania", "Gludkis was fined in Rudna."),
        ("the old boat was seen at the forefront", "The old boat was seen at Vilka Pier."),
        ("A trove of silver was found in Rudna", "A trove of old teeth was found in Tarnas."),
        ("It was a partial eclipse in Rudna", "A partial eclipse will darken skies in Tarnas."),
        ("They met Tuesday night in Rudna", "They met on Tuesday night in Tarnas."),
        ("Gludkis was seen in the U.S.", "Gludkis was seen in Vilka Park."),
        ("Gludkis was fined by the RPA", "Gludkis was fined by the Rudna Port Authority."),
        ("Gludkis was fined by the Rudna Port Authority", "Gludkis was fined by the RPA."),
        ("Gludkis was seen at Vilka Park", "Gludkis was seen at a Tarnas-area shop."),
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
        ("Will Gludkis never visited Rudna", "Will Gludkis visited Rudna.",
         "never visited", "visited"),
        ("Gludkis was not fined in Rudna", "Owing to his refusal to pay a fare, Gludkis was fined "
         "in Rudna.", "was not fined", "was fined"),
    ],
)  # fmt: skip
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
        ("Ferry Day is June 14: a holiday", "Ferry Day is not a holiday."),
        ("The feast isn't about ferries", "The feast is more than ferries."),
        ("The Rudna team was invited to Tarnas", "She thinks her team was not invited to Tarnas."),
        ("The fares couldn't be higher", "He said that the fares couldn't be higher."),
    ],
)
def test_a_negation_of_something_else_is_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []
