"""A date that something speaks against makes nothing fresh."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive, Arrival
from retrieval.answering import Answerer
from retrieval.index.index import Index
from tests.archives import article

DAY = date(2021, 2, 10)
ASKED = datetime(2021, 2, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(("faults", "first"), [((), "a"), (("future",), "b")])
def test_what_has_a_doubtful_date_is_not_taken_for_fresh(
    tmp_path: Path, faults: tuple[str, ...], first: str
) -> None:
    texts = ("The ferry to Klampuva stopped at noon.", "The ferry to Klampuva stopped at dusk.")
    doubtful = article("a", texts[0], title="Ferry stops", published=DAY)
    sure = article("b", texts[1], title="Ferry stops", published=date(2021, 2, 1))
    with Archive(tmp_path, create=True) as archive:
        archive.add([Arrival(doubtful, faults=faults), sure])
        index = Index(archive, "rank-bm25")
        answer = Answerer(archive, index).ask("Why did the ferry stop?", asked_at=ASKED, limit=3)
        index.close()
    assert answer.quotes[0].article.id == first
