"""What a reply to somebody's message is about: that message, or a question of its own."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retrieval.conversation.remark import Remark, Whose, asks_something, read_remark

LINES = (Path(__file__).parents[2] / "data" / "replies.jsonl").read_text("utf-8").splitlines()
JUDGED = [json.loads(line) for line in LINES]


def read(text: str) -> Remark:
    return read_remark(text, datetime(2022, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("whose", list(Whose))
def test_replies_are_taken_for_what_they_are(whose: Whose) -> None:
    texts = [one["text"] for one in JUDGED if one["whose"] == whose]
    assert len(texts) >= 20
    assert [text for text in texts if read(text).whose is not whose] == []


def test_what_adds_to_a_message_adds_its_time_and_its_names() -> None:
    added = {one["text"]: (one["added"],) for one in JUDGED if "added" in one}
    assert {text: read(text).added for text in added} == added


def test_names_that_stand_together_are_one() -> None:
    assert read("was it Angela Merkel in May 2021?").added == ("in May 2021", "Angela Merkel")


@pytest.mark.parametrize("text", ["", "?", "👆", "\ud83d", "...", "a" * 400, "12"])
def test_a_reply_without_words_is_about_the_message(text: str) -> None:
    assert read(text) == Remark(Whose.THEIRS)


def test_a_long_question_is_of_its_own_though_it_refers_to_something() -> None:
    text = "is it true that Gludkis sold the Rudna ferry to Klampuva for nothing?"
    assert read(text).whose is Whose.OWN


@pytest.mark.parametrize(
    "text",
    ["who broke it", "is the bridge open", "Rudna?", "ferry strike", "war in Rudna", "кто победил",
     "kas laimėjo rinkimus", "kto wygrał wybory", "tell me more about Gludkis"],
)  # fmt: skip
def test_questions_and_key_words_ask(text: str) -> None:
    assert asks_something(text)


@pytest.mark.parametrize(
    "text",
    ["The dam broke in May.", "that is nonsense", "lol", "he should resign", "нет, это ерунда",
     "netiesa", "so what?", "Gludkis is an idiot", "what a mess", "what an interesting ferry"],
)  # fmt: skip
def test_comments_do_not(text: str) -> None:
    assert not asks_something(text)


OUTLETS = ("BNS", "LRT English", "The Week", "USA Today", "rudnaherald.com")


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("what did BNS write about this?", ("BNS",)),
        ("did USA Today report it", ("USA Today",)),
        ("LRT?", ("LRT English",)),
        ("ką apie tai rašė BNS?", ("BNS",)),
        ("а что об этом пишет BNS", ("BNS",)),
        ("co o tym pisze BNS?", ("BNS",)),
        ("what did The Week and USA Today write", ("The Week", "USA Today")),
        ("was that this week?", ()),
        ("is that from the week before?", ()),
        ("what does the week say", ("The Week",)),
        ("what did usa today say about this", ("USA Today",)),
        ("what did rudna herald write about this", ("rudnaherald.com",)),
        ("what did Gazette write about this?", ()),
    ],
)
def test_an_outlet_in_a_reply_is_where_to_look(text: str, sources: tuple[str, ...]) -> None:
    assert read_remark(text, datetime(2022, 1, 1, tzinfo=UTC), OUTLETS).sources == sources


@pytest.mark.parametrize(
    "text",
    ["not USA Today", "not usa today", "any source other than USA Today?", "and without USA Today?",
     "ne USA Today", "кроме usa today", "bez USA Today"],
)  # fmt: skip
def test_an_outlet_that_a_reply_does_not_want_is_left_out(text: str) -> None:
    remark = read_remark(text, datetime(2022, 1, 1, tzinfo=UTC), OUTLETS)
    assert remark == Remark(Whose.BOTH, without=("USA Today",))


def test_a_time_beside_an_outlet_is_added_and_the_outlet_is_not() -> None:
    remark = read_remark("what did BNS write in 2021?", datetime(2022, 1, 1, tzinfo=UTC), OUTLETS)
    assert remark == Remark(Whose.BOTH, ("in 2021",), ("BNS",))


def test_the_name_of_an_outlet_is_no_time() -> None:
    text = "what did usa today say about this"
    remark = read_remark(text, datetime(2022, 1, 1, tzinfo=UTC), OUTLETS)
    assert remark == Remark(Whose.BOTH, (), ("USA Today",))
