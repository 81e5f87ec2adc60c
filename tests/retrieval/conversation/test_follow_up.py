"""A few words behind an answer, put into the question that was answered."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.conversation.changes import Before, Change, FollowUp, What
from retrieval.conversation.follow_up import follow_up
from retrieval.verbatim.chronology import Order

DATA = Path(__file__).parents[2] / "data"
LINES = (DATA / "follow_ups.jsonl").read_text("utf-8").splitlines()
JUDGED = [json.loads(line) for line in LINES]
NOW = datetime(2026, 11, 26, tzinfo=UTC)
OUTLETS = (
    "LRT English", "BBC News", "USA Today", "CNN", "The Week", "Delfi", "BNS", "Reuters",
)  # fmt: skip


def asked(old: str, new: str, *, is_said: bool = False) -> FollowUp | None:
    return follow_up(Before(old, NOW, is_said), new, NOW, OUTLETS)


def text_of(old: str, new: str, *, is_said: bool = False) -> str | None:
    found = asked(old, new, is_said=is_said)
    return found.text if found else None


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: f"{one['before']}; {one['new']}")
def test_new_words_are_put_into_the_old_question(one: dict[str, str | None]) -> None:
    found = asked(str(one["before"]), str(one["new"]))
    assert (found.text if found else None) == one["asked"]
    assert (found.order if found else None) == one.get("order")


def test_what_was_changed_comes_as_values() -> None:
    found = asked("ferry strike in 2019", "and in 2021? only BNS, newest first")
    assert found is not None
    assert found.about == "ferry strike"
    assert found.changes == (
        Change(What.TIME, "in 2021"),
        Change(What.OUTLET, "BNS"),
        Change(What.ORDER, "newest"),
    )


def test_of_a_claim_a_time_narrows_as_an_operator_does() -> None:
    text = "The ferry sank since:2021-01-01 until:2021-12-31"
    assert text_of("The ferry sank", "and in 2021?", is_said=True) == text
    again = text_of(text, "and in 2020?", is_said=True)
    assert again == "The ferry sank since:2020-01-01 until:2020-12-31"


@pytest.mark.parametrize(
    ("new", "is_joined"),
    [("who scored?", True), ("when was that", True), ("why?", True), ("did it sink?", True),
     ("who was the captain?", False), ("how old is the mayor?", False),
     ("who scored in 2020?", False)],
)  # fmt: skip
def test_a_short_question_goes_on_where_nobody_would_ask_it_alone(
    new: str, is_joined: bool
) -> None:
    found = asked("ferry strike", new)
    assert found is not None
    assert (found.changes, found.about) == ((Change(What.QUESTION, new),), "ferry strike")
    assert found.is_joined is is_joined


def test_a_second_short_question_is_about_what_the_first_was_about() -> None:
    first = asked("ferry race in 2018", "who won?")
    assert first is not None
    changed = follow_up(Before(first.text, NOW, behind=first.behind), "and in 2020?", NOW, OUTLETS)
    assert changed is not None
    assert changed.text == "who won ferry race in 2020?"
    second = follow_up(Before(changed.text, NOW, behind=changed.behind), "when was that", NOW)
    assert second is not None
    assert (second.text, second.about) == (
        "when was that ferry race in 2020?", "ferry race in 2020",
    )  # fmt: skip


def test_of_a_claim_a_short_question_asks_without_its_time() -> None:
    found = asked("The ferry sank in 2021", "how many were on board?", is_said=True)
    assert found is not None
    assert (found.text, found.is_said) == ("how many were on board ferry sank?", False)


def test_an_order_stays_until_another_is_asked_for() -> None:
    before = Before("ferry", NOW, order=Order.NEWEST)
    found = follow_up(before, "and in 2021?", NOW)
    assert found is not None
    assert found.order is Order.NEWEST


def test_a_time_that_stays_is_read_as_when_it_was_asked() -> None:
    then = datetime(2022, 3, 1, tzinfo=UTC)
    kept = follow_up(Before("ferry last year", then), "only BNS", NOW, OUTLETS)
    new = follow_up(Before("ferry last year", then), "this year", NOW, OUTLETS)
    assert kept is not None
    assert new is not None
    assert (kept.asked_at, new.asked_at) == (then, NOW)


def test_an_outlet_in_the_question_itself_gives_way() -> None:
    assert text_of("what did LRT say on Rudna in 2020", "and Delfi?") == (
        "what did Delfi say on Rudna in 2020"
    )


@pytest.mark.parametrize(
    ("new", "then"),
    [("only rudna herald", 'source:"rudna herald"'), ("not rudna herald", '-source:"rudna herald"'),
     ("only bns", "source:bns"), ("and the sunday today?", 'source:"sunday today"'),
     ("tik klampuva", "source:klampuva"), ("without klampuva", "-source:klampuva"),
     ("только sunday today", 'source:"sunday today"')],
)  # fmt: skip
def test_an_outlet_is_known_in_small_letters_and_before_a_time(new: str, then: str) -> None:
    outlets = ("rudnaherald.com", "klampuva.lt", "Sunday Today", "BNS")
    found = follow_up(Before("ferry strike", NOW), new, NOW, outlets)
    assert found is not None
    assert then in found.text.split("ferry strike ")[1]
    assert all(one.what in (What.OUTLET, What.EXCLUDED) for one in found.changes)


@pytest.mark.parametrize(
    ("old", "new", "then"),
    [
        ("ferry", "not BNS", "ferry -source:BNS"),
        ("ferry source:BNS", "not BNS", "ferry -source:BNS"),
        ("ferry source:LRT source:BNS", "not bns", "ferry source:LRT -source:bns"),
        ("ferry -source:BNS", "without CNN", "ferry -source:BNS -source:CNN"),
        ("ferry -source:BNS", "only CNN", "ferry source:CNN"),
        ("ferry", "-source:Delfi", "ferry -source:Delfi"),
        ("ferry", "and in 2021, but not Reuters", "ferry in 2021 -source:Reuters"),
        ("ferry", "ne iš BNS", "ferry -source:BNS"),
        ("ferry", "кроме CNN", "ferry -source:CNN"),
        ("ferry", "кроме usa today", 'ferry -source:"usa today"'),
        ("ferry", "bez Reuters", "ferry -source:Reuters"),
    ],
)
def test_an_outlet_may_be_left_out(old: str, new: str, then: str) -> None:
    assert text_of(old, new) == then


@pytest.mark.parametrize(
    "new",
    ["other sources?", "any other source", "who else reported it?", "from another outlet please",
     "kiti šaltiniai?", "kas dar rašė?", "другие источники?", "кто ещё об этом писал?",
     "inne źródła?", "kto jeszcze o tym pisał?"],
)  # fmt: skip
def test_other_sources_are_others_than_were_shown(new: str) -> None:
    before = Before("ferry source:BNS", NOW, outlets=("BNS", "LRT English"))
    found = follow_up(before, new, NOW, OUTLETS)
    assert found is not None
    assert found.text == 'ferry -source:BNS -source:"LRT English"'
    assert found.changes == (Change(What.EXCLUDED, "BNS, LRT English"),)


def test_one_change_follows_another() -> None:
    first = text_of("elections in Estonia", "and in Latvia?")
    second = text_of(str(first), "and in 2019?")
    assert text_of(str(second), "only BNS") == "elections in Latvia in 2019 source:BNS"


@pytest.mark.parametrize("new", ["", "?", "👍", "in " * 2000, "\ud83d", "0" * 5000])
def test_what_cannot_be_a_change_is_none(new: str) -> None:
    assert asked("ferry", new) is None


@given(st.text(), st.text())
def test_any_two_texts_are_read(old: str, new: str) -> None:
    found = asked(old, new)
    assert found is None or found.changes


def test_chatter_changes_nothing() -> None:
    lines = (DATA / "chatter.jsonl").read_text("utf-8").splitlines()
    texts = [one["text"] for one in map(json.loads, lines) if one["kind"] == "chatter"]
    assert len([text for text in texts if asked("ferry strike", text)]) <= len(texts) / 100
