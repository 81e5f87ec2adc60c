"""Settings from the environment (BACKISSUE_…), then from a TOML file, then the defaults."""

import difflib
import os
from pathlib import Path
from typing import Any

import platformdirs

from bot.errors import SettingsError
from bot.setting_list import PREFIX, SETTINGS, Settings, variable
from bot.setting_values import HostPort, zone

__all__ = ["HostPort", "Settings", "data_folder", "load", "zone"]

FOLDERS = ("archive", "state")  # a shell makes "" of a variable that is not set


def config_file() -> Path:
    """The TOML file: BACKISSUE_CONFIG, else `config.toml` in the user's configuration folder.

    Raises SettingsError where BACKISSUE_CONFIG names no file.
    """
    named = os.environ.get(PREFIX + "CONFIG")
    if not named:
        return platformdirs.user_config_path("backissue") / "config.toml"
    path = Path(named).expanduser()
    if not path.is_file():
        raise SettingsError(f"{PREFIX}CONFIG: there is no file {named}")
    return path


def data_folder() -> Path:
    """Where the archive lies when none is named."""
    return platformdirs.user_data_path("backissue")


def load() -> Settings:
    """Read the settings. Raises SettingsError naming the setting, never its value."""
    for name in FOLDERS:
        if os.environ.get(variable(name)) == "":
            raise SettingsError(f"{variable(name)}: it is empty; name a folder, or leave it unset")
    from_file = _from_file(config_file())
    given = {name: os.environ.get(variable(name)) or from_file.get(name, "") for name in SETTINGS}
    return Settings(**{name: _read(name, value) for name, value in given.items() if value != ""})


def _read(name: str, value: object) -> Any:
    try:
        return SETTINGS[name].read(value)
    except ValueError as error:
        raise SettingsError(f"{variable(name)}: {error}") from error


def _from_file(path: Path) -> dict[str, object]:
    """What a TOML file says; nothing where there is none."""
    try:
        with path.open("rb") as file:
            import tomllib  # noqa: PLC0415 (start-up time: most have no such file)

            given = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    except OSError as error:
        raise SettingsError(f"{error.filename} cannot be read: {error.strerror}") from error
    for name in given.keys() - SETTINGS.keys():  # a misspelt one is not kept: it may be `private`
        raise SettingsError(f"{path}: there is no setting called {name}{_meant(name)}")
    return given


def _meant(name: str) -> str:
    near = difflib.get_close_matches(name.lower(), SETTINGS, 1)
    return f"; did you mean {near[0]}?" if near else ""
