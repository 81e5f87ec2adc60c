"""The input formats, one file each. A reader raises nothing: what it cannot read is `Rejected`."""

from collections.abc import Mapping
from pathlib import Path

from corpus.readers.jsonl import read_jsonl
from corpus.readers.reading import Defaults, Read, Reader, Rejected
from corpus.readers.text.export import read_text_export

__all__ = ["READERS", "Defaults", "Read", "Reader", "Rejected", "reader_for"]

READERS: Mapping[str, Reader] = {
    ".txt": read_text_export,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".jsonl.xz": read_jsonl,
}


def reader_for(path: Path) -> Reader | None:
    """The reader for a file's name; None for a format that nobody here reads."""
    name = path.name.lower()
    return next((reader for ending, reader in READERS.items() if name.endswith(ending)), None)
