"""Names typed in small letters, as an archive of ferries prints them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.article_store import store_of
from retrieval.index.index import Index
from retrieval.vocabulary.capitals import LONGEST, as_printed
from tests.archives import article

Printed = Callable[[str], str]


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[Printed]:
    said = [
        f"On day {day} the ferry Storm left New Rudna in a storm with Rasa McKlampus on the quay."
        for day in range(5)
    ]
    with Archive(tmp_path, create=True) as archive:
        with archive.writing():
            archive.add([article(text, text, title="Ferry Leaves Quay") for text in said])
        index = Index(archive, "tantivy")
        yield lambda text: as_printed(text, index.snapshot().view, store_of(archive))
        index.close()


@pytest.mark.parametrize(
    ("text", "as_it_is_printed"),
    [
        ("and mcklampus?", "and McKlampus?"),
        ("the ferry to rudna", "the ferry to Rudna"),
        ("quay of new rudna", "quay of New Rudna"),
        ("rasa mcklampus on quays", "Rasa McKlampus on quays"),
        ("the Ferry", "the Ferry"),
    ],
)
def test_what_is_always_a_name_is_written_as_one(
    printed: Printed, text: str, as_it_is_printed: str
) -> None:
    assert printed(text) == as_it_is_printed


@pytest.mark.parametrize("text", ["and the storm?", "and the quay"])
def test_what_is_a_word_as_well_is_left(printed: Printed, text: str) -> None:
    assert printed(text) == text


def test_with_a_word_that_stands_nowhere_no_half_of_a_name_is_made(printed: Printed) -> None:
    assert printed("rudna gludkis") == "rudna gludkis"


def test_what_is_pasted_is_left(printed: Printed) -> None:
    assert printed("rudna " * (LONGEST + 1)) == "rudna " * (LONGEST + 1)
