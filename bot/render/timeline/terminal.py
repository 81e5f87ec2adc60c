"""`Timeline` → a terminal: a bar a line, by rich."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from bot.render.english.answers import note_line, suggested
from bot.render.english.silence import searched_lines
from bot.render.english.timeline import (
    NO_WORDS,
    NOTHING,
    article_line,
    counted_line,
    gap_lines,
    of_how_many,
    percent,
    period_name,
    total_line,
)
from bot.render.terminal import print_line
from bot.render.timeline.scale import top_of
from bot.render.words import headline
from retrieval.timeline.timeline import Bar, Timeline

EIGHTHS = " ▏▎▍▌▋▊▉"
HEIGHTS = " ▁▂▃▄▅▆▇█"
LONGEST = 40  # characters of a bar
MOST_BARS = 62  # a line each; of more, those of a year share a line
HOLE = "/"
STYLE, PEAK_STYLE = "cyan", "bold yellow"


def print_timeline(console: Console, timeline: Timeline) -> None:
    """What was counted, the bars, and below them the headlines of the highest."""
    for note in timeline.notes:
        print_line(console, Text(note_line(note), "italic"))
    for suggestion in timeline.suggestions:
        offered = suggested(timeline.question, suggestion)
        print_line(console, Text(f"Did you mean: {offered}", "italic"))
    if not timeline.bars:
        print_line(console, Text(NOTHING() if timeline.words else NO_WORDS()))
        for line in searched_lines(timeline.searched) if timeline.searched else ():
            print_line(console, Text(line, "dim"))
        return
    print_line(console, Text(counted_line(timeline)))
    print_line(console, Text(total_line(timeline)))
    for line in gap_lines(timeline.gaps):
        print_line(console, Text(line, "dim"))
    console.print()
    for text in _bars(timeline) if len(timeline.bars) <= MOST_BARS else _years(timeline):
        console.print(text, soft_wrap=True)
    _print_peaks(console, timeline)


def _print_peaks(console: Console, timeline: Timeline) -> None:
    if timeline.peaks:
        console.print()
    for peak in timeline.peaks:
        bar = timeline.bars[peak.place]
        name = period_name(bar, timeline.step)
        line = Text.assemble((f"{name}  ", PEAK_STYLE), (of_how_many(bar), "dim"))
        if peak.article:
            told = article_line(peak.article)
            line = Text.assemble(line, f"  {headline(peak.article)}", (f" · {told}", "dim"))
        print_line(console, line)


def _bars(timeline: Timeline) -> Iterator[Text]:
    """A line each, in eighths of a character."""
    names = [period_name(bar, timeline.step) for bar in timeline.bars]
    wide, top = max(map(len, names)), top_of(timeline.bars)
    peaks = {peak.place for peak in timeline.peaks}
    for place, (bar, name) in enumerate(zip(timeline.bars, names, strict=True)):
        style = PEAK_STYLE if place in peaks else STYLE
        line = Text.assemble((f"{name:<{wide}} ", "dim"), (_lying(bar, top), style))
        if bar.articles:
            line.append(f" {percent(bar.share)} ({bar.articles:,} of {bar.printed:,})", "dim")
        yield line


def _lying(bar: Bar, top: float) -> str:
    if bar.is_hole and not bar.articles:
        return HOLE * 5
    eighths = max(round(min(1.0, bar.share / top) * LONGEST * 8), bool(bar.articles))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + EIGHTHS[rest].strip()


def _years(timeline: Timeline) -> Iterator[Text]:
    """The months of a year as standing bars in one line, and the whole year behind them."""
    top = top_of(timeline.bars)
    peaks = {peak.place for peak in timeline.peaks}
    numbered = enumerate(timeline.bars)
    for year, several in groupby(numbered, key=lambda one: one[1].first.year):
        months = list(several)
        line = Text.assemble((f"{year:04} ", "dim"), " " * (months[0][1].first.month - 1))
        for place, bar in months:
            line.append(_standing(bar, top), PEAK_STYLE if place in peaks else STYLE)
        line.append(" " * (12 - months[-1][1].first.month))
        articles = sum(bar.articles for _, bar in months)
        whole = Bar(
            months[0][1].first, months[-1][1].last, articles, sum(bar.printed for _, bar in months)
        )
        if articles:
            line.append(f"  {of_how_many(whole)}", "dim")
        line.rstrip()
        yield line


def _standing(bar: Bar, top: float) -> str:
    if bar.is_hole and not bar.articles:
        return HOLE
    return HEIGHTS[max(round(min(1.0, bar.share / top) * 8), bool(bar.articles))]
