"""The engines by name; a new one is one file and one line here. Imported when asked for."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from retrieval.engines.engine import Engine
from retrieval.errors import EngineUnavailableError


@dataclass(frozen=True, slots=True)
class Kind:
    """`on_disk`: the engine keeps what it was given; the others are filled at every start."""

    module: str
    maker: str
    on_disk: bool


ENGINES = {
    "tantivy": Kind("retrieval.engines.tantivy", "TantivyEngine", on_disk=True),
    "rank-bm25": Kind("retrieval.engines.rank_bm25", "RankBm25Engine", on_disk=False),
}
DEFAULT = "tantivy"


def kind_of(name: str) -> Kind:
    """Raises EngineUnavailableError, with the names there are."""
    if name not in ENGINES:
        raise EngineUnavailableError(f"no engine is called {name}; there are {', '.join(ENGINES)}")
    return ENGINES[name]


def open_engine(name: str, directory: Path) -> Engine:
    """An engine by name, its files in `directory`. Raises EngineUnavailableError."""
    kind = kind_of(name)
    maker = getattr(import_module(kind.module), kind.maker)  # now, for the start-up time of others
    engine: Engine = maker(directory)
    return engine
