"""The pages of a WARC file."""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase

from corpus.readers.reading import Origin, Rejected
from corpus.readers.web_archive.pages import Archived, archived_page
from corpus.readers.web_archive.records import Record, read_records
from corpus.readers.web_archive.stretches import Fault, stretches


def archived_pages(file: BufferedIOBase, origin: Origin) -> Iterator[Archived | Rejected]:
    """Every page of a file, packed as it is there; what is broken, with its place."""
    number = 0
    for stretch in stretches(file):
        for found in [stretch] if isinstance(stretch, Fault) else read_records(stretch):
            page = archived_page(found) if isinstance(found, Record) else found
            if isinstance(page, Fault):
                yield Rejected(origin.name, None, f"at byte {page.offset:,}: {page.reason}")
            elif page is not None:
                number += 1
                yield replace(page, number=number)
