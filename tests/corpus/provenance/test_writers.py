"""Several writers take turns between the parts of what they store."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.archive.archive import Added, Archive
from corpus.intake import take_in
from corpus.readers import Finished
from retrieval.index.index import Index
from tests.archives import archive_of, article
from tests.crashes import import_command


def test_another_writer_is_let_in_between_two_parts_of_an_import(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive, Archive(tmp_path) as other:

        def items() -> Iterator[Finished]:
            for n in range(1200):
                if n == 700:
                    with other.writing(wait=0):
                        assert other.add([article("b", "Between.")]) == Added(new=1)
                yield Finished(article(f"a{n}", f"Text {n}."))

        done = take_in(archive, items(), progress=lambda stored: None, reject=print)
        assert done.added == Added(new=1200)
        assert archive.holdings().articles == 1201


def test_threads_may_add_to_one_batch(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive, archive.batch("collect") as batch:

        def add_twenty(n: int) -> None:
            for m in range(20):
                batch.add([article(f"{n}.{m}", "x")])

        threads = [threading.Thread(target=add_twenty, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert batch.added == Added(new=80)


def test_what_is_written_beside_articles_is_written_with_them_or_not_at_all(
    tmp_path: Path,
) -> None:
    with archive_of(tmp_path) as archive, archive.batch() as batch:
        batch.add([], beside=lambda connection: connection.execute("CREATE TABLE mine (x)"))
        batch.add([article("a", "A.")], beside=lambda it: it.execute("INSERT INTO mine VALUES (1)"))
        with pytest.raises(ZeroDivisionError):
            batch.add([article("b", "B.")], beside=lambda connection: 1 / 0)
        assert (archive.holds("a"), archive.holds("b")) == (True, False)
        assert batch.added == Added(new=1)


def lines(path: Path, outlet: str, count: int) -> Path:
    rows = (
        {"id": f"{outlet}{n}", "title": f"{outlet} {n}", "text": f"Ship {n} of {outlet} left.",
         "published": "2021-01-27", "source": outlet}
        for n in range(count)
    )  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_two_imports_at_once_both_end_and_all_is_indexed(tmp_path: Path) -> None:
    files = [lines(tmp_path / f"{name}.jsonl", name, 2500) for name in ("Post", "Herald")]
    folder = tmp_path / "archive"
    archive_of(folder).close()
    running = [
        subprocess.Popen(
            import_command(file, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for file in files
    ]
    assert [process.wait(120) for process in running] == [0, 0]
    with Archive(folder) as archive:
        assert archive.holdings().sources == {"Herald": 2500, "Post": 2500}
        index = Index(archive, "tantivy")
        assert index.passage_count() == 5000
        index.close()
        assert [run.added.new for run in archive.origins.runs()] == [2500, 2500]


KILLED = """
import os, signal, sys
from pathlib import Path
from corpus.archive.archive import Archive
from tests.archives import article
with Archive(Path(sys.argv[1]), create=True) as archive, archive.batch("import") as batch:
    batch.add([article("a", "A.")])
    batch.add([article("b", "B.")], beside=lambda it: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_a_killed_run_is_unfinished_holds_what_was_stored_and_can_be_undone(
    tmp_path: Path,
) -> None:
    root = Path(__file__).parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        check=False,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert ran.returncode == -signal.SIGKILL
    with Archive(tmp_path) as archive:
        (run,) = archive.origins.runs()
        assert (run.ended, run.added) == (None, Added(new=1))
        assert (archive.holds("a"), archive.holds("b")) == (True, False)
        archive.undo(run.id)
        assert archive.holdings().articles == 0
