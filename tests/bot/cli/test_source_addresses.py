"""What a newcomer may write for an address, and what is said of it."""

from pathlib import Path

import pytest

from bot.cli.collecting.surveying import with_scheme
from bot.errors import SettingsError
from tests.bot.command_line import Cli, one_line


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "is no address"),
        ("www.exa mple.org", "is no address"),
        ("https://", "no whole address"),
        ("http:/www.example.org", "no whole address"),
        ("htps://www.example.org", "htps:// is not asked"),
        ("ftp://example.org/", "ftp:// is not asked"),
        ("desk@example.org", "e-mail"),
        ("mailto:desk@example.org", "e-mail"),
        ("https://me:secret@example.org/", "password"),
        ("/home/me/paper.html", "backissue import"),
        ("file:///home/me/paper.html", "backissue import"),
    ],
)
def test_what_is_no_address_is_said_in_one_line(cli: Cli, given: str, told: str) -> None:
    ran = cli("sources", "test", given)
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert told in ran.err
    assert "secret" not in ran.err


def test_a_file_at_hand_is_to_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "paper.html").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="backissue import"):
        with_scheme("paper.html")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        (" www.example.org/a:b ", "https://www.example.org/a:b"),
        ("localhost:8000/", "https://localhost:8000/"),
        ("http://example.org", "http://example.org"),
        ("example.org/?by=a@b", "https://example.org/?by=a@b"),
    ],
)
def test_an_address_needs_no_scheme(given: str, address: str) -> None:
    assert with_scheme(given) == address
