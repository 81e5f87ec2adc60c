"""A worker process: takes calls from a pipe, one after another, until the pipe closes."""

import pickle
import signal
import sys
from multiprocessing.connection import Connection

from corpus.collect.parsing.outcome import Fault, Limits, NotParsed

if sys.platform != "win32":
    import resource  # there is none elsewhere: there, only the clock ends a call


def work(pipe: Connection, limits: Limits) -> None:
    """Answer every call with its result or a `NotParsed`; die of one that takes too long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's; whoever calls hears it, too
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, limits.memory)
        _limit(resource.RLIMIT_CORE, 0)
    while True:
        try:
            data = pipe.recv_bytes()
        except EOFError:
            return
        if sys.platform != "win32":
            _limit(resource.RLIMIT_CPU, _seconds_so_far() + limits.seconds)
        pipe.send_bytes(_outcome(data))


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
