"""Words about an article that every renderer says alike."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from bot.render.english.dates import dated, published_and_updated
from corpus.article import Article
from corpus.names import label
from corpus.versions.corrections import corrections
from retrieval.answer import Excerpt, Quote

if TYPE_CHECKING:  # it loads numpy
    from retrieval.verbatim.printings import Match

TITLE_WORDS = 10  # of the first paragraph, where an article has no headline
WHOLE_FRAGMENT = 60  # characters up to which a link names the whole quote
MOST_CORRECTIONS = 2  # shown with a quote
FRAGMENT_WORDS = 4  # of a longer quote's two ends


def from_where(article: Article, *, is_doubtful: bool = False) -> str:
    """`Wed 27 Jan 2021, 17:30 (UTC+2) · LRT English · RFE/RL`, and when it was updated."""
    told = dated(published_and_updated(article.published, article.updated), is_doubtful=is_doubtful)
    parts = [told, article.source, article.agency]
    return " · ".join(part for part in parts if part)


def headline(article: Article) -> str:
    """The title, or the article's first words where it has none."""
    if article.title:
        return article.title
    words = article.paragraphs[0].split() if article.paragraphs else []
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")


def parts_of(quote: Quote) -> list[Quote | Excerpt]:
    """The quote, and what more of its article is shown with it."""
    return [quote, *quote.more]


def corrections_of(quote: Quote) -> list[str]:
    """What the paper says in its article to have put right, unless that is quoted already."""
    shown = {part.paragraph.position for part in parts_of(quote)}
    notes = corrections(quote.article)
    return [note.text for note in notes if note.position not in shown][:MOST_CORRECTIONS]


def others_of(matches: "Sequence[Match]") -> "list[Match]":
    """Those in articles that print the same after the first, of each outlet and day one."""
    named: dict[tuple[str, date], Match] = {}
    for match in matches:
        named.setdefault((label(match.article.source), match.article.day), match)
    return list(named.values())[1:]


def link(quote: Quote) -> str | None:
    """The article's address, which leads to the quote."""
    return link_to(quote.article, quote.text)


def link_to(article: Article, text: str) -> str | None:
    """The article's address with a text fragment that makes a browser scroll to `text`.

    Source: WICG, URL Fragment Text Directives.
    """
    if article.url is None:
        return None
    words = text.split()
    if len(text) <= WHOLE_FRAGMENT or len(words) < 2 * FRAGMENT_WORDS:
        directive = _encoded(text)
    else:
        ends = words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]
        directive = ",".join(_encoded(" ".join(end)) for end in ends)
    separator = ":~:" if "#" in article.url else "#:~:"
    return f"{article.url}{separator}text={directive}"


def _encoded(text: str) -> str:
    return percent_encode(text, safe="", errors="replace").replace("-", "%2D")
