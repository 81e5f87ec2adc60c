"""A feed that any strict parser reads, out of one that may be broken anywhere.

A parser that forgives takes minutes for a feed that is made for it.
"""

from lxml import etree

from corpus.collect.listings.document import Document

# As prefixes are used that nobody declares.
KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "wp": "http://wordpress.org/export/1.2/",
}
MOST_ITEMS = 10_000
MOST_PARTS = 10_000  # elements of an item; a long article in XHTML has a thousand
LONGEST_FIELD = 2_000  # characters of what is no text: a date, a name, an address
TEXTS = frozenset("content encoded description summary title body".split())


def repaired(document: Document) -> bytes | None:
    """The feed in UTF-8 without a declaration; None where nothing can be made of it."""
    head = _parsed(document.head)
    if head is None:
        return None
    head.text = head.text or " "  # else it would have no end to be found
    items = [item for one in document.items[:MOST_ITEMS] if (item := _item(one)) is not None]
    text: str = etree.tostring(head, encoding="unicode", with_tail=False)
    start, _, end = text.rpartition("</")
    name = end.partition(">")[0]
    used = {prefix for item in items for prefix in _prefixes(item)} - set(head.nsmap)
    spaces = dict(KNOWN)
    for element in head.iter(etree.Element):
        spaces |= element.nsmap
    declared = "".join(f' xmlns:{one}="{spaces.get(one, one)}"' for one in sorted(used))
    body = "".join(etree.tostring(item, encoding="unicode", with_tail=False) for item in items)
    whole = f"<{name}{declared}{start.removeprefix(f'<{name}')}{body}</{name}>".encode()
    return whole if _is_strict(whole) else None


def _parsed(text: str) -> "etree._Element | None":
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True
    )
    return etree.fromstring(text, parser)


def _item(text: str) -> "etree._Element | None":
    """None for one that is no article's."""
    item = _parsed(text)
    if item is None:
        return None
    for number, element in enumerate(item.iter(etree.Element)):
        name = element.tag.rpartition(":")[2]
        if number == MOST_PARTS or element.tag.count(":") > 1:
            return None
        if name not in TEXTS and len(element.text or "") > LONGEST_FIELD:
            element.text = None
    return item


def _prefixes(item: "etree._Element") -> set[str]:
    """Those that an item uses and does not declare."""
    names = (
        name for element in item.iter(etree.Element) for name in (element.tag, *element.attrib)
    )
    return {name.partition(":")[0] for name in names if ":" in name and name[0] != "{"}


def _is_strict(text: bytes) -> bool:
    try:
        etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True
