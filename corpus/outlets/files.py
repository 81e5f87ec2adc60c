"""Outlet files: TOML, a file an outlet, everything in them optional."""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs

from corpus.addresses import address_key
from corpus.errors import OutletFileError
from corpus.outlets.outlet import Outlet

LARGEST = 100_000  # bytes
LANGUAGE = re.compile(r"[a-z]{2}")


def own_folder() -> Path:
    """Where the keeper's own files lie: `outlets` beside his settings.

    By the environment, so that worker processes find it, too.
    """
    named = os.environ.get("BACKISSUE_CONFIG")
    settings = Path(named).expanduser().parent if named else None
    return (settings or platformdirs.user_config_path("backissue")) / "outlets"


def known_outlets() -> tuple[Outlet, ...]:
    """Those of the files beside this one, then the keeper's own, each read once.

    Raises OutletFileError for a file of his that cannot be used.
    """
    own = own_folder()
    return (*_bundled(), *_own(own))


def outlet_of(address: str | None) -> Outlet | None:
    """The outlet that an address belongs to, of those that are known.

    The narrowest site wins, and of files for one site the keeper's; what his leaves open stands in
    ours, if there is one. Raises OutletFileError.
    """
    key = address_key(address or "").removeprefix("//")
    known = ((site, outlet) for outlet in known_outlets() for site in outlet.sites)
    matching = [(len(site), outlet) for site, outlet in known if f"{key}/".startswith(f"{site}/")]
    narrowest = max((length for length, _ in matching), default=0)
    found: Outlet | None = None
    for length, outlet in matching:
        if length == narrowest:
            found = outlet.over(found) if found else outlet
    return found


def read_outlet(text: str, file: str) -> Outlet:
    """What an outlet file says. Raises OutletFileError, naming `file` and what is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletFileError(f"{file} is no TOML: {error}") from error
    told: dict[str, Any] = {"file": file}
    for name, value in table.items():
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, 1)
            known = f"did you mean {near[0]}?" if near else f"there are {', '.join(FIELDS)}"
            raise OutletFileError(f"{file}: there is no field called {name}; {known}")
        try:
            told[name] = FIELDS[name](value)
        except ValueError as error:
            raise OutletFileError(f"{file}: {name}: {error}") from error
    if not told.get("sites"):
        places = (*told.get("feeds", ()), *told.get("sitemaps", ()))
        told["sites"] = tuple(dict.fromkeys(_site(place).partition("/")[0] for place in places))
    return Outlet(**told)


@cache
def _bundled() -> tuple[Outlet, ...]:
    beside = sorted(files("corpus.outlets").iterdir(), key=lambda file: file.name)
    return tuple(
        read_outlet(file.read_text("utf-8"), file.name)
        for file in beside
        if file.name.endswith(".toml")
    )


@cache
def _own(folder: Path) -> tuple[Outlet, ...]:
    found = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    return tuple(read_outlet(_text(file), str(file)) for file in found)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise OutletFileError(f"{file} cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise OutletFileError(f"{file} is larger than {LARGEST:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutletFileError(f"{file} is not in UTF-8") from error


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("write it in quotation marks")
    return " ".join(value.split())


def _list(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    return tuple(map(_words, given))


def _site(given: str) -> str:
    key = address_key(given if "://" in given else f"https://{given}").removeprefix("//")
    if not key:
        raise ValueError(f"{given!r} is no address")
    return key


def _sites(value: object) -> tuple[str, ...]:
    return tuple(map(_site, _list(value)))


def _addresses(value: object) -> tuple[str, ...]:
    given = _list(value)
    wrong = [one for one in given if not re.match(r"https?://\S+$", one)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no whole address, with https://")
    return given


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(_words(value))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{value!r} is no zone; write Europe/Vilnius or the like") from error


def _language(value: object) -> str:
    if not LANGUAGE.fullmatch(code := _words(value)):
        raise ValueError(f"{value!r} is no language of two letters, as lt")
    return code


def _pattern(value: object) -> re.Pattern[str]:
    try:
        pattern = re.compile(_words(value))
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression: {error}") from error
    if pattern.groups != 1:
        raise ValueError("it needs one group, around the article's number: '/(\\d{4,})/'")
    return pattern


def _stamp(value: object) -> str:
    from lxml.etree import XPath, XPathError  # noqa: PLC0415 (few files have it)

    try:
        XPath(path := _words(value))
    except XPathError as error:
        raise ValueError(f"{value!r} is no XPath: {error}") from error
    return path


FIELDS: Mapping[str, Callable[[object], object]] = {
    "name": _words,
    "sites": _sites,
    "zone": _zone,
    "language": _language,
    "id_pattern": _pattern,
    "stamp": _stamp,
    "feeds": _addresses,
    "sitemaps": _addresses,
}
