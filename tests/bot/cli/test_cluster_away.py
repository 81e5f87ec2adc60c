"""While a cluster is away, what is done to the archive is done and told; its index follows."""

import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from bot.cli.collecting.child import PROGRAM
from tests.bot.command_line import Cli, one_line
from tests.newspaper.server import Newspaper

NOWHERE = "http://127.0.0.1:9"  # no node is behind it
FERRY = {"title": "Ferry", "published": "2021-01-27", "source": "Herald", "text": "It sailed."}


@pytest.fixture
def away(filled: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """With an archive that was filled before the cluster was set."""
    monkeypatch.setenv("BACKISSUE_ENGINE", "opensearch")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", NOWHERE)
    monkeypatch.setenv("BACKISSUE_ARCHIVE", str(filled.archive))
    return filled


def test_an_import_is_told_and_can_be_undone(away: Cli) -> None:
    brought = away("import", away.lines("ferry.jsonl", FERRY))
    assert (brought.code, one_line(brought.err)) == (3, True)
    assert "its index follows once this is mended: the cluster does not answer" in brought.err
    assert "1 new article" in brought.out
    (run,) = re.findall(r"--undo (\d+)", brought.out)
    undone = away("import", "--undo", run)
    assert (undone.code, one_line(undone.err)) == (3, True)
    assert f"Undid run {run}: 1 article that it brought gone" in undone.out
    assert away("list", "--json").out.count('"id"') == 1


def test_the_archive_is_checked_and_the_index_said_not_to_be(away: Cli) -> None:
    ran = away("check")
    assert (ran.code, one_line(ran.err)) == (3, True)
    assert "Checked 1 article" in ran.out
    assert "The index (opensearch) could not be checked." in ran.out
    ran = away("check", "--json", "--mend")
    assert (ran.code, ran.json["articles"], ran.json["damaged"]) == (3, 1, [])
    assert (ran.json["sound"], ran.json["index"]["state"]) == (False, "unreachable")


def test_what_the_archive_holds_is_counted_and_nothing_said_of_the_index(away: Cli) -> None:
    ran = away("stats")
    assert (ran.code, one_line(ran.err)) == (3, True)
    assert "articles" in ran.out
    assert "SQLite" in ran.out
    assert "index" not in ran.out
    ran = away("stats", "--json")
    assert (ran.code, ran.json["articles"]) == (3, 1)
    assert ran.json["index"] == {"engine": "opensearch", "fresh": False, "paragraphs": 0}


def test_a_backup_is_put_in_place(away: Cli, tmp_path: Path) -> None:
    assert away("backup", tmp_path / "backup").code == 0
    ran = away("restore", tmp_path / "backup", "--archive", tmp_path / "again")
    assert (ran.code, one_line(ran.err)) == (3, True)
    assert "Restored 1 article" in ran.out
    assert away("show", "--archive", tmp_path / "again", "none").code == 1


def test_what_is_new_is_collected_once_or_on_and_on(
    away: Cli, caplog: pytest.LogCaptureFixture
) -> None:
    with Newspaper(2, oddities=()) as paper:
        assert away("sources", "add", f"{paper.url}/", "--allow-private").code == 0
        once = ("collect", "--allow-private", "--rate", "200")
        ran = away(*once)
        assert ran.code == 3
        assert "The index was not brought up: the cluster does not answer" in caplog.text
        assert "2 new articles" in ran.out
        paper.go_on(new=1)
        running = subprocess.Popen([*PROGRAM, *once, "--every", "1s"], stdout=subprocess.PIPE)
        ends = time.monotonic() + 60
        while away("stats", "--json").json["articles"] < 4:
            assert time.monotonic() < ends
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=60)
        assert running.returncode == 0
