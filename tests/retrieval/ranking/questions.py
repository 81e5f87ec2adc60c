"""Questions and searches about a bridge that is nowhere, for tests of ranking."""

from collections.abc import Mapping
from datetime import UTC, datetime

from retrieval.engines.engine import Found
from retrieval.question.question import Question
from retrieval.question.understand import understand
from retrieval.ranking.evidence import Evidence, Evidences

NOW = datetime(2022, 1, 1, 12, tzinfo=UTC)


def asked(text: str, *languages: str) -> Question:
    return understand(text, NOW, languages=languages or ("en",))


def found_in(passages: int = 1_000_000, **frequencies: int) -> Found:
    """A search of so many passages; terms that are not named stand in a hundred of them."""
    return Found(frequencies=Everywhere(frequencies), passages=passages)


class Everywhere(dict[str, int]):
    """Frequencies in which every other term has a hundred."""

    def __init__(self, given: Mapping[str, int]) -> None:
        super().__init__(given)

    def get(self, term: str, default: object = None) -> int:
        return super().get(term, 100)


def evidence_of(text: str, **frequencies: int) -> Evidence:
    return Evidences(asked(text), found_in(**frequencies)).main
