"""A newspaper to try a collector on: `python -m tests.newspaper [COUNT] [--port 8765]`.

What it is asked comes out line by line. SIGHUP makes time pass: articles are changed and
withdrawn, three are new. Ctrl-C ends it, and says which rules were broken.
"""

import argparse
import signal
import sys
import time

from tests.newspaper.server import CRAWL_DELAY, Newspaper

POLL = 0.2  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.newspaper")
    parser.add_argument("count", type=int, nargs="?", default=40)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--crawl-delay", type=float, default=CRAWL_DELAY)
    wanted = parser.parse_args()
    paper = Newspaper(
        wanted.count, seed=wanted.seed, crawl_delay=wanted.crawl_delay, port=wanted.port
    )
    signal.signal(signal.SIGHUP, lambda *_: paper.go_on(new=3))
    with paper:
        sys.stdout.write(f"{paper.url}/\n")
        shown = 0
        try:
            while True:
                time.sleep(POLL)
                for asked in paper.log[shown:]:
                    sys.stdout.write(f"{asked.status} {asked.path}\n")
                    shown += 1
                sys.stdout.flush()
        except KeyboardInterrupt:
            sys.stdout.write("\n".join([*paper.broken_rules(), f"{len(paper.log):,} requests\n"]))


if __name__ == "__main__":
    main()
