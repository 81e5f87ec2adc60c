import pytest

from retrieval.question.answers.answer_types import NUMBER, PERSON, AnswerType
from retrieval.ranking.agreement import Agreement, Said, said, telling
from retrieval.text.analyser import analyser
from retrieval.text.reading import read


def says(text: str, *known: str, kind: AnswerType | None = None) -> Said:
    terms = frozenset(analyser("en").terms(" ".join(known)))
    return said(text, read(text, "en"), terms, kind)


def agreement(*texts: str, titles: dict[int, str] | None = None) -> tuple[Agreement, list[Said]]:
    """Of quotes that each stand in an article of their own, numbered from 0."""
    quotes = [says(text, kind=PERSON) for text in texts]
    return Agreement(list(enumerate(quotes)), titles or {}), quotes


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert 0 <= telling("the", "en") < telling("bridge", "en") < telling("kalnienė", "en") <= 1


def test_what_the_question_has_is_not_new() -> None:
    quote = says("Kalnienė opened the Vilka bridge.", "Vilka bridges")
    assert set(quote.new) == {"kalnien", "open"}
    assert quote.terms == {"kalnien", "open", "vilka", "bridg"}


def test_answers_are_those_of_the_kind_asked_for() -> None:
    quote = says("Some 160 boats left Rudna.", kind=NUMBER)
    assert quote.answering == {"160"}
    assert list(quote.answers) == [5]
    assert says("Some 160 boats left Rudna.").answering == set()


def test_a_word_counts_by_how_many_of_the_other_articles_have_it() -> None:
    counts, _ = agreement("Rudna sank.", "Rudna rose.", "Vilka rose.")
    assert counts.of("rudna") == pytest.approx(1 / 2)
    assert counts.of("vilka") == counts.of("nemuna") == 0


def test_quotes_of_one_article_do_not_agree_with_each_other() -> None:
    one = says("Rudna sank.")
    assert Agreement([(7, one), (7, one)], {}).of("rudna") == 0


def test_a_headline_has_what_a_quote_has_too() -> None:
    counts, _ = agreement("Rudna sank.", "Boats left.", titles={1: "Rudna in the Nemunas"})
    assert counts.of("rudna") == 1
    assert counts.of("nemuna") == 0


def test_what_others_say_too_counts_and_what_one_says_alone_does_not() -> None:
    counts, (first, second, alone) = agreement(
        "Mayor Ona Kalnienė sang.", "Then Ona Kalnienė left.", "Jonas Vilka slept."
    )
    for measure in (counts.of_answers, counts.of_words):
        assert measure(first) > 0
        assert measure(second) > 0
        assert measure(alone) == 0


def test_headlines_agree_by_the_words_that_are_new_and_by_how_many_have_them() -> None:
    titles = {0: "Rudna", 1: "Rudna sank", 2: "Snow"}
    counts, (quote, *_) = agreement("Rudna sank.", "Ice.", "Ice.", titles=titles)
    one = says("Rudna.")
    assert counts.of_headlines(one, 0) == pytest.approx(counts.of_headlines(one, 1))
    assert counts.of_headlines(one, 2) == pytest.approx(2 * counts.of_headlines(one, 0))
    assert counts.of_headlines(quote, 0) > counts.of_headlines(one, 0)
    assert counts.of_headlines(says("Rudna.", "rudna"), 2) == 0
