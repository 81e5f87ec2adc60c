"""What is shown of an answer, and what is shown next: values for the chat, nothing is sent.

All of it asks the archive, and blocks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from telegram import User

from bot.chat_settings import in_zone
from bot.render.english.chats import TELL_ME
from bot.render.english.telegram import new_since
from bot.render.telegram.message import answer_message
from bot.telegram.incoming.question import Asked
from bot.telegram.outgoing import Button, Keyboard
from bot.telegram.showing.keyboards import answer_keyboard
from bot.telegram.showing.passages import as_shown, found_again, shown_of
from bot.telegram.showing.source import PAGE, Ask, FindArticle
from bot.telegram.state.cards import Card, new_key
from corpus.article import Article
from retrieval.answer import Answer, Excerpt, Quote, Strength
from retrieval.question.kinds import Kind
from retrieval.strength.strength import STRONG
from retrieval.verbatim.chronology import Order

MOST_SHOWN = 30  # stories of one question


@dataclass(frozen=True, slots=True)
class Page:
    """`card` is kept for the buttons; `is_whole`: nothing that it showed before is gone."""

    card: Card
    html: str
    keyboard: Keyboard
    is_whole: bool = True


class Pages:
    def __init__(self, ask: Ask, find_article: FindArticle, *, me: Callable[[], User]) -> None:
        """`me` is the bot, once Telegram has said so."""
        self._ask = _caveated(ask)
        self._find_article = find_article
        self._me = me

    def first(self, card: Card) -> tuple[Answer, Page]:
        """The answer to a card's question; what it shows goes into the card."""
        answer = self._ask(card.asked, _at(card), order=Order(card.order), limit=card.limit)
        return answer, self._page([card], answer)

    def outlets_of(self, card: Card) -> tuple[str, ...]:
        """The outlets and agencies of what a card shows, each once."""
        articles = filter(None, (self._find_article(one.article) for one in card.shown))
        names = (name for one in articles for name in (one.source, one.agency) if name)
        return tuple(dict.fromkeys(names))

    def since(self, card: Card, before: Card) -> tuple[Answer, Page | None]:
        """The same, where an earlier answer to it stands; None where that showed all of it.

        A line says how many articles it did not show.
        """
        answer = self._ask(card.asked, _at(card), order=Order(card.order), limit=card.limit)
        new = {quote.article.id for quote in answer.quotes} - {one.article for one in before.shown}
        if not new:
            return answer, None
        line = " · ".join(filter(None, (card.asked.line, new_since(len(new)))))
        told = msgspec.structs.replace(card, asked=replace(card.asked, line=line))
        return answer, self._page([told], answer)

    def news(self, card: Card, is_new: Callable[[Quote], bool]) -> Page | None:
        """What answers a card's question plainly and is new; None where nothing does."""
        answer = self._ask(card.asked, _at(card), limit=MOST_SHOWN)
        new = [one for one in answer.quotes if one.confidence >= STRONG and is_new(one)]
        if answer.strength is not Strength.STRONG or not new:
            return None
        ranked = (replace(one, rank=place) for place, one in enumerate(new[: card.limit], 1))
        return self._page([card], replace(answer, quotes=tuple(ranked)))

    def more(self, way: Sequence[Card]) -> Page | None:
        """What comes behind a card's quotes; None where that is nothing."""
        card = way[-1]
        seen = _seen(way)
        limit = len(seen) + card.limit
        answer = self._ask(card.asked, _at(card), order=Order(card.order), limit=limit)
        left = [quote for quote in answer.quotes if quote.article.id not in seen][: card.limit]
        after = msgspec.structs.replace(
            card, key=new_key(), skip=len(seen), before=card.key, shown=()
        )
        return self._page([*way, after], replace(answer, quotes=tuple(left))) if left else None

    def sorted(self, card: Card, order: Order) -> Page | None:
        """The same question's quotes in another order; None where there are none any more."""
        answer = self._ask(card.asked, _at(card), order=order, limit=card.limit)
        other = msgspec.structs.replace(
            card, key=new_key(), order=order.value, before=card.key, shown=()
        )
        return self._page([card, other], answer) if answer.quotes else None

    def earliest(self, asked: Asked, asked_at: datetime) -> Answer:
        """The oldest of what answers."""
        return self._ask(asked, asked_at, order=Order.OLDEST, limit=1)

    def again(self, way: Sequence[Card]) -> Page | None:
        """The very passages that a card showed; None where none of them is there any more."""
        card = way[-1]
        limit = len(_seen(way)) + card.limit
        fresh = self._ask(card.asked, _at(card), order=Order(card.order), limit=limit)
        names = {one.article for one in card.shown}
        articles = {name: found for name in names if (found := self._find_article(name))}
        answer = as_shown(card.shown, fresh, articles)
        if not answer.quotes:
            return None
        is_whole = len(shown_of(answer.quotes)) == len(card.shown)
        return replace(self._page(way, answer), card=card, is_whole=is_whole)

    def quoted(self, card: Card, place: int) -> tuple[Article, Excerpt] | None:
        """The extract of that place among those that it showed; None where it is gone."""
        if place >= len(card.shown):
            return None
        shown = card.shown[place]
        article = self._find_article(shown.article)
        excerpt = found_again(shown, article)
        return (article, excerpt) if article and excerpt else None

    def _page(self, way: Sequence[Card], answer: Answer) -> Page:
        card = way[-1]
        asked, order = card.asked, Order(card.order)
        reply = answer_message(answer, in_group=card.chat_id < 0, above=asked.line, order=order)
        card = msgspec.structs.replace(card, shown=shown_of(reply.quotes))
        if not reply.quotes:
            is_asked = bool(answer.question.terms or answer.question.phrases)
            wanted = Button(TELL_ME(), press=f"watch:{card.key}")
            is_wanted = is_asked and answer.question.kind is not Kind.CHATTER
            return Page(card, reply.html, ((wanted,),) if is_wanted else ())
        seen = _seen([*way[:-1], card])
        keyboard = answer_keyboard(
            [*way[:-1], card],
            _first(reply.quotes[0]),
            has_more=len(seen) < min(answer.total, MOST_SHOWN),
            me=self._me(),
        )
        return Page(card, reply.html, keyboard)


def _caveated(ask: Ask) -> Ask:
    """Words of two questions together never are answered plainly: what has them all need not."""

    def asking(
        asked: Asked, asked_at: datetime, /, *, order: Order = Order.BEST, limit: int = PAGE
    ) -> Answer:
        answer = ask(asked, asked_at, order=order, limit=limit)
        is_plain = answer.strength is Strength.STRONG
        return replace(answer, strength=Strength.WEAK) if asked.behind and is_plain else answer

    return asking


def _at(card: Card) -> datetime:
    """The moment it was asked, in the zone that the chat has set."""
    return in_zone(card.asked_at, card.zone)


def _seen(way: Sequence[Card]) -> set[str]:
    """Articles that were shown in the last card's order, on its page and before."""
    order = way[-1].order
    return {one.article for card in way if card.order == order for one in card.shown}


def _first(quote: Quote) -> tuple[Article, Excerpt]:
    return quote.article, Excerpt(quote.paragraph, quote.start, quote.end)
