"""The text export: one article a file, as it is copied from a news site.

A date line `2021.01.27 17:30`, a byline glued to a second date (`RFE/RL2021.01.27 17:30`) and a
headline, in any order; then paragraphs, `Read more:` lines and at the end an attribution.
"""

from collections.abc import Iterator
from io import BufferedIOBase

from corpus.errors import UnreadableError
from corpus.lines.characters import INVISIBLE, LINE_END
from corpus.lines.line import as_lines
from corpus.readers.reading import Draft, Origin, Rejected, read_whole
from corpus.readers.text.byline import take_byline
from corpus.readers.text.header import join_time
from corpus.readers.text.headline import take_headline
from corpus.readers.text.wrapping import join_lines, page_width

MAX_BYTES = 20_000_000


def read_text_export(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """The file's one article. Raises UnreadableError with the reason where it cannot be told."""
    text = _decoded(read_whole(stream, MAX_BYTES))
    lines = join_time(as_lines(LINE_END.split(text), origin.outlet))
    page = page_width(lines)
    header, below = take_headline(lines, page_width=page)
    article = take_byline(header, below)
    if header.published is None:
        raise UnreadableError(header.why_undated(lines))
    yield Draft(
        published=header.published.text,
        lines=list(join_lines(article, page)),
        title=header.title,
        updated=header.updated.text if header.updated else None,
        agency=header.byline.agency if header.byline else None,
        authors=header.byline.authors if header.byline else (),
        section=header.section,
        is_page=True,
    )


def _decoded(data: bytes) -> str:
    if b"\x00" in data:
        raise UnreadableError("not a text in UTF-8 (holds zero bytes)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("not a text in UTF-8") from error
    if not text.strip().strip(INVISIBLE):
        raise UnreadableError("empty")
    return text
