"""What is measured, and the same as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.render.as_json import Json
from retrieval.evaluation.measures import Comparison, Measures
from retrieval.evaluation.outcomes import FIRST, Outcome


@dataclass(frozen=True, slots=True)
class Early:
    """Questions were asked `days` before; of them `left_out` were answered already then."""

    days: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine's answers came to, and beside it another's or an earlier run's.

    `missed` is None where nobody asked for the misses.
    """

    engine: str
    measures: Measures
    against: str
    comparison: Comparison | None
    missed: Sequence[Outcome] | None
    early: Early | None = None


def measured_json(measured: Measured) -> dict[str, Json]:
    """The measures by name, with their intervals."""
    measures = measured.measures
    shown: dict[str, Json] = {
        "engine": measured.engine,
        "questions": measures.questions,
        **measures.values,
        "strengths": {name: dict(counts) for name, counts in measures.strengths.items()},
        "p50_ms": measures.p50_ms,
        "p99_ms": measures.p99_ms,
        "intervals": dict(measures.intervals),
    }
    if measured.early is not None:
        shown["before"] = {"days": measured.early.days, "left_out": measured.early.left_out}
    if measures.kinds:
        shown["kinds"] = {
            name: {"questions": kind.questions, "strong": kind.strong, **kind.values}
            for name, kind in measures.kinds.items()
        }
    if measured.comparison is not None:
        shown["against"] = _comparison_json(measured.comparison, measured.against)
    if measured.missed is not None:
        shown["misses"] = [_missed_json(outcome) for outcome in measured.missed]
    return shown


def _comparison_json(comparison: Comparison, against: str) -> dict[str, Json]:
    return {
        "name": against,
        "questions": comparison.questions,
        "differences": {
            name: {
                "this": difference.this,
                "that": difference.that,
                "difference": difference.value,
                "interval": difference.interval,
                "shown": difference.is_shown,
            }
            for name, difference in comparison.differences.items()
        },
    }


def _missed_json(outcome: Outcome) -> dict[str, Json]:
    judged = outcome.judged
    return {
        "id": outcome.name,
        "question": judged.question,
        "kind": judged.kind,
        "asked_at": judged.asked_at,
        "answerable": judged.answerable,
        "articles": judged.articles,
        "answers": judged.answers,
        "patterns": judged.patterns,
        "strength": outcome.strength,
        "confidence": outcome.confidence,
        "article_place": outcome.article_place,
        "answer_place": outcome.answer_place,
        "pattern_place": outcome.pattern_place,
        "found": [article for article, _ in outcome.found[:FIRST]],
        "quote": outcome.first,
    }
