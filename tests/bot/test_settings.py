"""Settings: from the environment and a TOML file."""

from pathlib import Path

import pytest

from bot.settings import load
from tests.archives import archive_of, article, without_rights
from tests.bot.command_line import Cli, one_line


@pytest.mark.parametrize(
    ("name", "value"),
    [("BACKISSUE_ENGINE", "xapian"), ("BACKISSUE_TIMEZONE", "Mars/Olympus")],
)
def test_a_wrong_setting_is_named_in_one_line(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = cli("ask", "bridge")
    assert ran.code == 2
    assert one_line(ran.err)
    assert name in ran.err


def test_settings_come_from_a_toml_file(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    archive_of(tmp_path / "set", article("x", "The lighthouse of Mustrahu burned.")).close()
    file = cli.file("config.toml", f'archive = "{tmp_path / "set"}"\nengine = "rank-bm25"\n')
    monkeypatch.setenv("BACKISSUE_CONFIG", str(file))
    answer = cli("ask", "lighthouse", "--json").json
    assert (answer["engine"], answer["quotes"][0]["article"]["id"]) == ("rank-bm25", "x")


def test_a_broken_toml_file_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.file("config.toml", "engine = ")))
    ran = cli("ask", "bridge")
    assert ran.code == 2
    assert one_line(ran.err)


def test_settings_that_may_not_be_read_are_one_line(
    cli: Cli, open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_folder.parent / "closed.toml"
    file.touch(mode=0)
    cli("stats", "--help")  # so that it is loaded by a user who may read the program
    monkeypatch.setenv("BACKISSUE_CONFIG", str(file))
    with without_rights():
        ran = cli("stats")
    assert "closed.toml cannot be read" in ran.err
    assert (ran.code, one_line(ran.err)) == (2, True)


def test_an_empty_setting_is_none(filled: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ENGINE", "TIMEZONE", "CONFIG"):
        monkeypatch.setenv(f"BACKISSUE_{name}", "")
    assert "sample" in filled("ask", "bridge").err


def test_an_archive_set_to_nothing_is_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell makes that of a variable which is not set."""
    monkeypatch.setenv("BACKISSUE_ARCHIVE", "")
    ran = cli("ask", "bridge")
    assert (ran.code, one_line(ran.err), "BACKISSUE_ARCHIVE" in ran.err) == (2, True, True)


def test_a_tilde_in_a_setting_is_the_home(
    filled: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "kept").symlink_to(filled.archive)
    monkeypatch.setenv("BACKISSUE_ARCHIVE", "~/kept")
    assert filled("stats", "--json").json["articles"] == 1


def test_settings_in_a_missing_file_are_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.folder / "missing.toml"))
    ran = cli("stats")
    assert (ran.code, one_line(ran.err), "missing.toml" in ran.err) == (2, True, True)


def test_a_setting_that_is_no_text_is_named_in_one_line(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.file("config.toml", "timezone = 3\n")))
    ran = cli("stats")
    assert (ran.code, one_line(ran.err), "BACKISSUE_TIMEZONE" in ran.err) == (2, True, True)


def test_the_environment_counts_before_the_file(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_CONFIG", str(cli.file("config.toml", 'engine = "xapian"\n')))
    monkeypatch.setenv("BACKISSUE_ENGINE", "rank-bm25")
    assert cli("ask", "bridge", "--json").json["engine"] == "rank-bm25"


def test_a_token_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN", "123:secret")
    assert "secret" not in repr(load())


def test_a_password_of_nobody_is_refused_and_not_repeated(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_HOSTS", "http://127.0.0.1:9")
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_PASSWORD", "opensesame")
    ran = cli("stats")
    assert (ran.code, one_line(ran.err), "opensesame" in ran.err) == (2, True, False)
    assert "BACKISSUE_OPENSEARCH_USER" in ran.err
    monkeypatch.setenv("BACKISSUE_OPENSEARCH_USER", "ada")
    assert load().cluster is not None
