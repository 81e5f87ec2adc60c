"""Worker processes for all tests of this folder: they take long to start."""

from collections.abc import Iterator

import pytest

from corpus.workers.pool import ParsingPool


@pytest.fixture(scope="session")
def pool() -> Iterator[ParsingPool]:
    with ParsingPool() as started:
        yield started
