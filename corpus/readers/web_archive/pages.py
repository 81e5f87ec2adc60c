"""A record of a WARC → the web page in it, packed as it was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fastwarc.warc import HeaderMap

from corpus.article import UNKNOWN_OUTLET
from corpus.errors import UnreadableError
from corpus.outlets import Outlet
from corpus.pages import NoArticle, Page, read_page
from corpus.readers.reading import Draft, Origin, PassedOver, Rejected
from corpus.readers.web_archive.payload import shown
from corpus.readers.web_archive.records import Record, parsed
from corpus.readers.web_archive.stretches import LARGEST, Fault

HEAD = re.compile(rb"(HTTP/\d.{0,65536}?\r?\n)\r?\n", re.S)
IS_HTML = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.I)
LOOKS_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head)\b", re.I)
WEB = re.compile(r"https?://", re.I)
DIGITS = re.compile(r"^([0-9]{8})([0-9]{6})$")
OK = frozenset({200, 203})


@dataclass(frozen=True, slots=True)
class Archived:
    """A page as a record holds it: `transfer` and `content` are the encodings of its body.

    `number` counts the pages of its file, from 1.
    `is_cut`: the server told more bytes than are there. More than it told are no fault: crawlers
    take an encoding off and leave the length as it was.
    """

    offset: int
    body: bytes
    content_type: str | None
    address: str | None = None
    fetched: datetime | None = None
    transfer: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    is_cut: bool = False
    number: int = 0

    def __str__(self) -> str:
        """Where it is, for a report."""
        return f"at byte {self.offset:,}, {self.address or 'a page without an address'}"

    @property
    def size(self) -> int:
        return len(self.body)

    @property
    def is_light(self) -> bool:
        return False

    def page(self) -> Page:
        """The page itself. Raises UnreadableError where its body cannot be unpacked."""
        body = shown(self.body, self.transfer, self.content)
        return Page(body, self.address, self.content_type, self.fetched)

    def drafts(self, origin: Origin) -> Iterator[Draft | Rejected]:
        """The article of the page."""
        name = None if origin.outlet == UNKNOWN_OUTLET else origin.outlet
        try:
            article = read_page(self.page(), Outlet(name=name, zone=origin.timezone))
        except UnreadableError as error:
            yield Rejected(origin.name, None, f"{self}: {error}")
            return
        if isinstance(article, NoArticle):
            yield PassedOver(self.address or origin.name, None, article.reason)
        else:
            yield replace(article.draft, line=self.number)


def archived_page(record: Record) -> Archived | Fault | None:
    """The page of a record, where there is one in it; a fault where it is not whole."""
    page = _response(record) if record.kind == "response" else _resource(record)
    if page is None:
        return None
    if not record.is_whole:
        return Fault(record.offset, f"a page larger than {LARGEST:,} bytes")
    if record.headers.get("WARC-Segment-Number") is not None:
        return Fault(record.offset, "a page that goes on in another record")
    if page.is_cut or record.headers.get("WARC-Truncated") is not None:
        return Fault(record.offset, "a page that was cut off as it was fetched")
    return replace(page, address=_address(record.headers), fetched=_fetched(record.headers))


def _resource(record: Record) -> Archived | None:
    """A file that was kept as it is, without what a server says of it."""
    content_type = record.headers.get("Content-Type") or ""
    if record.kind != "resource" or not IS_HTML.match(content_type):
        return None
    return Archived(record.offset, record.block, content_type)


def _response(record: Record) -> Archived | None:
    """What a server answered, where that was a page."""
    head = HEAD.match(record.block)
    if head is None:
        return None
    headers = parsed(head[1])
    body = record.block[head.end() :]
    content_type = headers.get("Content-Type")
    is_page = IS_HTML.match(content_type) if content_type else LOOKS_HTML.match(body)
    if headers.status_code not in OK or not is_page:
        return None
    return Archived(
        record.offset,
        body,
        content_type,
        transfer=headers.get_multiple("Transfer-Encoding"),
        content=headers.get_multiple("Content-Encoding"),
        is_cut=len(body) < _number(headers.get("Content-Length")),
    )


def _number(told: str | None) -> int:
    return int(told) if told and re.fullmatch(r"[0-9]{1,18}", told.strip()) else 0


def _address(headers: HeaderMap) -> str | None:
    """Older writers put it in angle brackets, as the first standard seemed to ask."""
    address = (headers.get("WARC-Target-URI") or "").strip().strip("<>")
    return address if WEB.match(address) else None


def _fetched(headers: HeaderMap) -> datetime | None:
    """Always UTC by the standard; older writers leave out the punctuation."""
    told = (headers.get("WARC-Date") or "").strip()
    try:
        moment = datetime.fromisoformat(DIGITS.sub(r"\1T\2", told))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
