"""A worker process: takes calls from a pipe, one after another, until the pipe closes."""

import gc
import pickle
import signal
import sys
from multiprocessing.connection import Connection
from types import FrameType

from corpus.workers.outcome import Fault, Limits, NotParsed

if sys.platform != "win32":
    import resource  # there is none elsewhere: there, only the clock ends a call

# Objects until the next search for cycles: what is parsed is many small objects and few cycles.
BETWEEN_SEARCHES = 20_000


def work(pipe: Connection, limits: Limits) -> None:
    """Answer every call with its result or a `NotParsed`; die of one that takes too long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's; whoever calls hears it, too
    gc.set_threshold(BETWEEN_SEARCHES)
    turn = _Turn()
    signal.signal(signal.SIGTERM, turn.end)
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, limits.memory)
        _limit(resource.RLIMIT_CORE, 0)
    pipe.send_bytes(b"")  # to say that it is there
    while not turn.is_last:
        try:
            data = pipe.recv_bytes()
        except EOFError:
            return
        turn.is_on = True
        if sys.platform != "win32":
            _limit(resource.RLIMIT_CPU, _seconds_so_far() + limits.seconds)
        try:
            pipe.send_bytes(_outcome(data))
        except BrokenPipeError:  # nobody is there any more to be told
            return
        turn.is_on = False


class _Turn:
    """Whether a call is being answered: it is, to its end, when this process is told to end.

    Who stops a service tells all its processes at once, and what is at hand is not at fault.
    """

    def __init__(self) -> None:
        self.is_on = self.is_last = False

    def end(self, number: int, frame: FrameType | None) -> None:
        self.is_last = True
        if not self.is_on:
            raise SystemExit


def _outcome(data: bytes) -> bytes:
    try:
        function, arguments, named = pickle.loads(data)  # noqa: S301 (from this program itself)
        return pickle.dumps(function(*arguments, **named))
    except MemoryError:
        return pickle.dumps(NotParsed(Fault.MEMORY))
    except Exception as error:
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return pickle.dumps(NotParsed(Fault.ERROR, detail))


if sys.platform != "win32":

    def _limit(what: int, limit: int) -> None:
        _, hard = resource.getrlimit(what)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (soft, hard))

    def _seconds_so_far() -> int:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return int(used.ru_utime + used.ru_stime) + 1
