"""Whatever is read, however broken: an article, a reason, and never anything else."""

import pytest

from tests.fuzz.readers import KINDS, try_case

CASES = 40  # of each kind; `tests/benchmarks/fuzz.py` tries any number


@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_input_is_read_or_rejected_with_a_reason(kind: str) -> None:
    first = KINDS.index(kind)
    outcomes = {try_case(number) for number in range(first, CASES * len(KINDS), len(KINDS))}
    assert outcomes <= {"read", "rejected", "nothing"}
    assert len(outcomes) > 1
