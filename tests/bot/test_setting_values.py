"""How one setting is read: what is taken, and the one line for what is not."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import setting_values as read
from bot.errors import SettingsError
from bot.setting_list import SETTINGS, variable
from bot.settings import load


@pytest.fixture
def in_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("BACKISSUE_CONFIG", str(file))
    return file


def test_a_list_of_chats_is_one_in_a_file_and_stands_between_commas_in_the_environment(
    in_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_file.write_text("allow = [-1001234, 77]\nblock = [5]\n")
    monkeypatch.setenv("BACKISSUE_BLOCK", " -1009, 8;9 ,8")
    settings = load()
    assert (settings.allow, settings.block) == ((-1001234, 77), (-1009, 8, 9))


@pytest.mark.parametrize(
    "value", ["@name", "1.5", "0", "9" * 17, "1, x", True, [1, "a"], {}, [[1]]]
)
def test_what_is_no_id_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="is no id"):
        read.ids(value)


@pytest.mark.parametrize(
    ("given_as", "value"),
    [("true", True), ("'yes'", True), ("'0'", False), ("false", False), ("'OFF'", False)],
)
def test_a_switch_is_on_or_off(in_file: Path, given_as: str, value: bool) -> None:
    in_file.write_text(f"private = {given_as}\n")
    assert load().private is value


@pytest.mark.parametrize("value", ["private", "2", 1, 0, None, [True]])
def test_what_is_neither_on_nor_off_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="true or false"):
        read.switch(value)


@pytest.mark.parametrize("value", ["127.0.0.1:9464", "localhost:1", "[::1]:65535", "a-b.c:0"])
def test_a_server_s_place_is_written_as_it_is_read(value: str) -> None:
    assert str(read.host_and_port(value)) == value


@pytest.mark.parametrize(
    "value",
    ["9464", ":9464", "127.0.0.1", "a:", "a:99999", "a:-1", "::1:80", "[::1", "a b:1", 9464],
)
def test_what_is_no_place_of_a_server_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"host and a port|quotation"):
        read.host_and_port(value)


@pytest.mark.parametrize(
    "value", ["", "bot.example", "https://", "ftp://a", "https://a:b", "https://a b"]
)
def test_what_is_no_web_address_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="https://"):
        read.web_address(value)


@pytest.mark.parametrize("value", ["", "a b", "ä", "a" * 257, "a.b"])
def test_a_secret_that_telegram_would_not_take_is_refused_unshown(value: str) -> None:
    with pytest.raises(ValueError, match="1 to 256 letters") as caught:
        read.secret(value)
    assert not value or value not in str(caught.value)


@pytest.mark.parametrize("value", ["0", 65, "two", 1.5, True, [2]])
def test_a_number_out_of_its_limits_is_refused_with_them(value: object) -> None:
    with pytest.raises(ValueError, match="from 1 to 64"):
        read.number(1, 64)(value)


@given(st.sampled_from(sorted(SETTINGS)), st.text(max_size=40))
def test_whatever_a_variable_holds_is_a_value_or_one_line_that_names_it(
    name: str, value: str
) -> None:
    if "\0" in value or not value or any(0xD800 <= ord(char) < 0xE000 for char in value):
        return  # no variable of the environment can hold it
    os.environ[variable(name)] = value  # conftest takes it away again
    try:
        load()
    except SettingsError as error:
        assert str(error).startswith(f"{variable(name)}: ")
        assert len(str(error).splitlines()) == 1
    finally:
        del os.environ[variable(name)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("privat = true", "did you mean private?"),
        ("[allow]\nids = 1", "is no id"),
        ("xyz = 1", "xyz"),
    ],
)
def test_a_misspelt_setting_is_not_passed_over(in_file: Path, written: str, said: str) -> None:
    in_file.write_text(written)
    with pytest.raises(SettingsError, match=said.replace("?", r"\?")):
        load()


def test_the_token_may_lie_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_bytes(b"\xef\xbb\xbf12345678:ABC-xyz\r\n")
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    assert load().token() == "12345678:ABC-xyz"
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN", "1:set")
    assert load().token() == "1:set"


@pytest.mark.parametrize("content", [b"", b"\n", b"1:a\n2:b\n", b"\xff\xfe", b"a" * 2000, None])
def test_a_file_that_holds_no_token_is_one_line_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "token").write_bytes(content)
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(SettingsError, match="BACKISSUE_TELEGRAM_TOKEN_FILE: ") as caught:
        load().token()
    assert "1:a" not in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_other_commands_do_not_need_the_token_s_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN_FILE", "/nowhere/token")
    assert load().telegram_token is None


def test_the_state_folder_is_the_user_s_unless_it_is_set(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load().state_folder == home / "state" / "backissue"
    monkeypatch.setenv("BACKISSUE_STATE", "~/kept")
    assert load().state_folder == home / "kept"


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_folder_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("BACKISSUE_STATE", value)
    with pytest.raises(SettingsError, match="BACKISSUE_STATE: it is empty"):
        load()


def test_secrets_are_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKISSUE_WEBHOOK_SECRET", "whispered")
    monkeypatch.setenv("BACKISSUE_TELEGRAM_TOKEN", "1:whispered")
    assert "whispered" not in repr(load())
