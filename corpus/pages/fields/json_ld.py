"""What a page's JSON-LD says of its article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from corpus.addresses import address_key
from corpus.pages.fields.json_text import values

Node = Mapping[str, object]

MOST_BLOCKS = 50
MOST_NODES = 5_000
# By the last word of a type: `NewsArticle`, `LiveBlogPosting`, `https://schema.org/Article`.
ARTICLES = ("Article", "Posting", "Report")
# What else stands for the page, where no article is described.
PAGES = ("WebPage", "ItemPage", "ClaimReview")
ORGANISATIONS = ("Organization", "Corporation", "WebSite")
DEEPEST, MOST_NAMES = 4, 50  # of names in names
# What hangs below a node and is not the page's own article.
OTHERS = frozenset(
    "itemListElement relatedLink isPartOf citation mentions liveBlogUpdate comment isBasedOn"
    " significantLink itemReviewed".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an organisation by name."""

    name: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article by JSON-LD; every text as it stands there. `kinds`: the types of all nodes."""

    kinds: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[Named, ...] = ()
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    is_free: bool | None = None


def linked_article(tree: HtmlElement, address: str | None) -> LinkedArticle:
    """What all blocks together say of the article of the page with that address."""
    nodes = list(_nodes(tree))
    by_id = {str(node["@id"]): node for node in nodes if len(node) > 1 and "@id" in node}
    ranked = _ranked(nodes, address_key(address or ""))
    kinds = frozenset(kind for node in nodes for kind in _types(node))
    if not ranked:
        return LinkedArticle(kinds)
    return LinkedArticle(
        kinds=kinds,
        types=frozenset(_types(ranked[0])),
        headline=_first(ranked[:1], "headline", "name") if _is(ranked[0], ARTICLES) else None,
        published=_first(ranked, "datePublished", "dateCreated", "uploadDate"),
        modified=_first(ranked, "dateModified"),
        authors=next((found for node in ranked if (found := _authors(node, by_id))), ()),
        publisher=next(
            (one.name for node in ranked for one in _named(node.get("publisher"), by_id)), None
        ),
        section=_first(ranked, "articleSection", "genre"),
        language=_first(ranked, "inLanguage"),
        url=_first(ranked[:1], "url"),
        is_free=_is_free(ranked[0]),
    )


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """All objects, the outermost first; not those of other articles."""
    scripts = tree.iter("script")
    blocks = [s.text for s in scripts if s.text and "ld+json" in s.get("type", "").lower()]
    waiting: list[object] = [value for block in blocks[:MOST_BLOCKS] for value in values(block)]
    for value in waiting:  # grows as it goes: breadth first
        if len(waiting) > MOST_NODES:
            return
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(part for key, part in value.items() if key not in OTHERS)


def _ranked(nodes: Sequence[Node], key: str) -> list[Node]:
    """The article first: the one of this address, else the first; then what tells of the page."""
    articles = [node for node in nodes if _is(node, ARTICLES)]
    articles.sort(key=lambda node: not (key and key in _addresses(node)))
    return [*articles[:1], *(node for node in nodes if _is(node, PAGES))]


def _addresses(node: Node) -> set[str]:
    whole = node.get("mainEntityOfPage")
    page = whole.get("@id") if isinstance(whole, dict) else whole
    return {address_key(text) for text in (node.get("url"), page) if isinstance(text, str)}


def _types(node: Node) -> Iterator[str]:
    given = node.get("@type")
    for kind in given if isinstance(given, list) else [given]:
        if isinstance(kind, str):
            yield kind.replace("#", "/").replace(":", "/").rpartition("/")[2]


def _is(node: Node, kinds: tuple[str, ...]) -> bool:
    return any(kind.endswith(kinds) for kind in _types(node))


def _first(nodes: Sequence[Node], *keys: str) -> str | None:
    """The first text that a field holds, of the fields in order."""
    for node in nodes:
        for key in keys:
            for given in _flat(node.get(key)):
                value = given
                if isinstance(given, dict):
                    value = given.get("name") or given.get("@value")
                if isinstance(value, str) and value.strip():
                    return unescape(value).strip()
    return None


def _flat(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _authors(node: Node, by_id: Mapping[str, Node]) -> tuple[Named, ...]:
    for key in ("author", "creator", "contributor"):
        if found := tuple(dict.fromkeys(_named(node.get(key), by_id))):
            return found
    return ()


def _named(value: object, by_id: Mapping[str, Node], depth: int = 0) -> Iterator[Named]:
    """Who is named: by a text, an object, a list of either, or the `@id` of an object."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value[:MOST_NAMES]:
            yield from _named(one, by_id, depth + 1)
    elif isinstance(value, str) and value in by_id:
        yield from _named(by_id[value], by_id, depth + 1)
    elif isinstance(value, str) and value.strip():
        yield Named(unescape(value).strip(), is_person=True)
    elif isinstance(value, dict):
        node = value if "name" in value else by_id.get(str(value.get("@id")), value)
        parts = [str(node[key]) for key in ("givenName", "familyName") if node.get(key)]
        for one in _named(node.get("name") or " ".join(parts), {}, depth + 1):
            yield Named(one.name, is_person=not _is(node, ORGANISATIONS))


def _is_free(node: Node) -> bool | None:
    """Whether everybody may read it whole; None where it does not say."""
    given = node.get("isAccessibleForFree")
    if given is None:
        parts = [part for part in _flat(node.get("hasPart")) if isinstance(part, dict)]
        given = next(
            (part["isAccessibleForFree"] for part in parts if "isAccessibleForFree" in part), None
        )
    return None if given is None else str(given).strip().lower() not in {"false", "0", "no"}
