"""What somebody wrote, by its words alone: a question, a claim, or chatter."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.question.kinds import Kind
from retrieval.question.kinds.chatter import TALK
from retrieval.question.kinds.telling import kind_of
from retrieval.question.question import Question
from retrieval.question.understand import understand

LINES = (Path(__file__).parents[2] / "data" / "kinds.jsonl").read_text("utf-8").splitlines()
JUDGED = [json.loads(line) for line in LINES]
HEADLINES = 1  # of 50 questions of key words, read as the claim of a headline


def taken(text: str) -> Question:
    return understand(text, datetime(2022, 1, 1, tzinfo=UTC))


def of_kind(kind: Kind) -> list[str]:
    return [one["text"] for one in JUDGED if one["kind"] == kind]


def test_the_sentences_are_sixty_claims_half_of_them_false_and_fifty_of_each_other_kind() -> None:
    assert [len(of_kind(kind)) for kind in Kind] == [50, 60, 50]
    assert sum(one.get("true", False) for one in JUDGED) == 30


def test_every_statement_is_a_claim() -> None:
    assert [text for text in of_kind(Kind.CLAIM) if taken(text).kind is not Kind.CLAIM] == []


def test_chatter_is_no_question() -> None:
    assert [text for text in of_kind(Kind.CHATTER) if taken(text).kind is not Kind.CHATTER] == []


def test_no_question_is_taken_for_chatter_and_hardly_one_for_a_claim() -> None:
    kinds = [taken(text).kind for text in of_kind(Kind.QUESTION)]
    assert kinds.count(Kind.CHATTER) == 0
    assert kinds.count(Kind.CLAIM) <= HEADLINES


@pytest.mark.parametrize(
    "text",
    [
        "the mayor resigned when",
        "which ferry sank in the storm which harbour",
        "mayors sacked in Rudna which year",
        "bridge collapse how many people were on it",
        "ferries built in Rudna",
        "the man who robbed the ferry",
        "cost of the bridge agreed this month",
        "The mayor bought this company in June.",
        "The bridge was sold to",
        "The new ferry is named:",
        "ferry strike after the mayor resigned",
        "latest on the ferry that sank",
        "True or false: the ferry sank",
        "Telegraph operated by whom",
        "Rudna cut",
        "fare rate cut 2021",
        "rate cut the mayor",
        "Lukas cast members",
        "Bridge put in Rudna",
        "google the mayor",
        "I want to know about the mayor",
        "red paint on the bridge why banned",
        "Gludkis became mayor after who resigned",
        "captain accused of sinking ferry name",
        "ferry fined in harbour case amount",
        "the man who robbed the ferry and fled to Klampuva",
    ],
)
def test_what_asks_is_a_question_wherever_its_asking_word_stands(text: str) -> None:
    assert taken(text).kind is Kind.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has resigned",
        "the man who robbed the ferry was caught",
        "ferries don't sink",
        "nets kill seals",
        "The mayor said when he would resign and left",
        "rudna ferry sank",
        "Rudna Never Had A Ferry",
        "the mayor is 70",
        "Lukas slapped Jonas",
        "she’s the first woman to swim it",
        "Klampuva cut fares",
        "Rudna shut down its ferry",
        "rudna cut 3,000 jobs",
        "the mayor set a new price",
        "The court upheld the ban",
        "Google fired an engineer",
        "The WHO declared an emergency in May",
        "I heard that the mayor fled in 2021",
        "The man who robbed the ferry and fled was caught",
        "The ferry changed its name",
        "Rudna was given the name",
        "The mayor explained why he resigned",
        "Rudna operates 48 ferries abroad",
        "Gludkis runs the tram depot",
        "Ferry crews paddle the old boats",
    ],
)
def test_a_verb_of_its_own_makes_a_statement(text: str) -> None:
    assert taken(text).kind is Kind.CLAIM


@pytest.mark.parametrize(
    "text",
    ["ferries around the harbour", "boats behind their pier"],
)
def test_no_verb_stands_in_words_for_where_things_are(text: str) -> None:
    assert taken(text).kind is Kind.QUESTION


def test_other_programs_words_for_a_search_are_never_chatter() -> None:
    assert taken("good bot").kind is Kind.CHATTER
    for text in ('"good bot"', "good bot since:2021", "good -bot", "source:BBC hi"):
        assert taken(text).kind is Kind.QUESTION, text


def test_a_time_by_itself_is_a_question() -> None:
    assert (taken("yesterday").kind, taken("yesterday").talk) == (Kind.QUESTION, 0.0)
    assert taken("see you yesterday").talk > TALK


def test_a_single_word_that_is_no_greeting_is_looked_up() -> None:
    assert taken("work").kind is Kind.QUESTION
    assert taken("thanks").kind is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    ["hi", "Hello bot!", "thanks! 😀", "ok, thank you so much", "good morning", "bye", "lol"],
)
def test_greetings_and_thanks_are_chatter(text: str) -> None:
    assert taken(text).kind is Kind.CHATTER


@pytest.mark.parametrize(
    "text", ["when?", "kada?", "kur tai?", "когда?", "почему это?", "kiedy?", "gdzie to?"]
)
def test_a_word_that_asks_is_nothing_to_look_up(text: str) -> None:
    assert taken(text).kind is Kind.CHATTER


@pytest.mark.parametrize("text", ["kas laimėjo", "кто победил", "kto wygrał", "kas yra Gludkis"])
def test_what_is_asked_with_it_is_looked_up(text: str) -> None:
    assert taken(text).kind is Kind.QUESTION


def test_names_and_years_are_looked_up_among_small_words() -> None:
    assert taken("good people").kind is Kind.CHATTER
    for text in ("good people of Rudna", "good people 1984", "good people NATO"):
        assert taken(text).kind is Kind.QUESTION, text


def test_capitals_of_a_whole_text_are_no_names() -> None:
    assert taken("GOOD NIGHT PEOPLE").kind is Kind.CHATTER


def test_sums_are_chatter_and_days_are_none() -> None:
    assert taken("12 * (3 + 4)").kind is Kind.CHATTER
    assert taken("2+2=5 Orwell").kind is Kind.QUESTION
    assert taken("27/01/2021").kind is Kind.QUESTION


def test_somebodys_words_are_a_claim_unless_they_ask_or_chat() -> None:
    def said(text: str) -> Kind:
        return understand(text, datetime(2022, 1, 1, tzinfo=UTC), is_said=True).kind

    assert said("ferry tickets free for pensioners") is Kind.CLAIM
    assert said("Are ferry tickets free?") is Kind.QUESTION
    assert said("lol") is Kind.CHATTER


@pytest.mark.parametrize(
    "text",
    [
        "Is it so?\nThe mayor resigned in May 2021",
        "Really? The mayor resigned in May 2021",
        "hey, can anyone confirm this? The mayor resigned in May 2021",
        "Fact check: The mayor resigned in May 2021",
        "The mayor resigned in May 2021 - is that real or fake?",
        "The mayor resigned in May 2021. Is this true?",
    ],
)
def test_that_of_which_it_is_asked_whether_it_is_so_is_a_claim(text: str) -> None:
    claim = taken(text)
    assert (claim.kind, claim.period) == (Kind.CLAIM, None)
    assert claim.terms == ("mayor", "resign", "may", "2021")
    assert claim.text == text


def test_what_a_pasted_text_asks_further_in_makes_it_no_question() -> None:
    told = "The ferry left the pier on Friday with forty people. " * 12
    assert taken(f"{told}Who paid for it? {told}").kind is Kind.CLAIM
    assert taken(f"{told}{told}Who paid for it?").kind is Kind.QUESTION
    assert taken(f"Who paid for it? {told}{told}").kind is Kind.QUESTION


@pytest.mark.parametrize(
    "text", ["Is this true? Who resigned?", "Is it true?", "Is it true that the mayor resigned?"]
)
def test_a_question_behind_such_words_is_one_and_so_are_they_alone(text: str) -> None:
    assert taken(text).kind is not Kind.CLAIM


def test_a_link_is_held_against_the_archive_whatever_stands_beside_it() -> None:
    for text in ("https://news.example.org/a", "wow https://news.example.org/a"):
        question = taken(text)
        assert question.kind is Kind.CLAIM
        assert question.links == ("https://news.example.org/a",)


def test_in_a_language_without_data_all_is_a_question() -> None:
    assert kind_of("Der Hafen ist voll", "de") is Kind.QUESTION


@pytest.mark.parametrize(
    "text", ["Is the mayor 70?", "did the mayor resign", "The mayor resigned?"]
)
def test_what_is_answered_by_yes_or_no_is_a_question_of_that_sort(text: str) -> None:
    question = taken(text)
    assert (question.kind, question.is_yes_or_no) == (Kind.QUESTION, True)


@pytest.mark.parametrize(
    "text", ["When did he resign?", "did he resign and when did he", "mayor salary?", "He resigned"]
)
def test_no_other_question_is_one_of_yes_or_no(text: str) -> None:
    assert not taken(text).is_yes_or_no


def test_times_of_a_claim_neither_filter_nor_prefer_and_stay_terms() -> None:
    claim, question = taken("The mayor died in May 2021"), taken("Which mayor died in May 2021?")
    assert question.period is not None
    assert (claim.period, claim.hint) == (None, None)
    assert claim.terms == ("mayor", "die", "may", "2021")
    assert claim.analyses[0].essential == {"mayor", "die"}


def test_figures_of_a_claim_are_searched_for_and_not_needed() -> None:
    (analysis,) = taken("The court ruled 9-0 on 1,200 cases for $5").analyses
    assert set(analysis.terms) - analysis.essential == {"9", "0", "1200", "5"}


def test_a_claim_of_an_age_looks_for_one() -> None:
    kind = taken("Gludkis is 70").answer_type
    assert kind is not None
    assert kind.name == "age"
    assert taken("Gludkis is 70 metres away").answer_type is None
    asked = taken("Is Gludkis 70?")
    assert asked.answer_type == kind
    assert asked.analyses[0].essential == {"gludki"}


def test_words_to_be_found_as_they_are_state_and_ask_nothing() -> None:
    assert taken('"we will" Gludkis').kind is Kind.QUESTION
    assert not taken('"don\'t"').is_yes_or_no
    assert taken('Gludkis said "no bridge" on Monday').kind is Kind.CLAIM


@pytest.mark.parametrize("text", ["Gludkis plays for Rudna", "Alfonsas Gludkis lives in Klampuva"])
def test_what_somebody_does_somewhere_is_stated(text: str) -> None:
    assert taken(text).kind is Kind.CLAIM


@pytest.mark.parametrize(
    "text",
    [
        "school plays in Rudna",
        "Gludkis plans for Rudna",
        "ferry sinkings this year",
        "tram accidents a month",
        "mayors the whole list",
        "Rudna ferry deaths 48",
    ],
)
def test_things_somewhere_are_looked_for(text: str) -> None:
    assert taken(text).kind is Kind.QUESTION
