"""An outlet: its name, its clock, and how its pages and addresses are made."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Outlet:
    """What helps to read an outlet's pages; nothing of it need be known.

    `hosts` are without `www.`. `id_pattern` is searched in addresses; its one group is the
    paper's own number of an article, the same under every slug. `stamp` is an XPath to where the
    date is printed on a page, in `zone`.
    """

    name: str | None = None
    hosts: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    language: str | None = None
    id_pattern: re.Pattern[str] | None = None
    stamp: str | None = None
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


UNKNOWN = Outlet()
