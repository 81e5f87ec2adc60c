"""Invented WARC files for tests."""

import gzip
from collections.abc import Iterable
from io import BytesIO

from corpus.readers.web_archive.pages import Archived, archived_page
from corpus.readers.web_archive.records import read_records
from corpus.readers.web_archive.stretches import Fault, Stretch, stretches

FETCHED = "2024-06-22T16:00:00Z"


def record(
    kind: str, block: bytes, *, version: str = "1.0", eol: str = "\r\n", **fields: str
) -> bytes:
    """One record. `fields` are more of its header, or others: `Content_Length="7"`."""
    head = {
        "WARC-Type": kind,
        "WARC-Date": FETCHED,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    lines = [f"WARC/{version}", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return eol.join(lines).encode() + block + b"\r\n\r\n"


def http(body: bytes, status: str = "200 OK", **fields: str) -> bytes:
    """What a server answers."""
    head = {"Content-Type": "text/html; charset=utf-8"}
    head |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def html(number: int) -> bytes:
    """A page that tells its number."""
    return f"<!doctype html><title>Ferry {number}</title><p>Ferry {number} has left.".encode()


def response(number: int, body: bytes | None = None, **fields: str) -> bytes:
    """The record of a page of that number."""
    block = http(html(number) if body is None else body, **fields)
    return record("response", block, WARC_Target_URI=address(number))


def address(number: int) -> str:
    return f"https://news.example.org/ferry/{number}"


def packed(records: Iterable[bytes]) -> bytes:
    """As WARC writers compress: each record by itself."""
    return b"".join(map(gzip.compress, records))


def read(data: bytes) -> list[Archived | Fault]:
    """The pages of a file, and its faults."""
    found: list[Archived | Fault] = []
    for stretch in stretches(BytesIO(data)):
        items = read_records(stretch) if isinstance(stretch, Stretch) else [stretch]
        for item in items:
            page = item if isinstance(item, Fault) else archived_page(item)
            if page is not None:
                found.append(page)
    return found


def numbers(data: bytes) -> list[int]:
    """The numbers of the pages that are found, in order."""
    pages = [page for page in read(data) if isinstance(page, Archived)]
    return [int((page.address or "").rpartition("/")[2]) for page in pages]


def faults(data: bytes) -> list[str]:
    return [item.reason for item in read(data) if isinstance(item, Fault)]
