"""What hosts said in their robots.txt, remembered from one process to the next."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from corpus.collect.network.exchange import Failure, Request, Response
from corpus.collect.state.ledger import Ledger

FRESH = 600.0  # seconds for which a file is taken as it is; then it is asked whether it changed
KEPT = 86_400.0  # seconds for which it holds where it cannot be had; source: RFC 9309, 2.4
ABSENT = (400, 500)  # statuses from which to before which there is no such file, but for 429
TOO_MANY = 429


class Robots:
    """`RobotsMemory` in the archive's own file; without one yet, in this process until there is."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        self._ledger = ledger
        self._unwritten: dict[str, Response] = {}

    def keep_in(self, ledger: Ledger) -> None:
        """Write down what was remembered so far, and all that comes."""
        self._ledger = ledger
        for address, came in self._unwritten.items():
            self._remember(address, came)
        self._unwritten.clear()

    def read(
        self, address: str, ask: Callable[[Request], Response | Failure]
    ) -> Response | Failure:
        known = self._known(address)
        age = time.time() - known.fetched.timestamp() if known else KEPT
        if known and 0 <= age < FRESH:
            return known
        marks = (known.etag, known.last_modified) if known else (None, None)
        came = ask(Request(address, *marks))
        if isinstance(came, Failure):
            if _is_absent(came):
                self._remember(address, Response(address, 200, b"", datetime.now(UTC)))
            return known if known and age < KEPT and not _is_absent(came) else came
        if came.is_unchanged and known:
            came = replace(known, fetched=came.fetched)
        self._remember(address, came)
        return came

    def _known(self, address: str) -> Response | None:
        if self._ledger is None:
            return self._unwritten.get(address)
        with self._ledger.reading() as connection:
            row = connection.execute(
                "SELECT body, etag, last_modified, fetched FROM robots WHERE address = ?",
                (address,),
            ).fetchone()
        if row is None:
            return None
        body, etag, last_modified, fetched = row
        moment = datetime.fromtimestamp(fetched, UTC)
        return Response(address, 200, body, moment, etag=etag, last_modified=last_modified)

    def _remember(self, address: str, came: Response) -> None:
        if self._ledger is None:
            self._unwritten[address] = came
            return
        row = (address, came.body, came.etag, came.last_modified, came.fetched.timestamp())
        self._ledger.write(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO robots (address, body, etag, last_modified, fetched)"
                " VALUES (?, ?, ?, ?, ?)",
                row,
            )
        )


def _is_absent(failure: Failure) -> bool:
    status = failure.status or 0
    return ABSENT[0] <= status < ABSENT[1] and status != TOO_MANY
