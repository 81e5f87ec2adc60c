"""Everywhere in an archive that some words stand side by side: exact, by reading all of it.

What the index finds is held against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.archive.archive import Archive
from corpus.archive.scans.all_texts import Text
from corpus.archive.scans.by_day import by_day
from corpus.archive.scans.side_by_side import Selection
from retrieval.verbatim.words import Words, keys_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `found.text[start:end]`, the first time in that text."""

    found: Text
    start: int
    end: int


def texts_with(words: Sequence[str], archive: Archive) -> Iterator[Text]:
    """All texts that may hold these words."""
    with archive.connected() as connection:
        for read in by_day(connection, words, Selection()):
            yield from read.texts


def places_of(phrase: str, archive: Archive) -> Iterator[Place]:
    """All headlines and paragraphs in which the words of a phrase stand side by side.

    None is missed, be the phrase all stop words; `words.py` says what makes two words the same.
    Newest versions only, the oldest day first. It takes seconds for a million paragraphs: where an
    index can find the words, ask that. A phrase without a word stands nowhere.
    """
    run = keys_of(phrase)
    if not run:
        return
    for found in texts_with(run, archive):
        words = Words(found.text)
        first = words.find(run)
        if first is not None:
            yield Place(found, words.spans[first][0], words.spans[first + len(run) - 1][1])
