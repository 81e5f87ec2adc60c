"""The `evaluate` command: a table for people, JSON for programs."""

from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.errors import SettingsError
from bot.opening import Opened
from bot.render.as_json import Json, dumps
from retrieval.answer import Quote
from retrieval.evaluation import Measures, ask_all, measure, read_judged, run_lines


def evaluate_questions(
    opened: Opened,
    judged_file: Path,
    run: Path | None,
    consoles: tuple[Console, Console],
    *,
    json: bool,
) -> None:
    """Ask all judged questions and print the measures to the first console."""
    output, errors = consoles
    judged = read_judged(judged_file)
    outcomes = list(
        track(
            ask_all(opened.answerer, judged),
            description="asking",
            total=len(judged),
            console=errors,
            transient=True,
            disable=not errors.is_terminal,
        )
    )

    def is_in_archive(quote: Quote) -> bool:
        article = opened.archive.article(quote.article.id)
        if article is None:
            return False
        paragraph = article.paragraphs[quote.paragraph.position]
        return paragraph[quote.start : quote.end] == quote.text

    measures = measure(outcomes, is_in_archive)
    engine = outcomes[0].answer.engine
    if run is not None:
        _write_run(run, "".join(f"{line}\n" for line in run_lines(outcomes, engine)))
    if json:
        output.file.write(dumps(_json(measures, engine)) + "\n")
    else:
        output.print(_table(measures, engine))


def _write_run(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from error


def _json(measures: Measures, engine: str) -> dict[str, Json]:
    return {
        "engine": engine,
        "questions": measures.questions,
        **{f"article@{k}": value for k, value in measures.article_at.items()},
        **{f"answer_in_quote@{k}": value for k, value in measures.answer_at.items()},
        "fidelity": measures.fidelity,
        "strengths": {name: dict(counts) for name, counts in measures.strengths.items()},
        "p50_ms": measures.p50_ms,
        "p99_ms": measures.p99_ms,
    }


def _table(measures: Measures, engine: str) -> Table:
    table = Table(box=None, show_header=False)
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_row("engine", engine)
    table.add_row("questions", f"{measures.questions:,}")
    for k, value in measures.article_at.items():
        table.add_row(f"article@{k}", _share(value))
    for k, value in measures.answer_at.items():
        table.add_row(f"answer in quote@{k}", _share(value))
    table.add_row("quotes true to the archive", _share(measures.fidelity))
    for name, counts in measures.strengths.items():
        if any(counts.values()):
            shown = ", ".join(f"{count:,} {strength}" for strength, count in counts.items())
            table.add_row(name, shown)
    table.add_row("milliseconds p50 / p99", f"{measures.p50_ms:.1f} / {measures.p99_ms:.1f}")
    return table


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
