import re
import struct
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.english.timeline import HATCHED, PALE
from bot.render.timeline import drawing as colours
from bot.render.timeline.axis import marks
from bot.render.timeline.lettering import width
from bot.render.timeline.picture import png_of, svg_of
from bot.render.timeline.scale import lines_up_to, top_of
from retrieval.timeline.periods import Step
from retrieval.timeline.timeline import Bar, Timeline
from tests.bot.render.timeline.timelines import FIRST, HEADLINE, LAST, timeline

SPANS = {
    Step.DAY: (date(2021, 2, 20), date(2021, 4, 2)),
    Step.WEEK: (date(2021, 2, 20), date(2022, 1, 14)),
    Step.MONTH: (FIRST, LAST),
    Step.YEAR: (date(1950, 5, 1), LAST),
}


def texts(shown: Timeline) -> list[str]:
    # Made here a moment ago.
    root = ElementTree.fromstring(svg_of(shown))  # noqa: S314
    return ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_picture_has_the_question_the_headline_and_the_numbers() -> None:
    shown = texts(timeline(places=[2]))
    assert shown[0] == "bridge"
    assert HEADLINE in shown
    assert "May 2010: 9 of 40 articles, 22% · Nemunas Herald, Mon 1 Mar 2010" in shown


def test_a_picture_is_one_for_telephones() -> None:
    png = png_of(timeline())
    assert png.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", png[16:24])
    assert wide == 1280
    assert 700 < high < 2000
    assert min(map(float, re.findall(r'font-size="([\d.]+)"', svg_of(timeline())))) >= 13


@pytest.mark.parametrize("colour", [colours.INK, colours.SOFT])
def test_letters_stand_out_from_the_paper(colour: str) -> None:
    """WCAG 2.1, contrast of normal text: 4.5 to 1."""
    assert (luminance(colours.PAPER) + 0.05) / (luminance(colour) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(one * part for one, part in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_a_headline_that_cannot_be_drawn_is_left_out_whole() -> None:
    shown = " ".join(texts(timeline(title="橋 opens at last 🎉")))
    assert "opens" not in shown
    assert "9 of 40 articles" in shown


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=60))
def test_any_text_makes_a_picture(question: str, title: str, source: str) -> None:
    assert png_of(timeline(question=question, title=title, source=source))


@pytest.mark.parametrize("step", Step)
def test_days_below_the_bars_stand_apart(step: Step) -> None:
    bars = timeline(span=SPANS[step], step=step).bars
    for slot in (1.5, 3.3, 9.0, 40.0):
        found = marks(bars, step, 50, slot)
        ends = [(mark.x - width(mark.text, 14) / 2, mark.x + width(mark.text, 14) / 2)
                for mark in found]  # fmt: skip
        assert found or slot < 3
        for (_, end), (start, _) in pairwise(ends):
            assert start > end


def test_months_have_their_year_with_the_first_and_with_january() -> None:
    bars = timeline(span=SPANS[Step.WEEK], step=Step.WEEK).bars
    named = [mark.text for mark in marks(bars, Step.WEEK, 0, 14)]
    assert named[:2] == ["Mar 2021", "Apr"]
    assert named[-1] == "Jan 2022"


@pytest.mark.parametrize(
    ("top", "lines"),
    [
        (0.39, [0, 0.1, 0.2, 0.3, 0.4]),
        (1.0, [0, 0.25, 0.5, 0.75, 1.0]),
        (0.6, [0, 0.2, 0.4, 0.6]),
        (0.0007, [0, 0.0002, 0.0004, 0.0006, 0.0008]),
    ],
)
def test_lines_stand_at_round_shares(top: float, lines: list[float]) -> None:
    assert lines_up_to(top) == pytest.approx(lines)


def test_bars_that_say_nothing_do_not_set_the_scale_and_are_explained() -> None:
    sure, thin = Bar(FIRST, FIRST, 1, 50), Bar(FIRST, FIRST, 3, 4, is_thin=True)
    hole = Bar(FIRST, FIRST, 3, 4, missing=0.9)
    assert top_of([sure, thin, hole]) == sure.share
    assert top_of([thin]) == thin.share
    assert top_of([]) == 1.0
    usual = timeline()
    assert not {HATCHED, PALE()} & set(texts(usual))
    bars = (*usual.bars[:-2], thin, hole)
    explained = texts(Timeline(usual.question, words=("bridge",), bars=bars))
    assert {HATCHED(), PALE()} <= set(explained)
