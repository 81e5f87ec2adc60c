"""Questions whose answers are known, to learn from; whether a quote answers one."""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from retrieval.evaluation.answers import normalise
from retrieval.evaluation.judged import Judged, parse_asked_at, read_judged
from retrieval.evaluation.judging import describes

SHORTEST = 3  # letters and digits of an answer that teaches


class _Dated(msgspec.Struct, frozen=True):
    """What a line of a news quiz has beside our own names."""

    date: str | None = None


def read_known(path: Path) -> list[Judged]:
    """As `evaluate` reads them; a question of a quiz is asked on its `date`."""
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    dates = [msgspec.json.decode(line, type=_Dated).date for line in lines]
    return [
        msgspec.structs.replace(judged, asked_at=judged.asked_at or day)
        for judged, day in zip(read_judged(path), dates, strict=True)
    ]


def asked_at(judged: Judged) -> datetime:
    return parse_asked_at(judged.asked_at) if judged.asked_at else datetime.now(UTC)


def answers(judged: Judged, day: date, text: str) -> bool:
    """By the patterns and days judged right; where there are none, by the strings, wherever they
    stand (distant supervision: Mintz and others, 2009).
    """
    if not judged.answerable:
        return False
    if judged.patterns:
        return describes(judged, day, text)
    said = normalise(text)
    return any(normalise(answer) in said for answer in judged.answers)


def teaches(judged: Judged) -> bool:
    """Whether a quote that answers can be told from one that has the string by chance."""
    return bool(judged.patterns) or any(
        len(normalise(answer)) >= SHORTEST for answer in judged.answers
    )
