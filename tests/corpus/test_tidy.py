import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.tidy import tidy_paragraphs, without_controls

PROSE = "The ferry to Mustrahu stopped on Tuesday, and nobody said why."


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Why the ferry stopped",
        "READ MORE: Why the ferry stopped",
        "Read\u00a0more : Why the ferry stopped",
        "Read also: Why?",
        "Also read – “Why?”",
        "See also: Why?",
        "• Read more: Why?",
        "[Read more: Why?]",
        "Read more",
        "",
        " \u200b\ufeff ",
    ],
)
def test_lines_that_lead_elsewhere_are_left_out(line: str) -> None:
    assert tidy_paragraphs([PROSE, line, PROSE]).paragraphs == (PROSE, PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister said.",
        "See also what became of the harbour.",
        "Reading more: that is what the pupils were told to do.",
        "This story was published in 1921, when the harbour was new.",
        "This story appeared in The Post, she said, and nobody read it.",
        "This article of the treaty was never published.",
        "Copyright law will not change, the minister said.",
        "Read more: " + PROSE * 5,
    ],
)
def test_prose_stays_wherever_it_stands(line: str) -> None:
    assert tidy_paragraphs([PROSE, line, PROSE]).paragraphs == (PROSE, line, PROSE)
    assert tidy_paragraphs([PROSE, line]).paragraphs == (PROSE, line)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (
            "This story originally appeared on Radio Baltic Europe/Radio North, partners of us.",
            "Radio Baltic Europe/Radio North",
        ),
        ("This article was first published by BNS.", "BNS"),
        ("This article was originally published on ferries.example.", "ferries.example"),
        ("This article was published in partnership with The Ferry Project.", "The Ferry Project"),
        ("© 2021 BNS. All rights reserved.", None),
        ("Copyright 2021 BNS", None),
        ("All rights reserved.", None),
    ],
)
def test_a_closing_line_is_left_out_and_its_agency_kept(line: str, agency: str | None) -> None:
    tidied = tidy_paragraphs([PROSE, line])
    assert (tidied.paragraphs, tidied.attribution) == ((PROSE,), agency)


def test_an_attribution_in_the_middle_is_prose() -> None:
    line = "This article was first published by BNS."
    assert tidy_paragraphs([PROSE, line, PROSE]).paragraphs == (PROSE, line, PROSE)


def test_a_nul_is_no_text() -> None:
    with pytest.raises(UnreadableError, match="NUL"):
        without_controls("a\0b")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]))))
def test_every_paragraph_stood_among_the_lines(lines: list[str]) -> None:
    for paragraph in tidy_paragraphs(lines).paragraphs:
        assert paragraph == paragraph.strip() != ""
        assert any(paragraph in without_controls(line) for line in lines)
