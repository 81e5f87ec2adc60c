"""The paper's own word for what it printed wrong."""

from datetime import date

import pytest

from corpus.article import Article, Paragraph
from corpus.versions.corrections import corrections

NOTES = (
    "Correction: The bridge is 210 metres long, not 120.",
    "CORRECTION (March 3, 2021): the ferry sails on Sundays, too.",
    "Correction, 3 March: Alfonsas Gludkis is 74.",
    "Corrections & Clarifications: A previous version of this story misspelled Vilka.",
    "Clarification: The harbour office was asked twice.",
    "An earlier version of this article gave the wrong year.",
    "*A previous version of this story incorrectly said that the ferry sank.",
    "Editor's note: An earlier version of this op-ed misstated the toll.",
    "• This article was amended on 3 March 2021 to correct the name of the river.",
    "This article was updated to clarify that the ferry does sail.",
    "This story has been corrected.",
    "(This story was updated to add new information and to fix a typo.)",
    "The headline of this article was amended after it was published.",
    "A caption in this story has been corrected.",
    "This article originally stated that the mayor had resigned.",
    "(Corrects paragraph 3 to say that tolls fell)",
)
OTHERS = (
    "Correction officers said the ferry was late.",
    "The market is in a correction: it lost a tenth.",
    "An earlier version of the bill passed in March.",
    "A previous version of this story was published in 2019.",
    "This story originally appeared in Baltic Post.",
    "(This story was updated to add new information.)",
    "This story has been updated with additional details.",
    "Editor's note: Sign up for our newsletter.",
    "“An earlier version of this article gave the wrong year,” the other paper writes.",
    "The minister corrected himself: the ferry is safe.",
    "Updated March 3, 2021, 8:33 a.m.",
)


def article(*paragraphs: str) -> Article:
    return Article("a", "Ferry", date(2021, 3, 3), "Nemunas Herald", paragraphs)


@pytest.mark.parametrize("note", NOTES)
def test_a_correction_is_found_word_for_word(note: str) -> None:
    found = corrections(article("The ferry sails again.", note))
    assert found == (Paragraph("a", 1, note),)


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert not corrections(article("The ferry sails again.", text))


def test_a_whole_story_is_no_note() -> None:
    assert not corrections(article("Correction: " + "the ferry sails again. " * 50))
