"""How everything grows with an archive: answers, memory, disk, starts, the import of a day.

    python tests/benchmarks/growth.py ARCHIVE --questions JUDGED.jsonl --sizes 1000000 10000000

Archives of these sizes are made from ARCHIVE (see `generated.py`) and kept in `--keep`, if that is
named. Whole answers are asked of all archives in turn in one process, so that what else the machine
does falls on all alike; of several times the shortest counts. CPU, which nobody else adds to, is
this process's own. Memory is a fresh process's after the same questions, with the mapped pages of
files, which the system takes back when it needs them, beside its own. The import is the program's,
of 2,000 articles more, into the largest. With `--nodes` the same questions go to a cluster of real
OpenSearch nodes on loopback too, which is given each archive anew.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from multiprocessing.queues import Queue
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from rich.console import Console
from rich.table import Table

from corpus.archive.archive import Archive
from corpus.article import Article
from retrieval.answering import Answerer
from retrieval.engines.opensearch.address import ClusterAddress
from retrieval.index.index import Index
from tests.benchmarks.generated import articles_of, fill, generated

TIMES = 4  # the first time is to warm up
DAY = 2_000  # articles of a day
STARTS = 5
MEGABYTE = 1_000_000
ASKED_AT = datetime(2026, 1, 1, tzinfo=UTC)
PROGRAM = (sys.executable, "-c", "from bot.cli.start import main; main()")
NODE_MEMORY = ("-Xms1g", "-Xmx1g")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of processors."""

    wall: float
    cpu: float


@dataclass(slots=True)
class Row:
    """One archive in one engine; milliseconds are by question."""

    name: str
    answerer: Answerer
    passages: int
    built: str = ""
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def ask_all(rows: Sequence[Row], questions: Sequence[str]) -> None:
    for row in rows:
        row.wall = [float("inf")] * len(questions)
        row.cpu = list(row.wall)
    for _ in range(TIMES):
        for place, question in enumerate(questions):
            for row in rows:
                started = process_time()
                took = row.answerer.ask(question, asked_at=ASKED_AT).took_ms
                row.cpu[place] = min(row.cpu[place], (process_time() - started) * 1000)
                row.wall[place] = min(row.wall[place], took)


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[int((len(values) - 1) * part)]


@contextmanager
def spending(kept: list[Spent]) -> Iterator[None]:
    """What happens inside, child processes that end in it included."""
    started, before = perf_counter(), _cpu()
    yield
    kept.append(Spent(perf_counter() - started, _cpu() - before))


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def backissue(*arguments: str | Path) -> Spent:
    """Run the program; what it found or rejected does not matter."""
    spent: list[Spent] = []
    with spending(spent):
        ran = subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False)
    if ran.returncode not in {0, 1}:
        sys.exit(ran.stderr.decode())
    return spent[0]


def memory(folder: Path, questions: Sequence[str], numbers: "Queue[float]") -> None:
    """Puts megabytes of this process after the questions: in all, its own, mapped files."""
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        for question in questions:
            answerer.ask(question, asked_at=ASKED_AT)
        index.close()
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    sizes = {line.split()[0]: int(line.split()[1]) for line in status if line.endswith("kB")}
    for name in ("VmRSS:", "RssAnon:", "RssFile:"):
        numbers.put(sizes[name] * 1024 / MEGABYTE)


def in_new_process(folder: Path, questions: Sequence[str]) -> list[float]:
    context = multiprocessing.get_context("spawn")
    numbers = context.Queue()
    process = context.Process(target=memory, args=(folder, questions, numbers))
    process.start()
    values = [numbers.get() for _ in range(3)]
    process.join()
    return values


