import struct
import zlib
from collections.abc import Iterator

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st

from bot.render.timeline.drawing import Drawing
from bot.render.timeline.lettering import (
    BOLD,
    FILES,
    REGULAR,
    boldest,
    can_draw,
    clean,
    drawable,
    reads_from_right,
    width,
    wrapped,
)

WORDS = st.lists(st.text("abcšĖжה ", min_size=1, max_size=30), max_size=30).map(" ".join)


@given(WORDS, st.floats(60, 600), st.integers(1, 4))
def test_lines_fit_and_leave_nothing_out_but_at_the_end(text: str, room: float, most: int) -> None:
    lines = wrapped(text, 16, room, most)
    assert len(lines) <= most
    assert all(width(line, 16) <= room for line in lines)
    shown = "".join("".join(lines).split())
    whole = "".join(clean(text).split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown.removesuffix("…")))


def test_no_word_is_cut_that_fits_a_line() -> None:
    text = "The bridge over the Vilka opened to traffic on Saturday after nine years"
    lines = wrapped(text, 16, 180, 3)
    assert lines[-1].endswith(" …")
    assert set(" ".join(lines).removesuffix(" …").split()) <= set(text.split())


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert "".join(wrapped("x" * 50, 16, 100, 20)) == "x" * 50


@pytest.mark.parametrize("text", ["Šilagiris įžūlus", "Мост через Вилку", "Γέφυρα", "5 € — “so”"])
def test_the_letters_of_europe_can_be_drawn_in_bold(text: str) -> None:
    assert can_draw(text)
    assert boldest(text) == BOLD


@pytest.mark.parametrize("text", ["גשר", "الجسر"])
def test_what_is_read_from_the_right_can_be_drawn(text: str) -> None:
    assert can_draw(text)
    assert boldest(text) == REGULAR
    assert reads_from_right(f"“{text}” bridge")
    assert not reads_from_right(f"bridge {text}")


def test_what_no_font_has_is_known() -> None:
    assert not can_draw("橋 opens")
    assert drawable("橋 opens 🎉") == "opens"


def test_what_no_picture_may_hold_is_left_out() -> None:
    assert clean("a\x00b\u202ec\ud800d\r\n  e\u0301") == "a bcd é"


def columns(png: bytes) -> Iterator[int]:
    """The columns of a picture of which a dot is dark; 8-bit RGBA."""
    wide, high = struct.unpack(">II", png[16:24])
    data, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += 12 + length
    raw, row = zlib.decompress(data), bytearray(4 * wide)
    dark: set[int] = set()
    for y in range(high):
        line = raw[y * (4 * wide + 1) : (y + 1) * (4 * wide + 1)]
        row = _unfiltered(line[0], bytearray(line[1:]), row)
        dark.update(x for x in range(wide) if row[4 * x] < 100)
    yield from sorted(dark)


def _unfiltered(kind: int, line: bytearray, above: bytearray) -> bytearray:
    for n in range(len(line)):
        left, over = line[n - 4] if n >= 4 else 0, above[n]
        corner = above[n - 4] if n >= 4 else 0
        guess = min((left, over, corner), key=lambda one: abs(left + over - corner - one))
        added = (0, left, over, (left + over) // 2, guess)[kind]
        line[n] = (line[n] + added) % 256
    return line


@pytest.mark.parametrize(
    ("text", "weight"),
    [("HHHHHHHHHH", REGULAR), ("HHHHHHHHHH", BOLD), ("ЖЖЖЖЖЖЖЖ", REGULAR), ("מממממממ", REGULAR)],
)
def test_widths_are_those_that_are_drawn(text: str, weight: str) -> None:
    drawing = Drawing()
    drawing.text(10, 40, text, size=30, weight=weight)
    png = resvg_py.svg_to_bytes(
        svg_string=drawing.svg(500, 60), skip_system_fonts=True, font_files=list(FILES)
    )
    dark = list(columns(bytes(png)))
    assert dark[-1] - dark[0] == pytest.approx(width(text, 30, weight), abs=8)
