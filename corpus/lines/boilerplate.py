"""Lines of the page around an article: buttons, advertisements, credits, rules."""

import re

from corpus.languages.english.calendar import AGO
from corpus.languages.english.pages import (
    ADDRESS,
    ADVERTISEMENT,
    BUTTON,
    CREDIT,
    NETWORK,
    READ_ON,
    RELATED,
    TAGS,
)

LONGEST = 250  # characters; what is longer is prose

RULE = re.compile(r"[*_=~•·#–—-](?:\s*[*_=~•·#–—-])*")


def is_button(line: str) -> bool:
    """Whether a line is a button or a label of the page: `Share`, `3 min read`."""
    return len(line) <= LONGEST and BUTTON.fullmatch(line) is not None


def is_network(line: str) -> bool:
    """Whether a line is the name of a place to share the article in; prose can hold such a line."""
    return NETWORK.fullmatch(line) is not None


def is_tags(line: str) -> bool:
    """Whether a line lists what the article is filed under: `Tags: harbour, ferry`."""
    return len(line) <= LONGEST and TAGS.fullmatch(line) is not None


def is_between(line: str) -> bool:
    """Whether a line among paragraphs is not one of them: `Advertisement`, `Photo: Reuters`, `***`.

    A caption that says what the picture shows stays: it may be a sentence of the article.
    """
    forms = (ADVERTISEMENT, RULE, RELATED, READ_ON, CREDIT)
    return len(line) <= LONGEST and any(form.fullmatch(line) for form in forms)


def is_told_by_page(line: str) -> bool:
    """Whether a line is the page's address, or how long ago it was: `2 hours ago`."""
    return ADDRESS.fullmatch(line) is not None or AGO.fullmatch(line) is not None
