"""What test workers are told to do."""

import os
import signal
import time


def add(one: int, other: int) -> int:
    return one + other


def fail(message: str) -> None:
    raise ValueError(message)


def compute_for_ever() -> None:
    while True:
        pass


def compute_for_a_while(seconds: float) -> str:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return "done"


def sleep_for_ever() -> None:
    time.sleep(1_000)


def take_memory(size: int) -> int:
    return len(bytearray(size))


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def process() -> int:
    return os.getpid()


SIGKILL, SIGSEGV = signal.SIGKILL, signal.SIGSEGV
