"""Conversations in Lithuanian, Russian and Polish, as people in the chat see them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.telegram.telling import following
from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answer import Copy
from tests.telegram.answers import answer, quote
from tests.telegram.bot_api.people import Chat, Person
from tests.telegram.bot_api.refusals import Fault
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.running import FakeArchive, RunningBot
from tests.telegram.test_telling import following_bot

DAM = Article(
    id="dam",
    title="A dam at Rudna",
    published=datetime(2021, 1, 27, 10, 0, tzinfo=UTC),
    source="Nemunas Herald",
    paragraphs=("The dam at Rudna holds 900 litres of water.",),
    url="https://herald.example/dam",
    agency="BNS",
)


def reader(api: BotApiServer, code: str) -> Person:
    """Somebody in private whose Telegram is of that language."""
    chat = api.private("Ona")
    return chat.member("Ona", id=chat.id, language_code=code)


def member(chat: Chat, code: str, standing: str = "member") -> Person:
    return chat.member("Ona", standing=standing, language_code=code)


@pytest.mark.usefixtures("bot")
def test_a_lithuanian_is_answered_in_lithuanian_and_quoted_as_printed(
    api: BotApiServer, archive: FakeArchive
) -> None:
    copies = [Copy("p", "Rudna Post", date(2021, 1, 28), None), Copy("v", "Vilkas", DAM.day, None)]
    archive.reply = lambda text: answer(quote(DAM.paragraphs[0], article=DAM, copies=copies))
    ona = reader(api, "lt")
    ona.says("dam")
    said = api.next_reply()
    assert said.text.splitlines() == [
        "tr, 2021 m. sausio 27 d., 10:00 (UTC) · Nemunas Herald · BNS",
        "The dam at Rudna holds 900 litres of water.",
        "A dam at Rudna",
        "3 šaltiniai, 1 pirminis (BNS). Taip pat: Rudna Post (kt, 2021 m. sausio 28 d.),"
        " Vilkas (tr, 2021 m. sausio 27 d.)",
    ]
    shown = [button["text"] for row in said.message["reply_markup"]["inline_keyboard"]
             for button in row]  # fmt: skip
    assert shown == ["Kontekstas", "Cituoti", "Dalytis"]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("lt-LT", "tiesiog parašykite klausimą"),
        ("pl", "po prostu napisz pytanie"),
        ("ru", "просто напишите вопрос"),
        ("de", "just write your question"),
        ("en", "just write your question"),
    ],
)
def test_help_is_said_in_the_language_of_who_asks(api: BotApiServer, code: str, words: str) -> None:
    reader(api, code).says("/help")
    assert words in api.next_reply().text


@pytest.mark.usefixtures("bot")
def test_a_group_speaks_the_language_that_its_administrators_set(api: BotApiServer) -> None:
    chat = api.group("River talk")
    ann, jonas = member(chat, "en", "administrator"), member(chat, "lt")
    jonas.says("/help")
    assert "Ask me anything" in api.next_reply().text
    jonas.says("/settings language lt")
    assert api.next_reply().text == "Only this group's administrators can do that."
    ann.says("/settings language русский")
    assert "Язык: русский\n" in api.next_reply().text
    jonas.says("/help")
    assert "Спрашивайте обо всём" in api.next_reply().text
    ann.says("/settings язык auto")
    assert "Language: English, as Telegram tells\n" in api.next_reply().text
    ann.says("/settings language Klingon")
    assert api.next_reply().text.startswith("I do not understand that setting.")


@pytest.mark.usefixtures("bot")
def test_a_group_that_sets_nothing_speaks_as_who_added_the_bot(api: BotApiServer) -> None:
    chat = api.group("Apie upes")
    ann = member(chat, "lt")
    chat.remove_bot(ann)
    chat.add_bot(ann)
    assert api.next_reply().text.startswith("Sveiki!")
    member(chat, "en").says("/ask@Backissue_bot")
    assert api.next_reply().text.startswith("Ką norėtumėte sužinoti?")


@pytest.mark.usefixtures("bot")
def test_what_a_person_sets_counts_more_than_telegrams_language(api: BotApiServer) -> None:
    ona = reader(api, "lt")
    ona.says("/settings polski")
    assert "Język: polski\n" in api.next_reply().text
    ona.says("/watches")
    assert api.next_reply().text.startswith("Niczego tu nie obserwuję.")
    found = ona.types("").answer()
    assert found["results"] == []


@pytest.mark.usefixtures("bot")
def test_inline_cards_are_of_the_language_of_who_types(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.reply = lambda text: answer(quote(DAM.paragraphs[0], article=DAM))
    titles = []
    for code in ("pl", "lt", "en", "pl"):
        (card,) = reader(api, code).types("dam").answer()["results"]
        titles.append(card["title"])
    assert titles == [
        "śr., 27 stycznia 2021, 10:00 (UTC) · Nemunas Herald",
        "tr, 2021 m. sausio 27 d., 10:00 (UTC) · Nemunas Herald",
        "Wed 27 Jan 2021, 10:00 (UTC) · Nemunas Herald",
        "śr., 27 stycznia 2021, 10:00 (UTC) · Nemunas Herald",
    ]
    archive.reply = lambda text: answer()
    assert reader(api, "pl").types("weir").answer()["button"]["text"].startswith("W archiwum")


@pytest.mark.usefixtures("bot")
def test_a_guest_answers_in_the_language_of_who_calls(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.reply = lambda text: answer()
    chat = api.group("Elsewhere")
    ona = member(chat, "lt")
    chat.remove_bot(ona)
    ona.says("@Backissue_bot dam")
    api.wait_for("answerGuestQuery")
    said = api.called("answerGuestQuery")[0]["result"]
    assert said["title"] == "Iš archyvo"
    assert "Šiame archyve" in said["input_message_content"]["message_text"]


@pytest.fixture
def told(
    api: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[FakeArchive, Archive]]:
    """A bot that quotes the dam, and looks at the archive's changes all the time."""
    monkeypatch.setattr(following, "LOOKS", 0.05)
    source = FakeArchive()
    source.reply = lambda text: answer(quote(DAM.paragraphs[0], article=DAM))
    with Archive(tmp_path / "archive", create=True) as paper:
        paper.add([DAM])
        with following_bot(api, source, tmp_path, paper):
            yield source, paper


