"""Whose an address is: only a source's own pages are taken."""

from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urlsplit

from corpus.addresses import address_key

WEB = ("http", "https")


def host_of(address: str) -> str:
    """The host and port of a web address, in lower case; empty where it is none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # brackets that are no IPv6 address, a port that is none
        return ""
    if parts.scheme not in WEB or not parts.hostname:
        return ""
    name = _in_ascii(parts.hostname.rstrip("."))
    return f"{name}:{port}" if name and port else name


def is_of(address: str, sites: Collection[str]) -> bool:
    """Whether an address is one of these sites', or lies below one: `lrt.lt/en`."""
    if site_of(address) in sites:
        return True
    key = f"{address_key(address).removeprefix('//')}/"
    return any(key.startswith(f"{site}/") for site in sites)


def site_of(address: str) -> str:
    """What is registered of an address's host: `lrt.lt` of `www.lrt.lt`, `bbc.co.uk`.

    All of its subdomains are one site. A name of the network at hand, or a number, is a site by
    itself, with its port. Empty where it is no web address.
    """
    host = host_of(address)
    return _registered(host) if host else ""


@lru_cache(maxsize=10_000)
def _registered(host: str) -> str:
    from tld import get_fld  # noqa: PLC0415 (it reads a list of 9,000 endings)

    return get_fld(f"https://{host}", fail_silently=True, search_private=True) or host


def _in_ascii(name: str) -> str:
    try:
        return name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:  # no name that there can be
        return ""
