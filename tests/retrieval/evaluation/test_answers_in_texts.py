import pytest

from retrieval.evaluation.answers import Answers, normalise, with_numbers


def test_normalised_is_lower_case_letters_and_digits_with_single_spaces() -> None:
    assert normalise("  “Rūta Žemaitė-Kalnienė”,\n58 — 3.7_x") == "rūta žemaitė kalnienė 58 3 7 x"
    assert normalise("Ru\u0304ta") == "rūta"


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("$12,600,000", "12600000"),
        ("12.6 million", "12600000"),
        ("€12.6m", "12600000"),
        ("1.5bn dollars", "1500000000"),
        ("2.5k", "2500"),
        ("nine and ten", "9 and 10"),
        ("Twenty-One ferries", "21 ferries"),
        ("one hundred and sixty", "160"),
        ("two thousand and twenty-one", "2021"),
        ("five million two hundred thousand and six", "5200006"),
        ("a hundred, a million, a dozen, a ferry", "100 1000000 12 a ferry"),
        ("two dozen", "24"),
        ("hundred", "hundred"),
        ("forty hundred thousand", "4000000"),
        ("one two three", "1 2 3"),
        ("twenty thirty", "20 30"),
        ("eleven two", "11 2"),
        ("twenty eleven", "20 11"),
        ("3 4 million", "3 4000000"),
        ("7 and counting", "7 and counting"),
        ("3.7, 4.0 and 5", "3.7 4 and 5"),
        ("1,2,3 and 12,345,67", "1 2 3 and 12 345 67"),
        ("5% or 5 per cent", "5 percent or 5 percent"),
        ("4x4 in 5m", "4 x 4 in 5000000"),
        ("100", "100"),
        ("", ""),
    ],
)
def test_a_number_has_one_form(text: str, numbered: str) -> None:
    assert with_numbers(text).split() == numbered.split()


def test_a_plain_comparison_takes_parts_of_words_and_of_numbers() -> None:
    assert Answers(["3.7 MILLION", "€"]).are_in("it cost 13.7 millions")
    assert not Answers(["nine"]).are_in("9 ferries")
    assert not Answers(["€", ""]).are_in("€")
    assert not Answers([]).are_in("anything")


def test_with_numbers_whole_words_are_compared_beside_the_plain_comparison() -> None:
    assert Answers(["nine"]).are_in_with_numbers("9 ferries")
    assert Answers(["$12,600,000"]).are_in_with_numbers("cost 12.6 million dollars")
    assert not Answers(["nine"]).are_in_with_numbers("19 ferries in 2009")
    assert Answers(["ferr"]).are_in_with_numbers("9 ferries")
    assert not Answers(["€", ""]).are_in_with_numbers("€ 9")
