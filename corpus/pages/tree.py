"""The bytes of a page → its tree, within limits that hold for any bytes."""

import re

from lxml.etree import ParserError, XMLSyntaxError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.errors import UnreadableError
from corpus.pages.encoding import decoded

MAX_BYTES = 3_000_000
MAX_ELEMENTS = 25_000  # five times what large pages have
MAX_ATTRIBUTES = 2_000  # of one element: the parser compares each with each
LONG_TAG = re.compile(rf"<[a-z/!][^<]{{{4 * MAX_ATTRIBUTES},}}", re.I)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# What no XML can hold, and the private letters that mark blocks.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff\U000f0000-\U0010ffff]")


def page_tree(body: bytes, content_type: str | None) -> HtmlElement:
    """The page's root element, without comments.

    Raises UnreadableError for what is no HTML, too large, or takes too long to parse.
    """
    if len(body) > MAX_BYTES:
        raise UnreadableError(f"larger than {MAX_BYTES:,} bytes")
    text = NO_TEXT.sub("", decoded(body, content_type))
    if any(map(_is_bomb, LONG_TAG.findall(text))):
        raise UnreadableError(f"an element with more than {MAX_ATTRIBUTES:,} attributes")
    if text.count("<") > 4 * MAX_ELEMENTS:
        raise UnreadableError(f"more than {MAX_ELEMENTS:,} elements")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise UnreadableError("no HTML") from error
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise UnreadableError(f"more than {MAX_ELEMENTS:,} elements")
    return tree


def _is_bomb(tag: str) -> bool:
    return len(QUOTED.sub("", tag).partition(">")[0].split()) > MAX_ATTRIBUTES
