"""The keeper's own outlet files, and what is told of pages that are no articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.command_line import Cli, one_line
from tests.newspaper.server import Newspaper
from tests.newspaper.story import Oddity

PRIVATE = "--allow-private"


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    with Newspaper(12, oddities=[Oddity.NOTICE] * 8, has_listings=False) as serving:
        yield serving


@pytest.fixture
def outlets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = tmp_path / "settings" / "config.toml"
    (settings.parent / "outlets").mkdir(parents=True)
    settings.touch()
    monkeypatch.setenv("BACKISSUE_CONFIG", str(settings))
    return settings.parent / "outlets"


def test_trying_a_source_says_which_outlet_file_spoke(
    cli: Cli, paper: Newspaper, outlets: Path
) -> None:
    file = outlets / "mine.toml"
    site = paper.url.removeprefix("http://")
    file.write_text(f'name = "My Paper"\nsites = ["{site}"]\nzone = "Europe/Vilnius"', "utf-8")
    ran = cli("sources", "test", f"{paper.url}/", PRIVATE, "--json")
    assert ran.json["outlet_file"] == str(file)
    articles = [one["article"] for one in ran.json["articles"] if one["rejected"] is None]
    assert {one["source"] for one in articles} == {"My Paper"}
    assert f"outlet file: {file}" in cli("sources", "test", f"{paper.url}/", PRIVATE).out


@pytest.mark.parametrize("command", [("sources", "test"), ("sources", "add"), ("import",)])
def test_a_broken_outlet_file_stops_what_would_read_pages(
    cli: Cli, paper: Newspaper, outlets: Path, command: tuple[str, ...]
) -> None:
    (outlets / "mine.toml").write_text('zone = "Vilnius"', "utf-8")
    given = str(cli.folder) if command == ("import",) else f"{paper.url}/"
    ran = cli(*command, given, *((PRIVATE,) if len(command) > 1 else ()))
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert str(outlets / "mine.toml") in ran.err


def test_what_was_taken_before_a_notice_was_known_is_said_once(cli: Cli, paper: Newspaper) -> None:
    where = ("--archive", str(cli.archive), PRIVATE)
    cli("sources", "add", f"{paper.url}/", "--timezone", "Europe/Vilnius", *where)
    ran = cli("collect", "--rate", "200", *where)
    (line,) = [line for line in ran.err.splitlines() if "taken before that was known" in line]
    assert line.endswith("backissue remove ADDRESS")
