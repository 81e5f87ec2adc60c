"""The input formats: a new one is a file beside this one, and a line in FORMATS."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedIOBase

from corpus.errors import UnreadableError
from corpus.readers.compressed import without_compression
from corpus.readers.csv_table import read_csv
from corpus.readers.draft import Defaults, Finished, finish
from corpus.readers.jsonl import read_jsonl
from corpus.readers.reading import Draft, Origin, Reader, Rejected
from corpus.readers.text.export import read_text_export

# By the ending of a file's name, in lower case. Each may be compressed as well.
FORMATS: Mapping[str, Reader] = {
    ".txt": read_text_export,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
}


def reader_for(name: str) -> Reader | None:
    """The reader for a file's name; None for a format that nobody here reads."""
    bare = without_compression(name.lower())
    return next((reader for ending, reader in FORMATS.items() if bare.endswith(ending)), None)


def read_articles(
    stream: BufferedIOBase, origin: Origin, reader: Reader, defaults: Defaults
) -> Iterator[Finished | Rejected]:
    """Every article of one input; what was not taken is `Rejected`."""
    line = 0
    try:
        for item in reader(stream, origin):
            line = item.line or line
            yield _finished(item, origin, defaults) if isinstance(item, Draft) else item
    except UnreadableError as error:
        yield Rejected(origin.name, None, str(error))
    except EOFError:
        reason = f"cut off after line {line}; the lines up to it were taken"
        yield Rejected(origin.name, None, reason)


def _finished(draft: Draft, origin: Origin, defaults: Defaults) -> Finished | Rejected:
    try:
        finished = finish(draft, defaults)
    except UnreadableError as error:
        return Rejected(origin.name, draft.line, str(error))
    return replace(finished, origin=origin.name, is_whole=draft.line is None)
