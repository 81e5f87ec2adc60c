"""`Answer` → one Telegram message.

After Telegram has parsed it, the text of every block quote, folded or not, is the extract,
character for character; only half of a surrogate pair, which cannot be sent, becomes U+FFFD.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.render.english.answers import CHATTER
from bot.render.telegram.card import alone, card
from bot.render.telegram.lead import lead
from bot.render.telegram.markup import Markup, plain, short, without_lone_surrogates
from bot.render.telegram.silence import silence
from corpus.article import Paragraph
from retrieval.answer import Answer, Quote, Strength
from retrieval.question.kinds import Kind
from retrieval.verbatim.chronology import Order

MAX_ABOVE = 200  # characters


@dataclass(frozen=True, slots=True)
class AnswerMessage:
    """`quotes` are those that it shows, as far as it shows them."""

    html: str
    quotes: tuple[Quote, ...] = ()


def answer_message(
    answer: Answer, *, in_group: bool, above: str = "", order: Order = Order.BEST
) -> AnswerMessage:
    """The whole reply, a line `above` it; in a group one extract stands open, others are folded.

    What is too much goes in this order: further extracts, bold words, quotes from the last.
    """
    if answer.question.kind is Kind.CHATTER:
        return AnswerMessage(plain(CHATTER()).html)
    line = plain(f"{short(above, MAX_ABOVE)}\n\n" if above else "")
    if answer.strength is Strength.NONE or not answer.quotes:
        return AnswerMessage((line + silence(answer, in_group=in_group)).html)
    quotes = [_sendable(quote) for quote in answer.quotes]
    head = line + lead(answer, order)
    # A claim's words in bold would look like a verdict.
    for shown, is_highlighted in _from_full_to_short(quotes, answer.question.kind is Kind.CLAIM):
        reply = head + _cards(shown, in_group=in_group, is_highlighted=is_highlighted)
        if reply.fits:
            return AnswerMessage(reply.html, tuple(shown))
    first = replace(quotes[0], more=())
    reply, length = alone(head, first.article, first.text, is_doubtful=first.is_doubtful)
    return AnswerMessage(reply.html, (replace(first, end=first.start + length),))


def _sendable(quote: Quote) -> Quote:
    """The quote without what no message can carry; its offsets stay right."""
    more = tuple(
        replace(part, paragraph=_sendable_paragraph(part.paragraph)) for part in quote.more
    )
    return replace(quote, paragraph=_sendable_paragraph(quote.paragraph), more=more)


def _sendable_paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=without_lone_surrogates(paragraph.text))


def _from_full_to_short(
    quotes: Sequence[Quote], is_claim: bool
) -> Iterator[tuple[Sequence[Quote], bool]]:
    """Quotes, and whether words in them are bold."""
    yield quotes, not is_claim
    single = [replace(quote, more=()) for quote in quotes]
    for count in range(len(quotes), 0, -1):
        yield single[:count], not is_claim
        yield single[:count], False


def _cards(quotes: Sequence[Quote], *, in_group: bool, is_highlighted: bool) -> Markup:
    shown = plain("")
    for place, quote in enumerate(quotes):
        shown += plain("\n\n" if place else "")
        unfolded = int(place == 0) if in_group else 1 + len(quote.more)
        shown += card(quote, unfolded=unfolded, is_highlighted=is_highlighted)
    return shown
