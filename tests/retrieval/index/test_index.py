import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.engines.engine import Engine, Search
from retrieval.engines.tantivy import TantivyEngine
from retrieval.errors import EngineUnavailableError
from retrieval.index.checking import status
from retrieval.index.index import Index
from retrieval.index.place import place_for
from tests.archives import archive_of, article

BRIDGE = article("bridge", "The bridge opened.", title="Bridge opens")
FERRY = article("ferry", "The ferry stopped.", title="Ferry stops")
ENGINES = ("tantivy", "rank-bm25")


def state_file(archive: Archive) -> Path:
    return archive.directory / "index" / "tantivy" / "state.json"


def build(archive: Archive) -> None:
    Index(archive, "tantivy").close()


def found_ids(archive: Archive, question: str, index: Index) -> list[str]:
    answer = Answerer(archive, index).ask(question, asked_at=datetime.now(UTC))
    return [quote.article.id for quote in answer.quotes]


@pytest.mark.parametrize("engine", ENGINES)
def test_articles_added_later_are_found_without_a_restart(tmp_path: Path, engine: str) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        index = Index(archive, engine)
        assert found_ids(archive, "ferry", index) == []
        archive_of(tmp_path, FERRY).close()
        assert found_ids(archive, "ferry", index) == ["ferry"]
        index.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_new_version_takes_the_place_of_the_old(tmp_path: Path, engine: str) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        index = Index(archive, engine)
        with archive.writing():
            archive.add([article("bridge", "The tunnel opened.", title="Tunnel opens")])
        assert found_ids(archive, "bridge", index) == []
        assert found_ids(archive, "tunnel", index) == ["bridge"]
        assert index.passage_count() == 2
        index.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_removed_article_is_not_found(tmp_path: Path, engine: str) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        index = Index(archive, engine)
        with archive.writing():
            archive.remove("ferry")
        assert found_ids(archive, "ferry", index) == []
        assert index.is_fresh()
        index.close()


def test_an_index_that_is_up_to_date_is_opened_and_not_built(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        build(archive)
        taken: list[int] = []
        Index(archive, "tantivy", advance=taken.append).close()
        assert taken == []


def test_only_what_is_new_is_taken_in(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        build(archive)
        archive_of(tmp_path, FERRY).close()
        taken: list[int] = []
        Index(archive, "tantivy", advance=taken.append).close()
        assert taken == [1]


def spoil_state(archive: Archive) -> None:
    state_file(archive).write_text('{"format": 1, "archi')


def lose_state(archive: Archive) -> None:
    state_file(archive).unlink()


def lose_files(archive: Archive) -> None:
    for folder in state_file(archive).parent.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)


def lose_segments(archive: Archive) -> None:
    state = place_for("tantivy", archive).published()
    assert state is not None
    shutil.rmtree(state_file(archive).parent / state.folder / "passages")


def lose_articles(archive: Archive) -> None:
    for file in state_file(archive).parent.rglob("articles/meta.json"):
        file.unlink()


def cut_off_segments(archive: Archive) -> None:
    for file in state_file(archive).parent.rglob("passages/*"):
        if file.suffix in {".store", ".fast", ".idx", ".term", ".pos"}:
            file.write_bytes(file.read_bytes()[:5])


def spoil_meta(archive: Archive) -> None:
    for file in state_file(archive).parent.rglob("meta.json"):
        file.write_text("{")


def be_of_another_archive(archive: Archive) -> None:
    state = json.loads(state_file(archive).read_bytes())
    state_file(archive).write_text(json.dumps({**state, "archive": "another"}))


def be_of_another_analyser(archive: Archive) -> None:
    state = json.loads(state_file(archive).read_bytes())
    state_file(archive).write_text(json.dumps({**state, "analyser": "another"}))


def be_of_a_later_archive(archive: Archive) -> None:
    """As after an archive was put back from an old copy."""
    state = json.loads(state_file(archive).read_bytes())
    state_file(archive).write_text(json.dumps({**state, "seq": 99}))


def be_of_other_articles(archive: Archive) -> None:
    state = json.loads(state_file(archive).read_bytes())
    state_file(archive).write_text(json.dumps({**state, "mark": "0" * 32}))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "spoil",
    [
        spoil_state,
        lose_state,
        lose_files,
        lose_segments,
        lose_articles,
        cut_off_segments,
        spoil_meta,
        be_of_another_archive,
        be_of_another_analyser,
        be_of_a_later_archive,
        be_of_other_articles,
    ],
)
def test_an_index_that_cannot_be_trusted_is_built_again(tmp_path: Path, spoil: object) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        build(archive)
        assert callable(spoil)
        spoil(archive)
        taken: list[int] = []
        index = Index(archive, "tantivy", advance=taken.append)
        assert taken == [1, 1]
        assert found_ids(archive, "ferry", index) == ["ferry"]
        assert (index.passage_count(), index.is_fresh()) == (2, True)
        index.close()


