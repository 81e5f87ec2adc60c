"""Many changes, analysed in other processes."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.article import Article
from retrieval.index import many
from retrieval.index.index import Index
from retrieval.index.source import analysed
from tests.archives import archive_of, article

TEXTS = ("The ferry stopped at 1 250 metres.", "…", "COVID-19 and $5m in Šilagiris\u2028Will Smith")


def end_the_process(articles: Sequence[Article]) -> list[str]:
    os._exit(9)


def test_entries_are_the_same_wherever_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "TOGETHER", 4)
    articles = [article(f"a{n}", *TEXTS[: n % 4], title=f"Tram {n}") for n in range(9)]
    with archive_of(tmp_path, *articles, article("gone", "It stopped.")) as archive:
        with archive.writing():
            archive.remove("gone")
        expected = list(analysed(archive.changes_since(0)))
        assert len(expected) == 10
        assert list(many.analysed_side_by_side(archive.changes_since(0))) == expected
        monkeypatch.setattr(many, "packed", end_the_process)
        assert list(many.analysed_side_by_side(archive.changes_since(0))) == expected


def test_an_index_of_many_articles_has_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.source.MANY", 5)
    articles = [article(f"a{n}", f"The ferry stopped {n} times.") for n in range(20)]
    with archive_of(tmp_path, *articles) as archive:
        index = Index(archive, "tantivy")
        assert (index.passage_count(), index.is_fresh()) == (20, True)
        index.close()
