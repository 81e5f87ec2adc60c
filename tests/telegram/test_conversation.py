"""What is written behind an answer: changes of the question, thanks, talk."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from bot.render.english import telegram as texts
from retrieval.answer import Answer
from tests.telegram.answers import NEMUNAS, answer, quote
from tests.telegram.bot_api_server import BOT, BotApiServer, Fault, Sent
from tests.telegram.messages import GROUP_CHAT, READER, SENT, Json, from_bot, group, private
from tests.telegram.running import FakeArchive, RunningBot

pytestmark = pytest.mark.usefixtures("bot")


def reply(text: str, shown: Sent | None = None) -> Json:
    """To an answer that was shown, or to another message of the bot's."""
    return group(text, reply_to_message=shown.message if shown else from_bot("Hello."))


def test_a_reply_to_an_answer_changes_its_question(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask drunkest harbours today"))
    api.deliver(reply("and in 2019?", api.next_reply()))
    shown = api.next_reply()
    assert archive.texts[-1] == "drunkest harbours in 2019"
    assert shown.text.splitlines()[0] == "drunkest harbours · in 2019"
    api.deliver(reply("newest first", shown))
    assert api.next_reply().text.splitlines()[0] == "drunkest harbours in 2019 · newest first"
    assert archive.orders == ["best", "best", "newest"]


def test_other_sources_are_asked_for_without_those_that_were_shown(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.articles[NEMUNAS.id] = NEMUNAS
    api.deliver(group("/ask drunkest harbours"))
    api.deliver(reply("other sources?", api.next_reply()))
    shown = api.next_reply().text
    left_out = dict.fromkeys(filter(None, (NEMUNAS.source, NEMUNAS.agency)))
    assert shown.splitlines()[0] == f"drunkest harbours · without {', '.join(left_out)}"
    assert all(name in archive.texts[-1].partition(" -source:")[2] for name in left_out)


def test_who_answers_before_the_receipt_is_there_is_understood_all_the_same(
    api: BotApiServer, archive: FakeArchive
) -> None:
    question = group("/ask drunkest harbours today")
    receipt = {"message_id": question["message_id"] + 1, "date": 1, "chat": question["chat"]}
    api.fail("sendMessage", Fault(done=True, after=0.3, result=receipt))
    api.deliver(question)
    shown = api.next_reply()
    assert shown.message["message_id"] == receipt["message_id"]
    api.deliver(reply("and in 2019?", shown))
    api.next_reply()
    assert archive.texts[-1] == "drunkest harbours in 2019"


def test_in_private_a_few_words_soon_after_an_answer_change_its_question(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for text in ("drunkest harbours today", "and in 2019?", "Rudna"):
        api.deliver(private(text))
        api.next_reply()
    assert archive.texts == ["drunkest harbours today", "drunkest harbours in 2019", "Rudna"]


def test_a_short_question_behind_an_answer_is_about_the_same(
    api: BotApiServer, archive: FakeArchive
) -> None:
    for text in ("Rudna bridge collapse in 2019", "who paid?", "who is the mayor?"):
        api.deliver(private(text))
        shown = api.next_reply()
        if text == "who paid?":
            assert shown.text.splitlines()[0] == "Rudna bridge collapse in 2019 · who paid?"
    assert archive.texts[1:] == ["who paid Rudna bridge collapse in 2019?", "who is the mayor?"]
    api.deliver(group("/ask Rudna bridge collapse"))
    api.deliver(reply("who is the mayor?", api.next_reply()))
    api.next_reply()
    assert archive.texts[-1] == "who is the mayor Rudna bridge collapse?"


def test_what_words_of_two_questions_find_is_no_plain_answer(
    api: BotApiServer, archive: FakeArchive
) -> None:
    shown = []
    for text in ("Rudna bridge collapse", "who paid?", "newest first"):
        api.deliver(private(text))
        shown.append(texts.NEAREST() in api.next_reply().text)
    assert shown == [False, True, True]


def test_chatter_between_changes_no_question(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = lambda text: answer(*([] if text == "lol" else [quote("It sank.")]))
    for text in ("drunkest harbours today", "lol", "and in 2019?"):
        api.deliver(private(text))
        api.next_reply()
    assert archive.texts[-1] == "drunkest harbours in 2019"


def test_more_of_nothing_is_no_more(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = lambda text: answer(question=text)
    for text in ("drunkest harbours today", "more"):
        api.deliver(private(text))
        shown = api.next_reply()
    assert shown.text == texts.NO_MORE()
    assert archive.texts == ["drunkest harbours today"]


def test_a_claims_follow_up_is_a_claim(api: BotApiServer, archive: FakeArchive) -> None:
    claim = group("The dam broke.", **{"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}})
    api.deliver(group("/ask", reply_to_message=claim))
    api.deliver(reply("and in 2019?", api.next_reply()))
    api.next_reply()
    assert archive.said == [
        "The dam broke.", "The dam broke since:2019-01-01 until:2019-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["lol", "that is nonsense", "The dam broke in May.", "ok", "why?"])
def test_talk_about_an_answer_is_left_alone(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(reply(text))
    api.deliver(group("/ask last"))
    assert "You said: last" in api.next_reply().text
    assert archive.texts == ["last"]
    assert not api.called("setMessageReaction")


@pytest.mark.parametrize("text", ["good bot", "👍", "ačiū", "спасибо!", "wow thanks man"])
def test_thanks_get_a_reaction(api: BotApiServer, archive: FakeArchive, text: str) -> None:
    message = reply(text)
    api.deliver(message)
    api.wait_for("setMessageReaction")
    (sent,) = api.called("setMessageReaction")
    assert sent["message_id"] == str(message["message_id"])
    assert archive.texts == []


def test_a_question_in_reply_to_an_answer_is_asked(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask dam"))
    api.deliver(reply("who is the mayor of Klampuva?", api.next_reply()))
    api.next_reply()
    assert archive.texts[-1] == "who is the mayor of Klampuva?"


def test_an_edited_question_edits_its_answer(api: BotApiServer, archive: FakeArchive) -> None:
    message = group("/ask ferri")
    api.deliver(message)
    place = api.next_reply().message["message_id"]
    edited = group("/ask ferry") | {"message_id": message["message_id"], "edit_date": SENT + 20}
    api.deliver(edited, kind="edited_message")
    api.wait_for("editMessageText")
    (edit,) = api.called("editMessageText")
    assert edit["message_id"] == str(place)
    assert "You said: ferry" in edit["text"]
    api.deliver(reply("and in 2019?", Sent(*_of(api, place))))
    api.next_reply()
    assert archive.texts == ["ferri", "ferry", "ferry in 2019"]


def _of(api: BotApiServer, place: int) -> tuple[Any, ...]:
    found = next(one for one in api.sent if one.message["message_id"] == place)
    return found.params, found.parsed, found.at, found.message


@pytest.mark.parametrize(
    "fields", [{"text": "ferry"}, {"text": "boat", "edit_date": SENT + 7200}], ids=["same", "late"]
)
def test_an_edit_that_changes_nothing_or_comes_late_is_left_alone(
    api: BotApiServer, archive: FakeArchive, fields: Json
) -> None:
    message = private("ferry")
    api.deliver(message)
    api.next_reply()
    edited = {**message, "edit_date": SENT + 20, **fields}
    api.deliver(edited, kind="edited_message")
    api.deliver(private("Who built the Rudna bridge?"))
    api.next_reply()
    assert archive.texts == ["ferry", "Who built the Rudna bridge?"]
    assert not api.called("editMessageText")


def test_what_is_edited_into_a_question_to_the_bot_is_answered_once(
    api: BotApiServer, archive: FakeArchive
) -> None:
    jonas = api.group().member("Jonas")
    said = jonas.says("ferries in Rudna")
    jonas.edits(said, "@Backissue_Bot ferries in Rudna")
    assert api.next_reply().text
    jonas.edits(said, "@Backissue_Bot ferries in Rudna")
    jonas.says("@Backissue_Bot dam")
    api.next_reply()
    assert archive.texts == ["ferries in Rudna", "dam"]


def test_what_was_talk_to_the_bot_stays_so_when_a_preview_edits_it(
    api: BotApiServer, archive: FakeArchive
) -> None:
    jonas = api.group().member("Jonas")
    jonas.says("/ask dam")
    shown = api.next_reply().message
    talk = jonas.says("nobody knew that back then, my friends", reply_to=shown)
    jonas.says("/ask ferry")
    api.next_reply()
    jonas.edits(talk, "nobody knew who built that dam, or did they?")
    jonas.says("/ask bridge")
    api.next_reply()
    assert archive.texts == ["dam", "ferry", "bridge"]


def test_in_a_group_the_same_question_again_leads_to_its_answer(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(group("/ask ferry strike"))
    first = api.next_reply()
    api.deliver(group("/ask Ferry strike?"))
    again = api.next_reply()
    assert again.text == "Answered above; nothing new since."
    assert again.params["reply_parameters"]["message_id"] == first.message["message_id"]


def test_what_is_new_since_is_shown(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask ferry strike"))
    api.next_reply()
    fresh = replace(NEMUNAS, id="n2", url=None)
    archive.reply = lambda text: answer(quote("Fresh news.", article=fresh), question=text)
    api.deliver(group("/ask ferry strike"))
    shown = api.next_reply().text
    assert shown.startswith("Asked before today; 1 article not shown then")
    assert "Fresh news." in shown
    assert archive.texts == ["ferry strike"] * 2  # looked for once more, not twice


def test_a_shared_question_is_asked_again(
    api: BotApiServer, archive: FakeArchive, bot: RunningBot
) -> None:
    api.deliver(group("/ask ferry strike"))
    api.next_reply()
    with closing(sqlite3.connect(bot.settings.state_file)) as state:
        ((key,),) = state.execute("SELECT key FROM card")
    api.deliver(private(f"/start q_{key}"))
    api.next_reply()
    api.deliver(private("/start q_unknown"))
    assert api.next_reply().text == texts.GONE()
    assert archive.texts == ["ferry strike", "ferry strike"]


def membership(old: str, new: str) -> Json:
    return {
        "chat": GROUP_CHAT, "from": READER, "date": SENT,
        "old_chat_member": {"user": BOT, "status": old},
        "new_chat_member": {"user": BOT, "status": new},
    }  # fmt: skip


def test_added_to_a_group_it_says_one_line(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(membership("left", "member"), kind="my_chat_member")
    assert api.next_reply().text.startswith("Hello!")
    api.deliver(membership("member", "left"), kind="my_chat_member")
    api.deliver(group("/ask dam"))
    assert "You said: dam" in api.next_reply().text


def pages_of(text: str) -> Answer:
    """Quotes of five articles."""
    found = answer(*(quote(f"{text} {n}.", article=replace(NEMUNAS, id=f"{n}")) for n in range(5)))
    return replace(found, total=5)


@pytest.mark.parametrize("words", ["more please", "What else?", "daugiau", "ещё", "więcej"])
def test_a_word_for_more_brings_what_comes_behind_the_quotes(
    api: BotApiServer, archive: FakeArchive, words: str
) -> None:
    archive.reply = pages_of
    ona = api.private("Ona").person
    ona.says("ferry")
    api.next_reply()
    ona.says(words)
    assert api.next_reply().parsed.quotes == ["ferry 3.", "ferry 4."]
    ona.says(words)
    assert api.next_reply().text == texts.NO_MORE()


def test_in_a_group_more_is_told_to_a_reply_and_without_an_answer_it_is_talk(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.reply = pages_of
    chat = api.group()
    ann, jonas = chat.member("Ann"), chat.member("Jonas")
    jonas.says("@Backissue_Bot more")
    ann.says("/ask ferry")
    shown = api.next_reply()
    assert shown.parsed.quotes[0] == "ferry 0."
    jonas.says("next", reply_to=shown.message)
    assert api.next_reply().parsed.quotes == ["ferry 3.", "ferry 4."]
