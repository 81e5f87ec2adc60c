"""Groups: what is meant for the bot is answered, all else is left alone."""

from typing import Any

import pytest

from bot.render.english import telegram as texts
from tests.telegram.answers import chatter_or_quote
from tests.telegram.bot_api_server import BOT, BotApiServer
from tests.telegram.messages import GROUP_CHAT, Json, from_bot, group, in_topic
from tests.telegram.parser import parse
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")

CLAIM = {"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}}
OTHER_BOT = {"id": 6, "is_bot": True, "first_name": "Other", "username": "other_bot"}
LINK_TO_ANOTHER = {"type": "text_mention", "offset": 0, "length": 9, "user": OTHER_BOT}
ORIGIN = {"type": "hidden_user", "sender_user_name": "Jonas", "date": 1}
POLL = {
    "id": "1", "question": "Will the dam hold?", "options": [], "total_voter_count": 0,
    "is_closed": False, "is_anonymous": True, "type": "regular", "members_only": False,
    "allows_multiple_answers": False, "allows_revoting": False, "allows_adding_options": False,
}  # fmt: skip
STICKER = {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1}
STICKER |= {"is_animated": False, "is_video": False}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@backissue_bot who built the dam?", "who built the dam?"),
        ("@BackIssue_Bot, who built the dam?", "who built the dam?"),
        ("who built the dam, @backissue_bot?", "who built the dam"),
        ("please /ask@backissue_bot dam", "please  dam"),
        ("😀😀 who built the dam? @backissue_bot", "😀😀 who built the dam?"),
        ("who, @backissue_bot 😀 @backissue_bot built it?", "who,  😀  built it?"),
    ],
)
def test_a_mention_is_a_question_without_the_mention(
    api: BotApiServer, archive: FakeArchive, text: str, asked: str
) -> None:
    api.deliver(group(text))
    api.next_reply()
    assert archive.texts == [asked]


@pytest.mark.parametrize("text", ["help!", "@backissue_bot what can you do", "Who are you?"])
def test_who_asks_about_the_bot_gets_help(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(group(text, reply_to_message=from_bot("An answer.")))
    assert api.next_reply().text == parse(texts.group_help("", hears_all=True)).text
    assert not archive.texts


def test_a_mention_by_link_counts(api: BotApiServer, archive: FakeArchive) -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 9, "user": BOT}
    api.deliver(group("Backissue who built it?") | {"entities": [entity]})
    api.next_reply()
    assert archive.texts == ["who built it?"]


def test_mentions_count_in_whatever_order_they_are_listed(
    api: BotApiServer, archive: FakeArchive
) -> None:
    message = group("@backissue_bot who built it, @backissue_bot")
    api.deliver(message | {"entities": message["entities"][::-1]})
    api.next_reply()
    assert archive.texts == ["who built it"]


