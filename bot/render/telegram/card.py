"""One quote with its date, its outlet and its headline."""

from urllib.parse import urlsplit

from bot.render.english import telegram as texts
from bot.render.english.answers import correction_line, difference_line
from bot.render.english.copies import copies_line
from bot.render.english.dates import dated, updated, when
from bot.render.telegram.markup import HERE, MAX_UNITS, Markup, around, plain, short, timed
from bot.render.words import corrections_of, headline, link_to, parts_of
from corpus.article import Article
from retrieval.answer import Excerpt, Quote

MAX_HEADLINE = 200  # characters
MAX_SOURCE = 250
MAX_BENEATH = 300  # of a line beneath the headline
MAX_ADDRESS = 2048  # characters; beyond, the link leads to the article and not to the quote


def card(quote: Quote, *, unfolded: int, is_highlighted: bool) -> Markup:
    """`unfolded`: how many extracts stand open; a tap opens the others."""
    shown = where(quote.article, is_doubtful=quote.is_doubtful)
    for place, part in enumerate(parts_of(quote)):
        text = highlighted(part) if is_highlighted else plain(part.text)
        shown += plain("\n") + text.within("blockquote", "" if place < unfolded else " expandable")
    shown += plain("\n") + heading(quote.article, quote.text)
    for line in _beneath(quote):
        shown += plain("\n" + line)
    return shown


def where(article: Article, *, is_doubtful: bool = False) -> Markup:
    """The date in bold, and when it was updated; outlet · agency."""
    shown = timed(when(article.published), article.published).within("b")
    if is_doubtful:
        shown = around(dated(HERE, is_doubtful=True), shown)
    if article.updated is not None:
        words = updated(article.published, article.updated)
        moment = timed(words, article.updated)
        shown += plain(", ") + around(texts.UPDATED(time=HERE), moment)
    for name in filter(None, (article.source, article.agency)):
        shown += plain(f" · {short(name, MAX_SOURCE)}")
    return shown


def heading(article: Article, text: str = "") -> Markup:
    """The headline, which leads to `text` in the article, or to the article."""
    title = plain(short(headline(article) or article.source or article.id, MAX_HEADLINE))
    address = link_to(article, text) if text else article.url
    if address is not None and len(address) > MAX_ADDRESS:
        address = article.url
    if address is None or not _is_linkable(address):
        return title
    return title.within("a", f' href="{plain(address).html}"')


def alone(
    above: Markup, article: Article, text: str, *, is_doubtful: bool = False
) -> tuple[Markup, int]:
    """A text too long for its headline beside it; its beginning, where no message can hold it.

    Returns how many of its characters are shown, too.
    """
    frame = above + where(article, is_doubtful=is_doubtful) + plain("\n")
    whole = frame + plain(text).within("blockquote")
    if whole.fits:
        return whole, len(text)
    goes_on = plain("\n" + texts.CUT())
    room = 2 * (MAX_UNITS - frame.units - goes_on.units)
    start = text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return frame + plain(start).within("blockquote") + goes_on, len(start)


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


def highlighted(quote: Quote | Excerpt) -> Markup:
    text, done = quote.text, 0
    marked = plain("")
    for start, end in quote.highlights:
        marked += plain(text[done:start]) + plain(text[start:end]).within("b")
        done = end
    return marked + plain(text[done:])
