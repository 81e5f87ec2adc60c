"""Who is answered."""

from dataclasses import replace

import pytest

from bot.render.english.telegram import TOO_MANY
from bot.telegram.admission.access import Access
from bot.telegram.admission.limits import Limits
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import READER, group, private
from tests.telegram.running import FakeArchive, RunningBot

GROUP, FRIEND, ADMIN, STRANGER = -1001, 7, 8, 9


def access(*, private: bool = False, allow: int = 0, block: int = 0) -> Access:
    return Access(frozenset({allow} - {0}), frozenset({block} - {0}), frozenset({ADMIN}), private)


@pytest.mark.parametrize(
    ("one", "chat", "person", "is_answered"),
    [
        (access(), GROUP, STRANGER, True),
        (access(), None, None, True),
        (access(private=True), STRANGER, STRANGER, False),
        (access(private=True), None, STRANGER, False),
        (access(private=True), None, None, False),
        (access(private=True), GROUP, ADMIN, True),
        (access(private=True, allow=GROUP), GROUP, STRANGER, True),
        (access(private=True, allow=FRIEND), None, FRIEND, True),
        (access(private=True, allow=FRIEND), GROUP, STRANGER, False),
        (access(allow=GROUP), STRANGER, STRANGER, False),
        (access(allow=GROUP), GROUP, None, True),
        (access(block=STRANGER), GROUP, STRANGER, False),
        (access(block=GROUP), GROUP, ADMIN, False),
        (access(block=ADMIN), ADMIN, ADMIN, False),
        (access(allow=FRIEND, block=FRIEND), FRIEND, FRIEND, False),
    ],
)
def test_who_is_answered(
    one: Access, chat: int | None, person: int | None, is_answered: bool
) -> None:
    assert one.is_answered(chat, person) is is_answered


def test_a_private_bot_is_silent_to_strangers_and_answers_its_own(
    api: BotApiServer, archive: FakeArchive
) -> None:
    bot = RunningBot(api, archive)
    access = Access(allow=frozenset({-1001}), private=True)
    bot.settings = replace(bot.settings, access=access)
    api.deliver(private("Where is the dam?"))
    api.deliver({"id": "1", "from": READER, "query": "dam", "offset": ""}, kind="inline_query")
    api.deliver(group("/ask ferry"))
    with bot:
        assert "ferry" in api.next_reply().text
        assert archive.texts == ["ferry"]


def test_who_asks_too_much_is_told_once(api: BotApiServer, archive: FakeArchive) -> None:
    bot = RunningBot(api, archive)
    bot.settings = replace(bot.settings, limits=lambda: Limits(person=2))
    for number in range(4):
        api.deliver(private(f"dam {number}"))
    with bot:
        replies = [api.next_reply().text for _ in range(3)]
        api.deliver(group("/ask ferry", **{"from": {**READER, "id": 78}}))
        replies.append(api.next_reply().text)
    assert [text == TOO_MANY() for text in replies] == [False, False, True, False]
    assert archive.texts == ["dam 0", "dam 1", "ferry"]
