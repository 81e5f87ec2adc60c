"""`Answer` → one Telegram message in Telegram's HTML.

After Telegram has parsed it, the text of every block quote is the extract, character for character;
only half of a surrogate pair, which cannot be sent at all, becomes U+FFFD.

Source: Bot API, "HTML style" and "sendMessage".
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bot.render.english.answers import (
    CHATTER,
    NOTHING,
    correction_line,
    difference_line,
    note_line,
    suggested,
)
from bot.render.english.copies import copies_line
from bot.render.english.silence import searched_lines
from bot.render.words import corrections_of, from_where, headline, link, parts_of
from corpus.article import Article, Paragraph
from retrieval.answer import Answer, Excerpt, Quote, Strength
from retrieval.notes import Suggestion
from retrieval.question.kinds import Kind
from retrieval.question.question import Question

MAX_UNITS = 4096  # UTF-16 code units of one message, markup not counted
MAX_ENTITIES = 100  # Telegram drops the formatting beyond
MAX_HEADLINE = 200  # characters
MAX_SOURCE_LINE = 300
MAX_CORRECTION = 300
MAX_NOTES = 4
MAX_NOTE = 200  # characters
MAX_SEARCHED = 2  # lines of what was searched
MAX_SUGGESTIONS = 3
MAX_SUGGESTION = (
    60  # characters of a whole question; of a longer one only the changed word is shown
)
MAX_ADDRESS = 2048  # characters; beyond, the link leads to the article and not to the quote

NOTHING_YET = f"{NOTHING} Other words may: try a name, a place or a year."
NO_WORDS = "Please give me a name or a word to look for; there is none in that."
NEAREST = "No clear answer in this archive. These are only the nearest passages."
CUT = "… The passage goes on; it is too long for a message."

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML with what it counts against Telegram's two limits."""

    html: str
    units: int
    entities: int = 0

    def __add__(self, other: "Markup") -> "Markup":
        return Markup(
            self.html + other.html, self.units + other.units, self.entities + other.entities
        )

    def within(self, tag: str, attributes: str = "") -> "Markup":
        return Markup(f"<{tag}{attributes}>{self.html}</{tag}>", self.units, self.entities + 1)

    @property
    def fits(self) -> bool:
        return self.units <= MAX_UNITS and self.entities <= MAX_ENTITIES


def answer_html(answer: Answer, above: str = "") -> str:
    """The whole reply, with a line above it.

    What is too much goes in this order: further extracts, bold words, quotes from the last.
    """
    quotes = [_sendable(quote) for quote in answer.quotes]
    said = plain(f"{above}\n\n" if above else "") + _said_first(answer)
    if answer.question.kind is Kind.CHATTER:
        return plain(CHATTER).html
    if answer.strength is Strength.NONE or not answer.quotes:
        is_asked_for = answer.question.terms or answer.question.phrases
        nothing = NOTHING_YET if is_asked_for else NO_WORDS
        lines = searched_lines(answer.searched) if answer.searched else []
        shown = [_short(line, MAX_NOTE) for line in lines[:MAX_SEARCHED]]
        return (said + plain("\n".join([nothing, *shown]))).html
    is_claim = answer.question.kind is Kind.CLAIM  # whose note says the same
    is_weak = answer.strength is Strength.WEAK and not is_claim
    lead = said + plain(NEAREST + "\n\n" if is_weak else "")
    for reply in _from_full_to_short(lead, quotes):
        if reply.fits:
            return reply.html
    return _cut(lead, quotes[0]).html


def _sendable(quote: Quote) -> Quote:
    """The quote without what no message can carry; its offsets stay right."""
    more = tuple(
        replace(part, paragraph=_sendable_paragraph(part.paragraph)) for part in quote.more
    )
    return replace(quote, paragraph=_sendable_paragraph(quote.paragraph), more=more)


def _sendable_paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=LONE_SURROGATE.sub("\ufffd", paragraph.text))


