"""Replies of any text are valid and within Telegram's limits in every language."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat_settings import ChatSettings
from bot.render.english import chats, telegram
from bot.render.languages.language import ENGLISH
from bot.render.languages.speaking import speaking
from bot.render.languages.table import CODES
from bot.render.telegram.inline_cards import quote_cards
from bot.render.telegram.message import answer_message
from retrieval.answer import Answer, Strength
from retrieval.notes import Suggestion
from tests.telegram.answers import answer
from tests.telegram.parser import parse
from tests.telegram.running import HOLDINGS
from tests.telegram.test_telegram_limits import ANY_TEXT, ENTITIES, LONG_TEXT, UNITS, answers

OTHERS = [code for code in CODES if code != ENGLISH.code]
MENU = 256  # characters of what a command is for
BUTTON = 45  # characters; more is cut off on a telephone


@given(st.sampled_from(OTHERS), answers(ANY_TEXT | LONG_TEXT), st.booleans())
def test_any_reply_is_within_the_limits_and_its_quotes_are_as_printed(
    code: str, said: Answer, in_group: bool
) -> None:
    english = answer_message(said, in_group=in_group)
    with speaking(code):
        message = answer_message(said, in_group=in_group)
        cards = quote_cards(said)
    shown = parse(message.html)
    assert shown.units <= UNITS
    assert len(shown.entities) <= ENTITIES
    printed = parse(english.html).quotes
    fewest = min(len(printed), len(shown.quotes))
    assert fewest
    assert all(
        one.startswith(other) or other.startswith(one)
        for one, other in zip(printed[:fewest], shown.quotes[:fewest], strict=True)
    )
    for card in cards:
        assert parse(card.html).units <= UNITS


@given(st.sampled_from(OTHERS), ANY_TEXT | LONG_TEXT)
def test_any_silence_is_within_the_limits(code: str, question: str) -> None:
    nothing = answer(question=question, strength=Strength.NONE)
    said = replace(nothing, suggestions=(Suggestion(question[:5], "dam"),))
    with speaking(code):
        shown = parse(answer_message(said, in_group=True).html)
        assert 0 < shown.units <= UNITS
        assert parse(chats.watch_lead(question)).units < UNITS


@pytest.mark.parametrize("code", CODES)
def test_what_the_bot_says_of_itself_is_one_message(code: str) -> None:
    with speaking(code):
        for html in (
            telegram.private_help(),
            telegram.group_help("Backissue_bot", hears_all=False),
            telegram.welcome("Backissue_bot", hears_all=True),
            telegram.about(HOLDINGS),
            telegram.answered_before("https://t.me/c/1/2"),
            chats.privacy(),
            chats.settings(ChatSettings(), is_group=True),
            chats.settings(ChatSettings(language=code, off=True), is_group=True),
            chats.forgotten(dict.fromkeys(chats.NAMES, 2)),
        ):
            shown = parse(html)
            assert shown.units <= UNITS
            assert "{" not in shown.text
        assert all(3 <= len(words) <= MENU for _, words in telegram.menu())
        buttons = (telegram.MORE, telegram.BACK, telegram.CONTEXT, telegram.CITE, telegram.SHARE,
                   telegram.NEWEST, telegram.OLDEST, telegram.BEST, telegram.SEND_AGAIN,
                   telegram.NOTHING_INLINE, chats.TELL_ME)  # fmt: skip
        assert all(len(button()) <= BUTTON for button in buttons)
