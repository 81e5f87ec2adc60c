"""Names that are words too: works and bands named by small words, and whatever has a capital."""

from datetime import UTC, datetime

import pytest

from retrieval.engines.engine import Found
from retrieval.question.kinds import Kind
from retrieval.question.kinds.chatter import TALK
from retrieval.question.question import Question
from retrieval.question.titles import names_in
from retrieval.question.understand import understand
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser


def taken(text: str) -> Question:
    return understand(text, datetime(2022, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("It", {"it"}),
        ("It movie", {"it", "movi"}),
        ("who played in the it film", {"play", "it", "film"}),
        ("us movie", {"us", "movi"}),
        ("me too movement", {"metoo", "movement"}),
        ("i robot movie", {"robot", "movi"}),
        ("AI", {"ai"}),
    ],
)
def test_a_title_of_small_words_is_searched_for(text: str, terms: set[str]) -> None:
    assert set(taken(text).terms) == terms
    assert taken(text).kind is Kind.QUESTION


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The Who", "The Who"),
        ("the who concert", "The Who"),
        ("Who is the singer of The Who?", "The Who"),
        ("Guess Who tour", "Guess Who"),
        ("Dr. Who actor", "Dr. Who"),
    ],
)
def test_a_name_with_who_is_searched_for_as_it_is_written(text: str, phrase: str) -> None:
    assert taken(text).phrases == (phrase,)
    assert taken(text).kind is Kind.QUESTION


@pytest.mark.parametrize("text", ["who is it", "the who", "i love movies", "So Who won the cup"])
def test_other_small_words_are_no_names(text: str) -> None:
    question = taken(text)
    assert question.phrases == ()
    assert {"it", "who", "us"}.isdisjoint(question.terms)


@pytest.mark.parametrize(
    "text",
    ["dont look up movie", "let it be album", "how i met your father series", "you be you season 4",
     "we will not go there lyrics", "call me today song", "nothing compares 2 u song"],
)  # fmt: skip
def test_a_title_that_sounds_like_talk_is_looked_up_before_what_it_is_of(text: str) -> None:
    question = taken(text)
    assert question.kind is Kind.QUESTION
    assert question.talk == 0.0


@pytest.mark.parametrize(
    "text", ["we all really hate that movie", "my favorite song", "lets go watch a movie"]
)
def test_of_any_movie_or_song_people_only_talk(text: str) -> None:
    assert taken(text).talk > TALK


def test_words_of_a_phrase_are_searched_for_whatever_they_ask() -> None:
    assert taken('"The Who"').terms == ("who",)
    assert "2021" in taken('bridge "in 2021"').terms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What did Marsh say?", {"marsh"}),
        ("Did Marsh's brother resign", {"marsh"}),
        ("who, asked Marsh, was there", {"marsh"}),
        ("What did Helen Marsh say?", set()),  # each tells what the other means
        ("Is the Marsh Bridge open?", set()),
        ("Is the Bank of the Marsh open?", set()),
        ("Marsh fires", set()),  # a text begins with a capital
        ("what did marsh say", set()),
        ("What Did Marsh Say Of It?", set()),  # a headline
        ("WHAT DID MARSH SAY", set()),
        ("who is the president of turkey", {"turkey"}),
        ("coup in chad", {"chad"}),
        ("price of turkey", set()),
        ("turkey soup", set()),
    ],
)
def test_a_single_capital_in_mid_sentence_asks_for_a_name(text: str, names: set[str]) -> None:
    assert names_in(text, analyser("en")) == names


@pytest.mark.parametrize(
    "text",
    [
        "ferry strike in the us",
        "us ferry strike",
        "did us sailors leave vilka",
        "how many us ferries sank",
        "latest us ferry report",
        "why did us ban the ferry",
        "ferries in us",
        "vilka and us ferries",
    ],
)
def test_a_country_in_small_letters_is_looked_for(text: str) -> None:
    assert "us" in taken(text).terms


@pytest.mark.parametrize(
    "text",
    [
        "who told us about the ferry",
        "will you join us on the ferry",
        "what does the strike mean for us all",
        "how does the strike affect us",
        "the last of us ferry",
        "believe in us, says the captain",
        "what did the captain tell us to do",
    ],
)
def test_whoever_writes_is_no_country(text: str) -> None:
    assert "us" not in taken(text).terms


def test_a_country_in_small_letters_is_no_news_to_whoever_asks() -> None:
    question = taken("which ferry did us sailors leave")
    assert "us" in Evidence.of(question, question.analyses[0], Found()).known
