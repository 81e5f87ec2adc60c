"""Settings from the environment (BACKISSUE_…), then from a TOML file, then the defaults."""

import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs

from bot.errors import SettingsError
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import DEFAULT, kind_of
from retrieval.errors import EngineUnavailableError

PREFIX = "BACKISSUE_"
TELEGRAM_API_URL = "https://api.telegram.org"


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


def state_folder() -> Path:
    """Where the bot keeps what outlives a restart."""
    return platformdirs.user_state_path("backissue")


@dataclass(frozen=True, slots=True)
class Settings:
    """All there is to set. `archive` None means `data_folder()`, or the sample if that is empty."""

    archive: Path | None = None
    engine: str = DEFAULT
    timezone: str | None = None
    telegram_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = TELEGRAM_API_URL
    contact: str | None = None  # told to the sites that are collected from
    opensearch_hosts: str | None = None  # web addresses of a cluster's nodes, with spaces between
    opensearch_user: str | None = None
    opensearch_password: str | None = field(default=None, repr=False)
    opensearch_ca: Path | None = None  # certificates to trust, where the usual ones are not enough

    @property
    def cluster(self) -> ClusterAddress | None:
        """Where the engine `opensearch` finds its cluster."""
        if self.opensearch_hosts is None:
            return None
        return replace(
            ClusterAddress.of_hosts(self.opensearch_hosts),
            user=self.opensearch_user,
            password=self.opensearch_password,
            ca=self.opensearch_ca,
        )


def zone(name: str) -> ZoneInfo:
    """A time zone by name. Raises ValueError in one line."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name}; try Europe/Vilnius or UTC") from error


def load() -> Settings:
    """Read the settings. Raises SettingsError naming the setting, never its value."""
    archive = _variable("archive")
    if os.environ.get(archive) == "":  # as where a variable of the shell's is not set
        raise SettingsError(f"{archive}: it is empty; name a folder, or leave it unset")
    names = [one.name for one in fields(Settings)]
    from_file = _from_file(config_file())
    from_environment = {name: os.environ.get(_variable(name)) for name in names}
    given: dict[str, str] = {}
    for name in names:
        value = from_environment[name] or from_file.get(name) or ""
        if not isinstance(value, str):
            raise SettingsError(f"{_variable(name)}: it must be a text, in quotation marks")
        if value:
            _check(name, value)
            given[name] = value
    folder, ca = given.get("archive"), given.get("opensearch_ca")
    return Settings(
        archive=Path(folder).expanduser() if folder else None,
        engine=given.get("engine", DEFAULT),
        timezone=given.get("timezone"),
        telegram_token=given.get("telegram_token"),
        telegram_api_url=given.get("telegram_api_url", TELEGRAM_API_URL),
        contact=given.get("contact"),
        opensearch_hosts=given.get("opensearch_hosts"),
        opensearch_user=given.get("opensearch_user"),
        opensearch_password=given.get("opensearch_password"),
        opensearch_ca=Path(ca).expanduser() if ca else None,
    )


def _variable(name: str) -> str:
    return PREFIX + name.upper()


def _from_file(path: Path) -> dict[str, object]:
    """What a TOML file says, settings or not; nothing where there is none."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    except OSError as error:
        raise SettingsError(f"{error.filename} cannot be read: {error.strerror}") from error


def _check(name: str, value: str) -> None:
    """Raises SettingsError for an engine or a zone that there is not, and for no address."""
    try:
        if name == "engine":
            kind_of(value)
        elif name == "timezone":
            zone(value)
        elif name == "opensearch_hosts":
            ClusterAddress.of_hosts(value)
    except (ValueError, EngineUnavailableError) as error:
        raise SettingsError(f"{_variable(name)}: {error}") from error