def _said_first(answer: Answer) -> Markup:
    """Notes, each with an empty line behind it, and suggestions in one line, likewise."""
    notes = answer.notes[:MAX_NOTES]
    said = plain("".join(f"{_short(note_line(note), MAX_NOTE)}\n\n" for note in notes))
    suggestions = answer.suggestions[:MAX_SUGGESTIONS]
    for place, suggestion in enumerate(suggestions):
        said += plain(" or " if place else "Did you mean ")
        said += _suggested(answer.question, suggestion)
    return said + plain("?\n\n" if suggestions else "")


def _suggested(question: Question, suggestion: Suggestion) -> Markup:
    """The whole question, which a tap copies; of a long one `dolor → door`."""
    whole = suggested(question, suggestion)
    if len(whole) <= MAX_SUGGESTION:
        return plain(whole).within("code")
    written, instead = _short(suggestion.written, MAX_SUGGESTION), suggestion.instead
    return plain(f"{written} → ") + plain(_short(instead, MAX_SUGGESTION)).within("code")


def plain(text: str) -> Markup:
    """Any text as it is, escaped."""
    sendable = LONE_SURROGATE.sub("\ufffd", text)
    return Markup(html.escape(sendable), len(sendable.encode("utf-16-le")) // 2)


def _from_full_to_short(lead: Markup, quotes: Sequence[Quote]) -> Iterator[Markup]:
    yield _cards(lead, quotes, is_highlighted=True)
    alone = [replace(quote, more=()) for quote in quotes]
    for count in range(len(quotes), 0, -1):
        for is_highlighted in (True, False):
            yield _cards(lead, alone[:count], is_highlighted=is_highlighted)
    yield lead + _where(quotes[0].article) + plain(quotes[0].text).within("blockquote")


def _cards(lead: Markup, quotes: Sequence[Quote], *, is_highlighted: bool) -> Markup:
    reply = lead
    for place, quote in enumerate(quotes):
        reply += plain("\n\n" if place else "") + _card(quote, is_highlighted)
    return reply


def _cut(lead: Markup, quote: Quote) -> Markup:
    """The beginning of a text that no message can hold, and a line that says so."""
    frame = lead + _where(quote.article) + plain("\n" + CUT)
    room = 2 * (MAX_UNITS - frame.units)
    text = quote.text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return lead + _where(quote.article) + plain(text).within("blockquote") + plain("\n" + CUT)


def _card(quote: Quote, is_highlighted: bool) -> Markup:
    card = _headline(quote) + plain("\n") + _where(quote.article)
    for place, part in enumerate(parts_of(quote)):
        text = _highlighted(part) if is_highlighted else plain(part.text)
        card += plain("\n" if place else "") + text.within("blockquote")
    for difference in quote.differences:
        card += plain("\n" + _short(difference_line(difference), MAX_NOTE))
    for note in corrections_of(quote):
        card += plain("\n" + _short(correction_line(note), MAX_CORRECTION))
    copies = copies_line(quote)
    return card + plain("\n" + _short(copies, MAX_SOURCE_LINE)) if copies else card


def _headline(quote: Quote) -> Markup:
    article = quote.article
    title = _short(headline(article) or article.source or article.id, MAX_HEADLINE)
    address = link(quote)
    if address is not None and len(address) > MAX_ADDRESS:
        address = article.url
    if address is None or not _is_linkable(address):
        return plain(title).within("b")
    return plain(title).within("a", f' href="{plain(address).html}"')


def _is_linkable(address: str) -> bool:
    """Whether Telegram keeps the link: it drops one whose host has no dot."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:  # brackets that are no IPv6 address
        return False


def _where(article: Article) -> Markup:
    return plain(_short(from_where(article), MAX_SOURCE_LINE) + "\n")


def _highlighted(quote: Quote | Excerpt) -> Markup:
    text, done = quote.text, 0
    marked = plain("")
    for start, end in quote.highlights:
        marked += plain(text[done:start]) + plain(text[start:end]).within("b")
        done = end
    return marked + plain(text[done:])


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
