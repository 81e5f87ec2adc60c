"""OpenSearch nodes on loopback, a process each."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import httpx

from tests.opensearch.jars import jars, newest_java

PATIENCE = 300.0  # seconds for a node to answer, on a busy machine
OPTIONS = """
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Djna.nosys=true -Dio.netty.noUnsafe=true
    -Dio.netty.noKeySetOptimization=true -Dlog4j.shutdownHookEnabled=false
    -Dlog4j2.disable.jmx=true
""".split()
# It starts in half the time. Where much is written it wants another collector: the server counts
# what this one has not swept yet as memory in use, and turns requests away.
SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"]
SETTINGS = """
    network.host=127.0.0.1 cluster.routing.allocation.disk.threshold_enabled=false
    action.auto_create_index=false
""".split()


@dataclass(slots=True)
class Node:
    """One node; `home` outlives its process, so that it can come back as the same."""

    home: Path
    port: int
    transport: int
    options: Sequence[str]
    memory: Sequence[str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.home.mkdir(exist_ok=True)
        ports = [f"http.port={self.port}", f"transport.port={self.transport}"]
        path = f"{jars()}:{jars()}/*"
        command = [newest_java() or "java", *OPTIONS, *self.memory, "-cp", path, "SearchNode"]
        with (self.home / "output").open("ab") as output:
            self.process = subprocess.Popen(
                [*command, self.home, *SETTINGS, *ports, *self.options],
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def kill(self) -> None:
        """As a machine that loses its power."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def wait(self, nodes: int = 1) -> None:
        """Until the cluster has so many nodes."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            if self.process is None or self.process.poll() is not None:
                break
            try:
                health = httpx.get(f"{self.address}/_cluster/health", timeout=5.0).json()
            except (httpx.HTTPError, ValueError):
                health = {}
            if health.get("number_of_nodes", 0) >= nodes:
                return
            sleep(0.2)
        raise RuntimeError((self.home / "output").read_text("utf-8", "replace")[-2000:])


@contextmanager
def running(nodes: int = 1, memory: Sequence[str] = SHORT_LIVED) -> Iterator[list[Node]]:
    """A cluster, gone at the end with all that it holds; in memory where the system has that."""
    shared = Path("/dev/shm")  # noqa: S108 (a folder of the system's, used by a name of our own)
    where = shared if os.access(shared, os.W_OK) else None
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="backissue-opensearch-", dir=where))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        ports = _free_ports(2 * nodes)
        names = [f"n{number}" for number in range(nodes)]
        seeds = ",".join(f"127.0.0.1:{port}" for port in ports[nodes:])
        options = [f"discovery.seed_hosts=[{seeds}]"]
        options.append(f"cluster.initial_cluster_manager_nodes=[{','.join(names)}]")
        made = [
            Node(folder / name, port, transport, [f"node.name={name}", *options], memory)
            for name, port, transport in zip(names, ports, ports[nodes:], strict=False)
        ]
        for node in made:
            stack.callback(node.kill)
            node.start()
        for node in made:
            node.wait(nodes)
        yield made


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]
