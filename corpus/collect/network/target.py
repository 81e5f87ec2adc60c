"""Which web addresses are asked at all: what may be read in two ways is refused."""

import re
from collections.abc import Container
from ipaddress import ip_address

import httpx

from corpus.collect.network.exchange import NoAnswerError, Reason

PORTS = frozenset({80, 443, 8080, 8443})  # elsewhere mostly other things than web pages listen
LONGEST = 4_096  # characters
DEFAULT_PORTS = {"http": 80, "https": 443}
WITH_NAME = re.compile(r"[^/?#]*//[^/?#]*@")
NAME = re.compile(r"(?:[a-z\d_-]{1,63}\.)*[a-z\d_-]{1,63}")
NUMBER = re.compile(r"\d+|0x[\da-f]*")  # where a name ends so, some read it as a number


def web_address(address: str, ports: Container[int] | None = PORTS) -> httpx.URL:
    """The address as it is asked for, without its fragment; `ports` None allows any.

    Raises NoAnswerError for one that is not asked.
    """
    try:
        return _checked(address.strip(), ports)
    except (httpx.InvalidURL, ValueError) as error:
        raise NoAnswerError(Reason.ADDRESS, error) from error


def joined(url: httpx.URL, location: str, ports: Container[int] | None = PORTS) -> httpx.URL:
    """Where a redirect leads. Raises NoAnswerError for an address that is not asked."""
    try:
        return web_address(str(url.join(location.strip())), ports)
    except (httpx.InvalidURL, ValueError) as error:
        raise NoAnswerError(Reason.ADDRESS, error) from error


def host_of(url: httpx.URL) -> str:
    """As it is asked for: without a dot at its end, letters of other alphabets encoded."""
    return url.raw_host.decode("ascii")


def port_of(url: httpx.URL) -> int:
    return DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def _checked(address: str, ports: Container[int] | None) -> httpx.URL:
    """Raises InvalidURL, or ValueError with the reason."""
    if len(address) > LONGEST:
        raise ValueError("too long")
    if "\\" in address:
        raise ValueError("with a backslash")
    if WITH_NAME.match(address):
        raise ValueError("with a name or password")
    url = httpx.URL(address).copy_with(fragment=None)
    if url.scheme not in DEFAULT_PORTS:
        raise ValueError("neither http nor https")
    if ports is not None and port_of(url) not in ports:
        raise ValueError("another port than those of the web")
    host = host_of(url).removesuffix(".")  # `localhost.` is localhost
    if not _is_host(host):
        raise ValueError("no host, or a number for one")
    return url.copy_with(host=host) if host != host_of(url) else url


def _is_host(host: str) -> bool:
    """A name, or an address in its usual form: not 2130706433, 0x7f.1, 017700000001."""
    if ":" not in host and not NUMBER.fullmatch(host.rpartition(".")[2]):
        return NAME.fullmatch(host) is not None
    try:
        return "%" not in host and bool(ip_address(host))
    except ValueError:
        return False