def size_of(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGABYTE


def import_of_a_day(folder: Path, articles: Sequence[Article]) -> Spent:
    """The program takes 2,000 articles more, all of one day, into archive and index."""
    with Archive(folder) as archive:
        held = sum(archive.sources().values())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for article in islice(generated(articles, held), DAY):
            record = {
                "id": article.id,
                "url": article.url,
                "title": article.title,
                "published": date(2026, 1, 1).isoformat(),
                "source": article.source,
                "paragraphs": article.paragraphs,
            }
            file.write(json.dumps(record) + "\n")
        file.flush()
        return backissue("import", file.name, "--archive", folder)


def opened(
    stack: ExitStack, folder: Path, engine: str, address: ClusterAddress | None = None
) -> Row:
    archive = stack.enter_context(Archive(folder))
    spent: list[Spent] = []
    with spending(spent):
        index = Index(archive, engine, cluster=address)
    stack.callback(index.close)
    built = f"{spent[0].wall:.0f} s, {spent[0].cpu:.0f} of CPU"
    return Row(engine, Answerer(archive, index), index.passage_count(), built)


def on_cluster(stack: ExitStack, nodes: int) -> ClusterAddress:
    from tests.opensearch.jars import missing
    from tests.opensearch.node import running

    if (reason := missing()) is not None:
        sys.exit(reason)
    cluster = stack.enter_context(running(nodes, NODE_MEMORY))
    return ClusterAddress(tuple(node.address for node in cluster), shards=nodes)


def table_of_answers(rows: Sequence[Row]) -> Table:
    columns = ("passages", "engine", "opened or built", "p50 ms", "p99 ms", "CPU ms", "p50 by 1st",
               "CPU by 1st")  # fmt: skip
    table = Table(*columns, box=None)
    for row in rows:
        cpu, first = sum(row.cpu) / len(row.cpu), sum(rows[0].cpu) / len(rows[0].cpu)
        table.add_row(
            f"{row.passages:,}", row.name, row.built, f"{median(row.wall):.2f}",
            f"{percentile(row.wall, 0.99):.2f}", f"{cpu:.2f}",
            f"{median(row.wall) / median(rows[0].wall):.2f}", f"{cpu / first:.2f}",
        )  # fmt: skip
    return table


def table_of_sizes(folders: Sequence[Path], questions: Sequence[str]) -> Table:
    columns = ("archive", "archive MB", "index MB", "memory MB", "own", "mapped", "new process s",
               "CPU s")  # fmt: skip
    table = Table(*columns, box=None)
    starts = [
        [backissue("ask", questions[0], "--archive", folder) for folder in folders]
        for _ in range(STARTS)
    ]
    for folder, spent in zip(folders, zip(*starts, strict=True), strict=True):
        index = size_of(folder / "index")
        sizes = (size_of(folder) - index, index, *in_new_process(folder, questions))
        wall, cpu = (median(one.wall for one in spent), median(one.cpu for one in spent))
        table.add_row(folder.name, *(f"{size:,.0f}" for size in sizes), f"{wall:.2f}", f"{cpu:.2f}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with `question`")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--keep", type=Path, help="a folder for what is made")
    parser.add_argument("--nodes", type=int, default=0, help="of an OpenSearch cluster, beside")
    parser.add_argument("--most", type=int, default=200, help="questions that are asked")
    wanted = parser.parse_args()
    lines = wanted.questions.read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines][: wanted.most]
    console = Console(width=120)
    articles = articles_of(wanted.archive)
    with ExitStack() as stack:
        keep = wanted.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folders = [keep / str(size) for size in wanted.sizes]
        for folder, size in zip(folders, wanted.sizes, strict=True):
            fill(folder, articles, size).close()
        rows = [opened(stack, folder, "tantivy") for folder in folders]
        if wanted.nodes:
            address = on_cluster(stack, wanted.nodes)
            rows += [opened(stack, folder, "opensearch", address) for folder in folders]
        ask_all(rows, questions)
        console.print(table_of_answers(rows))
    if wanted.keep:
        console.print(table_of_sizes(folders, questions))
        spent = import_of_a_day(folders[-1], articles)
        console.print(
            f"{DAY:,} articles more into the largest: {spent.wall:.1f} s, {spent.cpu:.1f} of CPU"
        )


if __name__ == "__main__":
    main()
