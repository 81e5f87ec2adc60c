"""An outlet: its name, its clock, and how its pages and addresses are made."""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from corpus.addresses import address_key


@dataclass(frozen=True, slots=True)
class Outlet:
    """What helps to read an outlet's pages; nothing of it need be known.

    `sites` are the beginnings of its addresses, without scheme and `www.`. `id_pattern` is
    searched in an address; its one group is the outlet's own number of the article, the same
    under every headline. `stamp` is an XPath to where the date is printed on a page, in `zone`.
    """

    name: str | None = None
    sites: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    language: str | None = None
    id_pattern: re.Pattern[str] | None = None
    stamp: str | None = None
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()

    def over(self, known: "Outlet") -> "Outlet":
        """What is told of an outlet, and of the rest what is known of it."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(known, **{name: value for name, value in told.items() if value})

    def article_key(self, address: str | None) -> str | None:
        """What names an article of this outlet, by its address: `lrt.lt:2235273`."""
        number = self.id_pattern.search(address or "") if self.id_pattern else None
        site = self.sites[0].partition("/")[0] if self.sites else self.name
        return f"{site}:{number[1]}" if number else None


UNKNOWN = Outlet()


def outlet_of(address: str | None) -> Outlet | None:
    """The outlet that an address belongs to, of those that are known; the narrowest site wins."""
    key = address_key(address or "").removeprefix("//")
    found = [
        (len(site), outlet)
        for outlet in known_outlets()
        for site in outlet.sites
        if f"{key}/".startswith(f"{site}/")
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """Those of the files beside this one."""
    beside = sorted(files("corpus.outlets").iterdir(), key=lambda file: file.name)
    return tuple(_read(file.read_text("utf-8")) for file in beside if file.name.endswith(".toml"))


def _read(text: str) -> Outlet:
    table = tomllib.loads(text)
    zone, pattern = table.get("zone"), table.get("id_pattern")
    return Outlet(
        name=table.get("name"),
        sites=tuple(table.get("sites", ())),
        zone=ZoneInfo(zone) if zone else None,
        language=table.get("language"),
        id_pattern=re.compile(pattern) if pattern else None,
        stamp=table.get("stamp"),
        feeds=tuple(table.get("feeds", ())),
        sitemaps=tuple(table.get("sitemaps", ())),
    )
