"""How much of real articles is read from their pages, and how fast.

    python tests/benchmarks/pages.py FOLDER

`FOLDER` holds `ground-truth.json` (page id → `articleBody`, `url`) and `html/ID.html.gz`, as the
article extraction benchmark of Zyte has them. A text is judged as there: by its runs of four
words, precision and recall a page, F1 of their means; exact where no run differs. A page of which
nothing is taken has no text.
"""

import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import process_time

from corpus.pages import Page, PageArticle, read_page

WORD = re.compile(r"\w+")
RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Judged:
    """One page: words right, too many and missing, counted in runs; None where none can be."""

    precision: float | None
    recall: float | None
    is_exact: bool


def runs(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words; of a shorter text the whole."""
    words = WORD.findall(text)
    first = [tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))]
    return Counter(run for run in first if run)


def judged(text: str, truth: str) -> Judged:
    """A text against the one by hand."""
    ours, theirs = runs(text), runs(truth)
    right = (ours & theirs).total()
    return Judged(
        precision=right / ours.total() if ours else None,
        recall=right / theirs.total() if theirs else None,
        is_exact=ours == theirs,
    )


def main(folder: Path) -> int:
    """Print the measures."""
    truths = folder / "ground-truth.json"
    if not truths.is_file():
        sys.stderr.write(f"{truths} is not there: no pages to measure on\n")
        return 2
    pages: list[Judged] = []
    seconds: list[float] = []
    for name, truth in json.loads(truths.read_text("utf-8")).items():
        body = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        begun = process_time()
        read = read_page(Page(body, truth.get("url")))
        seconds.append(process_time() - begun)
        lines = read.draft.lines if isinstance(read, PageArticle) else ()
        if isinstance(read, PageArticle):
            text = "\n".join(line.text for line in lines)
        else:
            text = ""
            sys.stdout.write(f"not taken: {truth.get('url')}: {read.reason}\n")
        pages.append(judged(text, truth["articleBody"]))
    precision = mean(page.precision for page in pages if page.precision is not None)
    recall = mean(page.recall for page in pages if page.recall is not None)
    sys.stdout.write(
        f"{len(pages)} pages: F1 {2 * precision * recall / (precision + recall):.3f}"
        f" (precision {precision:.3f}, recall {recall:.3f}),"
        f" exact {mean(page.is_exact for page in pages):.3f},"
        f" {1000 * mean(seconds[1:]):.1f} ms of CPU a page\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
