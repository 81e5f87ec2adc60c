"""What an archive tells of all its articles is counted once a change of it."""

from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from corpus.archive.scans.side_by_side import Selection
from retrieval.article_store import ArchiveStore
from tests.archives import archive_of, article


class Counting(Archive):
    """An archive that notes what is counted over all of its articles."""

    counted: list[str]

    def sources(self) -> dict[str, int]:
        self.counted.append("outlets")
        return super().sources()

    def languages(self) -> dict[str, int]:
        self.counted.append("languages")
        return super().languages()


@pytest.mark.parametrize("what", ["outlets", "languages"])
def test_names_are_counted_again_only_when_the_archive_changed(tmp_path: Path, what: str) -> None:
    archive_of(tmp_path, article("a", "A bridge.", source="Post")).close()
    with Counting(tmp_path) as archive:
        archive.counted = []
        store = ArchiveStore(archive)
        ask = getattr(store, what)
        assert ask() == ask()
        assert archive.counted == [what]
        archive_of(tmp_path, article("b", "Ein Fluss.", source="Echo", language="de")).close()
        assert set(ask()) == ({"Post", "Echo"} if what == "outlets" else {"en", "de"})
        assert archive.counted == [what, what]


def test_a_phrase_of_small_words_is_read_without_its_apostrophe(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", "She wasn’t there, he said.")) as archive:
        found = list(ArchiveStore(archive).printed("wasnt there", Selection()))
    assert [one.text for one in found] == ["She wasn’t there, he said."]
