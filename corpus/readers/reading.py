"""What every reader takes, and the drafts that it gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BufferedIOBase
from typing import Protocol
from zoneinfo import ZoneInfo

from corpus.date_faults import DateFault
from corpus.errors import UnreadableError
from corpus.lines.line import Line


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an input comes from: its `name` (a file, an address), and the outlet's, if given.

    `fields` are the names of its fields, where the keeper says that they are others than ours;
    `timezone` is the outlet's, where he names it.
    """

    name: str
    outlet: str
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    timezone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it is printed: every field is text, and nothing is checked yet.

    `lines` are its paragraphs, and what else stands among them. `is_page`: they are copied from
    a page, with what stands around the article there. `byline` names people and agency in one, for
    formats that do not tell them apart. `line` is where the article begins in its
    input, in formats of lines. `digest` is that of the finished article, where the input is an
    archive's export. `names` are others by which the paper knows it. `faults` are what the reader
    has against its dates. Empty fields are as good as none.
    """

    published: str
    lines: Sequence[Line]
    title: str | None = None
    id: str | None = None
    url: str | None = None
    updated: str | None = None
    source: str | None = None
    agency: str | None = None
    authors: Sequence[str] = ()
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    line: int | None = None
    is_page: bool = False
    digest: str | None = None
    names: Sequence[str] = ()
    faults: Sequence[DateFault] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that was not taken: the file or page, and in formats of lines the line, from 1.

    `advice` is what else there is to say, which may be another for each of many alike.
    """

    name: str
    line: int | None
    reason: str
    advice: str = ""


class PassedOver(Rejected):
    """One among many that nobody misses, as it is no article: counted by its reason, not listed."""

    __slots__ = ()


class Part(Protocol):
    """A part of an input: soon cut off, and read by itself, perhaps in another process.

    Its `str` names it within the input. `is_light`: it is soon read, and does no harm.
    """

    @property
    def is_light(self) -> bool: ...

    @property
    def size(self) -> int:
        """Bytes, to be read together with others as long as there are few."""

    def drafts(self, origin: Origin) -> Iterator[Draft | Rejected]:
        """The articles in it, and what of it is not taken."""


# A stream raises EOFError where it is cut off; a reader of lines lets it pass, and what it gave
# before is taken. For any other fault of an input the reader raises UnreadableError, or goes on
# after a `Rejected` of its own.
Reader = Callable[[BufferedIOBase, Origin], Iterator[Draft | Rejected | Part]]


def cut_off(line: int) -> str:
    """Why an input of lines ends with a line."""
    return f"cut off after line {line}; the lines up to it were taken"


def read_whole(stream: BufferedIOBase, limit: int) -> bytes:
    """All of a stream, of which a part would say nothing.

    Raises UnreadableError where it has more than `limit` bytes or is cut off.
    """
    try:
        data = stream.read(limit + 1)
    except EOFError as error:
        raise UnreadableError("cut off; nothing of it was taken") from error
    if len(data) > limit:
        raise UnreadableError(f"larger than {limit:,} bytes")
    return data
