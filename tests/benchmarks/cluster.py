"""Three nodes of a real OpenSearch on loopback, of which one is killed while questions are asked.

python tests/benchmarks/cluster.py ARCHIVE --questions JUDGED.jsonl [--rate 20] [--seconds 60]
    [--alone]

The archive is opened, and its index built on the cluster; the questions are asked one after
another there and by tantivy; a node is killed after a third of the time and comes back after two
thirds. Every answer is held against the one that was given before.
`--alone`: it is asked as by a machine that has the cluster only.
"""

import argparse
import json
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import httpx

from corpus.archive.archive import Archive
from retrieval.answering import Answerer
from retrieval.cluster.published import Published
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.index import Index
from tests.opensearch.jars import missing
from tests.opensearch.node import Node, running

NOW = datetime(2024, 1, 1, tzinfo=UTC)
MEMORY = ("-Xms512m", "-Xmx512m", "-XX:TieredStopAtLevel=1")
PATIENCE = 300  # seconds until all shards have their copies


@dataclass(slots=True)
class Tally:
    """What became of the questions; times are in milliseconds."""

    took: list[float]
    wrong: int = 0
    failed: int = 0


def quotes(answerer: Answerer, question: str) -> list[str]:
    return [quote.text for quote in answerer.ask(question, asked_at=NOW).quotes]


def wait_for_green(node: Node) -> float:
    """Seconds until every shard has its copies."""
    started = time.perf_counter()
    asked = f"{node.address}/_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=5s"
    while time.perf_counter() - started < PATIENCE:
        if httpx.get(asked, timeout=10).json()["status"] == "green":
            return time.perf_counter() - started
    raise SystemExit("the cluster did not become green")


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[int(part * (len(values) - 1))]


def calm(answerer: Answerer, questions: list[str]) -> str:
    """Each asked by itself, the second time."""
    took = [0.0] * len(questions)
    for _ in range(2):
        for place, question in enumerate(questions):
            took[place] = answerer.ask(question, asked_at=NOW).took_ms
    return f"p50 {percentile(took, 0.5):.0f} ms, p99 {percentile(took, 0.99):.0f} ms"


def measure(
    answerer: Answerer, questions: list[str], nodes: list[Node], *, rate: float, seconds: float
) -> Tally:
    expected = {question: quotes(answerer, question) for question in questions}
    tally = Tally([])

    def ask(question: str) -> None:
        started = time.perf_counter()
        try:
            tally.wrong += quotes(answerer, question) != expected[question]
        except Exception as error:
            tally.failed += 1
            print(f"failed: {error}")  # noqa: T201 (a benchmark)
        tally.took.append((time.perf_counter() - started) * 1000)

    asked: list[Future[None]] = []
    started = time.perf_counter()
    is_killed = is_back = False
    with ThreadPoolExecutor(16) as threads:
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, started + number / rate - time.perf_counter()))
            if not is_killed and number > rate * seconds / 3:
                nodes[1].kill()
                is_killed = True
            if not is_back and number > rate * seconds * 2 / 3:
                nodes[1].start()
                is_back = True
            asked.append(threads.submit(ask, questions[number % len(questions)]))
    for future in asked:
        future.result()
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    if (reason := missing()) is not None:
        raise SystemExit(reason)
    lines = options.questions.read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines][:50]
    with running(3, MEMORY) as nodes, Archive(options.archive) as archive:
        address = ClusterAddress(tuple(node.address for node in nodes), shards=3)
        started = time.perf_counter()
        index = Index(archive, "opensearch", cluster=address)
        built = time.perf_counter() - started
        print(f"{index.passage_count():,} passages in {built:.1f} s")  # noqa: T201
        wait_for_green(nodes[0])
        answerer = Answerer(archive, index)
        if options.alone:
            published = Published(address)
            answerer = Answerer(published.store, published)
        local = Index(archive, "tantivy")
        print(  # noqa: T201
            f"one after another: {calm(answerer, questions)};"
            f" by tantivy: {calm(Answerer(archive, local), questions)}"
        )
        local.close()
        tally = measure(answerer, questions, nodes, rate=options.rate, seconds=options.seconds)
        print(  # noqa: T201
            f"{len(tally.took)} answers, {tally.wrong} wrong, {tally.failed} failed;"
            f" p50 {percentile(tally.took, 0.5):.0f} ms, p99 {percentile(tally.took, 0.99):.0f} ms,"
            f" slowest {max(tally.took):.0f} ms; green {wait_for_green(nodes[0]):.1f} s later"
        )
        index.close()


if __name__ == "__main__":
    main()
