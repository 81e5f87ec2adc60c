"""`collect --every` as a process of its own, kept running beside the bot."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

LOG = logging.getLogger(__name__)
PROGRAM = (sys.executable, "-c", "from bot.cli.start import main; main()")
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0  # seconds before one that died is started again
TIME_TO_FINISH = 20.0  # seconds for what is in flight


@contextmanager
def collecting_beside(archive: Path, every: str, options: Sequence[str] = ()) -> Iterator[None]:
    """Collect into an archive while inside; what dies is started again."""
    command = [*PROGRAM, "collect", "--every", every, "--archive", str(archive)]
    child = Child([*command, "--parent", str(os.getpid()), *options])
    child.start()
    try:
        yield
    finally:
        child.stop()


class Child:
    """A program that is to run for as long as this one."""

    def __init__(self, command: Sequence[str], *, pause: float = FIRST_PAUSE) -> None:
        self._command = command
        self._pause = pause
        self._stopping = threading.Event()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="collecting")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let it finish what is in flight, and end."""
        self._stopping.set()
        with self._guard:
            process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(TIME_TO_FINISH)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join()

    def _run(self) -> None:
        pause = self._pause
        while not self._stopping.is_set():
            with self._guard:
                # A session of its own, so that Ctrl-C reaches it through this program only.
                self._process = subprocess.Popen(self._command, start_new_session=True)  # noqa: S603 (this program)
            code = self._process.wait()
            if self._stopping.is_set():
                return
            LOG.warning("Collecting ended with %s; it begins again in %.0f s.", code, pause)
            self._stopping.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
