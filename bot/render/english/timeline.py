"""English words about timelines: what was counted, and where it was most."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.render.english.dates import dated_month, quoted, when, year_of
from bot.render.english.silence import gaps_named
from bot.render.languages.speaking import Counted, Wording, number, say, spoken
from bot.render.words import headline
from corpus.archive.gaps import Gap
from corpus.article import Article
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar, Timeline

NO_WORDS = Wording("Ask with a name or a word to look for; there is none in that.")
NOTHING = Wording("No article in this archive has these words in its headline or its beginning.")
HATCHED = Wording("Hatched: at least half of what is usually printed is missing here.")
PALE = Wording("Pale: too little was printed to tell.")
MOST_GAPS = 3  # named
AND = Wording("and")
OF_ARTICLES = Counted(
    "{articles} of {count} article, {percent}", "{articles} of {count} articles, {percent}"
)
SHARES = {  # by the step, and whether the words are counted wherever they stand
    (Step.DAY, True): Wording("Share of each day’s articles with {words} in them."),
    (Step.DAY, False): Wording(
        "Share of each day’s articles with {words} in headline or beginning."
    ),
    (Step.WEEK, True): Wording("Share of each week’s articles with {words} in them."),
    (Step.WEEK, False): Wording(
        "Share of each week’s articles with {words} in headline or beginning."
    ),
    (Step.MONTH, True): Wording("Share of each month’s articles with {words} in them."),
    (Step.MONTH, False): Wording(
        "Share of each month’s articles with {words} in headline or beginning."
    ),
    (Step.YEAR, True): Wording("Share of each year’s articles with {words} in them."),
    (Step.YEAR, False): Wording(
        "Share of each year’s articles with {words} in headline or beginning."
    ),
}


def percent(share: float) -> str:
    """`7.3%`, of large shares `39%`, of small ones as many digits as say something."""
    value = 100 * share
    if value >= 10 or not value:
        return percent_of(f"{value:.0f}")
    return percent_of(f"{value:.1f}" if value >= 1 else f"{value:.2g}")


def percent_of(digits: str) -> str:
    """`7.3` → `7.3%`."""
    return say("{share}%", share=digits.replace(".", spoken().decimal_mark))


def of_how_many(bar: Bar) -> str:
    """`59 of 808 articles, 7.3%`."""
    return OF_ARTICLES(bar.printed, articles=number(bar.articles), percent=percent(bar.share))


def period_name(bar: Bar, step: Step) -> str:
    """`Sep 2022`, `2022`, `Thu 8 Sep 2022`, `5 to 11 Sep 2022`."""
    first, last = bar.first, bar.last
    if step is Step.YEAR:
        return year_of(first)
    if step is Step.MONTH:
        return month_name(first)
    if step is Step.DAY:
        return when(first)
    return _week_name(first, last)


def _week_name(first: date, last: date) -> str:
    if first == last:
        return day_of_year(first)
    if first.year != last.year:
        return say("{first} to {last}", first=day_of_year(first), last=day_of_year(last))
    if first.month != last.month:
        return say(
            "{first} {first_month} to {last} {last_month} {year}",
            first=first.day,
            first_month=dated_month(first),
            last=last.day,
            last_month=dated_month(last),
            year=year_of(last),
        )
    return say(
        "{first} to {last} {month} {year}",
        first=first.day,
        last=last.day,
        month=dated_month(last),
        year=year_of(last),
    )


def day_of_year(day: date) -> str:
    return say("{day} {month} {year}", day=day.day, month=dated_month(day), year=year_of(day))


def month_name(day: date) -> str:
    month = spoken().alone[day.month - 1]
    return say("{month} {year}", month=month, year=year_of(day))


def brief_month_name(day: date, *, with_year: bool) -> str:
    """Below a bar."""
    month = spoken().brief_alone[day.month - 1]
    if not with_year:
        return month
    return say("{brief_month} {year}", brief_month=month, year=year_of(day))


def brief_day_name(day: date) -> str:
    """Below a bar."""
    return say("{day} {brief_month}", day=day.day, brief_month=spoken().brief_dated[day.month - 1])


def title_of(timeline: Timeline) -> str:
    """What was asked."""
    return " ".join(timeline.question.text.split())


def counted_line(timeline: Timeline) -> str:
    """What was counted."""
    shown = [quoted(word) for word in timeline.words or timeline.question.titles] or [""]
    line = SHARES[timeline.step, timeline.is_exact](words=_all_of(shown))
    if timeline.left_out:
        words = ", ".join(map(quoted, timeline.left_out))
        line += " " + say("Not counted by: {words}.", words=words)
    return line


def _all_of(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} {AND()} {last}" if others else last


def total_line(timeline: Timeline) -> str:
    """`844 of 26,340 articles, 3.2%, Sep 2012 to Jul 2026.`"""
    first, last = timeline.bars[0].first, timeline.bars[-1].last
    whole = Bar(first, last, timeline.articles, timeline.printed)
    name = when if timeline.step in (Step.DAY, Step.WEEK) else month_name
    days = name(first)
    if name(first) != name(last):
        days = say("{first} to {last}", first=name(first), last=name(last))
    return say("{articles}, {days}.", articles=of_how_many(whole), days=days)


def article_line(article: Article) -> str:
    """Where and when a headline stood."""
    return f"{article.source}, {when(article.day)}"


def gap_lines(gaps: tuple[Gap, ...]) -> Iterator[str]:
    """One line of what outlets lack in the time shown."""
    if named := gaps_named(gaps, MOST_GAPS):
        yield say("Missing in this archive: {gaps}.", gaps=named)


def alt_text(timeline: Timeline) -> str:
    """The picture for whoever cannot see it."""
    lines = [
        say("Timeline of: {title}.", title=title_of(timeline)),
        counted_line(timeline),
        total_line(timeline),
    ]
    for peak in timeline.peaks:
        bar = timeline.bars[peak.place]
        line = f"{period_name(bar, timeline.step)}: {of_how_many(bar)}"
        if peak.article:
            line += f", {quoted(headline(peak.article))} ({article_line(peak.article)})"
        lines.append(f"{line}.")
    lines += gap_lines(timeline.gaps)
    return "\n".join(lines)
