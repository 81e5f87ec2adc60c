import os
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from corpus.archive.archive import FILE_NAME, Added, Archive, Heading
from corpus.archive.schema import MIGRATIONS
from corpus.article import Article, paragraph_number
from corpus.errors import ArchiveBusyError, ArchiveMissingError, ArchiveUnusableError
from tests.archives import archive_of, article, nothing_may_be_written
from tests.older_archives import older_archive

BRIDGE = article("bridge", "The bridge opened.", "Cars came.", title="Bridge opens")
FERRY = article("ferry", "The ferry stopped.", title="Ferry stops")


def test_what_was_added_comes_back_to_the_character(tmp_path: Path) -> None:
    whole = Article(
        id="x",
        title="Žemaitė “quoted” 😀",
        published=datetime(2021, 1, 27, 17, 30, tzinfo=timezone(timedelta(hours=2))),
        source="Nemunas Herald",
        paragraphs=("One  two\tthree.", "S\u030c is not \u0160."),
        url="https://news.example.org/x?a=1#b",
        updated=date(2021, 1, 28),
        agency="RBE/RN",
        authors=("Ona Onaitė", "Jonas O’Dálaigh"),
        section="Politics",
        language="en",
    )
    with archive_of(tmp_path, whole) as archive:
        assert archive.article("x") == whole


def test_a_date_without_a_time_stays_a_date(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("x", "Text.", published=date(2022, 6, 3))) as archive:
        stored = archive.article("x")
        assert stored is not None
        assert type(stored.published) is date


def test_adding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        seq = archive.last_seq()
        with archive.writing():
            assert archive.add([BRIDGE, FERRY]) == Added(unchanged=2)
        assert archive.last_seq() == seq


def test_a_changed_article_is_read_in_its_new_version_and_its_old_text_is_kept(
    tmp_path: Path,
) -> None:
    newer = article("bridge", "The bridge opened late.", title="Bridge opens")
    with archive_of(tmp_path, BRIDGE) as archive:
        first = archive.last_seq()
        with archive.writing():
            assert archive.add([newer]) == Added(changed=1)
        assert archive.article("bridge") == newer
        assert archive.version(first) == BRIDGE
        assert archive.paragraph_count() == 1


def test_an_input_with_two_versions_of_an_article_can_be_imported_again(tmp_path: Path) -> None:
    newer = article("bridge", "The bridge opened late.", title="Bridge opens")
    with archive_of(tmp_path, BRIDGE, newer) as archive, archive.writing():
        assert archive.add([BRIDGE, newer]) == Added(unchanged=2)
        assert archive.article("bridge") == newer


def test_a_removed_article_leaves_no_text_behind(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE, FERRY) as archive:
        with archive.writing():
            assert archive.remove("bridge")
        assert archive.article("bridge") is None
        assert archive.version(1) is None
        assert archive.paragraphs([paragraph_number(1, 0)]) == {}
        assert archive.holdings().articles == 1
        assert (archive.holds("bridge"), archive.holds("ferry")) == (False, True)
        assert archive.mark(1) is None
        assert "bridge" not in (archive.mark(archive.last_seq()) or "bridge")
        assert archive.mark(2) is not None


def test_an_archive_without_articles_has_had_no_change(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("x", "Text.", agency=None)) as archive:
        assert archive.agencies() == []
    with Archive(tmp_path / "empty", create=True) as archive:
        assert (archive.last_seq(), archive.holds("x"), archive.languages()) == (0, False, {})


