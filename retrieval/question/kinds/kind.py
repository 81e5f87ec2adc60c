"""The kinds, named."""

from enum import StrEnum


class Kind(StrEnum):
    """`claim`: a statement, to be held against what was printed; `chatter`: nothing to look up."""

    QUESTION = "question"
    CLAIM = "claim"
    CHATTER = "chatter"
