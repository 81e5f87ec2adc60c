"""The lines of an article → its paragraphs, without what is not its own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.lines.end_matter import without_end_matter
from corpus.lines.line import Line
from corpus.lines.links import is_label_alone, is_linked_headline


@dataclass(frozen=True, slots=True)
class Tidied:
    """`attribution` is who first published it, by the end matter that was left out."""

    paragraphs: tuple[Line, ...]
    attribution: str | None = None


def tidied(lines: Iterable[Line], *, is_page: bool = False) -> Tidied:
    """Leave out empty paragraphs, link lines, and at the end attributions and rights.

    `is_page`: the lines are copied from a page, with what stands around an article there; that
    is left out, too. Who gives articles in fields has done so himself.
    """
    own: list[Line] = []
    is_led_to = False
    for line in lines:
        if not line.text or (is_page and line.is_between):
            continue
        is_link = line.is_link or (is_led_to and is_linked_headline(line.text))
        is_led_to = is_link and is_label_alone(line.text)
        if not is_link:
            own.append(line)
    kept, publisher = without_end_matter(own, is_page=is_page)
    return Tidied(tuple(kept), publisher)
