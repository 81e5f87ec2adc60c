"""One node for all processes that run the tests: the first that needs it starts it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

from filelock import FileLock

from tests.opensearch.node import running

PATIENCE = 1800.0  # seconds for the tests of the others


@contextmanager
def shared_node(folder: Path) -> Iterator[str]:
    """Its address. `folder` is one for all processes; who started the node waits for the others."""
    started, users = folder / "search-node", folder / "search-node-users"
    with ExitStack() as stack:
        with FileLock(folder / "search-node.lock"):
            users.mkdir(exist_ok=True)
            if not started.exists():
                (node,) = stack.enter_context(running())
                started.write_text(node.address)
                stack.callback(_wait_for, users, started, folder / "search-node.lock")
            address = started.read_text()
            used = users / uuid4().hex
            used.touch()
        stack.callback(used.unlink)
        yield address


def _wait_for(users: Path, started: Path, lock: Path) -> None:
    """Until nobody uses it; from then on nobody finds it."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        with FileLock(lock):
            if not any(users.iterdir()):
                started.unlink()
                return
        sleep(0.1)