def test_an_index_that_fails_when_it_is_asked_is_built_again(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        build(archive)
        for file in state_file(archive).parent.rglob("passages/*.pos"):
            file.unlink()
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        for _ in range(2):
            answer = answerer.ask("ferry", asked_at=datetime.now(UTC))
            assert [quote.article.id for quote in answer.quotes] == ["ferry"]
        index.close()


def test_while_an_index_is_built_anew_the_old_one_answers(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        index = Index(archive, "tantivy")
        old = index.snapshot().name

        def look(_: int) -> None:
            assert index.snapshot().name == old
            other = Index(archive, "tantivy")
            assert (other.passage_count(), other.is_fresh()) == (2, True)
            other.close()

        index.rebuild(look)
        assert index.snapshot().name != old
        assert found_ids(archive, "ferry", index) == ["ferry"]
        index.close()


def test_a_crash_between_commit_and_state_doubles_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        build(archive)
        before = state_file(archive).read_bytes()
        archive_of(tmp_path, FERRY).close()
        build(archive)
        state_file(archive).write_bytes(before)  # as if the process had died before this write
        index = Index(archive, "tantivy")
        assert (index.passage_count(), index.is_fresh()) == (2, True)
        index.close()


def test_a_crash_between_the_two_commits_of_tantivy_loses_and_doubles_nothing(
    tmp_path: Path,
) -> None:
    changed = article("bridge", "The tunnel opened.", title="Tunnel opens")
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        build(archive)
        state = place_for("tantivy", archive).published()
        assert state is not None
        folder = state_file(archive).parent / state.folder
        shutil.copytree(folder / "articles", tmp_path / "before")
        before = state_file(archive).read_bytes()
        archive_of(tmp_path, changed).close()
        build(archive)
        shutil.rmtree(folder / "articles")
        shutil.copytree(tmp_path / "before", folder / "articles")
        state_file(archive).write_bytes(before)
        index = Index(archive, "tantivy")
        assert found_ids(archive, "tunnel", index) == ["bridge"]
        assert found_ids(archive, "bridge", index) == []
        assert index.passage_count() == 2
        found = index.snapshot().view.search(Search(("tunnel",)), 9)
        assert (len(found.titles), len(found.articles)) == (1, 1)
        index.close()


def test_status_tells_fresh_from_behind_without_building(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        assert (status(archive, "tantivy").fresh, status(archive, "tantivy").paragraphs) == (
            False,
            0,
        )
        build(archive)
        assert (status(archive, "tantivy").fresh, status(archive, "tantivy").paragraphs) == (
            True,
            1,
        )
        archive_of(tmp_path, FERRY).close()
        assert not status(archive, "tantivy").fresh


def test_an_unknown_engine_is_refused_by_name(tmp_path: Path) -> None:
    with (
        archive_of(tmp_path, BRIDGE) as archive,
        pytest.raises(EngineUnavailableError, match="tantivy"),
    ):
        Index(archive, "xapian")


def test_both_engines_fit_the_protocol(tmp_path: Path) -> None:
    engine: Engine = TantivyEngine(tmp_path)
    assert engine.name == "tantivy"
