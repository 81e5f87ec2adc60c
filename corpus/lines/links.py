"""Lines that lead to another article: `Read more: Why the bridge is late`."""

import re

from corpus.languages.english.pages import LINK_LABEL, MORE, READ_MORE

LONGEST = 250  # characters; what is longer is prose
# Like a sentence, not like `… of the U.S.`
FULL_STOP = re.compile(r"(?:\.{2,}|…|(?<!\b[A-Z])\.)[\"'”’»)\]*]*$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


def is_link_line(line: str) -> bool:
    """Whether a line leads to another article.

    A headline or an address follows the label, or nothing: no small letter, and no full stop
    but after `Read more:` itself, where papers do print one.
    """
    label = LINK_LABEL.match(line) if len(line) <= LONGEST else None
    if label is None:
        return False
    title = line[label.end() :]
    if not title:
        return ":" in label["mark"] or (MORE in line.casefold() and not FULL_STOP.search(line))
    if title[:2].islower():
        return bool(ADDRESS.match(title))
    return bool(READ_MORE.match(line) or ADDRESS.match(title)) or not FULL_STOP.search(title)


def has_link_label(line: str) -> bool:
    """Whether a line begins as link lines do, wherever it may end."""
    label = LINK_LABEL.match(line)
    return label is not None and not line[label.end() :][:2].islower()


def is_label_alone(line: str) -> bool:
    """Whether a link line is `Read more:` alone, so that its headline stands in the next line."""
    label = LINK_LABEL.match(line)
    return label is not None and label.end() == len(line) and ":" in label["mark"]


def is_linked_headline(line: str) -> bool:
    """Whether a line below a label alone is the headline that it leads to.

    It has four words at least, as a subhead has not, and does not look like a sentence.
    """
    return (
        len(line) <= LONGEST
        and len(line.split()) >= 4
        and not line[0].islower()
        and not line.endswith(":")
        and not FULL_STOP.search(line)
    )
