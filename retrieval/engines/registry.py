"""The engines behind `retrieval.engine.Engine`, one file each; imported when asked for."""

from dataclasses import dataclass
from pathlib import Path

from retrieval.engines.engine import Engine
from retrieval.errors import EngineUnavailableError


@dataclass(frozen=True, slots=True)
class Kind:
    """`on_disk`: the engine keeps what it was given; the others are filled at every start."""

    on_disk: bool


ENGINES = {"tantivy": Kind(on_disk=True), "rank-bm25": Kind(on_disk=False)}
DEFAULT = "tantivy"


def kind_of(name: str) -> Kind:
    """Raises EngineUnavailableError, with the names there are."""
    if name not in ENGINES:
        raise EngineUnavailableError(f"no engine is called {name}; there are {', '.join(ENGINES)}")
    return ENGINES[name]


def open_engine(name: str, directory: Path) -> Engine:
    """An engine by name, its files in `directory`. Raises EngineUnavailableError."""
    kind_of(name)
    if name == "tantivy":
        from retrieval.engines.tantivy import TantivyEngine  # noqa: PLC0415 (start-up time)

        return TantivyEngine(directory)
    from retrieval.engines.rank_bm25 import RankBm25Engine  # noqa: PLC0415 (start-up time)

    return RankBm25Engine()
