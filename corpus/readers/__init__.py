"""The input formats, one file each. What cannot be read is `Rejected`, with the reason."""

from corpus.readers.draft import Defaults, Finished
from corpus.readers.reading import Draft, Origin, Reader, Rejected

__all__ = ["Defaults", "Draft", "Finished", "Origin", "Reader", "Rejected"]
