"""What each outlet has in an archive."""

from datetime import date
from pathlib import Path

from corpus.archive.archive import Arrival
from corpus.archive.scans.outlets import Outlet
from tests.archives import archive_of, article

ARTICLES = (
    *(article(f"a{n}", "Rain.", published=date(2021, 3, 14 + n // 2)) for n in range(4)),
    article("other", "Rain.", published=date(2020, 1, 1), source="Baltic Post"),
)


def test_outlets_are_told_with_their_days(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        archive.add([Arrival(article("x", published=date(2999, 1, 1)), faults=("future",))])
        assert archive.outlets() == [
            Outlet("Nemunas Herald", 5, 2, date(2021, 3, 14), date(2021, 3, 15)),
            Outlet("Baltic Post", 1, 1, date(2020, 1, 1), date(2020, 1, 1)),
        ]
