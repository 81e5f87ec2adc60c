"""How one setting is read, from the environment's text or a TOML file's value.

Every reader raises ValueError in one line, which never holds the value of a secret.
"""

import ipaddress
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.engines.registry import kind_of
from retrieval.errors import EngineUnavailableError

SWITCH = {"true": True, "yes": True, "on": True, "1": True}
SWITCH |= {"false": False, "no": False, "off": False, "0": False}
BETWEEN = re.compile(r"[,;\s]+")  # the members of a list in the environment
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # https://core.telegram.org/bots/api#setwebhook
INDEX_NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}")
HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")
LARGEST_ID = 2**52  # Telegram's chats and users have at most 52 bits

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class HostPort:
    """Where a server of this program's listens. Port 0 is any that is free."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def text(value: object) -> str:
    given = _a_text(value).strip()
    if not given.isprintable():
        raise ValueError("it holds a character that cannot be printed")
    return given


def folder(value: object) -> Path:
    """A folder or a file, of any name; `~` is the home."""
    given = _a_text(value)
    if not given.strip():
        raise ValueError("it is empty")
    if "\0" in given:
        raise ValueError("it holds a NUL character")
    try:
        return Path(given).expanduser()
    except RuntimeError as error:  # ~nobody
        raise ValueError("there is no such home") from error


def _a_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("it must be a text, in quotation marks")
    return value


def engine(value: object) -> str:
    try:
        kind_of(text(value))
    except EngineUnavailableError as error:
        raise ValueError(str(error)) from error
    return text(value)


def zone(name: str) -> ZoneInfo:
    """A time zone by name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name}; try Europe/Vilnius or UTC") from error


def zone_name(value: object) -> str:
    return zone(text(value)).key


def switch(value: object) -> bool:
    found = SWITCH.get(value.strip().lower()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise ValueError("it is either true or false")
    return found


def number(least: int, most: int) -> Callable[[object], int]:
    """A whole number from `least` to `most`, both included."""

    def read(value: object) -> int:
        found = whole(value)
        if found is None or not least <= found <= most:
            raise ValueError(f"it must be a whole number from {least} to {most}")
        return found

    return read


def whole(value: object) -> int | None:
    """None for what is no whole number."""
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def texts(value: object) -> tuple[str, ...]:
    """A list in a TOML file; in the environment its members stand between commas."""
    return tuple(filter(None, (text(one) for one in _members(value))))


def ids(value: object) -> tuple[int, ...]:
    """Telegram's numbers of people and chats; those of groups are negative."""
    found = [(one, whole(one)) for one in _members(value)]
    for one, read in found:
        if not read or abs(read) > LARGEST_ID:
            raise ValueError(f"{one!r} is no id; people and chats go by number, as 123 or -100123")
    return tuple(dict.fromkeys(read for _, read in found if read))


def _members(value: object) -> Sequence[object]:
    if isinstance(value, str):
        return list(filter(None, BETWEEN.split(value)))
    if isinstance(value, list):
        return value
    return [value]


def host_and_port(value: object) -> HostPort:
    """`127.0.0.1:9464`, `localhost:9464`, `[::1]:9464`."""
    host, _, port = text(value).rpartition(":")
    number = whole(port)
    if number is None or not 0 <= number <= 65535 or not _is_host(host):
        raise ValueError("it must be a host and a port, as 127.0.0.1:9464")
    return HostPort(host.strip("[]"), number)


def _is_host(host: str) -> bool:
    if host.startswith("[") and host.endswith("]"):
        try:
            return ipaddress.ip_address(host[1:-1]).version == 6
        except ValueError:
            return False
    return HOST.fullmatch(host) is not None


def web_address(value: object) -> str:
    """Without a slash at its end."""
    given = text(value)
    try:
        parts = urlsplit(given)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
        is_address = is_address and (parts.port is None or parts.port > 0)
    except ValueError:
        is_address = False
    if not is_address or re.search(r"\s", given):
        raise ValueError("it has to begin with https:// or http:// and name a host")
    return given.rstrip("/")


def cluster_hosts(value: object) -> tuple[str, ...]:
    """A list of web addresses, without a password in them."""
    return ClusterAddress.of_hosts(" ".join(texts(value))).hosts


def index_name(value: object) -> str:
    """What a cluster takes as the beginning of an index's name."""
    given = text(value)
    if not INDEX_NAME.fullmatch(given):
        raise ValueError("it may have 1 to 64 small letters, digits, _ and -, a letter first")
    return given


def secret(value: object) -> str:
    """What Telegram takes as a webhook's secret."""
    given = text(value)
    if not SECRET.fullmatch(given):
        raise ValueError("it may have 1 to 256 letters, digits, _ and -")
    return given
