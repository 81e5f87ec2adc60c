"""Sitemaps, their indexes, and those for news. Source: sitemaps.org; Google, News sitemaps.

Elements go by their local names and by what they stand in: sites write any namespace, or none.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from corpus.collect.listings.document import Document
from corpus.collect.listings.listing import Child, Entry, Kind, Listing
from corpus.collect.listings.places import absolute

WITH_ADDRESS = re.compile(r"</(?:[\w.-]{1,60}:)?loc\s*>")
Fields = Mapping[tuple[str, str], str]


def read_sitemap(document: Document, address: str) -> Listing:
    """What one sitemap, or index of sitemaps, lists."""
    records = map(_fields, filter(WITH_ADDRESS.search, document.items))
    if document.root == "sitemapindex":
        children = tuple(_children(records, address))
        return Listing(Kind.SITEMAP_INDEX, children=children, is_cut_off=document.is_cut_off)
    entries = tuple(_entries(records, address))
    return Listing(
        Kind.SITEMAP,
        entries,
        title=next((entry.source for entry in entries if entry.source), None),
        language=next((entry.language for entry in entries if entry.language), None),
        is_cut_off=document.is_cut_off,
    )


def _children(records: Iterator[Fields], address: str) -> Iterator[Child]:
    for fields in records:
        if place := absolute(address, fields.get(("sitemap", "loc"))):
            yield Child(place, fields.get(("sitemap", "lastmod")))


def _entries(records: Iterator[Fields], address: str) -> Iterator[Entry]:
    for fields in records:
        if place := absolute(address, fields.get(("url", "loc"))):
            yield Entry(
                place,
                published=fields.get(("news", "publication_date")),
                updated=fields.get(("url", "lastmod")),
                title=fields.get(("news", "title")),
                source=fields.get(("publication", "name")),
                language=fields.get(("publication", "language")),
            )


def _fields(item: str) -> Fields:
    """The texts in an item, by the local names of the element around them and their own."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_pis=True)
    record = etree.fromstring(item, parser)
    fields: dict[tuple[str, str], str] = {}
    for element in record.iterdescendants(etree.Element) if record is not None else ():
        if text := (element.text or "").strip():
            fields.setdefault((_local(element.getparent()), _local(element)), text)
    return fields


def _local(element: "etree._Element") -> str:
    """Its name without a namespace, or a prefix that the item does not declare."""
    name: str = element.tag
    return name.rpartition("}")[2].rpartition(":")[2]
