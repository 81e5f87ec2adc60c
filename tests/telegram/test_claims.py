"""Replies to what somebody said: they hang on those words, and say what their quotes are."""

import pytest

from tests.telegram.bot_api.people import Chat
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot

CLAIM = "The bridge at Rudna was closed, they say."


@pytest.fixture
def group(api: BotApiServer, bot: RunningBot) -> Chat:
    return api.group()


def hangs_on(api: BotApiServer) -> tuple[int, str]:
    """The message that the next reply is to, and which words of it."""
    reply_to = api.next_reply().params["reply_parameters"]
    return reply_to["message_id"], reply_to.get("quote", "")


def test_the_answer_hangs_on_the_claim_and_not_on_ask(api: BotApiServer, group: Chat) -> None:
    claim = group.member("Ann").says(CLAIM)
    group.member("Jonas").says("/ask", reply_to=claim)
    assert hangs_on(api) == (claim["message_id"], CLAIM)
    assert f"Backissue → Ann «{CLAIM}»:" in group.transcript()


def test_a_part_that_was_picked_out_is_what_it_hangs_on(api: BotApiServer, group: Chat) -> None:
    claim = group.member("Ann").says(f"Listen. {CLAIM} Who knows?")
    picked = {"text": CLAIM, "position": 8, "is_manual": True}
    group.member("Jonas").says("/ask", reply_to=claim, quote=picked)
    assert hangs_on(api) == (claim["message_id"], CLAIM)


def test_of_a_formatted_claim_it_hangs_on_the_longest_plain_words(
    api: BotApiServer, group: Chat
) -> None:
    """Others would have to be sent with the very same formatting."""
    text = f"😀 BREAKING {CLAIM} Wow!"
    bold = [
        {"type": "bold", "offset": 3, "length": 8},
        {"type": "italic", "offset": len(text) - 3, "length": 4},
    ]
    claim = group.member("Ann").sends(text=text, entities=bold)
    group.member("Jonas").says("/ask", reply_to=claim)
    assert hangs_on(api) == (claim["message_id"], CLAIM)


def test_a_claim_that_is_all_bold_is_replied_to_as_a_whole(api: BotApiServer, group: Chat) -> None:
    bold = [{"type": "bold", "offset": 0, "length": len(CLAIM)}]
    claim = group.member("Ann").sends(text=CLAIM, entities=bold)
    group.member("Jonas").says("/ask", reply_to=claim)
    assert hangs_on(api) == (claim["message_id"], "")


def test_on_a_long_claim_it_hangs_by_its_beginning(api: BotApiServer, group: Chat) -> None:
    claim = group.member("Ann").says("The bridge at Rudna is closed. " * 60)
    group.member("Jonas").says("/ask", reply_to=claim)
    message, words = hangs_on(api)
    assert message == claim["message_id"]
    assert len(words) in range(1000, 1025)
    assert words.endswith((".", "is", "at", "The", "bridge", "Rudna"))


def test_a_caption_is_a_claim_too(api: BotApiServer, group: Chat) -> None:
    claim = group.member("Ann").sends(caption=CLAIM, photo=[])
    group.member("Jonas").says("/ask", reply_to=claim)
    assert hangs_on(api) == (claim["message_id"], CLAIM)


def test_a_question_of_ones_own_is_answered_where_it_stands(api: BotApiServer, group: Chat) -> None:
    claim = group.member("Ann").says(CLAIM)
    asked = group.member("Jonas").says("/ask Who built the ferry of Kaunas?", reply_to=claim)
    assert hangs_on(api) == (asked["message_id"], "")


def test_talk_behind_an_answer_to_a_claim_is_answered_where_it_stands(
    api: BotApiServer, group: Chat
) -> None:
    claim, jonas = group.member("Ann").says(CLAIM), group.member("Jonas")
    jonas.says("/ask", reply_to=claim)
    answered = api.next_reply().message
    asked = jonas.says("and in 2019?", reply_to=answered)
    assert hangs_on(api) == (asked["message_id"], "")


def test_a_claim_that_was_deleted_is_answered_all_the_same(api: BotApiServer, group: Chat) -> None:
    ann = group.member("Ann")
    claim = ann.says(CLAIM)
    ann.deletes(claim)
    group.member("Jonas").says("/ask", reply_to=claim)
    assert "You said: The bridge" in api.next_reply().text


def test_an_outlet_named_in_the_reply_is_the_only_one_searched(
    api: BotApiServer, archive: FakeArchive
) -> None:
    with RunningBot(api, archive, outlets=lambda: ("Nemunas Herald", "BNS")):
        group = api.group()
        claim = group.member("Ann").says("until:2020 The bridge at Rudna was closed.")
        group.member("Jonas").says("/ask what did the Nemunas Herald write?", reply_to=claim)
        api.next_reply()
        group.member("Petras").says("/ask not BNS", reply_to=claim)
        api.next_reply()
    assert archive.said == [
        "until :2020 The bridge at Rudna was closed. source:NemunasHerald",
        "until :2020 The bridge at Rudna was closed. -source:BNS",
    ]
