"""`sources` and `collect`, against the tests' newspaper."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.collecting.child import PROGRAM, Child
from tests.bot.command_line import Cli, one_line
from tests.newspaper.server import Newspaper
from tests.newspaper.site import Site
from tests.newspaper.story import NAME, Oddity

PRIVATE = "--allow-private"
ODDITIES = (Oddity.LIST, Oddity.UPDATED)
WAIT = 60  # seconds at most for what comes sooner on a machine that is not busy


@dataclass(frozen=True, slots=True)
class Added:
    """A paper, and an archive that it was added to: to be copied, as adding takes long."""

    port: int
    site: Site
    archive: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Added:
    archive = tmp_path_factory.mktemp("made")
    with Newspaper(12, oddities=ODDITIES) as paper:
        where = ("--archive", str(archive), PRIVATE, "--timezone", "Europe/Vilnius")
        subprocess.run([*PROGRAM, "sources", "add", f"{paper.url}/", *where], check=True)
        return Added(paper.port, paper.site, archive)


@pytest.fixture
def paper(made: Added) -> Iterator[Newspaper]:
    with Newspaper(1, oddities=(), port=made.port) as serving:
        serving.site = made.site
        yield serving


@pytest.fixture
def added(cli: Cli, made: Added) -> Cli:
    """With the paper for its source."""
    shutil.copytree(made.archive, cli.archive)
    return cli


def collect(cli: Cli, *options: str) -> list[str]:
    return ["collect", "--archive", str(cli.archive), PRIVATE, "--rate", "200", *options]


def test_a_paper_is_added_collected_and_told_of(added: Cli, paper: Newspaper) -> None:
    here = ("--archive", added.archive)
    (source,) = added("sources", "list", *here, "--json").json
    assert (source["name"], source["address"]) == (NAME, f"{paper.url}/")
    assert source["timezone"] == "Europe/Vilnius"
    assert (source["articles"], source["waiting"], source["collected"]) == (0, 13, None)

    ran = added(*collect(added, "--json"))
    assert ran.code == 1  # a list page is no article
    assert json.loads(ran.out.splitlines()[-1]) == {
        "new": 11, "updated": 0, "unchanged": 0, "rejected": 1, "failed": 0,
        "requests": len(paper.log), "not_modified": 0,
    }  # fmt: skip
    (listed,) = [story for story in paper.site.stories if story.oddity is Oddity.LIST]
    assert f"rejected {paper.url}{listed.path}: " in ran.err

    story = next(one for one in paper.articles() if one.oddity is Oddity.NONE)
    answer = added("ask", f'"{story.title}"', *here, "--json").json
    assert answer["quotes"][0]["article"]["url"] == paper.url + story.path
    stats = added("stats", *here, "--json").json
    assert stats["articles"] == 11
    silence = added("ask", "zeppelin quarrel", *here, "--json").json
    assert silence["searched"]["collected"] == stats["collected"]
    assert "Last collected: " in added("stats", *here).out

    again = added(*collect(added, "--json"))
    assert (again.code, again.json["new"], again.json["not_modified"]) == (0, 0, 5)
    paper.go_on(new=2)
    assert "2 new articles, 1 updated" in added(*collect(added)).out


def test_a_source_that_fails_is_named_and_the_network_is_said_to_be_at_fault(
    added: Cli, paper: Newspaper
) -> None:
    added(*collect(added))
    paper.go_down()
    ran = added(*collect(added))
    assert ran.code == 3
    assert f"{NAME} could not be collected from: " in ran.err
    for command in (["stats"], ["sources", "list"]):
        assert "fails: " in added(*command, "--archive", added.archive).out


def test_a_source_is_removed_by_name(added: Cli) -> None:
    assert added("sources", "remove", NAME, "--archive", added.archive).code == 0
    assert added("sources", "list", "--archive", added.archive, "--json").json == []


def test_a_source_is_tried_field_by_field_and_nothing_is_stored(cli: Cli, paper: Newspaper) -> None:
    ran = cli("sources", "test", f"{paper.url}/", PRIVATE, "--json")
    assert ran.code == 0, ran.err
    first = ran.json["articles"][0]
    assert first["article"]["title"] == paper.site.stories[0].title
    assert first["found"]["title"]["value"] == paper.site.stories[0].title
    assert first["found"]["title"]["place"]
    shown = cli("sources", "test", f"{paper.url}/", PRIVATE).out
    assert f"title: {paper.site.stories[0].title}  (" in shown
    assert not cli.archive.exists()


def test_of_one_article_the_whole_site_is_taken(cli: Cli, paper: Newspaper) -> None:
    story = paper.url + paper.articles()[0].path
    ran = cli("sources", "add", story, "--archive", cli.archive, PRIVATE)
    assert f"backissue collect --archive {cli.archive} --allow-private\n" in ran.out
    assert (ran.code, f"{story} is one article; its whole site is taken" in ran.out) == (0, True)
    (source,) = cli("sources", "list", "--archive", cli.archive, "--json").json
    assert (source["address"], source["waiting"]) == (f"{paper.url}/", 13)
    assert len({one.path for one in paper.log}) == len(paper.log)
    cli(*collect(cli))
    assert [one.path for one in paper.log].count("/robots.txt") == 1


def test_what_cannot_be_added_leaves_no_archive(cli: Cli, paper: Newspaper) -> None:
    for address, options in ((f"{paper.url}/nothing", [PRIVATE]), (f"{paper.url}/", [])):
        ran = cli("sources", "add", address, "--archive", cli.archive, *options)
        assert (ran.code, one_line(ran.err)) == (3, True)
    assert "--allow-private" in ran.err
    assert not cli.archive.exists()


def test_what_cannot_be_done_is_one_clear_line(added: Cli, paper: Newspaper) -> None:
    cases = [
        (["sources", "add", f"{paper.url}/politics/1/nothing", PRIVATE], 3, "404"),
        (["sources", "add", f"{paper.url}/"], 3, "could not be read"),
        (["sources", "add", f"{paper.url}/", PRIVATE], 2, "a source already"),
        (["sources", "add", f"{paper.url}/rss.xml", PRIVATE], 2, "--name"),
        (["sources", "add", "ftp://paper.example/", PRIVATE], 2, "ftp:// is not asked"),
        (["sources", "remove", "Nobody's"], 2, "no source called"),
        (["collect", "Nobody's"], 2, "no source called"),
        (["collect", "--every", "soon"], 2, "--every"),
        (["collect", "--since", "soon"], 2, "--since"),
        (["collect", "--rate", "0"], 2, "--rate"),
    ]
    for arguments, code, words in cases:
        ran = added(*arguments, "--archive", added.archive)
        assert (ran.code, one_line(ran.err)) == (code, True), (arguments, ran.err)
        assert words in ran.err


def test_without_sources_there_is_nothing_to_collect(cli: Cli) -> None:
    cli("import", cli.lines("a.jsonl"), "--archive", cli.archive)
    ran = cli("collect", "--archive", cli.archive)
    assert (ran.code, "sources add" in ran.err) == (1, True)


def running(cli: Cli, *options: str) -> subprocess.Popen[bytes]:
    command = [*PROGRAM, *collect(cli, *options)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_requests(paper: Newspaper, count: int) -> None:
    ends = time.monotonic() + WAIT
    while len(paper.log) < count:
        assert time.monotonic() < ends, f"{len(paper.log)} requests of {count}"
        time.sleep(0.05)


@pytest.mark.parametrize(("options", "code"), [((), 130), (("--every", "1h"), 0)])
def test_a_signal_ends_it_after_what_is_in_flight(
    added: Cli, paper: Newspaper, options: tuple[str, ...], code: int
) -> None:
    before = len(paper.log)
    process = running(added, "--rate", "2", *options)
    wait_for_requests(paper, before + 2)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=WAIT)
    assert process.returncode == code, errors
    assert b"Traceback" not in errors
    in_flight = len(paper.log) - 1  # of which the answer came perhaps too late
    assert added(*collect(added)).code == 1
    paths = [one.path for one in paper.log]
    taken = paths[:in_flight] + paths[in_flight + 1 :]
    assert len(set(taken)) == len(taken)


def test_it_goes_on_every_so_often_and_takes_in_what_is_printed_meanwhile(
    added: Cli, paper: Newspaper
) -> None:
    process = running(added, "--every", "1s", "--json")
    wait_for_requests(paper, 13)
    paper.go_on(new=1)
    story = paper.site.stories[0]
    ends = time.monotonic() + WAIT
    asked = ("ask", f'"{story.title}"', "--archive", added.archive, "--json")
    while story.title not in [one["article"]["title"] for one in added(*asked).json["quotes"]]:
        assert time.monotonic() < ends
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=WAIT)
    assert sum(json.loads(line)["new"] for line in out.splitlines()) == 12


def test_two_never_collect_into_one_archive(added: Cli, paper: Newspaper) -> None:
    process = running(added, "--rate", "0.1")
    wait_for_requests(paper, 1)
    ran = added(*collect(added))
    process.kill()
    process.communicate()
    assert (ran.code, one_line(ran.err)) == (3, True)
    assert "another process is collecting" in ran.err


def test_a_child_that_dies_is_started_again_and_ends_with_its_parent(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = f"import os, time; open({str(log)!r}, 'a').write(f'{{os.getpid()}}\\n'); time.sleep(60)"
    child = Child([sys.executable, "-c", code], pause=0.05)
    child.start()

    def started(count: int) -> list[int]:
        ends = time.monotonic() + 20
        while len(log.read_text().splitlines() if log.exists() else []) < count:
            assert time.monotonic() < ends
            time.sleep(0.02)
        return [int(line) for line in log.read_text().splitlines()]

    os.kill(started(1)[0], signal.SIGKILL)
    second = started(2)[1]
    child.stop()
    assert threading.active_count() == 1
    with pytest.raises(ProcessLookupError):
        os.kill(second, 0)
