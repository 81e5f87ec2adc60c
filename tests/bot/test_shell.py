import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.questions.session import Shell, opening_of
from tests.archives import archive_of, article

ARTICLES = [
    article(
        f"a{n}", f"The ferry to island number {n} sailed with {n} passengers.", title=f"No. {n}"
    )
    for n in range(1, 9)
]


class Session:
    """A shell and what it printed for the last line."""

    def __init__(self, shell: Shell, printed: io.StringIO) -> None:
        self._shell = shell
        self._printed = printed

    def type(self, line: str) -> str:
        self._printed.seek(0)
        self._printed.truncate()
        self.goes_on = self._shell.take(line)
        return self._printed.getvalue()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    printed = io.StringIO()
    console = Console(file=printed, width=200)
    with archive_of(tmp_path, *ARTICLES) as archive:
        shell = Shell(opening_of(archive), "tantivy", console)
        yield Session(shell, printed)
        shell.close()


def ranks(printed: str) -> list[int]:
    starts = (line.split(".")[0] for line in printed.splitlines())
    return [int(start) for start in starts if start.isdigit()]


def test_a_question_is_answered_with_milliseconds(session: Session) -> None:
    printed = session.type("ferry passengers")
    assert ranks(printed) == [1, 2, 3]
    assert " ms · tantivy" in printed


def test_more_goes_on_where_the_last_answer_ended_and_ends(session: Session) -> None:
    session.type("ferry passengers")
    assert ranks(session.type(":more")) == [4, 5, 6]
    assert ranks(session.type(":more")) == [7, 8]
    assert session.type(":more") == "There are no more.\n"


def test_more_before_any_question_asks_for_one(session: Session) -> None:
    assert session.type(":more") == "Ask something first.\n"


def test_explain_shows_what_each_term_gave_until_it_is_typed_again(session: Session) -> None:
    session.type("ferry passengers")
    assert "passage" in session.type(":explain")
    assert "passage" in session.type("ferry island")
    session.type(":explain")
    assert "headline" not in session.type("ferry island")


def test_the_engine_can_be_changed(session: Session) -> None:
    assert session.type(":engine rank-bm25") == "Answering with rank-bm25.\n"
    assert " ms · rank-bm25" in session.type("ferry")
    assert "tantivy" in session.type(":engine xapian")
    assert " ms · rank-bm25" in session.type("ferry")


def test_help_names_every_command(session: Session) -> None:
    printed = session.type(":help")
    for command in (":more", ":explain", ":engine", ":quit"):
        assert command in printed


def test_an_unknown_command_is_said_to_be_one(session: Session) -> None:
    assert ":frobnicate" in session.type(":frobnicate")
    assert session.goes_on


@pytest.mark.parametrize("line", [":quit", ":q", ":exit"])
def test_quit_ends_the_session(session: Session, line: str) -> None:
    session.type(line)
    assert not session.goes_on
