"""The text export: one article a file, as it is copied from a news site.

A date line `2021.01.27 17:30`, a byline glued to a second date (`RFE/RL2021.01.27 17:30`) and a
headline, in any order; then paragraphs, `Read more:` lines and a closing attribution.
"""

import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from corpus.article import MAX_PARAGRAPHS, Article, article_id
from corpus.errors import UnreadableError
from corpus.lines.byline import Byline, other_than, parse_byline
from corpus.lines.dated import read_stamp
from corpus.lines.paragraphs import INVISIBLE, cleaned, tidy_paragraphs
from corpus.readers.reading import UNKNOWN_OUTLET, Defaults, Read, Rejected
from corpus.readers.text.byline import take_byline
from corpus.readers.text.header import Header, join_time
from corpus.readers.text.headline import take_headline
from corpus.readers.text.wrapping import join_lines, page_width

MAX_BYTES = 20_000_000

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")


def read_text_export(
    path: Path, defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Read | Rejected]:
    """The file's one article, or why it is none."""
    try:
        found = path.stat()
        advance(found.st_size)
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("not a file")
        if found.st_size > MAX_BYTES:
            raise UnreadableError(f"larger than {MAX_BYTES:,} bytes")
        yield _article(_decoded(path.read_bytes()), defaults)
    except UnreadableError as error:
        yield Rejected(path, None, str(error))
    except OSError as error:
        yield Rejected(path, None, f"cannot be read: {error.strerror or error}")


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


def _article(text: str, defaults: Defaults) -> Read:
    lines = join_time([cleaned(line) for line in LINE_END.split(text)])
    source = " ".join((defaults.source or UNKNOWN_OUTLET).split())
    page = page_width(lines)
    header, below = take_headline(lines, source, page_width=page)
    text_lines = take_byline(header, below, source)
    if header.published is None:
        raise UnreadableError(header.why_undated(lines))
    tidied = tidy_paragraphs(join_lines(text_lines, page), is_page=True)
    if not tidied.paragraphs:
        raise UnreadableError("no text below the headline")
    for line in filter(partial(_begins_another, header, source), tidied.paragraphs[:-1]):
        where = f"at line {lines.index(line) + 1}" if line in lines else f"with {line}"
        raise UnreadableError(f"several articles in one file: another seems to begin {where}")
    if len(tidied.paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableError(f"more than {MAX_PARAGRAPHS:,} paragraphs")
    published, no_zone = defaults.in_zone(header.published)
    again = header.new_version()
    updated = defaults.in_zone(again)[0] if again else None
    byline = header.byline or Byline((), None, is_certain=False)
    article = Article(
        id=article_id(None, source, published, header.title),
        title=header.title,
        published=published,
        source=source,
        paragraphs=tidied.paragraphs,
        updated=updated,
        agency=byline.agency or other_than(source, tidied.attribution),
        authors=byline.authors,
        section=header.section,
    )
    return Read(article, no_source=defaults.source is None, no_zone=no_zone)


def _begins_another(header: Header, source: str, line: str) -> bool:
    """Whether a line of the text is the date line or the dated byline of another article.

    A day without a time is a subhead; the date of an update, or this article's own, begins none.
    """
    stamp = read_stamp(line)
    if stamp is None or not stamp.has_time or stamp.first == header.published:
        return False
    byline = parse_byline(stamp.names, source)
    is_signed = stamp.is_line_of_its_own or (byline is not None and byline.is_certain)
    return is_signed and not stamp.is_update
