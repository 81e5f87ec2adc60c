"""Tables for a terminal: what an archive holds, and when it has gaps."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.render.english.dates import when
from bot.render.english.keeper.origins import fault_line
from bot.render.english.silence import NO_GAPS
from bot.render.terminal import print_line
from corpus.archive.archive import Holdings
from corpus.archive.gaps import Gap
from retrieval.index.state import Status


def print_stats(console: Console, holdings: Holdings, index: Status | None) -> None:
    """Without an index where nothing is known of it."""
    table = Table(box=None, show_header=False)
    table.add_column(style="dim")
    table.add_column()
    table.add_row("articles", f"{holdings.articles:,}")
    table.add_row("paragraphs", f"{holdings.paragraphs:,}")
    if holdings.first and holdings.last:
        table.add_row("from", when(holdings.first))
        table.add_row("to", when(holdings.last))
    for source, count in holdings.sources.items():
        table.add_row(Text(source), f"{count:,}")
    for fault, count in holdings.date_faults.items():
        table.add_row(fault_line(fault), f"{count:,} (list --fault {fault})")
    table.add_row("bytes", f"{holdings.bytes:,}")
    if index:
        state = "has all of it" if index.fresh else "is behind; the next question brings it up"
        table.add_row("index", f"{index.engine}, {index.paragraphs:,} paragraphs, {state}")
    console.print(table)


def print_gaps(console: Console, gaps: Sequence[Gap]) -> None:
    if not gaps:
        print_line(console, Text(NO_GAPS()))
        return
    table = Table("outlet", "from", "to", box=None, header_style="dim")
    table.add_column("days", justify="right")
    table.add_column("usually with articles", justify="right")
    for gap in gaps:
        days = (when(gap.first), when(gap.last), f"{gap.days:,}", f"{gap.expected:,.0f}")
        table.add_row(Text(gap.source), *days)
    console.print(table)
