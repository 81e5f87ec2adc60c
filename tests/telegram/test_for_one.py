"""What only one person of a group sees: some commands of the menu, and their answers."""

import pytest

from tests.telegram.bot_api.people import Chat
from tests.telegram.bot_api_server import BotApiServer, Fault
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def group(api: BotApiServer) -> Chat:
    return api.group()


def test_help_that_only_one_asked_for_only_one_sees(api: BotApiServer, group: Chat) -> None:
    group.member("Ann").whispers("/help")
    help_ = api.next_reply()
    assert help_.message["message_id"] == 0
    assert group.messages == []
    first, second, *_ = group.transcript().splitlines()
    assert (first, second) == ("Ann to Backissue alone: /help", "Backissue to Ann alone:")


def test_the_menu_says_which_commands_are_for_one(api: BotApiServer) -> None:
    api.wait_for("setMyCommands", count=2)
    in_private, in_groups, *_ = api.called("setMyCommands")  # others are in other languages
    assert not any("is_ephemeral" in one for one in in_private["commands"])
    assert in_groups["scope"] == {"type": "all_group_chats"}
    for_one = [one["command"] for one in in_groups["commands"] if one.get("is_ephemeral")]
    assert sorted(for_one) == ["about", "help", "privacy", "sources"]


def test_a_question_behind_such_an_answer_is_answered_to_the_same_one(
    api: BotApiServer, group: Chat
) -> None:
    """Without buttons, and nothing of it is told to the group later."""
    ann = group.member("Ann")
    ann.whispers("/help")
    answer = api.next_reply().message
    ann.whispers("Who closed the bridge at Rudna?", reply_to_message=answer)
    assert "You said: Who closed the bridge" in api.next_reply().text
    assert "[Context]" not in group.transcript()
    assert group.messages == []
    ann.says("/ask and in 2019?")
    asked_in_the_group = api.next_reply()
    assert "Who closed" not in asked_in_the_group.text
    assert asked_in_the_group.message["message_id"] > 0


def test_two_of_one_person_in_one_second_are_two(
    api: BotApiServer, archive: FakeArchive, group: Chat
) -> None:
    ann = group.member("Ann")
    ann.whispers("/ask Who closed the bridge?")
    ann.whispers("/ask Who opened the dam?")
    api.next_reply()
    api.next_reply()
    assert archive.texts == ["Who closed the bridge?", "Who opened the dam?"]


def test_thanks_that_nobody_sees_get_no_reaction(api: BotApiServer, group: Chat) -> None:
    ann = group.member("Ann")
    ann.whispers("/ask thanks!")
    ann.whispers("/about")
    assert "1,204 articles" in api.next_reply().text
    assert api.called("setMessageReaction") == []


def test_an_answer_that_comes_too_late_is_let_go(api: BotApiServer, group: Chat) -> None:
    ann = group.member("Ann")
    api.fail("sendMessage", Fault(400, "Bad Request: BOT_NOT_ADMIN"))
    ann.whispers("/help")
    ann.says("/ask Who opened the dam?")
    assert "You said" in api.next_reply().text
    assert len(group.messages) == 2


def test_where_nobody_knows_whether_it_arrived_it_is_sent_again(
    api: BotApiServer, group: Chat
) -> None:
    """A button under it could not be answered."""
    api.fail("sendMessage", Fault(500))
    group.member("Ann").whispers("/help")
    assert api.next_reply().text.startswith("Ask me anything")
    assert len(api.called("sendMessage")) == 2
