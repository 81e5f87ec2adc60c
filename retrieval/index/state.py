"""What an index was built from: a few facts beside it, which say whether it can be trusted."""

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct


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


class Status(Struct, frozen=True):
    """How an index stands, read without opening it. `fresh`: it has all that the archive has."""

    engine: str
    fresh: bool
    paragraphs: int


class Elsewhere(msgspec.Struct, frozen=True):
    """The cluster on which an archive was published last: its addresses, and under which name."""

    hosts: tuple[str, ...]
    name: str


def elsewhere_file(archive: Path) -> Path:
    """In which the archive in that folder keeps it, for those who do not have the settings."""
    return archive / "index" / "published-on.json"


def published_elsewhere(archive: Path) -> Elsewhere | None:
    with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(elsewhere_file(archive).read_bytes(), type=Elsewhere)
    return None


def note_elsewhere(archive: Path, now: Elsewhere) -> None:
    """Where that cannot be written it is left: an index that answers matters more."""
    file = elsewhere_file(archive)
    if published_elsewhere(archive) != now:
        with contextlib.suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(msgspec.json.encode(now))
