"""`Timeline` → a picture, with what it shows in words beneath it."""

from collections.abc import Iterator

from bot.render.english.answers import note_line
from bot.render.english.silence import short_searched_lines
from bot.render.english.timeline import (
    NO_WORDS,
    NOTHING,
    counted_line,
    gap_lines,
    of_how_many,
    period_name,
    title_of,
    total_line,
)
from bot.render.telegram.card import heading
from bot.render.telegram.lookups.report import MAX_CAPTION, Report, joined
from bot.render.telegram.markup import Markup, plain, short
from bot.render.timeline.picture import png_of
from retrieval.timeline.timeline import Timeline

MAX_TITLE = 150  # characters
MAX_LINE = 250


def timeline_report(timeline: Timeline) -> Report:
    """The peaks' headlines lead to their articles."""
    if timeline.bars:
        return Report(joined(_lines(timeline), most=MAX_CAPTION).html, photo=png_of(timeline))
    lines = [NOTHING()] if timeline.words else [NO_WORDS()]
    lines += short_searched_lines(timeline.searched) if timeline.searched else []
    shown = [*_notes(timeline), *(plain(short(line, MAX_LINE)) for line in lines)]
    return Report(joined(shown).html, fades=True)


def _lines(timeline: Timeline) -> Iterator[Markup]:
    yield plain(short(title_of(timeline), MAX_TITLE)).within("b")
    yield from _notes(timeline)
    yield plain(short(counted_line(timeline), MAX_LINE))
    yield plain(short(total_line(timeline), MAX_LINE))
    for number, peak in enumerate(timeline.peaks, 1):
        bar = timeline.bars[peak.place]
        line = plain(f"{number}. {period_name(bar, timeline.step)}: {of_how_many(bar)}")
        yield line + plain("\n") + heading(peak.article) if peak.article else line
    if any(bar.is_hole for bar in timeline.bars):  # as the picture shows
        for told in gap_lines(timeline.gaps):
            yield plain(short(told, MAX_LINE))


def _notes(timeline: Timeline) -> list[Markup]:
    return [plain(short(note_line(note), MAX_LINE)) for note in timeline.notes]
