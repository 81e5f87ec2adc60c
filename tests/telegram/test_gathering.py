"""An album, or what is passed on at once, is one question."""

import pytest

from bot.render.english import telegram as texts
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import Json, private
from tests.telegram.running import FakeArchive, RunningBot

PHOTO = {"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}
ORIGIN = {"type": "hidden_user", "sender_user_name": "Jonas", "date": 1}


def asked_at_once(api: BotApiServer, archive: FakeArchive, *messages: Json) -> list[str]:
    """What the bot says to messages that came while it was away, and to one behind them."""
    for message in messages:
        api.deliver(message)
    with RunningBot(api, archive):
        said = []
        api.deliver(private("Who built the Rudna bridge?"))
        while not archive.texts or archive.texts[-1] != "Who built the Rudna bridge?":
            said.append(api.next_reply().text)
    return said


@pytest.mark.parametrize("place", range(3))
def test_an_album_is_asked_by_the_words_below_one_of_its_pictures(
    api: BotApiServer, archive: FakeArchive, place: int
) -> None:
    album = [private(photo=[PHOTO], media_group_id="7") for _ in range(3)]
    album[place] = private(caption="Is this the dam?", photo=[PHOTO], media_group_id="7")
    asked_at_once(api, archive, *album)
    assert archive.texts == ["Is this the dam?", "Who built the Rudna bridge?"]
    assert texts.WRITTEN_ONLY() not in [one.text for one in api.sent]


@pytest.mark.parametrize("place", range(3))
def test_a_reply_to_any_picture_of_an_album_is_about_the_words_below_one_of_them(
    api: BotApiServer, archive: FakeArchive, place: int
) -> None:
    with RunningBot(api, archive):
        talk = api.group()
        ona, jonas = talk.member("Ona"), talk.member("Jonas")
        words = ("", "The dam broke.", "")
        album = [ona.sends(photo=[PHOTO], caption=one, media_group_id="7") for one in words]
        jonas.says("/ask", reply_to=album[place])
        assert api.next_reply().params["reply_parameters"]["message_id"] == album[1]["message_id"]
    assert archive.said == ["The dam broke."]


def test_an_album_without_words_gets_one_line(api: BotApiServer, archive: FakeArchive) -> None:
    said = asked_at_once(
        api, archive, *(private(photo=[PHOTO], media_group_id="7") for _ in range(4))
    )
    assert said.count(texts.WRITTEN_ONLY()) == 1


def test_what_is_passed_on_at_once_is_one_claim(api: BotApiServer, archive: FakeArchive) -> None:
    lines = ("The dam broke.", "It was old.", "Nobody died.")
    asked_at_once(api, archive, *(private(line, forward_origin=ORIGIN) for line in lines))
    assert archive.said == ["The dam broke.\nIt was old.\nNobody died."]


def test_a_comment_asks_about_what_is_passed_on_behind_it(
    api: BotApiServer, archive: FakeArchive
) -> None:
    asked_at_once(
        api, archive, private("is this true?"), private("The dam broke.", forward_origin=ORIGIN)
    )
    assert archive.said == ["The dam broke."]


def test_what_is_passed_on_later_is_another_claim(api: BotApiServer, archive: FakeArchive) -> None:
    first = private("The dam broke.", forward_origin=ORIGIN)
    later = private("It was old.", forward_origin=ORIGIN)
    asked_at_once(api, archive, first, later | {"date": first["date"] + 5})
    assert archive.said == ["The dam broke.", "It was old."]
