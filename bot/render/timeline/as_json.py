"""`Timeline` → JSON and CSV: numbers and days for programs."""

import csv
from typing import TextIO

from bot.render.as_json import Json, gaps_json
from bot.render.english.answers import note_line, suggested
from bot.render.english.timeline import alt_text
from corpus.article import Article
from retrieval.timeline.timeline import Bar, Timeline

COLUMNS = ("first", "last", "articles", "printed", "share", "missing")


def timeline_json(timeline: Timeline) -> dict[str, Json]:
    question = timeline.question
    return {
        "question": question.text,
        "asked_at": question.asked_at.isoformat(),
        "engine": timeline.engine,
        "took_ms": round(timeline.took_ms, 3),
        "words": timeline.words,
        "left_out": timeline.left_out,
        "step": timeline.step.value,
        "articles": timeline.articles,
        "printed": timeline.printed,
        "share": _short(timeline.share),
        "bars": [_bar(bar) for bar in timeline.bars],
        "peaks": [
            {
                **_bar(timeline.bars[peak.place]),
                "article": _article(peak.article) if peak.article else None,
            }
            for peak in timeline.peaks
        ],
        **gaps_json(timeline.gaps),
        "suggestions": [suggested(question, one) for one in timeline.suggestions],
        "notes": [note_line(note) for note in timeline.notes],
        "text": alt_text(timeline) if timeline.bars else "",
    }


def write_csv(file: TextIO, timeline: Timeline) -> None:
    """A line for each bar; no text of the archive, which a spreadsheet might take for a formula."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_bar(bar).values() for bar in timeline.bars)


def _article(article: Article) -> dict[str, Json]:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat(),
        "source": article.source,
        "url": article.url,
    }


def _bar(bar: Bar) -> dict[str, Json]:
    return {
        "first": bar.first.isoformat(),
        "last": bar.last.isoformat(),
        "articles": bar.articles,
        "printed": bar.printed,
        "share": _short(bar.share),
        "missing": round(bar.missing, 2),
    }


def _short(share: float) -> float:
    return round(share, 6)
