"""What an index was built from: a few facts beside it, which say whether it can be trusted."""

from dataclasses import dataclass

import msgspec

from corpus.archive.archive import Archive
from retrieval.text.analyser import fingerprint

FORMAT = 3  # raise it when an engine's fields change


class State(msgspec.Struct, frozen=True):
    """`folder` names this very index among others of its archive.

    `seq` is the last change taken in, `mark` that change's digest; `paragraphs` and `articles` are
    those held then.
    """

    format: int
    archive: str
    analyser: str
    folder: str
    seq: int = 0
    mark: str | None = None
    paragraphs: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """How an index stands, read without opening it. `fresh`: it has all that the archive has."""

    engine: str
    fresh: bool
    paragraphs: int


def new_state(archive: Archive, name: str) -> State:
    """Of an index that is still empty."""
    return State(FORMAT, archive.id, fingerprint(), name)


def belongs_to(state: State, archive: Archive) -> bool:
    """Whether it was built from this archive as it is, by this analyser."""
    mark = archive.mark(state.seq)
    return (
        (state.format, state.archive, state.analyser) == (FORMAT, archive.id, fingerprint())
        and state.seq <= archive.last_seq()
        and (mark is None or mark == state.mark)
    )
