"""The engines by name; a new one is one file and one line here. Imported when asked for."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from retrieval.engines.engine import Engine
from retrieval.errors import EngineUnavailableError


class Kept(StrEnum):
    """Where an engine keeps what it was given; in memory, it is filled at every start."""

    IN_MEMORY = "memory"
    ON_DISK = "disk"
    ON_CLUSTER = "cluster"


class Kind(Struct, frozen=True):
    """`maker` takes a folder, or a cluster and the name of an index there."""

    module: str
    maker: str
    kept: Kept


ENGINES = {
    "tantivy": Kind("retrieval.engines.tantivy", "TantivyEngine", Kept.ON_DISK),
    "rank-bm25": Kind("retrieval.engines.rank_bm25", "RankBm25Engine", Kept.IN_MEMORY),
    "opensearch": Kind("retrieval.engines.opensearch.engine", "OpenSearchEngine", Kept.ON_CLUSTER),
}
DEFAULT = "tantivy"


def kind_of(name: str) -> Kind:
    """Raises EngineUnavailableError, with the names there are."""
    if name not in ENGINES:
        raise EngineUnavailableError(f"no engine is called {name}; there are {', '.join(ENGINES)}")
    return ENGINES[name]


def open_engine(name: str, directory: Path) -> Engine:
    """An engine that is no cluster's by name, its files in `directory`.

    Raises EngineUnavailableError.
    """
    kind = kind_of(name)
    maker = getattr(import_module(kind.module), kind.maker)  # now, for the start-up time of others
    engine: Engine = maker(directory)
    return engine
