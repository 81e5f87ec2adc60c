import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.lines.characters import without_controls
from corpus.lines.line import as_lines
from corpus.lines.tidying import tidied
from tests.exports import paragraphs_of

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
        "Read more →",
        "→ Read more: Why?",
        "» Read more: Why the ferry stopped",
        "Related: Why the ferry stopped",
        "Related articles:",
        "Read more here: https://ferries.example/why.",
        "Read more: Why the ferry left the U.S.",
        "Read more: Why the ferry stopped.",
        "Read more: eBay sells the ferry",
        "",
        " \u200b\ufeff ",
    ],
)
def test_lines_that_lead_elsewhere_are_left_out(line: str) -> None:
    assert paragraphs_of(PROSE, line, PROSE) == (PROSE, PROSE)


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
        "Read on: the mayor said that the best part was still to come.",
        "Read on: the mayor said …",
        "See also – she said – the ruling of the harbour court …",
        "Read also: The Ferry, which she never did.",
        "Read on.",
        "Related",
        "This article was published in Finland when she was nine.",
        "This interview was published in Iskra shortly before he was arrested",
        "This story was published in Tallinn.",
        "This story was first published in Tallinn",
        "This story was published in Tallinn, Estonia.",
        "This story was published in Finland and Sweden.",
        "This article was published on Monday.",
        "Published by Harbour Press.",
        "This story was first published in Iskra, a paper that nobody read.",
        "This story appeared in The Post, a paper that nobody read.",
        "This article was first published on Independence Day.",
        "This article was published by Maarja Tamm.",
        "This piece appeared at Kumu Hall in 2019.",
        "This story was published by BNS. The mayor resigned a day later.",
        "The story originally appeared on Facebook.",
        "The article first appeared, and then the letters came.",
        "Copyright by law belongs to the author, the court said.",
        "Copyright: it belongs to nobody, the court said.",
        "(c) the right to a fair trial; and the right to silence.",
        "(c) Any person may ask for the ferry.",
        "© is what the boy painted on the ferry.",
        "Tags: the mayor wants them on every dog.",
        "He took his share",
    ],
)
def test_prose_stays_wherever_it_stands(line: str) -> None:
    assert paragraphs_of(PROSE, line, PROSE) == (PROSE, line, PROSE)
    assert paragraphs_of(PROSE, line) == (PROSE, line)


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
        ("This story was published in The Guardian.", "The Guardian"),
        ("*This story was first published by BNS.*", "BNS"),
        ("(This story originally appeared on Ferry Radio.)", "Ferry Radio"),
        ("The story originally appeared on Ferry Radio.", "Ferry Radio"),
        ("Originally published by Ferry Watch.", "Ferry Watch"),
        ("This story first appeared on bne IntelliNews, partners of us.", "bne IntelliNews"),
        ("This story was first published by Re:Baltica.", "Re:Baltica"),
        ("This story first appeared on 15min.", "15min"),
        ("This article was originally published on Delfi EN", "Delfi EN"),
        ("This article was first published by BNS and is republished with permission.", "BNS"),
        ("This story was first published by BNS. It has been edited for length.", "BNS"),
        ("This story first appeared in Ferry Weekly, a media partner of us.", "Ferry Weekly"),
        ("© 2021 BNS. All rights reserved.", None),
        (
            "This story first appeared on Ferry Watch, a blog of the harbour. It is gone.",
            "Ferry Watch",
        ),
        (
            "This article was first published on BNS.lt. Its content is separate from ours.",
            "BNS.lt",
        ),
        ("© BNS is a content partner of Ferry Radio. Its content is its own.", None),
        ("© BNS", None),
        ("© 2021 BNS. Visos teisės saugomos.", None),
        ("This story first appeared on ferryWatch.", "ferryWatch"),
        ("(c) 2021 Ferry Radio", None),
        ("Copyright: Ferry Radio", None),
        ("Copyright © 2019-2021 Ferry Radio. No part of this may be copied without leave.", None),
        ("Tags: harbour, ferry, Mustrahu", None),
        ("Share", None),
        ("Copyright 2021 BNS", None),
        ("All rights reserved.", None),
    ],
)
def test_a_closing_line_is_left_out_and_its_agency_kept(line: str, agency: str | None) -> None:
    found = tidied(as_lines([PROSE, line]))
    assert ([line.text for line in found.paragraphs], found.attribution) == ([PROSE], agency)


def test_an_attribution_in_the_middle_is_prose() -> None:
    line = "This article was first published by BNS."
    assert paragraphs_of(PROSE, line, PROSE) == (PROSE, line, PROSE)


def test_buttons_and_dates_below_the_attribution_do_not_keep_it() -> None:
    below = ("This article was first published by BNS.", "2021.01.27 17:30", "Tags: ferry", "Share")
    found = tidied(as_lines([PROSE, *below]))
    assert ([line.text for line in found.paragraphs], found.attribution) == ([PROSE], "BNS")


def test_a_date_that_ends_an_article_stays() -> None:
    assert paragraphs_of(PROSE, "2021.01.27") == (PROSE, "2021.01.27")


@pytest.mark.parametrize("label", ["Read more:", "READ MORE :", "• Related:", "Read more here:"])
def test_a_label_alone_takes_the_headline_below_with_it(label: str) -> None:
    lines = [PROSE, label, "Why the ferry never left Mustrahu", PROSE]
    assert paragraphs_of(*lines) == (PROSE, PROSE)


@pytest.mark.parametrize("line", [PROSE, "A long wait", "and why it did so"])
def test_a_label_alone_takes_nothing_else_with_it(line: str) -> None:
    assert paragraphs_of(PROSE, "Read more:", line, PROSE) == (PROSE, line, PROSE)


def test_a_nul_is_no_text() -> None:
    with pytest.raises(UnreadableError, match="NUL"):
        without_controls("a\0b")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]))))
def test_every_paragraph_stood_among_the_lines(lines: list[str]) -> None:
    for paragraph in paragraphs_of(*lines):
        assert paragraph == paragraph.strip() != ""
        assert any(paragraph in without_controls(line) for line in lines)
