import textwrap
from pathlib import Path

import pytest

from tests.exports import CLOSING, DATE, FIRST, SECOND, THIRD, TITLE, USUAL, WINTER, article, export

PROSE = (
    "The mayor, who has held her office since the old bridge was closed, said that the town could"
    " not wait for another year and that she would ask the ministry for a ferry.",
    "“We have two banks and one school,” she said. “Those who live on the wrong side of the river"
    " leave home at five in the morning, and some of them are seven years old.”",
    "Nothing in the report that the ministry published in spring, nor in the letter that was"
    " published by the company in Vilkai, says what the bridge was to bear, the mayor added.",
    "A bridge that was built for carts – and for the ferryman’s mule, as they say in Vilkai – is no"
    " bridge for lorries – it never was – and so the town has to wait – or to build anew.",
    "Engineers from the company that built the bridge said the test was too strict, because no"
    " lorry of that weight may enter the town, but they promised to look at the bearings again.",
)

CREDITS = ("AP", "AFP/Scanpix", "J. Jonaitis/BNS", "Associated Press")


def wrapped(text: str, width: int, between: str) -> str:
    return between.join("\n".join(textwrap.wrap(part, width)) for part in text.split("\n\n"))


def test_a_usual_export_gives_all_its_parts(tmp_path: Path) -> None:
    found = article(tmp_path, USUAL)
    assert (found.title, found.published, found.updated) == (TITLE, WINTER, None)
    assert (found.source, found.agency, found.authors) == ("Nemunas Herald", "RBE/RN", ())
    assert found.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "content",
    [
        export(DATE, TITLE, f"RBE/RN{DATE}", FIRST, SECOND, THIRD),
        export(f"RBE/RN{DATE}", TITLE, FIRST, SECOND, THIRD),
        export(TITLE, DATE, "RBE/RN", FIRST, SECOND, THIRD),
        export(TITLE, f"RBE/RN {DATE}", FIRST, SECOND, THIRD),
        export(DATE, "RBE/RN", TITLE, FIRST, SECOND, THIRD),
        export(DATE, TITLE, "By RBE/RN", FIRST, SECOND, THIRD),
        USUAL.replace("\n\n", "\n"),
        USUAL.replace("\n", "\r\n"),
        USUAL.replace("\n", "\r"),
        USUAL.replace("\n\n", "\n\n\n \t \n"),
        USUAL.replace("\n\n", "  \n\n\u00a0 "),
        "\ufeff" + USUAL,
        "\n\n\n" + USUAL + "\n\n\n",
        USUAL.replace(" said, adding", " said,\nadding"),
        USUAL.replace("Read more:", "READ MORE:"),
        USUAL.replace("Read more:", "Read also:"),
        USUAL + "\n\n© 2021 Nemunas Herald. All rights reserved.",
        USUAL.replace("2021.01.27 17:30", "2021-01-27 17:30"),
        USUAL.replace("2021.01.27 17:30", "2021.01.27\u00a017:30"),
        USUAL.replace("2021.01.27 17:30", "27 January 2021 17:30"),
        USUAL.replace("2021.01.27 17:30", "January 27, 2021, 5:30 pm"),
        USUAL.replace("2021.01.27 17:30", "2021-01-27T17:30:00+02:00"),
        USUAL.replace(" town had been", "\ntown had been"),
        USUAL.replace("Read more:", "• Read more:"),
        "Read more: Another bridge\n\n" + USUAL,
        "Published: " + USUAL,
        USUAL.replace(f"{DATE}\n\nRBE", f"{DATE}\n\nUpdated: {DATE}\n\nRBE"),
        USUAL.replace(f"{DATE}\n\nRBE", "27 January 2021, 17:30\n\nRBE"),
        USUAL.replace(f"{DATE}\n\nRBE", "Wed, 27 Jan 2021 17:30:00 +0200\n\nRBE"),
        USUAL.replace(TITLE, f"Share\n\n{TITLE}"),
        USUAL.replace(FIRST, f"3 min read\n\nShare\n\n{FIRST}"),
        USUAL.replace("Read more: Why", "Read more:\n\nWhy"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN{DATE} · 3 min read"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN | Published: {DATE} | 3 min"),
        USUAL.replace(f"RBE/RN{DATE}", f"RBE/RN{DATE}, updated: {DATE}"),
        USUAL + f"\n\n{DATE}\n\nTags: bridge, inspectors\n\nShare",
        *(export(DATE, TITLE, line, f"RBE/RN{DATE}", FIRST, SECOND, THIRD) for line in CREDITS),
        *(wrapped(USUAL, width, "\n\n") for width in (50, 60, 72, 90)),
    ],
)
def test_the_same_article_however_it_is_laid_out(tmp_path: Path, content: str) -> None:
    assert article(tmp_path, content) == article(tmp_path, USUAL)


def test_a_list_of_short_lines_is_not_joined(tmp_path: Path) -> None:
    items = ("The town needs:", "- a bridge", "- a ferry")
    content = export(DATE, TITLE, FIRST, "\n".join(items), SECOND)
    assert article(tmp_path, content).paragraphs == (FIRST, *items, SECOND)


@pytest.mark.parametrize(
    "lines",
    [
        ("Vilkai 3", "Lepai 2", "Alsiai 1"),
        (
            "– a bridge for the town and for all who come to its market",
            "– a ferry that goes until the bridge has passed its test",
        ),
        ("● a bridge for the town and for all who come to its market", "● a ferry until then"),
        (
            "The council of Vilkai met on Tuesday to speak of the bridge",
            "The council of Lepai will vote on the ferry in another week",
        ),
        (
            "Roses are red and violets are as blue as they ever were,",
            "sugar is sweet",
            "and so are",
        ),
    ],
)
def test_lines_that_nobody_broke_stay_lines(tmp_path: Path, lines: tuple[str, ...]) -> None:
    content = export(DATE, TITLE, FIRST, "\n".join(lines), SECOND)
    assert article(tmp_path, content).paragraphs == (FIRST, *lines, SECOND)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("an anti-\nbridge", "an anti-bridge"), ("the COVID-\n19", "the COVID-19"),
     ("short-\nand long-term", "short- and long-term"), ("a road –\nor none", "a road – or none")],
)  # fmt: skip
def test_a_word_broken_at_its_hyphen_is_one_word(tmp_path: Path, broken: str, whole: str) -> None:
    before = "On Tuesday evening the council of the town received "
    found = article(tmp_path, export(DATE, TITLE, f"{before}{broken} plan from its mayor."))
    assert found.paragraphs == (f"{before}{whole} plan from its mayor.",)


@pytest.mark.parametrize("width", range(50, 101, 5))
def test_broken_lines_without_blank_ones_are_joined_to_paragraphs(
    tmp_path: Path, width: int
) -> None:
    link = "Read more: Surviving a winter without a bridge in a town on two banks of one river"
    content = export(DATE, TITLE, f"RBE/RN{DATE}", FIRST, link, *PROSE, CLOSING)
    found = article(tmp_path, wrapped(content, width, "\n"))
    assert (found.title, found.agency, found.published) == (TITLE, "RBE/RN", WINTER)
    assert " ".join(found.paragraphs) == " ".join((FIRST, *PROSE))
    assert all(paragraph.endswith((".", "”")) for paragraph in found.paragraphs)
