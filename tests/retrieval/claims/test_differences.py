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
        ("Jonas Gludkis bought the ferry for $20 million",
         "Gludkis struck a $44 million deal to buy the ferry.", "$20 million", "$44 million"),
        ("Jonas Gludkis paid Rudna $20 million", "Gludkis agreed to pay Rudna $44 million.",
         "$20 million", "$44 million"),
        ("Ona Gludkis got 50 years", "Gludkis is serving a 20-year sentence.", "50", "20"),
        ("Ona Gludkis got a 50-year sentence", "Ona Gludkis was sentenced to 20 years after a "
         "trial.", "50", "20"),
        ("Gludkis was fined three times", "Gludkis was fined twice.", "three times", "twice"),
        ("Rudna fire killed 3 children", "The Rudna fire killed 12 young school children.",
         "3", "12"),
        ("The mayor of Rudna was 40 years old", "They met the 31-year-old mayor of Rudna.",
         "40", "31"),
        ("Rudna Ferries paid $20M", "Rudna Ferries paid $45 million.", "$20M", "$45 million"),
        ("Queen Ona died at 70", "Queen Ona II died at the age of 83.", "70", "83"),
        ("Rudna fire killed 30 people", "The Rudna fire killed nearly 100 people.",
         "30", "nearly 100"),
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
        (
            "About 20 people were able to see the Rudna ferry",
            "The Rudna ferry is coming, which 43 people will be able to see.",
        ),
        (
            "Ona, Rudna Port, sold 211 boats and four ferries",
            "At Rudna Port Jonas Vilka sold 41 boats.",
        ),
        ("Rudna fire killed 36 people", "The Rudna fire killed another 10 people."),
        ("Klampuva beat Rudna 6-4, 2-6", "Klampuva beat Rudna 6-2 in the second set."),
        (
            "Rudna agreed to sell itself for $44 per share",
            "Rudna agreed to a sale of the shares for an average of $88 per share.",
        ),
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
        (
            "Jonas Gludkis bought the ferry for $20 million",
            "Gludkis offered to buy the ferry for $44 million.",
        ),
        (
            "Jonas Gludkis bought the ferry for $20 million",
            "Gludkis bought the ferry for $4 a ton.",
        ),
        ("Rudna bought Tarnas for $5", "Rudna Tarnas Ferries bought a bridge for $9."),
        ("The mayor was 40 years old", "They fled from the mayor with their 8-year-old son."),
        ("I heard that Gludkis bought the ferry for $20", "Gludkis offered $9 to buy the ferry."),
        ("Ona Gludkis got 50 years", "Ona Gludkis faces up to 20 years in prison."),
        ("Ona Gludkis got 50 years", "Jonas, a friend of Ona Gludkis, got 20 years."),
        ("Ona Gludkis got 50 years", "Ona Gludkis' son got 20 years in prison."),
        ("Ona Gludkis got 50 years", "Ona Gludkis left prison 20 years ago."),
        ("Ona Gludkis got 50 years", "Ona Gludkis got her pardon 20 years later."),
        ("Gludkis was fined three times", "Gludkis was fined twice as much as Jonas."),
        ("Klampuva beat Rudna 3-0", "Klampuva beat Tarnas 3-1 on Sunday."),
        ("Gludkis won 20 titles", "Gludkis' sister Ona won seven titles."),
        ("Rudna Ferries paid $45M", "Rudna Ferries paid $45 million."),
        ("Rudna Ferries paid more than $63,000", "Rudna Ferries paid $63,356.40."),
        ("Rudna Ferries paid $787M", "Rudna Ferries paid $787.5 million."),
        ("Rudna raised the rate by 0.25 points", "Rudna raised the rate by 25 basis points."),
        ("Rudna fire killed 98 people", "The Rudna fire killed nearly 100 people."),
        ("Ona Gludkis got 22 and a half years", "Ona Gludkis got more than 22 years in prison."),
        ("Jonas Gludkis, once mayor, dies at age 70", "Ona Bruzas died on Friday at age 83."),
        ("Police say a 15-year-old boy was hurt", "Police said the 16-year-old boy ran."),
        (
            "Southwest collected $20 of baggage fees",
            "American, in contrast, collected $30 of baggage fees.",
        ),
        (
            "Rudna said 52% want boats and 20% want a bridge",
            "In Rudna 20% want a bridge, 52% said they want boats.",
        ),
        ("Rudna fares could rise $1 on the ferry", "A closed ferry cost Rudna $900 of fares."),
        ("The ferry left Rudna at 5:30 p.m.", "The ferry left Rudna at 8 p.m."),
        ("Klampuva beat Rudna 3-0", "Klampuva (9-2) beat Rudna on Sunday."),
    ],
)
def test_figures_of_another_kind_or_of_somebody_else_are_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("Gludkis was shot on July 12, 2022", "Gludkis was shot in Rudna on July 8.",
         "July 12, 2022", "July 8"),
        ("gludkis died on 10 september 2022", "Ona Gludkis, who died Sept. 8, 2022, was mayor.",
         "10 september 2022", "Sept. 8, 2022"),
        ("Storm Ona made landfall on May 3", "Ona made landfall in Rudna on Monday, April 30th.",
         "May 3", "April 30th"),
        ("The bridge fell on July 4 2021", "The bridge fell in June 2021.",
         "July 4 2021", "June 2021"),
        ("Gludkis resigned on 5 May 2020", "Gludkis resigned on May 5, 2021.", "2020", "2021"),
    ],
)  # fmt: skip
def test_another_day_of_the_same_event_is_told(
    claim: str, printed: str, said: str, instead: str
) -> None:
    assert told(claim, printed) == [(said, instead)]


