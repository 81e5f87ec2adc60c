import pytest

from retrieval.ranking.agreement import Agreement, said
from retrieval.ranking.quote_features import QuoteFeatures, Setting, quote_features
from retrieval.text.reading import read
from tests.retrieval.ranking.questions import evidence_of

ALONE = Setting(given=frozenset(), headline=frozenset(), position=0, of_article=-0.5)


def features(text: str, question: str, *others: str, setting: Setting = ALONE) -> QuoteFeatures:
    """Of a quote among others, each of an article of its own."""
    evidence = evidence_of(question)
    kind = evidence.question.answer_type
    quotes = [said(one, read(one, "en"), evidence.known, kind) for one in (text, *others)]
    agreement = Agreement(enumerate(quotes), {})
    return quote_features(quotes[0], evidence, agreement, setting)


def test_the_share_of_the_question_is_that_in_the_quote_itself() -> None:
    assert features("The Vilka bridge opened.", "Vilka bridge").quoted == pytest.approx(1)
    assert 0 < features("The bridge opened.", "Vilka bridge").quoted < 1
    assert features("It opened.", "Vilka bridge").quoted == 0


def test_what_is_told_in_other_words_is_related_and_not_quoted() -> None:
    told = features("The storm killed nine.", "storm died")
    assert told.related == pytest.approx(1 - told.quoted)
    assert 0 < told.related < 1
    assert features("Nine died in the storm.", "storm died").related == 0
    assert features("The storm passed.", "storm died").related == 0


def test_what_the_headlines_of_others_say_too_agrees() -> None:
    evidence = evidence_of("bridge")
    quotes = [said(one, read(one, "en"), evidence.known, None) for one in ("Rudna rose.", "Snow.")]
    heads = Agreement(enumerate(quotes), {0: "Rudna", 1: "Rudna falls"})
    alone = Agreement(enumerate(quotes), {0: "Rudna", 1: "Snow"})

    def agreed(agreement: Agreement) -> float:
        return quote_features(quotes[0], evidence, agreement, ALONE).agreed_headlines

    assert agreed(heads) > agreed(alone) == 0


def test_what_the_article_says_beside_its_text_counts_as_quoted() -> None:
    beside = ALONE._replace(given=frozenset({"vilka"}))
    assert features("The bridge opened.", "Vilka bridge", setting=beside).quoted == pytest.approx(1)


def test_a_headline_says_what_the_quote_need_not() -> None:
    under = ALONE._replace(headline=frozenset({"vilka"}))
    told = features("The bridge opened.", "Vilka bridge", setting=under)
    assert 0 < told.quoted < told.headed == pytest.approx(1)
    assert told.missing == 0
    assert features("The bridge opened.", "Vilka bridge").missing > 0


def test_a_kind_of_answer_that_is_not_there_is_lacking() -> None:
    assert features("Boats sank.", "How many boats sank?").lacks == 1
    assert features("Some 160 boats sank.", "How many boats sank?").lacks == 0
    assert features("Boats sank.", "boats").lacks == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [("The following boats sank:", "introduces"), ("“We sank,” said Ona Wire.", "speech")],
)
def test_how_a_quote_begins_and_ends_is_seen(text: str, name: str) -> None:
    assert getattr(features(text, "boats"), name) == 1
    assert getattr(features("Boats sank.", "boats"), name) == 0


def test_the_first_paragraphs_are_the_lead() -> None:
    assert features("Boats sank.", "boats", setting=ALONE._replace(position=3)).lead == 1
    assert features("Boats sank.", "boats", setting=ALONE._replace(position=4)).lead == 0


def test_the_kind_of_answer_is_no_part_of_that_share() -> None:
    asked = "How many drivers crossed the bridge?"
    assert features("Drivers crossed the bridge.", asked).quoted == pytest.approx(1)


def test_a_quote_that_asks_the_same_is_seen() -> None:
    question = "Who opened the Vilka bridge?"
    assert features("Who opened the Vilka bridge?", question).asks == 1
    assert features("Ona Wire opened the Vilka bridge.", question).asks == 0
    assert features("Does it rain?", question).asks == 0


def test_an_answer_of_the_kind_must_be_new() -> None:
    question = "Which country bought the ferry from Latvia?"
    assert features("The Latvian ferry was sold.", question).name == 0
    assert features("Denmark bought the ferry.", question).name == 1


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who came?", "Ona Wire came.", "name"),
        ("When did the ferry come?", "It came on Saturday.", "when"),
        ("Why did the ferry come?", "It came because of ice.", "why"),
    ],
)
def test_each_kind_counts_for_itself(question: str, text: str, name: str) -> None:
    told = features(text, question)
    assert {one for one in ("name", "when", "why") if getattr(told, one)} == {name}


def test_a_figure_counts_by_how_near_it_stands_to_a_word_of_the_question() -> None:
    question = "How many boats sank?"
    near = features("Some 160 boats sank.", question).figure_near
    far = features("Boats sank. For those who sang on the shore it took 160 songs.", question)
    assert 0 < far.figure_near < near <= 1
    assert features("Some boats sank.", question).figure_near == 0
    assert features("Some 160 sang.", question).figure_near == 0


def test_what_is_counted_may_stand_in_the_quote() -> None:
    assert features("Some 160 boats left.", "How many of the boats sank?").unit == 1
    assert features("Some 160 drivers left.", "How many of the boats sank?").unit == 0
    assert features("Some 160 drivers left.", "Who sank?").unit == 0


def test_other_articles_that_say_the_same_speak_for_a_quote() -> None:
    question, text = "Who opened the bridge?", "Ona Kalnienė opened the bridge."
    alone = features(text, question, "It rained in Rudna.")
    shared = features(text, question, "They thanked Ona Kalnienė.")
    assert (alone.agreed_answers, alone.agreed_words) == (0, 0)
    assert 0 < shared.agreed_answers <= 1
    assert 0 < shared.agreed_words <= 1


def test_a_longer_quote_is_longer_up_to_a_length() -> None:
    short, long = features("Boats sank.", "boats"), features("Boats sank. " * 90, "boats")
    assert 0 < short.length < long.length == 1


def test_how_far_its_article_is_behind_is_handed_on() -> None:
    assert features("Boats sank.", "boats").of_article == -0.5