def test_removing_what_is_not_there_says_so_and_changes_nothing(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive, archive.writing():
        assert not archive.remove("ferry")
        assert archive.last_seq() == 1


def test_a_removed_article_comes_back_only_where_the_keeper_says_so(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        archive.remove("bridge")
        assert archive.add([BRIDGE]) == Added(kept_out=1)
        assert (archive.article("bridge"), archive.is_removed("bridge")) == (None, True)
        with archive.batch(again=True) as batch:
            assert batch.add([BRIDGE]) == Added(new=1)
        assert (archive.article("bridge"), archive.is_removed("bridge")) == (BRIDGE, False)
        assert archive.add([BRIDGE]) == Added(unchanged=1)


def test_the_feed_gives_each_change_once_in_order_with_removals(tmp_path: Path) -> None:
    newer = article("bridge", "The bridge opened late.")
    with archive_of(tmp_path, BRIDGE, FERRY) as archive, archive.writing():
        archive.add([newer])
        archive.remove("ferry")
        changes = list(archive.changes_since(0))
        assert [(c.id, c.article, c.first) for c in changes] == [
            ("bridge", newer, False),
            ("ferry", None, False),
        ]
        assert list(archive.changes_since(changes[-1].seq)) == []


def test_the_feed_goes_past_one_batch(tmp_path: Path) -> None:
    articles = [article(f"a{n}", f"Text {n}.") for n in range(1203)]
    with archive_of(tmp_path, *articles) as archive:
        changes = list(archive.changes_since(0))
        assert [c.id for c in changes] == [a.id for a in articles]
        assert all(c.first for c in changes)


def test_a_batch_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    broken = article("broken", "lone surrogate \ud800")
    with archive_of(tmp_path, BRIDGE) as archive, archive.writing():
        with pytest.raises(UnicodeEncodeError):
            archive.add([FERRY, broken])
        assert archive.article("ferry") is None
        assert archive.add([FERRY]) == Added(new=1)


def test_holdings_are_counted(tmp_path: Path) -> None:
    other = article("x", "Text.", source="Baltic Post", published=date(2024, 2, 29))
    with archive_of(tmp_path, BRIDGE, FERRY, other) as archive:
        holdings = archive.holdings()
    assert (holdings.articles, holdings.paragraphs) == (3, 4)
    assert holdings.sources == {"Nemunas Herald": 2, "Baltic Post": 1}
    assert (holdings.first, holdings.last) == (date(2021, 1, 27), date(2024, 2, 29))


def test_languages_are_counted_as_given_most_first_without_what_was_removed(
    tmp_path: Path,
) -> None:
    texts = [article(f"{n}", "Text.", language=each) for n, each in enumerate(("fi", "lt", "lt"))]
    with archive_of(tmp_path, BRIDGE, *texts) as archive:
        assert list(archive.languages().items()) == [("lt", 2), ("en", 1), ("fi", 1)]
        with archive.writing():
            archive.remove("bridge")
            archive.add([article("1", "Kita.", language="et")])
        assert archive.languages() == {"et": 1, "fi": 1, "lt": 1}


def test_a_heading_says_outlet_agency_and_language_of_its_version(tmp_path: Path) -> None:
    known = article("x", "Text.", title="Keltas", agency="BNS", language="lt")
    with archive_of(tmp_path, BRIDGE, known) as archive:
        assert archive.headings([1, 2, 3]) == {
            1: Heading("Bridge opens", "Nemunas Herald", None, "en"),
            2: Heading("Keltas", "Nemunas Herald", "BNS", "lt"),
        }


def test_threads_read_while_another_writes(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive:
        seen: list[Article | None] = []
        readers = [
            threading.Thread(
                target=lambda: seen.extend(archive.article("bridge") for _ in range(50))
            )
            for _ in range(4)
        ]
        for reader in readers:
            reader.start()
        with archive.writing():
            for n in range(50):
                archive.add([article(f"a{n}", "Text.")])
        for reader in readers:
            reader.join()
    assert seen == [BRIDGE] * 200


HOLDER = """
import sys, time
from pathlib import Path
from corpus.archive.archive import Archive
with Archive(Path(sys.argv[1])) as archive, archive.writing():
    print("holding", flush=True)
    time.sleep(60)
"""


def test_a_writer_may_say_again_that_it_writes_and_readers_need_not_wait(tmp_path: Path) -> None:
    with archive_of(tmp_path, BRIDGE) as archive, archive.writing():
        with archive.writing(wait=0):
            archive.add([FERRY])
        archive.add([article("tram", "The tram came.")])
    mode = sqlite3.connect(tmp_path / FILE_NAME).execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)


def test_a_second_writer_waits_and_then_names_the_first(tmp_path: Path) -> None:
    with (
        archive_of(tmp_path) as archive,
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as holder,
    ):
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        with (
            pytest.raises(ArchiveBusyError, match=f"process {holder.pid} "),
            archive.writing(wait=0.1),
        ):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        with archive.writing(wait=5):  # the dead hold nothing
            archive.add([FERRY])


def test_a_folder_without_an_archive_is_not_made_one_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match="backissue import"):
        Archive(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("not a database, but long enough to be taken for one" * 20)
    with pytest.raises(ArchiveUnusableError, match="cannot be used"):
        Archive(tmp_path, create=True)
    assert (tmp_path / FILE_NAME).read_text().startswith("not a database")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    with pytest.raises(ArchiveUnusableError, match="another program"):
        Archive(tmp_path)


def test_an_archive_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    archive_of(tmp_path, BRIDGE).close()
    newer = sqlite3.connect(tmp_path / FILE_NAME)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(ArchiveUnusableError, match="newer"):
        Archive(tmp_path)


def test_a_folder_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveUnusableError, match="cannot be made a folder"):
        Archive(tmp_path / "file", create=True)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_archive_of_an_older_version_is_brought_to_this_one_with_all_it_holds(
    tmp_path: Path, version: int
) -> None:
    older_archive(tmp_path, version, BRIDGE)
    with archive_of(tmp_path, FERRY) as archive:
        assert (archive.article("bridge"), archive.article("ferry")) == (BRIDGE, FERRY)


def test_a_reader_that_may_not_write_sees_what_others_write_later(open_folder: Path) -> None:
    archive_of(open_folder, BRIDGE).close()
    with nothing_may_be_written(open_folder):
        archive = Archive(open_folder)
        assert archive.article("ferry") is None
    with archive:
        archive_of(open_folder, FERRY).close()
        with nothing_may_be_written(open_folder):
            assert archive.article("ferry") == FERRY


def test_the_last_article_is_the_latest_in_whatever_zone(tmp_path: Path) -> None:
    early = datetime(2021, 1, 28, 1, tzinfo=timezone(timedelta(hours=2)))
    late = datetime(2021, 1, 27, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    articles = [article(f"{n}", "Text.", published=p) for n, p in enumerate((early, late))]
    with archive_of(tmp_path, *articles, article("d", "Text.", published=date(2021, 1, 27))) as it:
        assert (it.holdings().first, it.holdings().last) == (date(2021, 1, 27), late)
