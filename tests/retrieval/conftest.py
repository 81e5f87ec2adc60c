"""The small archive, answered from by each engine that needs no service."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.answering import Answerer
from retrieval.index.index import Index
from tests.archives import archive_of
from tests.retrieval.small_archive import ARTICLES


@pytest.fixture(params=["tantivy", "rank-bm25"])
def answerer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Answerer]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, request.param)
        yield Answerer(archive, index)
        index.close()
