"""The buttons under an answer: more, other orders, the paragraphs around a quote, its citation.

Each returns nothing, or raises PressRefusedError with what is shown to who pressed.
"""

from collections.abc import Sequence
from functools import partial

from telegram import CallbackQuery

from bot.errors import PressRefusedError
from bot.render.english import telegram as texts
from bot.render.telegram.citation import citation_message
from bot.render.telegram.context import context_message
from bot.telegram.effects import effects
from bot.telegram.outgoing import Edit, Keyboard, ReplyTarget
from bot.telegram.responder import Responder
from bot.telegram.showing.keyboards import context_keyboard
from bot.telegram.showing.pages import Page
from bot.telegram.state import cards
from bot.telegram.state.cards import Card
from corpus.article import Article
from retrieval.answer import Excerpt
from retrieval.verbatim.chronology import Order


async def more(query: CallbackQuery, key: str, responder: Responder) -> str:
    """What comes behind the quotes that are shown, in their place."""
    way = await _way_to(query, key, responder)
    page = await responder.searches.run(partial(responder.pages.more, way))
    return _turn(query, page, texts.NO_MORE())


async def newest(query: CallbackQuery, key: str, responder: Responder) -> str:
    return await _sort(query, key, responder, order=Order.NEWEST)


async def oldest(query: CallbackQuery, key: str, responder: Responder) -> str:
    return await _sort(query, key, responder, order=Order.OLDEST)


async def quotes(query: CallbackQuery, key: str, responder: Responder) -> str:
    """Back to what a card showed, passage for passage."""
    way = await _way_to(query, key, responder)
    page = await responder.searches.run(partial(responder.pages.again, way))
    return _turn(query, page, texts.PASSAGE_GONE())


async def context(query: CallbackQuery, place_and_key: str, responder: Responder) -> str:
    """The paragraphs around one of the quotes, in their place."""
    card, place, shown = await _quoted(query, place_and_key, responder)
    html = context_message(*shown, in_group=card.chat_id < 0)
    _edit(query, html, context_keyboard(card, place, shown))
    return ""


async def cite(query: CallbackQuery, place_and_key: str, responder: Responder) -> str:
    """A citation that is too long for a button to copy, as a message."""
    _, _, shown = await _quoted(query, place_and_key, responder)
    if query.message is not None:
        target = ReplyTarget(query.message.chat.id, None, query.message.message_id)
        responder.say(target, citation_message(*shown), fades=True)
    return ""


async def _sort(query: CallbackQuery, key: str, responder: Responder, *, order: Order) -> str:
    *_, card = await _way_to(query, key, responder)
    page = await responder.searches.run(partial(responder.pages.sorted, card, order))
    return _turn(query, page, texts.NO_MORE())


async def _quoted(
    query: CallbackQuery, place_and_key: str, responder: Responder
) -> tuple[Card, int, tuple[Article, Excerpt]]:
    """`2-KEY` is the third extract of a card."""
    place, _, key = place_and_key.partition("-")
    if not place.isdecimal():
        raise PressRefusedError(texts.GONE())
    *_, card = await _way_to(query, key, responder)
    shown = await responder.searches.run(partial(responder.pages.quoted, card, int(place)))
    if shown is None:
        raise PressRefusedError(texts.PASSAGE_GONE())
    return card, int(place), shown


async def _way_to(query: CallbackQuery, key: str, responder: Responder) -> Sequence[Card]:
    """The card pressed, behind those that it was reached from."""
    way = await responder.state.do(partial(cards.way_to, key=key))
    if not way or query.message is None or query.message.chat.id != way[-1].chat_id:
        raise PressRefusedError(texts.GONE())
    if not (effects().settings.anybody or _may_press(way[-1], query.from_user.id)):
        raise PressRefusedError(texts.ONLY_ASKER())
    return way


def _may_press(card: Card, person: int) -> bool:
    """In a group that has not set it otherwise only who asked: others would turn the page over."""
    return card.chat_id > 0 or card.asker in (None, person)


def _turn(query: CallbackQuery, page: Page | None, otherwise: str) -> str:
    """Show a page in the message; say so where some of it is gone."""
    if page is None or query.message is None:
        return otherwise
    card, place = page.card, (query.message.chat.id, query.message.message_id)
    effects().writes.append(partial(cards.turn_to, card=card, place=place))
    _edit(query, page.html, page.keyboard)
    return "" if page.is_whole else texts.PASSAGE_GONE()


def _edit(query: CallbackQuery, html: str, keyboard: Keyboard) -> None:
    if query.message is not None:
        place = query.message.chat.id, query.message.message_id
        effects().outgoing.append(Edit(*place, html, keyboard))
