from pathlib import Path

import pytest

from retrieval.index.index import Index
from retrieval.verbatim.finding import Finder
from retrieval.verbatim.frequent import MOST, is_common
from tests.archives import archive_of, article


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("ferry ran aground", True),
        ("harbour of Klampuva", False),
        ("ferry of Klampuva", False),
        ("of the", True),
        ("zebra crossing", False),
        ("", False),
        ("?!", False),
    ],
)
def test_what_very_many_print_or_nothing_can_find_is_common(
    tmp_path: Path, quote: str, expected: bool
) -> None:
    many = [article(f"a{n}", f"The ferry ran aground, ship {n}.") for n in range(MOST + 1)]
    one = article("b", "The harbour of Klampuva is open, and so is the ferry of Klampuva.")
    with archive_of(tmp_path, *many, one) as archive:
        index = Index(archive, "tantivy")
        view = index.snapshot().view
        assert is_common(quote, archive, Finder(archive), view) is expected
        index.close()