def test_what_another_bot_helped_to_write_is_answered(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(group("/ask dam", via_bot=OTHER_BOT))
    api.next_reply()
    assert archive.texts == ["dam"]


def test_a_message_without_a_sender_is_answered(api: BotApiServer, archive: FakeArchive) -> None:
    message = group("/ask dam", sender_chat=GROUP_CHAT)
    del message["from"]
    api.deliver(message)
    api.next_reply()
    assert archive.texts == ["dam"]


def test_a_mention_in_a_caption_counts(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group(caption="@backissue_bot the dam", photo=[]))
    api.next_reply()
    assert archive.texts == ["the dam"]


def test_a_bare_mention_in_reply_to_a_claim_asks_the_claim(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(group("@backissue_bot", reply_to_message=group("The dam broke.") | CLAIM))
    api.next_reply()
    assert archive.texts == ["The dam broke."]


def test_words_replied_to_are_asked_as_somebodys_statement(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(group("/ask", reply_to_message=group("The dam broke.") | CLAIM))
    api.deliver(
        group("/ask who built the Rudna bridge?", reply_to_message=group("The dam broke.") | CLAIM)
    )
    api.next_reply()
    api.next_reply()
    assert archive.said == ["The dam broke."]
    assert len(archive.texts) == 2


def test_chatter_is_answered_by_silence(api: BotApiServer, archive: FakeArchive) -> None:
    archive.reply = chatter_or_quote
    api.deliver(group("@backissue_bot tell me a joke"))
    api.deliver(group("/ask last"))
    assert "You said: last" in api.next_reply().text
    assert archive.texts == ["last"]


CHECKS = [
    "@backissue_bot is this true?", "/ask is this true?", "@backissue_bot really?", "/ask 👆",
    "source? @backissue_bot", "/ask this", "/ask ?", "@backissue_bot?", "/ask Fact-check please!",
]  # fmt: skip


@pytest.mark.parametrize("text", CHECKS)
def test_asked_only_whether_a_claim_is_true_the_claim_is_looked_for(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    api.deliver(group(text, reply_to_message=group("The dam broke.") | CLAIM))
    api.next_reply()
    assert archive.texts == ["The dam broke."]


def test_checking_words_are_asked_where_there_is_no_claim(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.deliver(group("/ask fact check"))
    api.next_reply()
    assert archive.texts == ["fact check"]


@pytest.mark.parametrize(
    "fields",
    [
        {"reply_to_message": group("The -dam gate- source: me, “broke”") | CLAIM},
        {"text": "@backissue_bot the -dam gate- source: me, “broke”", "forward_origin": ORIGIN},
    ],
    ids=["replied", "forwarded"],
)
def test_other_peoples_words_hold_no_operators(
    api: BotApiServer, archive: FakeArchive, fields: Json
) -> None:
    api.deliver(group(fields.pop("text", "/ask"), **fields))
    api.next_reply()
    assert archive.texts[0].lower() == "the - dam gate- source : me,  broke "


def test_a_poll_is_asked_by_its_question(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("/ask", reply_to_message=group(poll=POLL) | CLAIM))
    api.next_reply()
    assert archive.texts == ["Will the dam hold?"]


def test_a_part_picked_out_of_the_bots_own_words_is_asked(
    api: BotApiServer, archive: FakeArchive
) -> None:
    part = {"text": "Alfonsas Gludkis", "position": 5, "is_manual": True}
    api.deliver(group("/ask", reply_to_message=from_bot("Said Alfonsas Gludkis."), quote=part))
    api.next_reply()
    assert archive.texts == ["Alfonsas Gludkis"]


@pytest.mark.parametrize("text", ["@backissue_bot", "@backissue_bot?", "…, @backissue_bot!"])
def test_a_bare_mention_gets_a_hint(api: BotApiServer, text: str) -> None:
    api.deliver(group(text))
    assert api.next_reply().text == parse(texts.HINT()).text


def test_a_reply_to_the_bot_is_a_question(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(group("and the bridge?", reply_to_message=from_bot("Nothing")))
    api.next_reply()
    assert archive.texts == ["and the bridge?"]


def test_a_sticker_in_reply_to_the_bot_gets_one_line(api: BotApiServer) -> None:
    api.deliver(group(sticker=STICKER, reply_to_message=from_bot("Nothing")))
    assert api.next_reply().text == texts.WRITTEN_ONLY()


def test_somebody_without_a_name_is_answered(api: BotApiServer, archive: FakeArchive) -> None:
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    api.deliver(group("/ask dam", **{"from": hidden}, sender_chat=GROUP_CHAT))
    api.next_reply()
    assert archive.texts == ["dam"]


@pytest.mark.parametrize(
    "message",
    [
        group("The dam broke."),
        group("/weather Rudna"),
        group("/ask@other_bot dam"),
        group("@other_bot dam"),
        group("mail me@backissue_bot.example"),
        group("/ask@other_bot dam", reply_to_message=from_bot("Nothing")),
        group("/ask dam", **{"from": OTHER_BOT}),
        group("@backissue_bot dam", **{"from": OTHER_BOT}),
        group("@backissue_bot dam", via_bot=BOT),
        group("@backissue_bot dam", is_automatic_forward=True),
        group(new_chat_members=[BOT]),
        group("Other bot, the dam?") | {"entities": [LINK_TO_ANOTHER]},
        group("the dam?", reply_to_message=group("It broke.", **{"from": OTHER_BOT})),
        group("thanks!"),
        group("help!"),
        group(sticker=STICKER),
        in_topic(group("The dam broke."), 9),
    ],
    ids=lambda message: str(message.get("text", "notice")),
)
def test_what_is_not_for_the_bot_is_left_alone(
    api: BotApiServer, archive: FakeArchive, message: Json
) -> None:
    api.deliver(message)
    api.deliver(group("/ask last"))
    assert "You said: last" in api.next_reply().text
    assert archive.texts == ["last"]


def test_a_reply_stays_in_its_topic(api: BotApiServer) -> None:
    message = in_topic(group("/ask dam"), 9)
    api.deliver(message)
    sent: dict[str, Any] = api.next_reply().params
    assert sent["message_thread_id"] == "9"
    assert sent["reply_parameters"] == {
        "message_id": message["message_id"],
        "allow_sending_without_reply": True,
    }


def test_ask_alone_in_a_topic_gets_a_hint(api: BotApiServer) -> None:
    api.deliver(in_topic(group("/ask"), 9))
    assert api.next_reply().text == parse(texts.HINT()).text


def test_a_thread_outside_topics_is_not_named(api: BotApiServer) -> None:
    api.deliver(group("/ask dam", message_thread_id=9))
    assert "message_thread_id" not in api.next_reply().params
