from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from time import monotonic

import pytest

from corpus.archive.scans import side_by_side
from corpus.archive.scans.side_by_side import Selection
from tests.archives import archive_of, article

ARTICLES = (
    article("a", "We will go.", published=date(2021, 1, 1)),
    article("b", "We shall.", "“We—will,” she said.", agency="RBE/RN", source="Post"),
    article("c", "WE WILL stay.", published=datetime(2021, 3, 1, 23, 0, tzinfo=UTC), source="Post"),
    article("d", "We, will, all. Stay, or go, now."),
)
ALL = Selection()


def found(folder: Path, *words: str, selection: Selection = ALL) -> Sequence[tuple[str, date]]:
    with archive_of(folder, *ARTICLES) as archive:
        return [(one.text, one.day) for one in archive.printed(words, selection)]


def test_words_side_by_side_are_found_newest_change_first(tmp_path: Path) -> None:
    assert found(tmp_path, "we", "will") == [
        ("WE WILL stay.", date(2021, 3, 1)),
        ("“We—will,” she said.", date(2021, 1, 27)),
        ("We will go.", date(2021, 1, 1)),
    ]


@pytest.mark.parametrize("words", ["stay or", "stay or go", "stay or go now"])
def test_where_nothing_has_one_sign_between_words_more_may_stand_there(
    tmp_path: Path, words: str
) -> None:
    assert len(found(tmp_path, *words.split())) == 1


def test_what_has_not_all_the_words_is_not_found(tmp_path: Path) -> None:
    assert found(tmp_path, "go", "we") == found(tmp_path, "tunnel") == []


@pytest.mark.parametrize(
    ("selection", "days"),
    [
        (Selection(since=date(2021, 3, 1)), [1]),
        (Selection(until=date(2021, 3, 1), since=date(2021, 1, 2)), [1, 27]),
        (Selection(until=date(2021, 1, 27)), [27, 1]),
        (Selection(sources=("RBE/RN",)), [27]),
        (Selection(sources=("Post",)), [1, 27]),
        (Selection(sources=("Nemunas Herald", "RBE/RN")), [27, 1]),
        (Selection(without=("RBE/RN",)), [1, 1]),
        (Selection(sources=("Nemunas Herald",), without=("RBE/RN",)), [1]),
        (Selection(without=("Nemunas Herald", "Post")), []),
        (Selection(deadline=monotonic() - 1), []),
        (Selection(deadline=monotonic() + 3600), [1, 27, 1]),
    ],
)
def test_only_what_is_selected_is_read(
    tmp_path: Path, selection: Selection, days: Sequence[int]
) -> None:
    texts = found(tmp_path, "we", "will", selection=selection)
    assert [day.day for _, day in texts] == days


def test_older_versions_and_what_was_removed_are_not_found(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        with archive.writing():
            archive.add([article("a", "We will come.", published=date(2021, 1, 1))])
            archive.remove("c")
        texts = [one.text for one in archive.printed(("we", "will"), ALL)]
    assert texts == ["We will come.", "“We—will,” she said."]


def test_a_run_of_words_and_a_word_longer_than_any_pattern_may_be_are_looked_for(
    tmp_path: Path,
) -> None:
    assert found(tmp_path, *["we"] * 30_000) == found(tmp_path, "w" * 100_000) == []


def test_reading_ends_in_time_where_nothing_is_found_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written first is read last; the clock moves whenever it is looked at."""
    clock = count()
    monkeypatch.setattr(side_by_side, "monotonic", lambda: next(clock))
    monkeypatch.setattr(side_by_side, "LOOKED", 100)
    texts = ["We will go.", *["we wil"] * 1000]
    with archive_of(tmp_path, article("long", *texts)) as archive:
        assert not list(archive.printed(("we", "will"), Selection(deadline=3)))
        assert next(clock) < 10  # SQLite was stopped, and looked no further
        assert len(list(archive.printed(("we", "will"), ALL))) == 1  # the connection goes on
