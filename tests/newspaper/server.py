"""A newspaper's web site on loopback, with all that can go wrong with one; it logs each request."""

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from tests.newspaper.answers import Answer, packed
from tests.newspaper.http import Headers, Http
from tests.newspaper.log import Asked, broken_rules
from tests.newspaper.site import Site
from tests.newspaper.story import ODD, Oddity, Story, invent

CRAWL_DELAY = 0.01  # seconds


class Newspaper:
    """Serves from `with` on. `log` has every request in order; `go_on` makes time pass for it."""

    def __init__(  # noqa: PLR0913 (what a test may want of a paper)
        self,
        count: int,
        *,
        seed: int = 1,
        oddities: Iterable[Oddity] = ODD,
        crawl_delay: float = CRAWL_DELAY,
        names_sitemaps: bool = True,
        has_listings: bool = True,
        port: int = 0,
    ) -> None:
        self.crawl_delay = crawl_delay
        self.log: list[Asked] = []
        self.run = 1
        self._tags: dict[str, str] = {}
        self._visits: Counter[str] = Counter()
        self._guard = threading.Lock()
        self._http = Http(("127.0.0.1", port), self.answer)
        self.port = int(self._http.server_address[1])
        self.url = f"http://127.0.0.1:{self.port}"
        now = datetime.now(UTC).replace(microsecond=0)
        self.site = Site(
            invent(count, seed, now, oddities),
            self.url,
            crawl_delay=crawl_delay,
            names_sitemaps=names_sitemaps,
            has_listings=has_listings,
        )
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.go_down()

    def go_down(self) -> None:
        """Refuse connections from here on."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def articles(self) -> list[Story]:
        """What a collector should have by now, the newest first."""
        return [one for one in self.site.stories if one.is_article]

    def next_run(self) -> None:
        """From here on every address may be asked again, as another collection begins."""
        self.run += 1

    def go_on(self, new: int = 0) -> None:
        """Articles are updated and withdrawn, `new` ones are printed, all pages look different."""
        self.site = self.site.later(datetime.now(UTC).replace(microsecond=0), new)

    def requests_of(self, run: int) -> list[Asked]:
        return [asked for asked in self.log if asked.run == run]

    def broken_rules(self, *, interval: float | None = None) -> list[str]:
        """A line for each rule that was broken so far."""
        return broken_rules(self.log, interval=interval or self.crawl_delay)

    # What a collector asks.

    def answer(self, path: str, headers: Headers, beside: int) -> Answer:
        """One request, logged; `beside` it others are being answered."""
        at = time.monotonic()
        with self._guard:
            self._visits[path] += 1
            first = self._visits[path] == 1
        whole = self.site.answer(path, is_first=first)
        given = self._conditional(whole, path, headers)
        with self._guard:
            self.log.append(
                Asked(
                    path=path,
                    at=at,
                    agent=headers.get("User-Agent", ""),
                    beside=beside,
                    is_conditional="If-None-Match" in headers or "If-Modified-Since" in headers,
                    known=path in self._tags,
                    status=given.status,
                    failed=not given.is_whole,
                    run=self.run,
                )
            )
            if tag := given.headers.get("ETag"):
                self._tags[path] = tag
        return given

    def _conditional(self, whole: Answer, path: str, headers: Headers) -> Answer:
        """304 where the asker has it already; else with an ETag, and often packed."""
        if whole.status != 200 or whole.pieces or not whole.is_whole:
            return whole
        tag = f'"{hashlib.sha256(whole.body).hexdigest()[:20]}"'
        marks = {"ETag": tag, **whole.headers}
        if headers.get("If-None-Match") == tag:
            return Answer(status=304, headers=marks)
        marked = replace(whole, headers=marks)
        wants = "gzip" in headers.get("Accept-Encoding", "")
        return packed(marked) if wants and len(path) % 2 else marked
