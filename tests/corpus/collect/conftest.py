from collections.abc import Iterator

import pytest

from tests.corpus.collect.web import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web
