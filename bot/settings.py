"""Settings from the environment (BACKISSUE_…), then from a TOML file, then the defaults."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.errors import SettingsError
from retrieval.engines.registry import DEFAULT, ENGINES

PREFIX = "BACKISSUE_"
ARCHIVE = PREFIX + "ARCHIVE"


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


class Settings(BaseSettings):
    """All there is to set. `archive` None means `data_folder()`, or the sample if that is empty."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True
    )

    archive: Path | None = None
    engine: str = DEFAULT
    timezone: str | None = None
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"

    @field_validator("archive")
    @classmethod
    def _at_home(cls, archive: Path | None) -> Path | None:
        return archive and archive.expanduser()

    @field_validator("engine")
    @classmethod
    def _known_engine(cls, engine: str) -> str:
        if engine not in ENGINES:
            raise ValueError(f"no engine is called {engine}; there are {', '.join(ENGINES)}")
        return engine

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str | None) -> str | None:
        if name is not None:
            zone(name)
        return name

    @classmethod
    def settings_customise_sources(  # the signature is pydantic's
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        toml = TomlConfigSettingsSource(settings_cls, toml_file=config_file())
        return init_settings, env_settings, toml


def zone(name: str) -> ZoneInfo:
    """A time zone by name. Raises ValueError in one line."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name}; try Europe/Vilnius or UTC") from error


def load() -> Settings:
    """Read the settings. Raises SettingsError naming the setting, never its value."""
    if os.environ.get(ARCHIVE) == "":  # as where a variable of the shell's is not set
        raise SettingsError(f"{ARCHIVE}: it is empty; name a folder, or leave it unset")
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(map(str, first["loc"])).upper()
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}") from error
    except ValueError as error:  # TOML that cannot be parsed
        raise SettingsError(f"{config_file()} cannot be read: {error}") from error
    except OSError as error:
        raise SettingsError(f"{error.filename} cannot be read: {error.strerror}") from error