@pytest.mark.parametrize(
    "printed",
    [
        "Ona made landfall on May 3, 2022.",
        "Ona made landfall in 2022.",
        "Ona is expected to make landfall on May 2.",
        "Ona made landfall after Storm Jonas in 2021.",
        "Ona made landfall and was gone on May 5.",
        "Storm Jonas made landfall on May 2.",
        "Ona made landfall on May 2 and on May 5.",
        "Ona makes landfall Photo of a ferry May 2.",
    ],
)
def test_a_day_of_something_else_is_not(printed: str) -> None:
    assert told("Storm Ona made landfall on May 3, 2022", printed) == []


def test_a_day_of_others_whose_name_is_the_same_is_not() -> None:
    assert told("Rudna ferries are ending in 2021", "Rudna tolls were ended in 1997.") == []


def test_a_day_is_no_figure() -> None:
    assert (
        told("3 drivers were fined on May 30, 2022", "3 drivers were fined by May 27, 2022.") == []
    )


def test_figures_of_another_time_do_not_differ_but_the_time_does() -> None:
    claim, printed = "Rudna raised fares by 20% in July 2021", "Rudna raised fares by 12% in May."
    assert told(claim, printed.replace("May", "May 2021")) == [("July 2021", "May 2021")]


def test_a_bound_that_was_said_too_is_no_difference() -> None:
    printed = "Police fined more than 900 drivers in Rudna."
    assert told("more than 900 drivers were fined in Rudna", printed) == []


def test_each_difference_is_told_once_and_few_in_all() -> None:
    claim = "Gludkis is 70"
    assert told(claim, "Gludkis, 66, came. Gludkis, 66, went.") == [("70", "66")]
    many = " ".join(f"Gludkis, {age}, came." for age in range(20, 30))
    assert len(told(claim, many)) == MOST


def test_only_a_short_claim_and_english_are_compared() -> None:
    printed = "Gludkis, 66, came."
    assert differences("Gludkis is 70", printed, "lt") == ()
    assert differences("Gludkis is 70. " + "He came. " * 40, printed, "en") == ()


@pytest.mark.parametrize(
    ("claim", "headline", "difference"),
    [
        ("Rudna Line lays up 44 ferries", "Rudna Line lays up 41 ferries | Post", ("44", "41")),
        ("Fire at the ferry terminal in Rudna", "Fire at the ferry terminal in Klampuva",
         ("Rudna", "Klampuva")),
        ("Rudna Line lays up 44 ferries", "Rudna Line lays up 44 ferries", None),
        ("Rudna Line lays up 44 ferries", "Rudna Line sells 41 ferries", None),
        ("Rudna Line Sells Big Ferries", "Rudna Line Sells Large Ferries", None),
        ("Fares up 5%", "Fares up 7%", None),
    ],
)  # fmt: skip
def test_a_headline_with_all_words_of_a_claim_but_one_figure_or_name_tells_that(
    claim: str, headline: str, difference: tuple[str, str] | None
) -> None:
    found = differences(claim, "Nothing was said.", "en", headline=headline)
    assert [(one.said, one.printed) for one in found] == ([difference] if difference else [])


@pytest.mark.parametrize(
    ("claim", "printed", "said", "instead"),
    [
        ("Gludkis won the mayoral election in Rudna", "Gludkis lost the mayoral election to Ona.",
         "won", "lost"),
        ("Gludkis opposed the new toll on ferries", "Gludkis had supported the new toll.",
         "opposed", "had supported"),
    ],
)  # fmt: skip
def test_the_contrary_of_the_same_is_told(
    claim: str, printed: str, said: str, instead: str
) -> None:
    assert told(claim, printed) == [(said, instead)]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("Gludkis won the mayoral election in Rudna", "Gludkis lost his hat in Rudna."),
        ("Gludkis won the mayoral election", "Gludkis did not lose the mayoral election."),
        ("Gludkis says ferries are heading to Rudna", "Gludkis did not say how many are heading."),
        ("Gludkis called Jonas a liar", 'Gludkis wrote, "I never called Jonas a liar."'),
        ("Gludkis takes the stand in court", "Gludkis has not yet taken the stand in court."),
    ],
)
def test_the_contrary_of_something_else_is_not(claim: str, printed: str) -> None:
    assert told(claim, printed) == []


@pytest.mark.parametrize(
    ("claim", "headline", "difference"),
    [
        ("The Rudna Rowers beat the Klampuva Swans by three boats",
         "Swans beat Rowers for third win in a row",
         ("Rudna Rowers beat the Klampuva Swans", "Swans beat Rowers")),
        ("Toll income in Rudna rose for the first time", "Rudna income declines for the first time",
         None),
        ("Klampuva's birthrate rose for the first time", "Klampuva's birthrate fell for first time",
         ("rose", "fell")),
        ("The Rudna Rowers beat the Klampuva Swans", "Klampuva Swans Beat Rudna Rowers Once More",
         None),
    ],
)  # fmt: skip
def test_a_headline_tells_who_did_it_and_the_contrary(
    claim: str, headline: str, difference: tuple[str, str] | None
) -> None:
    found = differences(claim, "Nothing was said.", "en", headline=headline)
    assert [(one.said, one.printed) for one in found] == ([difference] if difference else [])
