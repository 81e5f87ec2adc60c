"""Collections by the command line, killed at random moments and begun again."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.newspaper.log import Asked
from tests.newspaper.server import Newspaper

PROGRAM = (sys.executable, "-c", "from bot.cli.start import main; main()")
A_MOMENT = 0.1  # seconds, in which a request may be anywhere on its way
IN_FLIGHT = 4  # requests of one host whose answers are not stored yet


@dataclass(frozen=True, slots=True)
class CollectCommand:
    """`backissue collect` into one archive, from papers on loopback."""

    archive: Path
    rate: float

    def add(self, paper: Newspaper) -> None:
        address, zone = f"{paper.url}/", "Europe/Vilnius"
        subprocess.run(
            [*PROGRAM, "sources", "add", address, "--timezone", zone, *self._options()],
            check=True,
            capture_output=True,
        )

    def run(self) -> subprocess.CompletedProcess[str]:
        """Once, to its end."""
        return subprocess.run(self._collect(), check=False, capture_output=True, text=True)

    def killed(self, paper: Newspaper, requests: int, after: float) -> bool:
        """Begin, and kill -9 so many seconds after so many requests. False when it had ended."""
        wanted = len(paper.log) + requests
        process = subprocess.Popen(
            self._collect(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while len(paper.log) < wanted and process.poll() is None:
            time.sleep(0.005)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            return True
        return False

    def _collect(self) -> list[str]:
        return [*PROGRAM, "collect", "--json", "--rate", f"{self.rate:g}", *self._options()]

    def _options(self) -> list[str]:
        return ["--archive", str(self.archive), "--allow-private"]


def kill_often(
    command: CollectCommand, paper: Newspaper, kills: int, *, requests: int, seed: int = 1
) -> int:
    """Begin so often, each killed at a random moment of its first `requests`.

    Returns how many were killed before they ended.
    """
    random = Random(seed)  # noqa: S311 (moments, not secrets)
    return sum(
        command.killed(paper, random.randint(1, requests), random.random() * A_MOMENT)
        for _ in range(kills)
    )


def asked_again(log: Sequence[Asked]) -> int:
    """How often an address was asked for that had been answered whole before."""
    counts = Counter(asked.path for asked in log if not asked.failed)
    return sum(count - 1 for count in counts.values())
