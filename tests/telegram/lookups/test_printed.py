"""Names in small letters behind an answer."""

from bot.telegram.showing.lookups import Lookups
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.messages import private
from tests.telegram.running import FakeArchive, RunningBot


def test_a_name_in_small_letters_takes_the_place_of_one_if_the_archive_has_it(
    api: BotApiServer, archive: FakeArchive
) -> None:
    names = Lookups(printed=lambda text: text.replace("rudna", "Rudna").replace("arda", "Arda"))
    with RunningBot(api, archive, lookups=names):
        for text in ("how many ferries has rudna", "and arda?"):
            api.deliver(private(text))
            api.next_reply()
    assert archive.texts == ["how many ferries has rudna", "how many ferries has Arda"]
