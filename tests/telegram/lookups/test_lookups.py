"""`/timeline`, `/latest`, `/said`, `/first`, `/sources`."""

from collections.abc import Callable

import pytest

from bot.render.english import lookups as texts
from tests.telegram.bot_api_server import BotApiServer, Fault, Sent
from tests.telegram.lookups.conftest import FERRY
from tests.telegram.messages import Json, group, private
from tests.telegram.parser import parse

pytestmark = pytest.mark.usefixtures("over_archive")

CLAIM = {"from": {"id": 5, "is_bot": False, "first_name": "Jonas"}}


@pytest.fixture
def reply_to(api: BotApiServer) -> Callable[[Json], Sent]:
    def reply(message: Json) -> Sent:
        api.deliver(message)
        return api.next_reply(timeout=20)

    return reply


def test_a_timeline_is_a_picture_and_says_what_it_shows(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(private("/timeline ferry"))
    assert reply.message["photo"]
    caption = reply.text
    assert caption.startswith("ferry\nShare of each week’s articles with “ferry”")
    assert "7 of 97 articles, 7.2%" in caption
    assert "1. 1 to 7 Feb 2021: 5 of 12 articles, 42%\nFerry aground, day" in caption
    assert any(entity.url == "https://herald.example/f3" for entity in reply.parsed.entities)


def test_where_pictures_are_not_allowed_the_words_come_alone(
    api: BotApiServer, reply_to: Callable[[Json], Sent]
) -> None:
    refusal = "Bad Request: not enough rights to send photos to the chat"
    api.fail("sendPhoto", Fault(400, refusal))
    reply = reply_to(group("/timeline ferry"))
    assert "photo" not in reply.message
    assert "7 of 97 articles" in reply.text


def test_a_timeline_of_nothing_says_what_was_searched(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(private("/timeline zebra"))
    assert "No article in this archive has these words" in reply.text
    assert "97 articles" in reply.text
    assert "photo" not in reply.message


def test_a_timeline_of_what_is_replied_to(reply_to: Callable[[Json], Sent]) -> None:
    asked = group("/timeline", reply_to_message=group("The ferry?") | CLAIM)
    assert reply_to(asked).message["photo"]


@pytest.mark.parametrize(
    ("command", "told"),
    [("/timeline", "7 of 97 articles"), ("/first", "3 Feb 2021"), ("/said", "word for word")],
)
def test_a_command_in_reply_to_an_answer_is_about_its_question(
    reply_to: Callable[[Json], Sent], command: str, told: str
) -> None:
    shown = reply_to(group("/ask ferry"))
    assert told in reply_to(group(command, reply_to_message=shown.message)).text


def test_the_latest_articles_come_with_date_outlet_and_headline(
    reply_to: Callable[[Json], Sent],
) -> None:
    reply = reply_to(private("/latest"))
    lines = reply.text.splitlines()
    assert lines[0] == "The newest articles:"
    assert lines[2:4] == ["Fri 2 Apr 2021, 09:30 (UTC) · Baltic Post", "Ferry sails"]
    assert lines[5:7] == ["Wed 31 Mar 2021 · Nemunas Herald", "Rain, day 89"]
    assert len([line for line in lines if " · " in line]) == 10


def test_the_latest_of_one_outlet_by_any_name(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(group("/latest baltic"))
    assert reply.text.startswith("The newest of Baltic Post:")
    assert "Herald" not in reply.text


def test_an_outlet_that_there_is_not_is_answered_with_those_there_are(
    reply_to: Callable[[Json], Sent],
) -> None:
    reply = reply_to(private("/latest <gazette>"))
    assert reply.text == (
        "No outlet here is called “<gazette>”. There are: Nemunas Herald, Baltic Post."
    )


def test_a_quotation_is_found_word_for_word(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(private("/said “the FERRY ran aground near Klampuva & nobody was hurt”"))
    assert reply.text.startswith("Printed, word for word, in 6 articles; first:\n\nWed 3 Feb 2021")
    assert reply.parsed.quotes == [FERRY]
    assert "Then in: Nemunas Herald (Thu 4 Feb 2021)" in reply.text


def test_of_a_quotation_that_differs_the_words_are_shown(reply_to: Callable[[Json], Sent]) -> None:
    quoted = group("The ferry ran aground near Rudna & nobody was hurt.") | CLAIM
    reply = reply_to(group("/said", reply_to_message=quoted))
    assert reply.text.startswith("Not printed so. The nearest:")
    assert "said “Rudna”, printed “Klampuva”" in reply.text
    assert reply.parsed.quotes == [FERRY]


def test_what_was_never_said_is_absent(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(private("/said Zebras crossed the frozen delta singing loudly"))
    assert reply.text == "Not in this archive, nor anything near it."


def test_of_words_that_very_many_print_the_first_is_found(
    reply_to: Callable[[Json], Sent],
) -> None:
    reply = reply_to(private('/first "the"'))
    assert reply.text.startswith("Printed, word for word, in 7 articles. The first:\n\nWed 3 Feb")


def test_the_first_printing_of_very_words(reply_to: Callable[[Json], Sent]) -> None:
    reply = reply_to(private("/first ferry ran aground"))
    assert reply.text.startswith("Printed, word for word, in 6 articles. The first:\n\nWed 3 Feb")
    assert reply.parsed.quotes == [FERRY]


def test_the_earliest_that_answers_where_the_words_stand_nowhere(
    reply_to: Callable[[Json], Sent],
) -> None:
    reply = reply_to(private("/first When did a ferry run aground near Klampuva?"))
    assert reply.text.startswith("Not printed in these words. The earliest")
    assert "Wed 3 Feb 2021" in reply.text
    assert len(reply.parsed.quotes) == 1


def test_nothing_is_first_where_nothing_answers(reply_to: Callable[[Json], Sent]) -> None:
    assert reply_to(private("/first zebras")).text == texts.NOT_PRINTED()


def test_the_sources_are_told_with_their_days(reply_to: Callable[[Json], Sent]) -> None:
    lines = reply_to(private("/sources")).text.splitlines()
    assert lines == [
        "97 articles of 2 outlets.",
        "• Nemunas Herald: 96 articles on 90 days, Fri 1 Jan 2021 to Wed 31 Mar 2021",
        "• Baltic Post: 1 article on 1 day, Fri 2 Apr 2021",
    ]


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("/timeline", texts.TIMELINE_HINT()),
        ("/said", texts.SAID_HINT()),
        ("/first@backissue_bot", texts.FIRST_HINT()),
    ],
)
@pytest.mark.parametrize("chat", [private, group])
def test_a_command_alone_gets_a_hint(
    reply_to: Callable[[Json], Sent], command: str, hint: str, chat: Callable[..., Json]
) -> None:
    assert reply_to(chat(command)).text == parse(hint).text
