"""The input formats: a new one is a file beside this one, and a line in FORMATS."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from io import BufferedIOBase
from pathlib import Path

from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.preparing import prepared
from corpus.errors import UnreadableError
from corpus.readers.compressed import without_compression
from corpus.readers.crew import Job
from corpus.readers.draft import Defaults, Finished, finish
from corpus.readers.html import read_html
from corpus.readers.reading import Draft, Origin, Part, Reader, Rejected, cut_off
from corpus.readers.records.csv_table import read_csv
from corpus.readers.records.json_array import read_json
from corpus.readers.records.jsonl import read_jsonl
from corpus.readers.saved.feed import read_feed
from corpus.readers.text.export import read_text_export
from corpus.readers.warc import read_warc

# By the ending of a file's name, in lower case. Each may be compressed as well.
FORMATS: Mapping[str, Reader] = {
    ".txt": read_text_export,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
    ".warc": read_warc,
    **dict.fromkeys((".xml", ".rss", ".atom"), read_feed),
    ".json": read_json,
}
AT_ONCE = 1 << 18  # bytes of the parts of one job
UNPACKS_GZIP = frozenset({read_warc})  # readers of a .gz file as it is: see `stretches`


def reader_for(name: str) -> Reader | None:
    """The reader for a file's name; None for a format that nobody here reads."""
    bare = without_compression(name.lower())
    return next((reader for ending, reader in FORMATS.items() if bare.endswith(ending)), None)


def read_articles(
    stream: BufferedIOBase, origin: Origin, reader: Reader, defaults: Defaults
) -> Iterator[Job[Part] | Finished | Rejected]:
    """Every article of one input, or the jobs to read them; what was not taken is `Rejected`."""
    read = partial(_read_part, origin, defaults)
    parts: list[Part] = []
    for item in _items(stream, origin, reader):
        is_read = isinstance(item, Draft | Rejected)
        if not isinstance(item, Draft | Rejected):
            parts.append(item)
        if parts and (is_read or sum(part.size for part in parts) >= AT_ONCE):
            yield _job(origin, read, parts)
            parts = []
        if isinstance(item, Draft):
            yield _finished(item, origin, defaults)
        elif isinstance(item, Rejected):
            yield item
    if parts:
        yield _job(origin, read, parts)


def _job(
    origin: Origin, read: Callable[[Part], list[Finished | Rejected]], parts: Sequence[Part]
) -> Job[Part]:
    is_light = all(part.is_light for part in parts)
    return Job(origin.name, read, tuple(parts), is_light)


def _items(
    stream: BufferedIOBase, origin: Origin, reader: Reader
) -> Iterator[Draft | Rejected | Part]:
    line = 0
    try:
        for item in reader(stream, origin):
            if isinstance(item, Draft | Rejected):
                line = item.line or line
            yield item
    except UnreadableError as error:
        yield Rejected(origin.name, None, str(error))
    except EOFError:
        yield Rejected(origin.name, None, cut_off(line))


def _read_part(origin: Origin, defaults: Defaults, part: Part) -> list[Finished | Rejected]:
    return [
        _finished(item, origin, defaults) if isinstance(item, Draft) else item
        for item in part.drafts(origin)
    ]


def _finished(draft: Draft, origin: Origin, defaults: Defaults) -> Finished | Rejected:
    try:
        finished = finish(draft, defaults)
    except UnreadableError as error:
        return Rejected(origin.name, draft.line, str(error))
    arrival = Arrival(
        finished.article,
        origin=_whole_name(origin.name),
        is_whole=draft.line is None,
        names=finished.names,
        faults=finished.faults,
    )
    return replace(finished, prepared=prepared(arrival))


@lru_cache(maxsize=1)
def _whole_name(file: str) -> str:
    """As text, though any bytes may be a part of it."""
    return os.fsencode(Path(file).absolute()).decode("utf-8", "replace")
