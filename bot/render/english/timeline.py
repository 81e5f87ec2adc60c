"""English words about timelines: what was counted, and where it was most."""

from collections.abc import Iterator
from datetime import date

from bot.render.english.dates import MONTHS, counted, when
from bot.render.words import headline
from corpus.archive.gaps import Gap
from corpus.article import Article
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar, Timeline

NO_WORDS = "Ask with a name or a word to look for; there is none in that."
NOTHING = "No article in this archive has these words in its headline or its beginning."
HATCHED = "Hatched: at least half of what is usually printed is missing here."
PALE = "Pale: too little was printed to tell."
MOST_GAPS = 3  # named


def percent(share: float) -> str:
    """`7.3%`, of large shares `39%`, of small ones as many digits as say something."""
    value = 100 * share
    if value >= 10 or not value:
        return f"{value:.0f}%"
    return f"{value:.1f}%" if value >= 1 else f"{value:.2g}%"


def of_how_many(bar: Bar) -> str:
    """`59 of 808 articles, 7.3%`."""
    return f"{bar.articles:,} of {counted(bar.printed, 'article')}, {percent(bar.share)}"


def period_name(bar: Bar, step: Step) -> str:
    """`Sep 2022`, `2022`, `Thu 8 Sep 2022`, `5 to 11 Sep 2022`."""
    first, last = bar.first, bar.last
    if step is Step.YEAR:
        return f"{first.year:04}"
    if step is Step.MONTH:
        return month_name(first)
    if step is Step.DAY:
        return when(first)
    if first == last:
        return f"{first.day} {month_name(first)}"
    begin = f"{first.day}"
    if first.month != last.month:
        begin += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year:04}"
    return f"{begin} to {last.day} {month_name(last)}"


def month_name(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year:04}"


def day_name(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def title_of(timeline: Timeline) -> str:
    """What was asked."""
    return " ".join(timeline.question.text.split())


def counted_line(timeline: Timeline) -> str:
    """What was counted."""
    *others, last = [f"“{word}”" for word in timeline.words or timeline.question.titles] or [""]
    words = f"{', '.join(others)} and {last}" if others else last
    where = "in them" if timeline.is_exact else "in headline or beginning"
    line = f"Share of each {timeline.step.value}’s articles with {words} {where}."
    if timeline.left_out:
        line += f" Not counted by: {', '.join(f'“{word}”' for word in timeline.left_out)}."
    return line


def total_line(timeline: Timeline) -> str:
    """`844 of 26,340 articles, 3.2%, Sep 2012 to Jul 2026.`"""
    first, last = timeline.bars[0].first, timeline.bars[-1].last
    whole = Bar(first, last, timeline.articles, timeline.printed)
    name = when if timeline.step in (Step.DAY, Step.WEEK) else month_name
    span = name(first) if name(first) == name(last) else f"{name(first)} to {name(last)}"
    return f"{of_how_many(whole)}, {span}."


def article_line(article: Article) -> str:
    """Where and when a headline stood."""
    return f"{article.source}, {when(article.day)}"


def gap_lines(gaps: tuple[Gap, ...]) -> Iterator[str]:
    """One line of what outlets lack in the time shown."""
    named = [f"{gap.source}, {when(gap.first)} to {when(gap.last)}" for gap in gaps[:MOST_GAPS]]
    rest = len(gaps) - MOST_GAPS
    if named:
        more = f" and {rest:,} more" if rest > 0 else ""
        yield f"Missing in this archive: {'; '.join(named)}{more}."


def alt_text(timeline: Timeline) -> str:
    """The picture for whoever cannot see it."""
    lines = [f"Timeline of: {title_of(timeline)}.", counted_line(timeline), total_line(timeline)]
    for peak in timeline.peaks:
        bar = timeline.bars[peak.place]
        line = f"{period_name(bar, timeline.step)}: {of_how_many(bar)}"
        if peak.article:
            line += f", “{headline(peak.article)}” ({article_line(peak.article)})"
        lines.append(f"{line}.")
    lines += gap_lines(timeline.gaps)
    return "\n".join(lines)
