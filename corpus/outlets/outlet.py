"""An outlet: its name, its clock, and how its pages and addresses are made."""

import re
from dataclasses import dataclass, fields, replace
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Outlet:
    """What helps to read an outlet's pages; nothing of it need be known.

    `sites` are the beginnings of its addresses, without scheme and `www.`. `id_pattern` is
    searched in an address; its one group is the outlet's own number of the article, the same
    under every headline. `stamp` is an XPath to where the date is printed on a page, in `zone`.
    `file` is which file says so.
    """

    name: str | None = None
    sites: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    language: str | None = None
    id_pattern: re.Pattern[str] | None = None
    stamp: str | None = None
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    file: str | None = None

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
