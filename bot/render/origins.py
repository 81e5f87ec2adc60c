"""Articles and runs as lists: a terminal's lines, and JSON."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Console
from rich.text import Text

from bot.render.as_json import Json
from bot.render.english.dates import when
from bot.render.english.keeper.origins import fault_line, more_line, run_line
from corpus.archive.provenance.origins import Listed
from corpus.archive.provenance.runs import Run


def print_listed(console: Console, articles: Sequence[Listed], total: int) -> None:
    """Two lines an article, three where something is odd; then how many there are beside these."""
    for article in articles:
        _print(console, article.title or article.id, "bold")
        told = article.provenance
        parts = [
            when(article.published),
            article.source,
            f"{article.versions} versions" if article.versions > 1 else None,
            f"run {told.run}" if told.run is not None else None,
            told.origin,
        ]
        _print(console, f"   {' · '.join(filter(None, parts))}")
        if article.title and article.id != told.origin:
            _print(console, f"   {article.id}", "dim")
        for fault in told.faults:
            _print(console, f"   {fault_line(fault)} ({fault})", "yellow")
    if total > len(articles):
        _print(console, more_line(total - len(articles)), "dim")


def listed_json(articles: Sequence[Listed], total: int) -> dict[str, Json]:
    return {
        "total": total,
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "published": article.published.isoformat(),
                "source": article.source,
                "url": article.url,
                "versions": article.versions,
                "run": article.provenance.run,
                "origin": article.provenance.origin,
                "seen": _iso(article.provenance.seen),
                "date_faults": list(article.provenance.faults),
            }
            for article in articles
        ],
    }


def print_runs(console: Console, runs: Sequence[Run]) -> None:
    for run in runs:
        _print(console, run_line(run), "bold")
        if run.given:
            _print(console, f"   {' '.join(run.given)}")


def runs_json(runs: Sequence[Run]) -> dict[str, Json]:
    return {
        "runs": [
            {
                "run": run.id,
                "kind": run.kind,
                "given": list(run.given),
                "began": run.began.isoformat(),
                "ended": _iso(run.ended),
                "undone": _iso(run.undone),
                "new": run.added.new,
                "changed": run.added.changed,
                "unchanged": run.added.unchanged,
                "kept_out": run.added.kept_out,
            }
            for run in runs
        ]
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(text, style), soft_wrap=True)
