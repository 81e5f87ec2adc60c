from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Paragraph
from retrieval.answer import Quote, Strength
from retrieval.ranking.card import Card
from retrieval.ranking.features import Features
from retrieval.ranking.stages import Ranked
from retrieval.strength.relevance import has_an_answer, of_the_time, relevance
from retrieval.strength.strength import strength
from retrieval.strength.timeliness import is_of_other_times
from tests.archives import article
from tests.retrieval.ranking.questions import asked

ALL = Features(coverage=1, sentence=1, verbatim=1, held=1.5)
HALF = Features(coverage=0.5, sentence=0.5, verbatim=0.4, held=0.5)
LITTLE = Features(coverage=0.1, sentence=0.1, held=0.05)


def card(
    text: str = "The bridge opened.", *, sure: float = 0.99, day: date = date(2022, 1, 1)
) -> Card:
    whole = article("a", text, published=day)
    return Card(Quote(1, 1.0, whole, Paragraph("a", 0, text), 0, len(text), ()), 0, ALL, sure)


def called(card: Card, question: str, *, is_exact: bool = True) -> Strength:
    return strength([card], asked(question), is_exact=is_exact)


def test_more_of_the_question_makes_a_passage_more_relevant() -> None:
    assert 0 < relevance(LITTLE) < relevance(HALF) < relevance(ALL) < 1


@pytest.mark.parametrize("name", ["coverage", "sentence", "verbatim", "held"])
def test_each_kind_of_evidence_counts(name: str) -> None:
    assert relevance(HALF._replace(**{name: 0.0})) < relevance(HALF)


def test_all_held_in_one_sentence_word_for_word_is_surely_relevant() -> None:
    assert relevance(ALL) > 0.95
    assert relevance(Features()) < 0.01


def test_nothing_may_answer_where_every_passage_holds_next_to_nothing() -> None:
    assert not has_an_answer([Ranked(1, LITTLE, 9.0), Ranked(2, Features(), 9.0)])
    assert has_an_answer([Ranked(1, LITTLE, 9.0), Ranked(2, HALF, 0.0)])
    assert not has_an_answer([])


def test_all_but_the_kind_of_answer_asked_for_is_about_it() -> None:
    passages = [Ranked(1, LITTLE._replace(coverage=0.4), 9.0)]
    assert has_an_answer(passages, of_type=0.6)
    assert not has_an_answer(passages, of_type=0.5)


def test_no_quotes_are_no_answer() -> None:
    assert strength([], asked("bridge"), is_exact=True) is Strength.NONE


def test_a_sure_quote_is_an_answer_and_an_unsure_one_is_not() -> None:
    assert called(card(sure=0.48), "bridge") is Strength.STRONG
    assert called(card(sure=0.44), "bridge") is Strength.WEAK


def test_how_many_is_not_answered_without_a_number() -> None:
    assert called(card("160 drivers stopped."), "How many drivers stopped?") is Strength.STRONG
    assert called(card("Many drivers stopped."), "How many drivers stopped?") is Strength.WEAK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge holds,” Ona Wire said.", Strength.STRONG),
        ("Ona Wire must go, the harbour says.", Strength.WEAK),
    ],
)
def test_what_somebody_said_is_not_answered_by_what_another_says(
    text: str, expected: Strength
) -> None:
    question = asked("What did Wire say about the bridge?")
    assert strength([card(text)], question, is_exact=True) is expected


def test_all_that_an_outlet_prints_is_what_it_says() -> None:
    text = card("The bridge holds well.")
    named = asked(f"What did {text.quote.article.source} say about the bridge?")
    assert strength([text], named, is_exact=True) is Strength.STRONG
    other = asked("What did Kivirand Courier say about the bridge?")
    assert strength([text], other, is_exact=True) is Strength.WEAK


def test_when_may_be_answered_by_the_date_of_the_article() -> None:
    assert called(card("The bridge opened."), "When did the bridge open?") is Strength.STRONG


def test_without_the_exact_phrase_nothing_is_an_answer() -> None:
    assert called(card(), '"bridge opened"', is_exact=False) is Strength.WEAK
    assert called(card(), '"bridge opened"', is_exact=True) is Strength.STRONG


@pytest.mark.parametrize(
    ("day", "is_then"),
    [
        (date(2021, 4, 30), False),
        (date(2021, 5, 1), True),
        (date(2021, 5, 31), True),
        (date(2021, 6, 8), True),  # papers write of a time for a week
        (date(2021, 6, 9), False),
        (date(2021, 7, 20), False),
    ],
)
def test_what_is_of_another_time_is_no_answer(day: date, is_then: bool) -> None:
    wanted = "bridge in May 2021"
    assert is_of_other_times([card(day=day)], asked(wanted)) is not is_then
    expected = Strength.STRONG if is_then else Strength.WEAK
    assert called(card(day=day), wanted) is expected


def test_one_quote_of_the_time_is_enough_for_it() -> None:
    cards = [card(day=date(2019, 1, 1)), card(day=date(2021, 5, 3))]
    assert not is_of_other_times(cards, asked("bridge in May 2021"))


