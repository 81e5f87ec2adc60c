"""What an index was built from: a few facts beside it, which say whether it can be trusted."""

from dataclasses import dataclass

import msgspec


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
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """How an index stands, read without opening it. `fresh`: it has all that the archive has."""

    engine: str
    fresh: bool
    paragraphs: int
