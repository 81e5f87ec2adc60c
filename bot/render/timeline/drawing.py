"""Pieces of SVG: texts and shapes, escaped, in the order of drawing."""

from dataclasses import dataclass, field
from html import escape

from bot.render.timeline.lettering import (
    BEGIN_RIGHT,
    BOLD,
    END_RIGHT,
    FAMILY,
    REGULAR,
    clean,
    reads_from_right,
    width,
)

PAPER = "#faf9f6"
INK = "#1f2328"
SOFT = "#57606a"
GRID = "#dcd8cf"
BAR = "#6f93bf"
PALE = "#c9d4e2"
PEAK = "#b23a26"
HATCH = "#b9b3a6"


@dataclass(slots=True)
class Drawing:
    """What was drawn so far."""

    parts: list[str] = field(default_factory=list)

    def text(  # noqa: PLR0913 (as many as a text in a picture has)
        self, x: float, y: float, text: str, *, size: float, fill: str = INK,
        weight: str = REGULAR, anchor: str = "start",
    ) -> None:  # fmt: skip
        """One line, on the base line `y`."""
        shown = clean(text)
        if reads_from_right(shown):
            shown = f"{BEGIN_RIGHT}{shown}{END_RIGHT}"
        bold = ' font-weight="700"' if weight == BOLD else ""
        self.parts.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size}" fill="{fill}"{bold}'
            f' text-anchor="{anchor}">{escape(shown)}</text>'
        )

    def lines(  # noqa: PLR0913 (likewise)
        self, box: tuple[float, float, float], lines: list[str], *, size: float, leading: float,
        fill: str = INK, weight: str = REGULAR,
    ) -> float:  # fmt: skip
        """Lines in a box (x, first base line, width); the base line behind them.

        What is read from the right stands at the right.
        """
        x, y, room = box
        from_right = bool(lines) and reads_from_right(lines[0])
        for line in lines:
            at, anchor = (x + room, "end") if from_right else (x, "start")
            self.text(at, y, line, size=size, fill=fill, weight=weight, anchor=anchor)
            y += leading
        return y

    def box(self, x: float, y: float, size: tuple[float, float], fill: str) -> None:
        wide, high = size
        self.parts.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}" fill="{fill}"/>'
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], stroke: str) -> None:
        self.parts.append(
            f'<path d="M{start[0]:.2f} {start[1]:.2f}L{end[0]:.2f} {end[1]:.2f}"'
            f' stroke="{stroke}" stroke-width="1"/>'
        )

    def badge(self, x: float, y: float, number: int) -> None:
        """A number in a disc around a point."""
        self.parts.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="10" fill="{PEAK}" stroke="{PAPER}"'
            ' stroke-width="1.5"/>'
        )
        self.text(x, y + 4.7, f"{number}", size=13, fill="#ffffff", weight=BOLD, anchor="middle")

    def svg(self, wide: float, high: float) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}"'
            f' width="{wide:.0f}" height="{high:.0f}" font-family="{FAMILY}">'
            '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)"><path d="M0 0V6" stroke="{HATCH}"'
            ' stroke-width="2"/></pattern></defs>'
            f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(self.parts)}</svg>'
        )


def widest(texts: list[str], size: float) -> float:
    return max((width(text, size) for text in texts), default=0.0)
