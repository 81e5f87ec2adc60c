"""Measures as tables."""

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.render.english.keeper.measures import KIND_COLUMNS, MEASURES, early_line
from bot.render.evaluation.measured import Measured
from bot.render.evaluation.misses import print_misses
from retrieval.evaluation.measures import EXACT, Comparison, Difference, Kind, Measures
from retrieval.evaluation.resampling import RESAMPLES, Interval

WIDTH = 100  # of tables in a pipe


def print_measured(output: Console, measured: Measured) -> None:
    """Tables, and a paragraph for each miss."""
    if not output.is_terminal:
        output = Console(file=output.file, width=WIDTH, highlight=False, emoji=False)
    output.print(_table(measured.measures, measured.engine))
    output.print(f"x to y: 95 % of {RESAMPLES:,} resamples of the questions", style="dim")
    if measured.early is not None:
        output.print(early_line(measured.early.days, measured.early.left_out), style="dim")
    if measured.measures.kinds:
        output.print()
        output.print(_kinds_table(measured.measures.kinds))
    if measured.comparison is not None:
        output.print()
        output.print(_comparison_table(measured.comparison, measured.engine, measured.against))
    if measured.missed is not None:
        print_misses(measured.missed, measured.measures.questions, output)


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


def _kinds_table(kinds: dict[str, Kind]) -> Table:
    """A row a kind; columns of what is measured for none of them are left out."""
    columns = [
        name
        for name in KIND_COLUMNS
        if any(kind.values.get(name) is not None for kind in kinds.values())
    ]
    table = Table(box=None, header_style="dim")
    table.add_column("kind", no_wrap=True)
    for title in ("questions", "strong", *(KIND_COLUMNS[name] for name in columns)):
        table.add_column(title, justify="right")
    for name, kind in kinds.items():
        values = (kind.values.get(column) for column in columns)
        table.add_row(
            escape(name) or "-",
            f"{kind.questions:,}",
            f"{kind.strong:,}",
            *("" if value is None else f"{value:.3f}" for value in values),
        )
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


def _shown(name: str) -> str:
    return MEASURES.get(name, name.replace("_", " "))


def _between(interval: Interval, form: str = ".3f") -> str:
    low, high = interval
    return f"{low:{form}} to {high:{form}}"


def _floored(value: float) -> str:
    """Three digits; what is not quite 1 does not look like it."""
    return f"{int(value * 1000) / 1000:.3f}"
