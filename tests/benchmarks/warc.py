"""How fast the pages of a WARC file become articles, and in how much memory.

    python tests/benchmarks/warc.py --pages 20000

The pages are invented, 30 kB each; beside each response stand its request and metadata, as
crawlers write them, each record compressed by itself. The file is imported by the command line
into a new archive, with its index. Memory is that of all its processes together, looked at ten
times a second; a processor's time is that of them all. The exit code is 1 when a page is missing.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.pages_made import address, page
from tests.corpus.web_archive.warcs import http, record

COMMAND = (sys.executable, "-c", "from bot.cli.start import main; main()")


def write(file: Path, pages: int) -> None:
    with file.open("wb") as out:
        out.write(gzip.compress(record("warcinfo", b"software: invented\r\n"), 6))
        for number in range(pages):
            target = address(number)
            block = http(page(number))
            for kind, content in (
                ("request", b"GET / HTTP/1.1\r\nHost: news.example.org\r\n\r\n"),
                ("response", block),
                ("metadata", b"fetchTimeMs: 17\r\n"),
            ):
                out.write(gzip.compress(record(kind, content, WARC_Target_URI=target), 6))


def memory(pid: int) -> int:
    """Bytes that a process and its children hold, each page that they share counted once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        threads = Path(f"/proc/{pid}/task").glob("*/children")
        children = [child for each in threads for child in each.read_text("ascii").split()]
    except OSError:
        return 0
    (line,) = (line for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) * 1024 + sum(memory(int(child)) for child in children)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=20_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        file, archive = Path(temporary, "pages.warc.gz"), Path(temporary, "archive")
        write(file, wanted.pages)
        sys.stdout.write(f"{wanted.pages:,} pages in {file.stat().st_size:,} bytes\n")
        started, peak = time.monotonic(), 0
        with subprocess.Popen([*COMMAND, "import", file, "--archive", archive]) as running:
            while running.poll() is None:
                peak = max(peak, memory(running.pid))
                time.sleep(0.1)
        seconds = time.monotonic() - started
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        computed = (used.ru_utime + used.ru_stime) / wanted.pages * 1e3
        stats = subprocess.run(
            [*COMMAND, "stats", "--archive", archive, "--json"], capture_output=True, check=True
        )
        articles = json.loads(stats.stdout)["articles"]
    sys.stdout.write(
        f"{articles:,} articles in {seconds:.1f} s: {articles / seconds:.0f} a second,"
        f" {computed:.1f} ms of a processor each, {peak / 1e6:.0f} MB at most\n"
    )
    sys.exit(0 if articles == wanted.pages else 1)


if __name__ == "__main__":
    main()
