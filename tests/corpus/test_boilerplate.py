"""What a page puts around an article, and sentences that look like it; all of it invented."""

from pathlib import Path

import pytest

from corpus.lines.line import as_lines
from corpus.lines.tidying import tidied
from corpus.readers import Defaults
from tests.exports import DATE, FIRST, SECOND, THIRD, TITLE, VILNIUS, article, export, paragraphs_of

PROSE = "The ferry to Mustrahu stopped on Tuesday, and nobody said why."

BETWEEN = (
    "Advertisement",
    "ADVERTISEMENT",
    "— Advertisement —",
    "Article continues after advertisement",
    "RELATED STORIES",
    "Related articles",
    "Read more on LRT English: Why the ferry stopped",
    "Read more on LRT English",
    "» Read also in The Harbour Post – “Why?”",
    "Photo: Reuters",
    "Photo: J. Jonaitis/BNS",
    "Photo by Ona Onaitė / Ferry Radio",
    "PHOTO: Ministry of Harbours",
    "Photo © AP",
    "Image: AFP, Scanpix",
    "***",
    "* * *",
    "—",
    "____",
)
SENTENCES = (
    "Advertisement was what the mayor called it.",
    "Advertisements for ferries",
    "Related stories were told in Mustrahu.",
    "Read more on the ferry: it stopped.",
    "Read more on Mustrahu: The ferry stopped.",
    "Photo: the mayor waits for the ferry",
    "Photo: Mayor waits for the ferry.",
    "Photo by photo",
    "Pictures by children",
    "Photos from Mustrahu",
    "Photos: Mustrahu Under Water",
    "Share of the harbour",
    "…",
    "?!",
)
LAST = (
    ("Copyright (c)2021 RFE/RL, Inc. Reprinted with the permission of Radio Nobody, 1 A St. NW.",
     "RFE/RL"),
    ("Copyright © 2021 BNS. Used by permission.", "BNS"),
    ("Reprinted with the permission of Radio Baltic Europe, 12 Harbour Street NW, Alsiai 20037.",
     "Radio Baltic Europe"),
    ("This story is republished from RFE/RL.", "RFE/RL"),
    ("This article is republished from The Conversation under a Creative Commons licence.",
     "The Conversation"),
    ("Republished here courtesy of Ferry Radio", "Ferry Radio"),
    ("Source: BNS", "BNS"),
    ("Sources: BNS, Reuters", "BNS"),
    ("(BNS)", "BNS"),
    ("/BNS/", "BNS"),
    ("– Associated Press", "Associated Press"),
    ("RFE/RL", "RFE/RL"),
    ("Facebook", None),
    ("Email", None),
    ("Share", None),
)  # fmt: skip
NOT_LAST = (
    "Source: the mayor",
    "Source: Ministry of Harbours",
    "(Laughter)",
    "NATO",
    "(NATO)",
    "The story was republished from BNS.",
    "This story was republished from Mustrahu.",
    "Republished from memory.",
    "Reprinted with permission of the author.",
    "Copyright was lent with permission of BNS.",
    "Facebook said so",
)


@pytest.mark.parametrize("line", BETWEEN)
def test_what_is_of_the_page_is_no_paragraph(line: str) -> None:
    for lines in ([PROSE, line, PROSE], [PROSE, PROSE, line]):
        assert paragraphs_of(*lines, is_page=True) == (PROSE, PROSE)


@pytest.mark.parametrize("line", [*SENTENCES, *NOT_LAST])
def test_what_may_be_of_the_article_is_a_paragraph(line: str) -> None:
    assert paragraphs_of(PROSE, line, PROSE, is_page=True) == (PROSE, line, PROSE)
    assert paragraphs_of(PROSE, line, is_page=True) == (PROSE, line)


@pytest.mark.parametrize(("line", "agency"), LAST)
def test_a_last_line_of_the_page_is_left_out_and_its_agency_kept(
    line: str, agency: str | None
) -> None:
    found = tidied(as_lines([PROSE, line, "Facebook", "Twitter", "Share"]), is_page=True)
    assert ([line.text for line in found.paragraphs], found.attribution) == ([PROSE], agency)
    assert paragraphs_of(PROSE, line, PROSE, is_page=True) == (PROSE, line, PROSE)


@pytest.mark.parametrize("items", [("Facebook", "Twitter"), ("BNS", "Delfi"), ("BNS",)])
def test_a_list_that_ends_an_article_is_whole(items: tuple[str, ...]) -> None:
    lines = (PROSE, "Nobody asked these:", *items)
    assert paragraphs_of(*lines, is_page=True) == lines


@pytest.mark.parametrize("line", [*BETWEEN[4:], "Facebook", "(BNS)", "This is reprinted from BNS."])
def test_an_article_given_in_fields_is_taken_by_its_word(line: str) -> None:
    assert paragraphs_of(PROSE, line, PROSE) == (PROSE, line, PROSE)
    assert paragraphs_of(PROSE, line) == (PROSE, line)


@pytest.mark.parametrize("line", ["Photo: Reuters", "Advertisement", "***"])
def test_what_is_of_the_page_does_not_hide_the_byline(tmp_path: Path, line: str) -> None:
    found = article(tmp_path, export(DATE, line, TITLE, line, f"BNS{DATE}", line, FIRST, SECOND))
    assert (found.title, found.agency, found.paragraphs) == (TITLE, "BNS", (FIRST, SECOND))


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("This text originally appeared on NMN Investigation Team’s website.", None),
        ("This text originally appeared on NMN.lt.", None),
        ("This story originally appeared on Ferry Watch's website.", "Ferry Watch"),
        ("Source: BNS", "BNS"),
        ("RFE/RL", "RFE/RL"),
    ],
)
def test_who_first_published_it_is_an_agency_unless_it_is_of_the_house(
    tmp_path: Path, line: str, agency: str | None
) -> None:
    outlet = Defaults("NMN English", VILNIUS.timezone)
    found = article(tmp_path, export(DATE, TITLE, FIRST, THIRD, line), outlet)
    assert (found.agency, found.paragraphs) == (agency, (FIRST, THIRD))
