"""Each line of a page is classified once."""

import sys
from collections import Counter
from io import BytesIO
from types import FrameType

import pytest

from corpus.lines.line import Kind, Line, as_lines
from corpus.readers import Defaults, Finished, Origin
from corpus.readers.crew import done
from corpus.readers.formats import FORMATS, read_articles
from tests.exports import DATE, FIRST, THIRD, TITLE, USUAL, VILNIUS, export

# Module and function by which a line is found to be something, each called with its text.
CLASSIFIERS = {
    ("links", "is_link_line"), ("links", "has_link_label"), ("boilerplate", "is_button"),
    ("boilerplate", "is_between"), ("boilerplate", "is_network"), ("boilerplate", "is_tags"),
    ("boilerplate", "is_told_by_page"), ("attribution", "attribution"),
    ("attribution", "is_rights"), ("attribution", "lender"), ("attribution", "signature"),
    ("attribution", "begins_as_attribution"), ("dated", "read_dated"), ("byline", "parse_byline"),
}  # fmt: skip


def calls(ending: str, content: str, defaults: Defaults = VILNIUS) -> Counter[tuple[str, ...]]:
    """How often each of these functions was called with each text, to read one article."""
    counted: Counter[tuple[str, ...]] = Counter()

    def count(frame: FrameType, event: str, argument: object) -> None:
        module = frame.f_globals.get("__name__", "").rpartition(".")[2]
        name = frame.f_code.co_name
        if event == "call" and (module, name) in CLASSIFIERS:
            said = [frame.f_locals.get(each) for each in frame.f_code.co_varnames[:3]]
            counted[(name, *map(str, said))] += 1

    sys.setprofile(count)
    try:
        stream, origin = BytesIO(content.encode()), Origin(f"a{ending}", defaults.outlet)
        items = list(done(read_articles(stream, origin, FORMATS[ending], defaults)))
    finally:
        sys.setprofile(None)
    assert all(isinstance(item, Finished) for item in items), items
    return counted


@pytest.mark.parametrize(
    "content",
    [
        USUAL,
        USUAL.replace("\n\n", "\n"),
        export(
            "Nemunas Herald / News", DATE, TITLE, "Jonas Jonaitis", "BNS", FIRST, THIRD, "Share"
        ),
        export(TITLE, "3 min read", f"BNS{DATE}", FIRST, "Read more:", "Why it is late", THIRD),
    ],
)
def test_no_line_of_an_export_is_asked_twice_what_it_is(content: str) -> None:
    counted = calls(".txt", content)
    assert len(counted) > 30
    assert {call: times for call, times in counted.items() if times > 1} == {}


def test_no_paragraph_of_a_record_is_asked_twice_what_it_is() -> None:
    content = '{"published": "2021-01-27", "text": "One.\\nRead more: Two\\nThree.\\n© 2021 BNS"}'
    assert set(calls(".jsonl", content).values()) == {1}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.BLANK),
        ("Read more: Why the bridge is late", Kind.LINK),
        ("Share", Kind.OF_PAGE),
        ("Photo: Reuters", Kind.OF_PAGE),
        ("https://news.example.org/bridge", Kind.OF_PAGE),
        ("2 hours ago", Kind.OF_PAGE),
        (f"RBE/RN{DATE}", Kind.DATED),
        (DATE, Kind.DATED),
        ("Jonas Jonaitis, BNS", Kind.NAMES),
        ("Nemunas Herald", Kind.NAMES),
        (TITLE, Kind.WORDS),
        (FIRST, Kind.WORDS),
    ],
)
def test_a_line_is_of_one_kind(text: str, kind: Kind) -> None:
    (line,) = as_lines([text], "Nemunas Herald")
    assert line.kind is kind
    assert line.is_of_article == (kind in {Kind.DATED, Kind.NAMES, Kind.WORDS})


def test_what_was_found_once_is_kept() -> None:
    line = Line(f"RBE/RN{DATE}")
    assert line.dated is line.dated
    assert line.dated_byline is line.dated_byline
    assert Line("no date").dated_byline is None


def test_lines_are_cleaned_and_numbered() -> None:
    lines = as_lines([" One\u0007. ", "", "\u200b Two\u00a0"], "S")
    assert [(line.text, line.number, line.outlet) for line in lines] == [
        ("One.", 1, "S"),
        ("", 2, "S"),
        ("Two", 3, "S"),
    ]


def test_a_line_of_single_spaces_is_itself() -> None:
    line = Line("One two.")
    assert line.single_spaced is line
    assert Line("One \u00a0two.").single_spaced.text == "One two."
