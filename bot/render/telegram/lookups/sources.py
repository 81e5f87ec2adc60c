"""The outlets of an archive."""

from collections.abc import Sequence

from bot.render.english.collecting import collection_lines
from bot.render.english.lookups import outlet_line, outlets_line
from bot.render.telegram.lookups.report import Report, joined
from bot.render.telegram.markup import plain, short
from corpus.archive.scans.outlets import Outlet
from corpus.collect.state.standing import Collection

MOST = 40  # named, the largest first
MAX_LINE = 200  # characters


def sources_report(outlets: Sequence[Outlet], collection: Collection) -> Report:
    """What each has, and what is to be said of collecting."""
    told = [short(line, MAX_LINE) for line in collection_lines(collection)]
    named = [short(outlet_line(one), MAX_LINE) for one in outlets[:MOST]]
    lines = [outlets_line(outlets, len(named)), *told, *named]
    return Report(joined(map(plain, lines)).html, fades=True)