def test_a_quote_that_names_the_time_is_of_it() -> None:
    told = card("In May 2021 the bridge opened.", day=date(2019, 1, 1))
    assert called(told, "bridge in May 2021") is Strength.STRONG


def test_only_the_first_quote_may_name_the_time() -> None:
    told = card("In May 2021 the bridge opened.", day=date(2019, 1, 1))
    silent = card(day=date(2019, 1, 1))
    question = asked("bridge in May 2021")
    assert strength([told, silent], question, is_exact=True) is Strength.STRONG
    assert strength([silent, told], question, is_exact=True) is Strength.WEAK


def test_what_people_may_say_to_each_other_is_never_plainly_answered() -> None:
    question = replace(asked("bridge"), talk=0.4)
    assert strength([card(sure=0.99)], question, is_exact=True) is Strength.WEAK


def test_old_news_is_no_answer_to_what_is_new() -> None:
    assert called(card(day=date(2021, 12, 30)), "bridge this week") is Strength.STRONG
    assert called(card(day=date(2021, 11, 1)), "bridge this week") is Strength.WEAK


def ranked(number: int, timely: float, features: Features = ALL) -> Ranked:
    return Ranked(number, features._replace(timeliness=timely), 0.0)


def test_what_is_of_the_time_stands_alone_where_it_answers_as_well() -> None:
    question = asked("bridge in May 2021")
    both = [ranked(1, 0.7), ranked(2, 1.0)]
    assert [one.number for one in of_the_time(both, question)] == [2]


def test_where_other_times_answer_better_all_stay() -> None:
    question = asked("bridge in May 2021")
    better = [ranked(1, 0.7), ranked(2, 1.0, ALL._replace(verbatim=0.9))]
    assert of_the_time(better, question) == better


def test_what_is_of_the_time_but_no_answer_leaves_the_others() -> None:
    question = asked("bridge in May 2021")
    weak = [ranked(1, 0.7, HALF), ranked(2, 1.0, HALF)]
    assert of_the_time(weak, question) == weak
    assert of_the_time([ranked(1, 0.7)], question) == [ranked(1, 0.7)]


def test_a_first_quote_of_another_time_is_not_strong_beside_one_of_the_time_asked_for() -> None:
    question = asked("bridge before March 2022")
    inside, outside = card(day=date(2022, 2, 1)), card(day=date(2022, 4, 1))
    assert strength([inside, outside], question, is_exact=True) is Strength.STRONG
    assert strength([outside, inside], question, is_exact=True) is Strength.WEAK


@pytest.mark.parametrize(
    ("text", "day", "is_strong"),
    [
        ("Tolls rose by 4% in November.", date(2021, 12, 10), False),
        ("Tolls rose by 5% in December.", date(2022, 1, 1), True),
        ("Tolls rose by 5% in December.", date(2021, 12, 30), True),
        ("Tolls rose by 5%.", date(2022, 1, 1), True),
        ("Tolls rose by 4%.", date(2021, 12, 10), False),
    ],
)
def test_a_figure_of_last_month_is_one_that_names_it_or_is_published_when_it_is_over(
    text: str, day: date, is_strong: bool
) -> None:
    assert (called(card(text, day=day), "how much did tolls rise last month") == "strong") is (
        is_strong
    )


def test_what_is_asked_of_a_month_and_its_year_may_be_published_within_it() -> None:
    quote = card("The ferry took 40 cars aboard.", day=date(2021, 5, 12))
    assert called(quote, "how many cars were aboard the ferry in May 2021") is Strength.STRONG


def test_a_quote_that_names_the_month_asked_for_is_of_it_whenever_it_was_published() -> None:
    late = card("The bridge opened in May 2021.", day=date(2021, 11, 30))
    assert not is_of_other_times([late], asked("bridge in May 2021"))
    other = card("The bridge was painted in April.", day=date(2021, 5, 2))
    assert is_of_other_times([other], asked("bridge in May 2021"))


@pytest.mark.parametrize(
    ("question", "is_strong"),
    [
        ("photos of the 41 ferries of the Rudna Line", True),
        ("photos of the 44 ferries of the Rudna Line", False),
        ("photos of the ferries of the Rudna Line 2022", True),
        ("photos of the ferries of the Rudna Line since 2019", True),
        ("which ferries were laid up with 44 others", True),
        ("photos of the ferries of the Klampuva Line", False),
        ("Klampuva ferries that were laid up on Saturday", True),  # it may be no name
        ("Photos of the Ferries of the Klampuva Line", True),  # nor here
        ("which ferries were laid up with the Klampuva", True),
    ],
)
def test_words_with_a_figure_or_name_that_the_quote_lacks_are_not_answered(
    question: str, is_strong: bool
) -> None:
    quote = card("Some 41 ferries of the Rudna Line were laid up on Saturday.")
    assert (called(quote, question) is Strength.STRONG) is is_strong


def test_what_is_asked_in_few_common_words_is_never_answered_plainly() -> None:
    told = replace(card(), features=ALL._replace(held=0.7))
    assert called(told, "who won the game") is Strength.WEAK
    assert called(told, '"the game"') is Strength.STRONG  # has the very words
    assert called(card(), "who won the game") is Strength.STRONG
