"""Errors of this package.

RetrievalError
  IndexUnusableError      the index cannot be read, built or written
    IndexNoRoomError      the disk is full
  IndexContestedError     others see what a later state of the archive, or another copy, put there
  EngineUnavailableError  the engine's library or server is not there
    EngineUnreachableError  the server does not answer now, or not in whole: try again
  SearchTooLongError      a search went on for longer than it may
  JudgedQuestionsError    a file of judged questions that cannot be read
  UnknownSourceError      an outlet was named that the archive does not have

"Nothing found" is an empty answer, and a question without a searchable word is one too:
neither is an error.
"""

from datetime import date


class RetrievalError(Exception):
    """Something about the index or an engine; the message is one line for a person."""


class IndexUnusableError(RetrievalError):
    pass


class IndexNoRoomError(IndexUnusableError):
    pass


class IndexContestedError(RetrievalError):
    """Only who is told to may put another index in its place."""


class EngineUnavailableError(RetrievalError):
    pass


class EngineUnreachableError(EngineUnavailableError):
    """Its index may be as sound as ever: no reason to build another."""


class SearchTooLongError(RetrievalError):
    """`reached`: the day up to which articles were read, where they were read by their days."""

    def __init__(self, reached: date | None = None) -> None:
        super().__init__("the search took too long and was given up")
        self.reached = reached


class JudgedQuestionsError(RetrievalError):
    pass


class UnknownSourceError(RetrievalError):
    """`asked` is the name, `known` are those there are."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        some = ", ".join(known[:8]) + (", …" if len(known) > 8 else "")
        super().__init__(f"no outlet or agency is called {asked!r}; there are {some}")
        self.asked = asked
        self.known = known
