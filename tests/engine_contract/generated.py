"""Archives and questions made up at random, for engines that are held against one another."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from retrieval.engines.engine import Engine, Entry, Found, Search
from tests.engine_contract.filled import entry

WORDS = st.sampled_from("bridge ferry rain open shut mayor vote snow river train".split())
SHORT = st.lists(WORDS, max_size=8).map(" ".join)
QUESTIONS = st.lists(WORDS, min_size=1, max_size=5, unique=True).map(tuple)


def entries_of(texts: list[tuple[str, list[str]]]) -> list[Entry]:
    return [
        entry(seq, *paragraphs, title=title) for seq, (title, paragraphs) in enumerate(texts, 1)
    ]


def articles_of(texts: SearchStrategy[str]) -> SearchStrategy[list[Entry]]:
    """A dozen articles at most, of a headline and four paragraphs at most."""
    of_one = st.tuples(texts, st.lists(texts, min_size=1, max_size=4))
    return st.lists(of_one, min_size=1, max_size=12).map(entries_of)


def found_by(engine: Engine, entries: list[Entry], search: Search) -> Found:
    for one in entries:
        engine.add(one)
    engine.commit()
    return engine.view().search(search, 1000)
