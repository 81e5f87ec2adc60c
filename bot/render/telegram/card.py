"""One quote with its date, its outlet and its headline."""

from urllib.parse import urlsplit

from bot.render.english.answers import correction_line, difference_line
from bot.render.english.copies import copies_line
from bot.render.english.dates import updated, when
from bot.render.telegram.markup import Markup, plain, short, timed
from bot.render.words import corrections_of, headline, link, parts_of
from corpus.article import Article
from retrieval.answer import Excerpt, Quote

MAX_HEADLINE = 200  # characters
MAX_SOURCE = 250
MAX_BENEATH = 300  # of a line beneath the headline
MAX_ADDRESS = 2048  # characters; beyond, the link leads to the article and not to the quote


def card(quote: Quote, *, unfolded: int, is_highlighted: bool) -> Markup:
    """`unfolded`: how many extracts stand open; a tap opens the others."""
    shown = where(quote.article)
    for place, part in enumerate(parts_of(quote)):
        text = _highlighted(part) if is_highlighted else plain(part.text)
        shown += plain("\n") + text.within("blockquote", "" if place < unfolded else " expandable")
    shown += plain("\n") + _headline(quote)
    for line in _beneath(quote):
        shown += plain("\n" + line)
    return shown


def where(article: Article) -> Markup:
    """The date in bold, and when it was updated; outlet · agency."""
    shown = timed(when(article.published), article.published).within("b")
    if article.updated is not None:
        words = updated(article.published, article.updated)
        shown += plain(", updated ") + timed(words, article.updated)
    for name in filter(None, (article.source, article.agency)):
        shown += plain(f" · {short(name, MAX_SOURCE)}")
    return shown


def _headline(quote: Quote) -> Markup:
    article = quote.article
    title = plain(short(headline(article) or article.source or article.id, MAX_HEADLINE))
    address = link(quote)
    if address is not None and len(address) > MAX_ADDRESS:
        address = article.url
    if address is None or not _is_linkable(address):
        return title
    return title.within("a", f' href="{plain(address).html}"')


def _is_linkable(address: str) -> bool:
    """Whether Telegram keeps the link: it drops one whose host has no dot, and refuses NUL."""
    try:
        parts = urlsplit(address)
        is_of_the_web = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
        return is_of_the_web and address.isprintable()
    except ValueError:  # brackets that are no IPv6 address
        return False


def _beneath(quote: Quote) -> list[str]:
    """How it differs from a claim, what the paper put right, where else it stands."""
    differing = [short(difference_line(one), MAX_BENEATH) for one in quote.differences]
    corrected = [correction_line(short(note, MAX_BENEATH)) for note in corrections_of(quote)]
    copies = copies_line(quote)
    return [*differing, *corrected, *([short(copies, MAX_BENEATH)] if copies else [])]


def _highlighted(quote: Quote | Excerpt) -> Markup:
    text, done = quote.text, 0
    marked = plain("")
    for start, end in quote.highlights:
        marked += plain(text[done:start]) + plain(text[start:end]).within("b")
        done = end
    return marked + plain(text[done:])
