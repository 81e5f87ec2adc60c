"""What a cluster answers, as far as it is read."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from retrieval.engines.opensearch.faults import AnsweredInPartError, Fault, error_of
from retrieval.errors import EngineUnreachableError

Kind = TypeVar("Kind")
NEAR = "near"  # what parts of a reply are called
EACH = "each"


def read(told: object, kind: type[Kind]) -> Kind:
    """Raises EngineUnreachableError for what is no answer of a cluster's."""
    try:
        return msgspec.convert(told, kind)
    except msgspec.ValidationError as error:
        raise EngineUnreachableError("what answers is no cluster that this can read") from error


def check_whole(answers: int, asked: int) -> None:
    """Raises AnsweredInPartError where there is not an answer to each."""
    if answers != asked:
        raise AnsweredInPartError("the cluster did not answer all that was asked; try again later")


class Document(msgspec.Struct):
    """What is kept of a document, as far as it was asked for: see `mapping.py`."""

    seq: int = 0
    number: int = 0
    name: str = ""
    day: int = 1
    text: str = ""
    title: str = ""
    source: str = ""
    agency: str | None = None
    language: str = ""
    stored: str | list[str] = ""
    digest: str = ""
    doubtful: bool = False
    first: bool = False
    boilerplate: list[int] = []
    copies: list[int] = []


class Ranked(msgspec.Struct):
    """A document by what it was sorted by, and what of it was asked for."""

    index: str = msgspec.field(name="_index")
    sort: list[float] = []
    document: Document = msgspec.field(name="_source", default_factory=Document)
    fields: dict[str, list[int]] = {}


class Total(msgspec.Struct):
    value: int = 0


class Hits(msgspec.Struct):
    hits: list[Ranked] = []
    total: Total = msgspec.field(default_factory=Total)


class Shards(msgspec.Struct):
    failed: int = 0


class Option(msgspec.Struct):
    """A term near another, and in how many documents it stands."""

    text: str
    freq: int


class Suggested(msgspec.Struct):
    options: list[Option] = []


class Bucket(msgspec.Struct):
    """How many documents have a value, if they are counted by one."""

    doc_count: int
    key: int = 0


class Buckets(msgspec.Struct):
    buckets: list[Bucket] = []


class Reply(msgspec.Struct):
    """To one search of several."""

    status: int
    timed_out: bool = False
    shards: Shards = msgspec.field(default_factory=Shards, name="_shards")
    hits: Hits = msgspec.field(default_factory=Hits)
    suggest: dict[str, list[Suggested]] = {}
    aggregations: dict[str, Buckets] = {}
    error: Fault | None = None

    def counts(self) -> list[int]:
        """In the order in which they were asked for."""
        return [one.doc_count for one in self.aggregations[EACH].buckets]

    def check(self) -> None:
        """Raises what `error_of` makes of a failure; half an answer is one too."""
        if self.error is not None:
            raise error_of(self.status, self.error)
        if self.timed_out or self.shards.failed:
            raise AnsweredInPartError("the cluster answered in part only; try again in a while")


class Replies(msgspec.Struct):
    responses: list[Reply]


class Mappings(msgspec.Struct):
    meta: Mapping[str, object] = msgspec.field(default_factory=dict, name="_meta")


class Described(msgspec.Struct):
    """An index, as far as it is looked at."""

    mappings: Mappings


class Named(msgspec.Struct):
    """An index by its aliases."""

    aliases: dict[str, object]


class SetOf(msgspec.Struct):
    """What is set of an index."""

    settings: dict[str, object]


AllSet = dict[str, SetOf]


class Opened(msgspec.Struct):
    pit_id: str


class Deleted(msgspec.Struct):
    timed_out: bool
    failures: list[object]


class Docs(msgspec.Struct):
    deleted: int = 0


class Operations(msgspec.Struct):
    """`max_seq_no`: the last operation."""

    max_seq_no: int = -1


class Lease(msgspec.Struct):
    """From which operation on a copy may want them."""

    retaining_seq_no: int = 0


class Leases(msgspec.Struct):
    leases: list[Lease] = []


class Shard(msgspec.Struct):
    """One copy of a shard."""

    docs: Docs = msgspec.field(default_factory=Docs)
    seq_no: Operations = msgspec.field(default_factory=Operations)
    retention_leases: Leases = msgspec.field(default_factory=Leases)

    def may_forget(self) -> bool:
        """Whether nobody wants its last operations any more."""
        leases = self.retention_leases.leases
        return all(one.retaining_seq_no > self.seq_no.max_seq_no for one in leases)


class ShardsOf(msgspec.Struct):
    shards: dict[str, list[Shard]] = {}


class Statistics(msgspec.Struct):
    """By index."""

    indices: dict[str, ShardsOf] = {}


class Outcome(msgspec.Struct):
    """Of one document."""

    status: int
    error: Fault | None = None


class Bulk(msgspec.Struct):
    """`items`: for each document its outcome, by what was done with it."""

    errors: bool
    items: list[dict[str, Outcome]]
