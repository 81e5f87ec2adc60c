"""Addresses in a message, shown or behind words, its own or in what it replies to."""

import pytest

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import Json, group, private
from tests.telegram.running import FakeArchive

pytestmark = pytest.mark.usefixtures("bot")

PAGE = "https://herald.example/bridge-at-rudna"


def behind(word: str, text: str) -> Json:
    place = {"offset": text.index(word), "length": len(word)}
    return {"entities": [{"type": "text_link", "url": PAGE, **place}]}


def test_an_address_behind_words_is_asked_too(api: BotApiServer, archive: FakeArchive) -> None:
    api.deliver(private("Is this article right?") | behind("article", "Is this article right?"))
    api.next_reply()
    assert archive.texts == [f"Is this article right? {PAGE}"]


def test_an_address_behind_words_of_somebody_else_is_asked_too(
    api: BotApiServer, archive: FakeArchive
) -> None:
    said = group("The dam broke.", **{"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}})
    api.deliver(group("/ask", reply_to_message=said | behind("dam", "The dam broke.")))
    api.next_reply()
    assert archive.said == [f"The dam broke. {PAGE}"]


def test_an_address_without_its_scheme_gets_one(api: BotApiServer, archive: FakeArchive) -> None:
    text = "😀 look: herald.example/bridge"
    entity = {"type": "url", "offset": 9, "length": 21}
    api.deliver(private(text) | {"entities": [entity]})
    api.next_reply()
    assert archive.texts == ["😀 look: https://herald.example/bridge"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("source:herald.example bridge", "herald.example"),
        ('-source:"herald.example" bridge', "herald.example"),
        ("Amazon.com layoffs", "Amazon.com"),
        ("Who owns X.com/?", "X.com/"),
    ],
)
def test_a_name_that_looks_like_an_address_stays_a_word(
    api: BotApiServer, archive: FakeArchive, text: str, host: str
) -> None:
    entity = {"type": "url", "offset": text.index(host), "length": len(host)}
    api.deliver(private(text) | {"entities": [entity]})
    api.next_reply()
    assert archive.texts == [text]
