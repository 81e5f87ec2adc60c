"""What a page's `meta` and `link` say, by name."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from corpus.lines.characters import one_line
from corpus.pages.page import Found

MOST = 500  # of each


class Head:
    """The names are in lower case; `itemprop` counts as a name."""

    def __init__(self, tree: HtmlElement) -> None:
        self._metas: dict[str, list[str]] = {}
        self._links: dict[str, str] = {}
        self.title = one_line(tree.findtext(".//title"))
        self.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        for number, meta in enumerate(tree.iter("meta")):
            if number == MOST:
                break
            for name in _names(meta):
                if content := one_line(meta.get("content")):
                    self._metas.setdefault(name, []).append(content)
        for number, link in enumerate(tree.iter("link")):
            if number == MOST:
                break
            for relation in link.get("rel", "").lower().split():
                self._links.setdefault(relation, link.get("href", "").strip())

    def meta(self, *names: str) -> Iterator[Found]:
        """What the metas of these names say, in the order of the names."""
        for name in names:
            for content in self._metas.get(name, ()):
                yield Found(content, f"meta {name}")

    def first(self, *names: str) -> Found | None:
        """The first of them."""
        return next(self.meta(*names), None)

    def link(self, relation: str) -> Found | None:
        """Where the first link of that relation leads."""
        address = self._links.get(relation)
        return Found(address, f"link {relation}") if address else None


def _names(meta: HtmlElement) -> Iterator[str]:
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        if given := meta.get(attribute):
            names = given.lower()
            yield from names.split() if attribute == "itemprop" else (names.strip(),)
