"""The buttons under an answer, and under the paragraphs around one of its quotes."""

from collections.abc import Sequence
from urllib.parse import quote

from telegram import User

from bot.render.english import telegram as texts
from bot.render.telegram.citation import citation
from bot.render.telegram.markup import plain
from bot.telegram.outgoing import Button, Keyboard
from bot.telegram.state.cards import Card
from corpus.article import Article
from retrieval.answer import Excerpt
from retrieval.verbatim.chronology import Order

MAX_COPY = 256  # characters that a button puts on the clipboard
MAX_SHARED = 256  # characters of an inline query
IN_A_ROW = 5  # numbers


def answer_keyboard(
    way: Sequence[Card], first: tuple[Article, Excerpt], *, has_more: bool, me: User
) -> Keyboard:
    """`way` leads to the card that is shown; `first` is its first quote. `me` is the bot."""
    card, best = way[-1], way[0]
    turning = []
    if card.skip:
        turning.append(Button(texts.BACK(), press=f"quotes:{card.before}"))
    if has_more:
        turning.append(Button(texts.MORE(), press=f"more:{card.key}"))
    sorting = [
        Button(words, press=f"{order}:{best.key}")
        for order, words in ((Order.NEWEST, texts.NEWEST()), (Order.OLDEST, texts.OLDEST()))
        if order != card.order and (len(card.shown) > 1 or has_more)
    ]
    if card.order != Order.BEST:
        sorting.insert(0, Button(texts.BEST(), press=f"quotes:{best.key}"))
    context = Button(texts.CONTEXT(), press=f"context:0-{card.key}")
    using = [context, cite(card, 0, first), share(card, me)]
    return tuple(tuple(row) for row in ([*turning, *sorting], using) if row)


def context_keyboard(card: Card, place: int, shown: tuple[Article, Excerpt]) -> Keyboard:
    """Back to the quotes, and to the other ones' paragraphs."""
    others = [
        Button(f"· {number + 1} ·" if number == place else str(number + 1),
               press=f"context:{number}-{card.key}")
        for number in range(len(card.shown))
    ]  # fmt: skip
    back = Button(texts.BACK(), press=f"quotes:{card.key}")
    rows = [tuple(others[start : start + IN_A_ROW]) for start in range(0, len(others), IN_A_ROW)]
    using = (back, cite(card, place, shown))
    return (*rows, using) if len(others) > 1 else (using,)


def share(card: Card, me: User) -> Button:
    """Asks the same in another chat, behind the bot's name; where that cannot be, by a link."""
    question = " ".join(card.asked.text.split())
    if question and me.supports_inline_queries and plain(question).units <= MAX_SHARED:
        return Button(texts.SHARE(), share=question)
    link = f"https://t.me/{me.username}?start=q_{card.key}"
    return Button(texts.SHARE(), url=f"https://t.me/share/url?url={quote(link, safe='')}")


def cite(card: Card, place: int, shown: tuple[Article, Excerpt]) -> Button:
    """Copies the citation, or where it is too long for that sends it."""
    whole = citation(*shown)
    if plain(whole).units <= MAX_COPY:
        return Button(texts.CITE(), copy=whole)
    return Button(texts.CITE(), press=f"cite:{place}-{card.key}")
