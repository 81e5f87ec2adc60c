import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive import Added, Archive
from corpus.article import Article
from corpus.importing import Imported, Report, import_paths
from corpus.readers import Defaults, Rejected
from tests.archives import archive_of, article
from tests.crashes import content

LINES = st.lists(
    st.builds(
        article,
        st.sampled_from("ab"),
        st.sampled_from(["The bridge opened.", "The bridge opened late.", "The bridge sank."]),
    ),
    max_size=7,
)


def take(folder: Path, path: Path, defaults: Defaults | None = None) -> Imported:
    """Import one file or folder; what is rejected fails the test."""

    def reject(rejected: Rejected) -> None:
        raise AssertionError(rejected)

    with Archive(folder, create=True) as archive, archive.writing():
        return import_paths(
            archive,
            [path],
            defaults=defaults or Defaults(),
            report=Report(lambda size, articles: None, reject),
        )


def add_until(folder: Path, lines: Sequence[Article], end: int | None = None) -> None:
    """Import in batches of one; killed before batch `end`, where one is given."""
    back: dict[str, int] = {}
    with Archive(folder, create=True) as archive, archive.writing():
        for line in lines[:end]:
            archive.add([line], back)
        if end is None:
            archive.put_back(back)


def lines_of(path: Path, *texts: str) -> Path:
    value = {"id": "bridge", "title": "Bridge opens", "published": "2021-01-27", "source": "S"}
    path.write_text("".join(json.dumps({**value, "text": text}) + "\n" for text in texts), "utf-8")
    return path


def test_an_article_changed_back_is_quoted_in_its_old_text_again(tmp_path: Path) -> None:
    old = lines_of(tmp_path / "old.jsonl", "The bridge opened.")
    new = lines_of(tmp_path / "new.jsonl", "The bridge opened late.")
    folder = tmp_path / "archive"
    take(folder, old)
    take(folder, new)
    with Archive(folder) as archive:
        seq = archive.last_seq()
        assert take(folder, old).added == Added(changed=1)
        (change,) = archive.changes_since(seq)
        assert change.article is not None
        assert (change.article.paragraphs, change.first) == (("The bridge opened.",), False)
    assert take(folder, old).added == Added(unchanged=1)


def test_the_last_of_several_texts_in_a_file_is_quoted_and_the_file_can_come_again(
    tmp_path: Path,
) -> None:
    file = lines_of(tmp_path / "all.jsonl", "It opened.", "It opened late.", "It opened.")
    folder = tmp_path / "archive"
    take(folder, file)
    rows = content(folder)
    assert take(folder, file).added == Added(unchanged=3)
    assert content(folder) == rows
    with Archive(folder) as archive:
        found = archive.article("bridge")
        assert found is not None
        assert found.paragraphs == ("It opened.",)


@settings(deadline=None, max_examples=30)
@given(before=LINES, lines=LINES, data=st.data())
def test_an_import_that_is_killed_and_run_again_ends_as_if_undisturbed(
    before: list[Article], lines: list[Article], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        whole, killed = Path(temporary, "whole"), Path(temporary, "killed")
        for folder in (whole, killed):
            archive_of(folder, *before).close()
        add_until(whole, lines)
        add_until(killed, lines, data.draw(st.integers(0, len(lines))))
        add_until(killed, lines)
        rows = content(whole)
        assert content(killed) == rows
        add_until(whole, lines)
        assert content(whole) == rows
        with Archive(whole) as archive:
            for line in {line.id: line for line in lines}.values():
                assert archive.article(line.id) == line
