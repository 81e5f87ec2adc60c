"""The command line, without and with an archive."""

from pathlib import Path

import pytest

from tests.bot.command_line import TEXT, Cli


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    return Cli(capsys, monkeypatch, tmp_path)


@pytest.fixture
def filled(cli: Cli) -> Cli:
    """With an archive of one article, imported as a keeper would."""
    file = cli.file("bridge.txt", TEXT)
    ran = cli("import", file, "--archive", cli.archive, "--source", "Nemunas Herald",
              "--timezone", "Europe/Vilnius")  # fmt: skip
    assert ran.code == 0, ran.err
    return cli
