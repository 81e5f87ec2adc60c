"""WARC: what crawlers bring home, a page in each record.

What reads it is loaded only once there is such a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING

from corpus.readers.reading import Origin, Rejected

if TYPE_CHECKING:
    from corpus.readers.web_archive.pages import Archived


def read_warc(stream: BufferedIOBase, origin: Origin) -> Iterator[Archived | Rejected]:
    """The pages in a file that can seek, be it compressed by gzip or not.

    What is broken is rejected with its place, and what follows is read.
    """
    from corpus.readers.web_archive.reading import archived_pages  # noqa: PLC0415 (see above)

    return archived_pages(stream, origin)
