"""What all tests of this folder share: worker processes, which take long to start, and a collector
of the file's own `paper`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.workers.pool import ParsingPool
from tests.corpus.collecting.collector import Collecting, collecting_from
from tests.newspaper.server import Newspaper


@pytest.fixture(scope="session")
def pool() -> Iterator[ParsingPool]:
    with ParsingPool() as started:
        yield started


@pytest.fixture
def collecting(paper: Newspaper, tmp_path: Path, pool: ParsingPool) -> Iterator[Collecting]:
    """With the paper for its source."""
    with collecting_from(paper, tmp_path, pool) as started:
        started.add(f"{paper.url}/")
        yield started
