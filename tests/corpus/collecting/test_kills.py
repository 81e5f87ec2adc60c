"""A collection that is killed at any moment loses nothing, and doubles nothing."""

from pathlib import Path

from corpus.archive.archive import Archive
from tests.newspaper.comparing import collected, differences
from tests.newspaper.killing import IN_FLIGHT, CollectCommand, asked_again, kill_often
from tests.newspaper.server import Newspaper

KILLS = 3


def test_a_collection_killed_at_any_moment_goes_on_where_it_was(tmp_path: Path) -> None:
    with Newspaper(40, oddities=()) as paper:
        command = CollectCommand(tmp_path, rate=40)
        command.add(paper)
        killed = kill_often(command, paper, KILLS, requests=15)
        assert killed >= KILLS // 2
        with Archive(tmp_path) as archive:
            assert collected(archive)
        ran = command.run()
        assert ran.returncode == 0, ran.stderr
        with Archive(tmp_path) as archive:
            assert differences(archive, paper) == []
        assert asked_again(paper.log) <= killed * IN_FLIGHT
        unavoidable = ("asked again", "not conditional")  # for what was in flight
        assert [line for line in paper.broken_rules() if not line.startswith(unavoidable)] == []
