"""The bytes of a page → its tree, within limits that hold for any bytes."""

import re

from lxml.etree import (
    ElementDefaultClassLookup,
    ParserError,
    XMLSyntaxError,
    XPath,
    strip_elements,
)
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.errors import UnreadableError
from corpus.pages.encoding import decoded

MAX_BYTES = 3_000_000
MAX_ELEMENTS = 15_000  # three times what large pages have
MAX_ATTRIBUTES = 2_000  # of one element: the parser compares each with each
LONG_TAG = 4 * MAX_ATTRIBUTES  # bytes of the shortest that can have so many
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
# What is shown, if at all, beside the words of a page.
NEVER_TEXT = (
    "script style noscript svg iframe template head select button canvas object embed audio video"
).split()
NOT_OF_ARTICLE = ("nav", "footer", "aside", "menu", "textarea", "dialog")
# What is there for machines that read aloud, or not at all.
HIDDEN = XPath(
    "//span[@hidden or contains(@style, 'display:none') or contains(@style, 'display: none')"
    " or contains(@class, 'sr-only') or contains(@class, 'screen-reader')"
    " or contains(@class, 'visually-hidden') or contains(@class, 'visuallyhidden')]"
)
# What no XML can hold, and the private letters that mark blocks.
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r\f"}) + b"\x7f"
# lxml.html has a class of its own for a form, an input …, and calls Python for each element to
# find it, as often as one is touched.
ALL_ALIKE = ElementDefaultClassLookup(element=HtmlElement)
SPACES = bytes.maketrans(b"\f", b" ")
NO_CHARACTERS = re.compile(
    rb"\xef\xbf[\xbe\xbf]|\xf3[\xb0-\xbf]..|\xf4..."
    rb"|&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])|x0*(?:[1-8bcef]|1[\da-f]|fff[ef]))(?![\da-f]);?",
    re.I | re.S,
)


def page_tree(body: bytes, content_type: str | None) -> HtmlElement:
    """The page's root element, without comments.

    Raises UnreadableError for what is no HTML, too large, or takes too long to parse.
    """
    if len(body) > MAX_BYTES:
        raise UnreadableError(f"larger than {MAX_BYTES:,} bytes")
    text = decoded(body, content_type).encode("utf-8", "ignore").translate(SPACES, CONTROLS)
    text = NO_CHARACTERS.sub(b"", text)
    tags = text.split(b"<")
    if len(tags) > 4 * MAX_ELEMENTS:
        raise UnreadableError(f"more than {MAX_ELEMENTS:,} elements")
    if max(map(len, tags)) > LONG_TAG and any(_is_bomb(tag) for tag in tags if len(tag) > LONG_TAG):
        raise UnreadableError(f"an element with more than {MAX_ATTRIBUTES:,} attributes")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ALL_ALIKE)
    try:
        tree = document_fromstring(text, parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise UnreadableError("no HTML") from error
    if tree.xpath("count(//*)") > MAX_ELEMENTS:
        raise UnreadableError(f"more than {MAX_ELEMENTS:,} elements")
    return tree


def strip_machinery(tree: HtmlElement) -> None:
    """Leave only what is printed."""
    strip_elements(tree, *NEVER_TEXT, with_tail=False)
    for element in HIDDEN(tree):
        if element.getparent() is not None:
            element.drop_tree()


def strip_frame(tree: HtmlElement) -> None:
    """Leave out what by its name is no part of an article."""
    strip_elements(tree, *NOT_OF_ARTICLE, with_tail=False)


def _is_bomb(tag: bytes) -> bool:
    return len(QUOTED.sub(b"", tag).partition(b">")[0].split()) > MAX_ATTRIBUTES
