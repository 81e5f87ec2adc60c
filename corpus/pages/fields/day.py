"""The day of an article of which the page itself names no date in a field."""

import re

from corpus.errors import UnreadableError
from corpus.pages.fields.moments import UPDATED, Moment, is_of_update, read_moment
from corpus.pages.page import Page
from corpus.pages.tree import page_tree

IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)")


def day_in_address(address: str | None) -> Moment | None:
    """The day that an address names: `/2021/01/27/`."""
    named = IN_ADDRESS.search(address or "")
    value = read_moment("-".join(named.groups())) if named else None
    return Moment(value, "address") if value else None


def day_by_guess(page: Page) -> Moment | None:
    """The day that htmldate finds on the page; not that of its last change."""
    from htmldate import find_date  # noqa: PLC0415 (most pages name their date)

    try:
        tree = page_tree(page.body, page.content_type)
    except UnreadableError:
        return None
    for element in list(tree.iter("meta", "time")):
        names = {name.lower() for name in element.attrib.values()}
        if names & set(UPDATED) or (element.tag == "time" and is_of_update(element)):
            element.drop_tree()  # else it is taken where nothing tells more
    limit = page.fetched.date().isoformat() if page.fetched else None
    day = find_date(
        tree, original_date=True, extensive_search=False, url=page.address, max_date=limit
    )
    value = read_moment(day) if day else None
    return Moment(value, "htmldate") if value else None