def test_a_watch_and_a_correction_speak_the_chats_language_of_that_time(
    api: BotApiServer, told: tuple[FakeArchive, Archive]
) -> None:
    source, paper = told
    ona = reader(api, "lt")
    ona.says("dam")
    api.next_reply()
    ona.says("/watch weir")
    assert api.next_reply().text.endswith("ne dažniau kaip kartą per dieną: weir")
    text = "A flood took the weir of Rudna."
    flood = replace(DAM, id="flood", url="https://herald.example/flood", paragraphs=(text,))
    found = replace(quote(text, article=flood), confidence=0.9)
    source.reply = lambda text: answer(found)
    changed = replace(DAM, paragraphs=("The dam at Rudna holds 400 litres of water.",))
    paper.add([changed, flood])
    api.wait_for("editMessageText")
    html = api.called("editMessageText")[-1]["text"]
    assert html.startswith("<b>Pakeista (pastebėta ")
    assert "Dabar parašyta:" in html
    assert api.next_reply().text.startswith("Nauja: weir\n")


def test_what_is_kept_of_a_language_is_forgotten_with_the_chat(
    api: BotApiServer, bot: RunningBot
) -> None:
    ona = reader(api, "lt")
    ona.says("/help")
    api.next_reply()
    ona.says("/forget")
    assert api.next_reply().text == "Ištrinta: nustatymai: 1."
    with closing(sqlite3.connect(bot.settings.state_file)) as state:
        assert state.execute("SELECT count(*) FROM chat").fetchone() == (0,)


def test_of_who_reads_english_no_language_is_kept(api: BotApiServer, bot: RunningBot) -> None:
    for code in ("en-GB", "de"):
        reader(api, code).says("/help")
        api.next_reply()
    with closing(sqlite3.connect(bot.settings.state_file)) as state:
        assert state.execute("SELECT count(*) FROM chat").fetchone() == (0,)


@pytest.mark.usefixtures("bot")
def test_the_offer_to_send_an_answer_again_is_in_the_chats_language(api: BotApiServer) -> None:
    api.fail("sendMessage", Fault(500, done=True))
    reader(api, "ru").says("dam")
    api.next_reply()
    offer = api.next_reply()
    assert offer.text == "Не знаю, дошёл ли мой ответ на это."
    assert offer.message["reply_markup"]["inline_keyboard"][0][0]["text"] == (
        "Отправить ответ ещё раз"
    )


@pytest.mark.usefixtures("bot")
def test_a_button_speaks_the_language_that_the_chat_has_by_then(
    api: BotApiServer, archive: FakeArchive
) -> None:
    archive.articles = {"dam": DAM}
    archive.reply = lambda text: answer(quote(DAM.paragraphs[0], article=DAM))
    ona = reader(api, "lt")
    ona.says("dam")
    shown = api.next_reply().message
    ona.says("/settings po polsku")
    api.next_reply()
    ona.presses(shown, "Kontekstas")
    edited = api.next_edit()
    assert "śr., 27 stycznia 2021" in edited.text
    assert edited.message["reply_markup"]["inline_keyboard"][0][0]["text"] == "‹ Wstecz"


@pytest.mark.usefixtures("bot")
def test_the_menu_is_there_in_each_language(api: BotApiServer) -> None:
    api.wait_for("getUpdates")
    menus = api.called("setMyCommands")
    help_ = {menu.get("language_code", ""): menu["commands"][-1]["description"] for menu in menus}
    assert help_ == {"": "How to ask", "lt": "Kaip klausti", "pl": "Jak pytać",
                     "ru": "Как спрашивать"}  # fmt: skip


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("text", ["Ką tu moki?", "pagalba", "Co potrafisz?", "Кто ты?", "Помощь!"])
def test_who_asks_about_the_bot_in_their_own_words_gets_help(
    api: BotApiServer, archive: FakeArchive, text: str
) -> None:
    reader(api, "lt").says(text)
    assert api.next_reply().text.startswith("Klauskite visko")
    assert archive.texts == []
