"""`Timeline` → a picture: the question, bars, and a headline for each of the highest.

It is drawn on paper of its own, so that it reads alike in light and in dark, and in letters that
can be read on a telephone. What it shows stands in `alt_text`, too.
"""

from bot.render.english.timeline import (
    HATCHED,
    PALE,
    article_line,
    counted_line,
    of_how_many,
    percent_of,
    period_name,
    title_of,
    total_line,
)
from bot.render.timeline import drawing as colours
from bot.render.timeline.axis import SIZE, marks
from bot.render.timeline.drawing import Drawing, widest
from bot.render.timeline.lettering import FILES, boldest, can_draw, drawable, wrapped
from bot.render.timeline.scale import lines_up_to, top_of
from bot.render.words import headline
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar, Peak, Timeline

WIDE = 640.0
SCALE = 2  # dots of the picture for each unit
EDGE = 24.0
HIGH = 200.0  # of the highest bar
ABOVE = 30.0  # for the numbers of the peaks
WIDEST_BAR = 72.0
NUMBERED = 30.0  # room for a peak's number before its headline


def png_of(timeline: Timeline) -> bytes:
    """The picture's bytes. The timeline has bars."""
    import resvg_py  # noqa: PLC0415 (start-up time of what draws nothing)

    png: bytes = resvg_py.svg_to_bytes(
        svg_string=svg_of(timeline),
        skip_system_fonts=True,
        font_files=list(FILES),
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
        zoom=SCALE,
    )
    return bytes(png)


def svg_of(timeline: Timeline) -> str:
    """The same as SVG, which wants the fonts of `lettering.FILES`."""
    drawing, room = Drawing(), WIDE - 2 * EDGE
    title = drawable(title_of(timeline))
    lines = wrapped(title, 22, room, 2, weight=boldest(title))
    y = drawing.lines((EDGE, 40, room), lines, size=22, leading=28, weight=boldest(title))
    told = [
        *wrapped(drawable(counted_line(timeline)), 15, room, 4),
        *wrapped(total_line(timeline), 15, room, 2),
    ]
    y = drawing.lines((EDGE, y + 2, room), told, size=15, leading=20, fill=colours.SOFT)
    y = _chart(drawing, timeline, y + ABOVE - 8)
    for number, peak in enumerate(timeline.peaks, 1):
        y = _peak(drawing, timeline, (number, peak), y)
    for line in _key(timeline):
        y = drawing.lines(
            (EDGE, y + 4, room), wrapped(line, 13, room, 2), size=13, leading=18, fill=colours.SOFT
        )
    return drawing.svg(WIDE, y + 8)


def _chart(drawing: Drawing, timeline: Timeline, y: float) -> float:
    """Lines, bars and days, from `y` downwards; where the next text stands."""
    bars, base = timeline.bars, y + HIGH
    shares = lines_up_to(top_of(bars))
    names = [percent_of(f"{round(100 * share, 6):g}") for share in shares]
    left = EDGE + widest(names, SIZE) + 8
    right = WIDE - EDGE
    for share, name in zip(shares, names, strict=True):
        height = base - HIGH * share / shares[-1]
        drawing.line((left, height), (right, height), colours.GRID)
        drawing.text(left - 8, height + 5, name, size=SIZE, fill=colours.SOFT, anchor="end")
    slot = min((right - left) / len(bars), WIDEST_BAR)
    drawing.line((left, base), (right, base), colours.SOFT)
    left += (right - left - slot * len(bars)) / 2
    peaks = {peak.place: number for number, peak in enumerate(timeline.peaks, 1)}
    for place, bar in enumerate(bars):
        _bar(drawing, bar, (left + slot * place, slot, base), shares[-1], is_peak=place in peaks)
    for place, number in peaks.items():
        height = HIGH * min(1.0, bars[place].share / shares[-1])
        drawing.badge(left + slot * (place + 0.5), base - height - 14, number)
    for mark in marks(bars, timeline.step, left, slot):
        drawing.line((mark.tick, base), (mark.tick, base + 4), colours.SOFT)
        drawing.text(mark.x, base + 20, mark.text, size=SIZE, fill=colours.SOFT, anchor="middle")
    return base + 52


def _bar(
    drawing: Drawing, bar: Bar, place: tuple[float, float, float], top: float, *, is_peak: bool
) -> None:
    left, slot, base = place
    if bar.is_hole:
        drawing.box(left, base - HIGH, (slot, HIGH), "url(#hatch)")
    if not bar.articles:
        return
    height = max(HIGH * min(1.0, bar.share / top), 1.0)
    apart = min(slot * 0.18, 3.0)
    fill = colours.PEAK if is_peak else colours.PALE if bar.is_thin else colours.BAR
    drawing.box(left + apart / 2, base - height, (slot - apart, height), fill)


def _peak(drawing: Drawing, timeline: Timeline, numbered: tuple[int, Peak], y: float) -> float:
    number, peak = numbered
    bar, article = timeline.bars[peak.place], peak.article
    x, room = EDGE + NUMBERED, WIDE - 2 * EDGE - NUMBERED
    drawing.badge(EDGE + 10, y - 5, number)
    told = [f"{period_name(bar, timeline.step)}: {of_how_many(bar)}"]
    title = headline(article) if article else ""
    if article and can_draw(article.source):
        told.append(article.source if timeline.step is Step.DAY else article_line(article))
    lines = wrapped(" · ".join(told), 14, room, 2)
    y = drawing.lines((x, y, room), lines, size=14, leading=19, fill=colours.SOFT)
    if title and can_draw(title):
        weight = boldest(title)
        lines = wrapped(title, 16, room, 3, weight=weight)
        y = drawing.lines((x, y + 3, room), lines, size=16, leading=21, weight=weight)
    return y + 11


def _key(timeline: Timeline) -> list[str]:
    """What the hatching and the pale bars mean, if there are any."""
    key = [HATCHED()] if any(bar.is_hole for bar in timeline.bars) else []
    if any(bar.is_thin and bar.articles and not bar.is_hole for bar in timeline.bars):
        key.append(PALE())
    return key
