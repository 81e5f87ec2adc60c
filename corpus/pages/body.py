"""Which blocks of a page are the article's text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from corpus.pages.blocks import Block, Blocks

SENTENCE = 80  # characters of what is surely no label
MOST_BLOCKS = 3_000  # of a page that is read more than once
ENOUGH = 0.3  # of the most that could be taken


def body_blocks(tree: HtmlElement, blocks: Blocks) -> list[Block]:
    """The blocks of the article, in the page's order, with what stands among them.

    By trafilatura, the cheapest way first: what it takes is enough where the page hardly holds
    more prose.
    """
    prose = sum(len(block.text) for block in blocks.all if _is_prose(block))
    kept = _extracted(tree, blocks, precision=True, fast=True)
    if len(blocks.all) > MOST_BLOCKS:
        return _with_twins(kept, blocks.all)
    if _size(kept) < ENOUGH * prose:
        kept = _extracted(tree, blocks, precision=True)
    if _size(kept) < ENOUGH * prose:
        whole = _extracted(tree, blocks)
        kept = whole if _size(kept) < ENOUGH * _size(whole) else kept
    return _with_twins(kept, blocks.all)


def _extracted(
    tree: HtmlElement, blocks: Blocks, *, precision: bool = False, fast: bool = False
) -> list[Block]:
    document = bare_extraction(tree, options=_options(precision=precision, fast=fast))
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(blocks.marked_in("".join(document.body.itertext())))


@cache
def _options(*, precision: bool, fast: bool) -> Extractor:
    """It reads a file of settings, and is the same for all pages."""
    return Extractor(comments=False, precision=precision, fast=fast)


def _with_twins(kept: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """With the prose that stands in the same kind of place as most of it does.

    A page may hold its text in several containers, of which one was found. What comes behind
    another headline is another article.
    """
    if not kept:
        return kept
    sizes = Counter[_Kind]()
    for block in kept:
        sizes[_kind(block)] += len(block.text)
    kind, size = sizes.most_common(1)[0]
    if 2 * size < _size(kept):
        return kept
    numbers = {block.number for block in kept}
    return [
        block
        for block in blocks[kept[0].number : _end(kept[-1].number, blocks)]
        if block.number in numbers or (_kind(block) == kind and _is_prose(block))
    ]


def _end(last: int, blocks: Sequence[Block]) -> int:
    """Where the next headline stands."""
    behind = (block.number for block in blocks[last + 1 :] if block.place.element.tag == "h1")
    return next(behind, len(blocks))


_Kind = tuple[tuple[str, str | None], ...]


def _kind(block: Block) -> _Kind:
    """The elements around a block, by tag and class, up to three."""
    element: HtmlElement | None = block.place.element
    around: list[tuple[str, str | None]] = []
    while element is not None and len(around) < 3:
        around.append((element.tag, element.get("class")))
        element = element.getparent()
    return tuple(around)


def _is_prose(block: Block) -> bool:
    return (
        len(block.text) > SENTENCE
        and 2 * block.linked < len(block.text)
        and not block.place.is_outside
    )


def _size(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)
