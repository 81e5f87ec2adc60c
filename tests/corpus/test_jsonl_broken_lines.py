"""Lines that a text was broken into by width, in JSON Lines."""

from pathlib import Path

import pytest

from tests.corpus.test_jsonl import article, line

BROKEN = """The ferry across the Vilka stopped on
Monday after its engine failed, and the harbour office
said that it would not run again before the first week of
March.
    Nobody in Klampuva had been told, the mayor
said.
    "We read it in the paper," she said."""


def test_lines_that_a_teleprinter_broke_are_paragraphs_again(tmp_path: Path) -> None:
    assert article(tmp_path, line(text=BROKEN)).paragraphs == (
        "The ferry across the Vilka stopped on Monday after its engine failed, and the harbour "
        "office said that it would not run again before the first week of March.",
        "Nobody in Klampuva had been told, the mayor said.",
        '"We read it in the paper," she said.',
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry stopped.\nNobody knows why.\nIt may be the engine.",
        "Arrivals:\n  Vilka 10.30\n  Klampuva 11.15\n  Nemunas 12.00",
        "One said:\n    quoted words\nThe other said nothing at all.\nThen both left.",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(tmp_path: Path, text: str) -> None:
    found = article(tmp_path, line(text=text)).paragraphs
    assert found == tuple(part.strip() for part in text.split("\n"))
