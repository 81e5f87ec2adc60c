"""What stands among and around the paragraphs of a page's article, and is none of them."""

import re
from collections.abc import Collection, Sequence

from corpus.lines.characters import cleaned
from corpus.lines.line import Kind, Line
from corpus.lines.tidying import Tidied, tidied
from corpus.names import fold
from corpus.pages.blocks import Block

LONGEST_LABEL = 250  # characters; what is longer is prose
LONGEST_TITLE, LEAST_LINKS = 60, 3  # of what stands above a list; what a list has
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
# Where to write to, or to read on: an address, a name in a network.
CONTACT = re.compile(r"\b[\w.+-]+@[\w-]+\.\w{2,}|(?:^|\s|\()@\w{3,}|\btwitter\.com/\w+", re.I)
MOST_QUOTES = 100  # that are compared with all else
LABEL = re.compile(r"[^.!?:|–—]{1,25}\s*[:|–—]")
WORD = re.compile(r"\w+")
COUNTED = re.compile(r"[^\W\d]+:?\s+\d[\d\s.,]*", re.I)  # Readers: 1,240


def own_text(
    blocks: Sequence[Block], headlines: Collection[str], *, outlet: str, page: Sequence[Block]
) -> Tidied:
    """The article's own paragraphs of what was taken for its text; `page` is all there is."""
    names = {words(headline) for headline in headlines}
    own = [block for block in _without_links(blocks) if words(block.text) not in names]
    kept = _without_outer_headings(_without_echoes(_without_feet(own, page)))
    lines = [Line(cleaned(block.text), outlet, block.number) for block in kept]
    return tidied(_without_contact(_without_header(lines)), is_page=True)


def words(text: str) -> str:
    """A text as headlines are compared: its words alone, folded."""
    return " ".join(WORD.findall(fold(text)))


def _without_links(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without what leads elsewhere, unless that is most of it."""
    kept = [block for block in blocks if not block.is_link and not _leads_elsewhere(block)]
    size, all_of_it = (sum(len(block.text) for block in some) for some in (kept, blocks))
    return kept if 2 * size > all_of_it else blocks


def _leads_elsewhere(block: Block) -> bool:
    """Whether a label is followed by links: `SEE MORE: Why the bridge is late`."""
    text = block.text
    is_linked = 2 * block.linked > len(text)
    return (
        is_linked
        and len(text) <= LONGEST_LABEL
        and LABEL.match(text) is not None
        and not SENTENCE_END.search(text)
    )


def _without_echoes(blocks: Sequence[Block]) -> list[Block]:
    """Without quotations set apart that repeat a paragraph, and what stands twice in a row."""
    has_quotes = 0 < sum(block.place.is_quote for block in blocks) <= MOST_QUOTES
    plain = [words(block.text) for block in blocks] if has_quotes else []
    kept: list[Block] = []
    before = ""
    for place, block in enumerate(blocks):
        is_quote = has_quotes and block.place.is_quote
        is_echo = is_quote and _stands_in_another(plain[place], plain)
        if not is_echo and block.text != before:
            kept.append(block)
        before = block.text
    return kept


def _without_feet(blocks: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Without what stands at the end: whose the page is, and labels below which only links are."""
    links = {block.number for block in page if block.is_link}
    kept = list(blocks)
    while len(kept) > 1 and (_is_of_rights(kept[-1]) or _is_label_of_links(kept[-1], links)):
        kept.pop()
    return kept


def _is_of_rights(block: Block) -> bool:
    return len(block.text) <= LONGEST_LABEL and block.text.startswith("©")


def _is_label_of_links(block: Block, links: Collection[int]) -> bool:
    is_label = len(block.text) <= LONGEST_TITLE and not SENTENCE_END.search(block.text)
    return is_label and all(block.number + below in links for below in range(1, LEAST_LINKS + 1))


def _stands_in_another(text: str, texts: Sequence[str]) -> bool:
    return any(text in other for other in texts if other != text)


def _without_outer_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without headings that no text stands below, and those above all text."""
    texts = [place for place, block in enumerate(blocks) if not block.is_heading]
    return blocks[texts[0] : texts[-1] + 1] if texts else ()


def _without_header(lines: list[Line]) -> list[Line]:
    """Without names and dates above the first sentence, and labels around these."""
    first = next((place for place, line in enumerate(lines) if _is_sentence(line)), 0)
    dated = [place for place, line in enumerate(lines[:first]) if line.kind is Kind.DATED]
    last = dated[-1] if dated else -1
    own = (
        line
        for place, line in enumerate(lines[:first])
        if not _is_of_header(line)
        and not (place < last and len(line.text) <= LONGEST_TITLE)
        and not (dated and COUNTED.fullmatch(line.text))
    )
    return [*own, *lines[first:]]


def _is_sentence(line: Line) -> bool:
    return bool(SENTENCE_END.search(line.text)) and line.kind is Kind.WORDS


def _is_of_header(line: Line) -> bool:
    return line.kind in {Kind.DATED, Kind.NAMES, Kind.OF_PAGE} or line.is_unsure


def _without_contact(lines: list[Line]) -> list[Line]:
    """Without what stands at the end and says where to write to."""
    kept = list(lines)
    while len(kept) > 1 and len(kept[-1].text) <= LONGEST_LABEL and CONTACT.search(kept[-1].text):
        kept.pop()
    return kept
