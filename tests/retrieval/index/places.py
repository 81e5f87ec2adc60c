"""What the tests of all places do with an index."""

from retrieval.engines.engine import Engine, Entry, Search
from retrieval.index.place import Place
from retrieval.index.state import State
from tests.engine_contract.filled import entry

BRIDGE = entry(1, "bridge")


def state(name: str, seq: int = 0) -> State:
    return State(3, "an-archive", "an-analyser", name, seq)


def filled(place: Place, named: State, *entries: Entry) -> Engine:
    engine = place.open(named)
    for one in entries:
        engine.add(one)
    engine.commit()
    return engine


def count(engine: Engine) -> int:
    return len(engine.view().search(Search(("bridge",)), 9).hits)
