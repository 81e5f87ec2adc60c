"""As many at once as Telegram takes no answers for: each is answered, and once."""

from collections import Counter

from bot.telegram.transport.pacing import Pacing
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot


def test_many_chats_and_one_group_of_many_are_answered_once_each_where_telegram_limits_floods(
    api: BotApiServer, archive: FakeArchive
) -> None:
    api.limit_floods()
    group, chats = api.group(), [api.private(f"Person {number}") for number in range(35)]
    for number in range(5):
        group.member(f"Member {number}").says("/ask dam")
    for chat in chats:
        assert chat.person.says("river")
    with RunningBot(api, archive, pacing=Pacing):
        for _ in range(40):
            api.next_reply(timeout=30)
    answered = Counter(sent.message["chat"]["id"] for sent in api.sent)
    assert answered == Counter({group.id: 5, **{chat.id: 1 for chat in chats}})
    at = sorted(sent.at for sent in api.sent)
    assert all(later - earlier > 0.9 for earlier, later in zip(at, at[30:], strict=False))
