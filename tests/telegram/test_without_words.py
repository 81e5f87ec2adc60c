"""Groups: what is asked about a voice, a picture, a sticker."""

import pytest

from bot.render.english import telegram as texts
from tests.telegram.bot_api_server import BotApiServer, Chat
from tests.telegram.messages import Json
from tests.telegram.running import FakeArchive
from tests.telegram.test_group import STICKER

pytestmark = pytest.mark.usefixtures("bot")

VOICE = {"file_id": "a", "file_unique_id": "a", "duration": 3}


@pytest.fixture
def talk(api: BotApiServer) -> Chat:
    return api.group()


@pytest.fixture
def spoken(talk: Chat) -> Json:
    return talk.member("Ona").sends(voice=VOICE)


@pytest.mark.parametrize(
    "words",
    [
        "/ask",
        "/ask@backissue_bot",
        "/ask source?",
        "/ask@backissue_bot is this true?",
        "/ask really",
    ],
)
@pytest.mark.parametrize("sent", [{"voice": VOICE}, {"sticker": STICKER}], ids=["voice", "sticker"])
def test_who_asks_about_what_holds_no_words_is_told_that_only_those_are_read(
    api: BotApiServer, archive: FakeArchive, talk: Chat, words: str, sent: Json
) -> None:
    silent = talk.member("Ona").sends(**sent)
    talk.member("Jonas").says(words, reply_to=silent)
    assert api.next_reply().text == texts.WRITTEN_ONLY()
    assert not archive.texts


def test_a_mention_about_what_holds_no_words_is_told_so_once(
    api: BotApiServer, archive: FakeArchive, talk: Chat, spoken: Json
) -> None:
    for _ in range(2):
        talk.member("Jonas").says("@backissue_bot is this true?", reply_to=spoken)
    assert api.next_reply().text == texts.WRITTEN_ONLY()
    assert api.has_no_reply(0.7)
    assert not archive.texts


def test_a_question_of_ones_own_is_asked_in_reply_to_a_voice_too(
    api: BotApiServer, archive: FakeArchive, talk: Chat, spoken: Json
) -> None:
    talk.member("Jonas").says("/ask Who built the Rudna bridge?", reply_to=spoken)
    api.next_reply()
    assert archive.texts == ["Who built the Rudna bridge?"]


def test_a_sticker_in_reply_to_an_answer_gets_that_line_as_well(
    api: BotApiServer, talk: Chat
) -> None:
    ona = talk.member("Ona")
    ona.says("/ask dam")
    ona.sends(sticker=STICKER, reply_to=api.next_reply().message)
    assert api.next_reply().text == texts.WRITTEN_ONLY()
