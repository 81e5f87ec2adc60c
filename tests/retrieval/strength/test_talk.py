"""Words that sound like talk are looked up where the archive tells that they are news."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.answer import Strength
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.question.kinds import Kind
from retrieval.ranking.features import Features
from retrieval.ranking.stages import Ranked
from retrieval.strength.talk import Signs, signs
from tests.archives import article
from tests.retrieval.ranking.questions import NOW, asked, evidence_of

TALK = "they struck again, my knee hurts"
ABOUT = Features(coverage=1.0, sentence=1.0, verbatim=1.0, held=1.2, title=0.8)
PARTLY = Features(coverage=0.4, sentence=0.3, held=0.4)


def signs_of(text: str, *features: Features, **frequencies: int) -> Signs:
    ranked = [Ranked(number, one, 9.0) for number, one in enumerate(features)]
    return signs(replace(asked(text), talk=0.5), ranked, evidence_of(text, **frequencies))


def test_the_passage_that_is_most_about_it_tells() -> None:
    best = signs_of(TALK, PARTLY, ABOUT)
    assert (best.held, best.title) == (ABOUT.held, ABOUT.title)
    assert (signs_of(TALK).held, signs_of(TALK).title) == (0.0, 0.0)


def test_a_word_is_the_more_news_the_more_passages_have_it_than_people_write_it() -> None:
    seldom, often = (signs_of("ferries", ferri=count).news for count in (1, 30_000))
    assert seldom < 0 < often


def test_the_odds_of_talk_are_those_of_the_words() -> None:
    even, sure = (replace(asked("bridge"), talk=talk) for talk in (0.5, 0.8))
    evidence = evidence_of("bridge")
    assert signs(even, [], evidence).told == 0.0 < signs(sure, [], evidence).told


@pytest.fixture
def ferries(tmp_path: Path) -> Iterator[Answerer]:
    said = "Passengers waited by a lamp on the quay, for the ferries had stopped."
    others = [article(f"quay {year}", f"In {year} a quay was built.") for year in range(1900, 1950)]
    with Archive(tmp_path, create=True) as archive:
        with archive.writing():
            archive.add([article("ferries", said, title="Ferries stopped again"), *others])
        index = Index(archive, "tantivy")
        yield Answerer(archive, index)
        index.close()


def test_talk_is_looked_up_if_it_is_news(ferries: Answerer) -> None:
    answer = ferries.ask("i guess the ferries stopped and passengers waited again", asked_at=NOW)
    assert answer.quotes[0].article.id == "ferries"
    assert answer.strength is Strength.WEAK


def test_of_what_is_hardly_told_of_nothing_is_quoted_to_what_may_be_talk(ferries: Answerer) -> None:
    assert ferries.ask("lamp on the quay", asked_at=NOW).quotes
    assert not ferries.ask("where did you buy the lamp", asked_at=NOW).quotes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i broke my lamp in the hall again", Kind.CHATTER),
        ("where did you buy the lamp", Kind.QUESTION),
    ],
)
def test_what_sounds_like_talk_and_is_no_news_is_chatter(
    ferries: Answerer, text: str, kind: Kind
) -> None:
    answer = ferries.ask(text, asked_at=NOW)
    assert (answer.question.kind, answer.strength) == (kind, Strength.NONE)
