"""Measures of answers to judged questions: a table for people, JSON for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.render.as_json import Json
from retrieval.evaluation.judged import FIRST, Judged, Outcome
from retrieval.evaluation.measures import (
    EXACT,
    RESAMPLES,
    Comparison,
    Difference,
    Interval,
    Measures,
)

WIDTH = 100  # of tables in a pipe
SHOWN = {  # measures by name, as people read them
    "fidelity": "texts true to the archive",
    "date_accuracy": "dates true to the archive",
    "source_accuracy": "sources true to the archive",
    "answerable_strong": "answerable, strong",
    "unanswerable_strong": "unanswerable, strong",
    "auc_confidence": "AUC by confidence",
    "auc_labels": "AUC by label",
}


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


def measured_json(measured: Measured) -> dict[str, Json]:
    """The measures by name, with their intervals."""
    measures, comparison = measured.measures, measured.comparison
    shown: dict[str, Json] = {
        "engine": measured.engine,
        "questions": measures.questions,
        **measures.values,
        "strengths": {name: dict(counts) for name, counts in measures.strengths.items()},
        "p50_ms": measures.p50_ms,
        "p99_ms": measures.p99_ms,
        "intervals": dict(measures.intervals),
    }
    if comparison is not None:
        shown["against"] = {
            "name": measured.against,
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
    if measured.missed is not None:
        shown["misses"] = [_missed_json(outcome) for outcome in measured.missed]
    return shown


def print_measured(output: Console, measured: Measured) -> None:
    """Tables, and a paragraph for each miss."""
    if not output.is_terminal:
        output = Console(file=output.file, width=WIDTH, highlight=False, emoji=False)
    output.print(_table(measured.measures, measured.engine))
    output.print(f"x to y: 95 % of {RESAMPLES:,} resamples of the questions", style="dim")
    if measured.comparison is not None:
        output.print()
        output.print(_comparison_table(measured.comparison, measured.engine, measured.against))
    if measured.missed is not None:
        _print_misses(measured.missed, measured.measures.questions, output)


def _missed_json(outcome: Outcome) -> dict[str, Json]:
    judged = outcome.judged
    return {
        "id": outcome.name,
        "question": judged.question,
        "asked_at": judged.asked_at,
        "answerable": judged.answerable,
        "articles": judged.articles,
        "answers": judged.answers,
        "strength": outcome.strength,
        "confidence": outcome.confidence,
        "article_place": outcome.article_place,
        "answer_place": outcome.answer_place,
        "found": [article for article, _ in outcome.found[:FIRST]],
        "quote": outcome.first,
    }


def _table(measures: Measures, engine: str) -> Table:
    table = Table(box=None, show_header=False)
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row("engine", engine)
    table.add_row("questions", f"{measures.questions:,}")
    for name, value in measures.values.items():
        if value is not None:
            interval = measures.intervals.get(name)
            shown = _floored(value) if name in EXACT else f"{value:.3f}"
            table.add_row(_shown(name), shown, _between(interval) if interval else "")
    for name, counts in measures.strengths.items():
        if any(counts.values()):
            shown = ", ".join(f"{count:,} {strength}" for strength, count in counts.items())
            table.add_row(name, shown)
    table.add_row("milliseconds p50 / p99", f"{measures.p50_ms:.1f} / {measures.p99_ms:.1f}")
    return table


def _comparison_table(comparison: Comparison, engine: str, against: str) -> Table:
    questions = f"{comparison.questions:,} questions"
    table = Table(questions, box=None, header_style="dim")
    for title in (engine, Path(against).name, "difference"):
        table.add_column(escape(title), justify="right")
    table.add_column("95 %", style="dim")
    table.add_column("")
    for name, difference in comparison.differences.items():
        table.add_row(
            _shown(name),
            f"{difference.this:.3f}",
            f"{difference.that:.3f}",
            f"{difference.value:+.3f}",
            _between(difference.interval, "+.3f"),
            _verdict(difference),
        )
    return table


def _verdict(difference: Difference) -> str:
    if not difference.is_shown:
        return "no difference shown"
    return "higher" if difference.value > 0 else "lower"


def _print_misses(missed: Sequence[Outcome], questions: int, output: Console) -> None:
    output.print(f"\n{len(missed):,} of {questions:,} questions missed among the first {FIRST}")
    for outcome in missed:
        judged = outcome.judged
        came = f"{outcome.strength} {outcome.confidence:.2f}: {outcome.first or 'nothing'}"
        lines = [
            f"\n{outcome.name}  {judged.question}" + _asked(judged),
            f"  came    {came}",
            f"          {', '.join(article for article, _ in outcome.found[:FIRST])}",
            f"  wanted  {_wanted(judged)}",
        ]
        if outcome.is_located:
            lines.append(f"  first right article: {outcome.article_place or 'none'}")
        if outcome.is_worded:
            lines.append(f"  first quote with the answer: {outcome.answer_place or 'none'}")
        text = "\n".join(line for line in lines if line.strip())
        output.print(text, markup=False, soft_wrap=True)


def _asked(judged: Judged) -> str:
    return f" (asked at {judged.asked_at})" if judged.asked_at else ""


def _wanted(judged: Judged) -> str:
    if not judged.answerable:
        return "no answer: the archive has none"
    articles = ", ".join(judged.articles[:FIRST]) + (" …" if len(judged.articles) > FIRST else "")
    return " in ".join(part for part in (" | ".join(judged.answers), articles) if part)


def _shown(name: str) -> str:
    return SHOWN.get(name, name.replace("_", " "))


def _between(interval: Interval, form: str = ".3f") -> str:
    low, high = interval
    return f"{low:{form}} to {high:{form}}"


def _floored(value: float) -> str:
    """Three digits; what is not quite 1 does not look like it."""
    return f"{int(value * 1000) / 1000:.3f}"
