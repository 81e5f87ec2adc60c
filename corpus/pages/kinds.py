"""Pages that are no articles, and how they are told."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from corpus.addresses import address_key
from corpus.languages.english.web_pages import CONSENT, ERROR, LIVE
from corpus.pages.blocks import Block
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import ARTICLES, LinkedArticle
from corpus.pages.page import NoArticle, NoArticleKind

LEAST = 40  # characters of the shortest text that is an article's
SHORT = 600  # characters; less than that is no report beside a video or pictures
STUB = 200  # characters that are shown of an article that is to be paid for
MOST_PICTURES, CAPTION = 6, 60  # of an article; characters beside one in a gallery
TEASER = 200  # characters; shorter paragraphs are what lists consist of
MOST_HEADED = 0.8  # of an article's text that stands below links to others
LEAST_HEADED = 3  # links above text that a list has
LISTS = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
GALLERIES = frozenset({"ImageGallery", "MediaGallery"})
IN_ADDRESS = re.compile(
    r"/(?:(?P<gallery>(?:photo-?)?galler(?:y|ies)|photos|pictures|galerij[ao]s?)"
    r"|(?P<live>live(?:-?blog)?)|(?P<video>videos?))(?:/|$)"
    r"|/(?P<list>tags?|categor(?:y|ies)|authors?)(?:/[^/]+){1,2}/?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page when it is to be judged. `paragraphs` are its text.

    `links` is how many characters of the whole page are links; `headed` how many of the text stand
    below a headline that leads elsewhere.
    """

    linked: LinkedArticle
    head: Head
    address: str | None
    title: str
    paragraphs: Sequence[str]
    pictures: int
    links: int
    headed: int = 0

    @property
    def size(self) -> int:
        """How many characters of text it has."""
        return sum(map(len, self.paragraphs))

    @property
    def by_address(self) -> str:
        """What kind of page its address names."""
        named = IN_ADDRESS.search(self.address or "")
        return (named.lastgroup if named else None) or ""

    @property
    def og_type(self) -> str:
        found = self.head.first("og:type")
        return found.value.lower() if found else ""

    @property
    def is_article(self) -> bool:
        """Whether the page says that it is an article, and not a list of them."""
        if any(kind.endswith(ARTICLES) for kind in self.linked.types):
            return True
        return self.og_type == "article" and not self.linked.kinds & LISTS


def why_no_article(seen: Seen) -> NoArticle | None:
    """Why a page is none; None for an article."""
    for kind, reason, is_so in KINDS:
        if is_so(seen):
            return NoArticle(kind, reason)
    return None


def headed_by_links(blocks: Sequence[Block], kept: Sequence[Block]) -> int:
    """How many characters of a text stand below headlines that are links, as in a list; 0 where
    there are only a few such.
    """
    numbers = {block.number for block in kept}
    size = headlines = 0
    heading: Block | None = None
    is_counted = True
    for block in blocks:
        if block.is_heading:
            heading, is_counted = block, False
        elif heading and heading.is_link and block.number in numbers:
            size += len(block.text)
            headlines += not is_counted
            is_counted = True
    return size if headlines >= LEAST_HEADED else 0


def _is_front(seen: Seen) -> bool:
    """Whether it is what a whole site begins with."""
    key = address_key(seen.address or "").removeprefix("//")
    return bool(key) and not {*"/?#"} & {*key}


def _is_error(seen: Seen) -> bool:
    return seen.size < 2 * SHORT and ERROR.search(seen.title) is not None


def _is_live(seen: Seen) -> bool:
    is_told = "LiveBlogPosting" in seen.linked.types or seen.by_address == "live"
    return is_told or LIVE.search(seen.title) is not None


def _is_consent(seen: Seen) -> bool:
    """Whether most of its text is about cookies and the reader's consent."""
    about = sum(len(text) for text in seen.paragraphs if CONSENT.search(text))
    return not seen.is_article and 2 * about > seen.size


def _is_list(seen: Seen) -> bool:
    """Whether it says so; or consists of teasers and links, and does not say it is an article.

    Some programs call all their pages articles in `og:type`.
    """
    has_article = any(kind.endswith(ARTICLES) for kind in seen.linked.types)
    is_told = seen.by_address == "list" and seen.size < SHORT
    if not has_article and (is_told or seen.headed > MOST_HEADED * seen.size):
        return True
    if seen.is_article:
        return False
    count = len(seen.paragraphs)
    teasers = sum(len(text) < TEASER for text in seen.paragraphs)
    are_teasers = count >= 5 and teasers > 0.9 * count and seen.links > 2 * seen.size
    are_links = seen.size < STUB and seen.links > 5 * STUB
    return are_teasers or are_links or bool(seen.linked.kinds & LISTS)


def _is_gallery(seen: Seen) -> bool:
    is_told = seen.by_address == "gallery" or bool(seen.linked.kinds & GALLERIES)
    is_seen = seen.pictures > MOST_PICTURES and seen.size < CAPTION * seen.pictures
    return seen.size < SHORT and (is_told or is_seen)


def _is_video(seen: Seen) -> bool:
    has_video = seen.og_type.startswith("video") or "VideoObject" in seen.linked.kinds
    is_told = seen.by_address == "video" or (has_video and not seen.is_article)
    return seen.size < SHORT and is_told


def _is_stub(seen: Seen) -> bool:
    return seen.size < STUB and seen.linked.is_free is False


def _is_empty(seen: Seen) -> bool:
    return seen.size < LEAST


# The surest first.
KINDS: Sequence[tuple[NoArticleKind, str, Callable[[Seen], bool]]] = (
    (NoArticleKind.ERROR, "an error page", _is_error),
    (NoArticleKind.LIVE, "a live ticker, which is never finished", _is_live),
    (NoArticleKind.CONSENT, "a page that asks for consent", _is_consent),
    (NoArticleKind.LIST, "a site's front page", _is_front),
    (NoArticleKind.LIST, "a list of articles", _is_list),
    (NoArticleKind.GALLERY, "a gallery of pictures", _is_gallery),
    (NoArticleKind.VIDEO, "a video without a report", _is_video),
    (NoArticleKind.PAYWALL, "to be paid for; nothing of the text is shown", _is_stub),
    (NoArticleKind.EMPTY, "no text that could be an article's", _is_empty),
)


def pictures_in(tree: HtmlElement) -> int:
    """How many pictures are set in figures."""
    return sum(1 for figure in tree.iter("figure") if figure.find(".//img") is not None)
