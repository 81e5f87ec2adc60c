from collections.abc import Callable

import pytest

from retrieval.engines.engine import Engine
from retrieval.engines.rank_bm25 import RankBm25Engine
from tests.engine_contract.contract import EngineContract


class TestRankBm25(EngineContract):
    @pytest.fixture
    def make(self) -> Callable[[], Engine]:
        return RankBm25Engine
