"""Quotations held against an archive: true ones, ones with a word changed, stitched ones.

    python tests/benchmarks/said.py ARCHIVE [--count 300] [--seed 1]

True ones are sentences of the archive as people paste them: with other quotation marks, dashes,
case, line breaks, without the last point, two at a time, headlines; and from an earliest printing
that a scan of the whole archive finds (`--scan 10` of them). In changed ones a word, a number or a
negation is another; stitched ones are halves of two sentences.
"""

import argparse
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from corpus.archive.archive import Archive
from corpus.article import Article, instant
from retrieval.answer import Difference
from retrieval.index.index import Index
from retrieval.text.sentences import sentences
from retrieval.verbatim.checking import Checker, Verdict
from retrieval.verbatim.words import keys_of
from tests.whole_archive import places_of

OUTPUT = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
PASTED: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f"“{text}”",
    lambda text: text.rstrip(".!?"),
    str.upper,
    str.lower,
    lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"').replace("—", "-"),
    lambda text: text.replace("'", "’").replace(" - ", " — ").replace('"', "„"),
    lambda text: re.sub(r"((?:\S+ ){6})", "\\1\n", text),
    lambda text: text.replace(" ", "\u00a0 ", 2).replace("é", "e"),
    lambda text: f"{' '.join(text.split()[:4])} … {' '.join(text.split()[6:])}",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scan", type=int, default=10)
    parser.add_argument("--show", action="store_true", help="Print what went wrong.")
    options = parser.parse_args()
    with Archive(options.archive) as archive:
        index = Index(archive, "tantivy")
        Bench(archive, Checker(archive, index), options).run()
        index.close()


class Bench:
    """One run over one archive."""

    def __init__(self, archive: Archive, checker: Checker, options: argparse.Namespace) -> None:
        self._archive = archive
        self._checker = checker
        self._options = options
        self._random = random.Random(options.seed)
        self._newest = [change.seq for change in archive.changes_since(0)]

    def run(self) -> None:
        count = self._options.count
        started = time.process_time()
        quotes = [self._quote() for _ in range(count)]
        pasted = [PASTED[n % len(PASTED)](quote) for n, quote in enumerate(quotes)]
        verbatim = sum(self._is(quote, Verdict.VERBATIM) for quote in pasted)
        OUTPUT.print(f"as printed: verbatim {verbatim} of {count}")
        shown = sum(self._is_shown(quote, n) for n, quote in enumerate(quotes))
        OUTPUT.print(f"one word changed: just that shown {shown} of {count}")
        halves = [self._halves() for _ in range(count)]
        verdicts = [self._checker.check(quote).verdict for quote in halves]
        for quote, verdict in zip(halves, verdicts, strict=True):
            if verdict is Verdict.VERBATIM and self._options.show:
                OUTPUT.print(f"  {verdict}: {quote!r}")
        OUTPUT.print("two halves:", {one.value: verdicts.count(one) for one in Verdict})
        seconds = time.process_time() - started
        OUTPUT.print(f"{seconds / 3 / count * 1000:.0f} ms of CPU a quote")
        scanned = sum(self._is_first(quote) for quote in quotes[: self._options.scan])
        OUTPUT.print(f"the first printing is that of a scan: {scanned} of {self._options.scan}")

    def _article(self) -> Article:
        while True:
            article = self._archive.version(self._random.choice(self._newest))
            if article and article.paragraphs:
                return article

    def _quote(self) -> str:
        """A sentence of 8 to 40 words; now and then two, across paragraphs, or a headline."""
        while True:
            article = self._article()
            kind = self._random.random()
            if kind < 0.05 and 8 <= len(keys_of(article.title)) <= 40:
                return article.title.rstrip(".… ")
            n = self._random.randrange(len(article.paragraphs))
            text = "\n\n".join(article.paragraphs[n : n + 2])
            parts = sentences(text if kind < 0.15 else article.paragraphs[n], "en")
            first = self._random.randrange(len(parts))
            last = min(len(parts), first + (2 if kind < 0.3 else 1))
            quote = text[parts[first][0] : parts[last - 1][1]].strip()
            if 8 <= len(keys_of(quote)) <= 40:
                return quote

    def _is(self, quote: str, verdict: Verdict) -> bool:
        said = self._checker.check(quote)
        if said.verdict is not verdict and self._options.show:
            OUTPUT.print(f"  {said.verdict}: {quote!r}")
        return said.verdict is verdict

    def _is_shown(self, quote: str, n: int) -> bool:
        changed, wanted = self._changed(quote, ("word", "number", "added", "removed")[n % 4])
        said = self._checker.check(changed)
        found = [match.differences for match in said.matches]
        is_right = said.verdict is Verdict.DIFFERS and (wanted,) in found[:1]
        if not is_right and self._options.show:
            OUTPUT.print(f"  {said.verdict}: {changed!r}\n    {wanted}\n    {found[:1]}")
        return is_right

    def _changed(self, quote: str, kind: str) -> tuple[str, Difference]:
        """Another word for one of them; a number where there is one; `not` added or taken away."""
        words = list(re.finditer(r"(?<!\S)[A-Za-z]{4,}(?=\s)", quote))
        inner = words[1:] or words
        numbers = list(re.finditer(r"(?<![\w.,'’])\d+(?![\w.,'’]*\w)", quote))
        negations = list(re.finditer(r"(?<= )(?:not|never|no)(?= )", quote))
        if kind == "removed" and negations:
            one = negations[0]
            return quote[: one.start()] + quote[one.end() + 1 :], Difference("", one.group())
        if kind == "added" and inner:
            place = inner[len(inner) // 2].end()
            return f"{quote[:place]} not{quote[place:]}", Difference("not", "")
        if kind == "number" and numbers:
            one, other = numbers[0], str(int(numbers[0].group()) + 7)
        else:
            one = self._random.choice(words or list(re.finditer(r"\w+", quote)))
            other = "marmalade"
        changed = quote[: one.start()] + other + quote[one.end() :]
        return changed, Difference(other, one.group())

    def _halves(self) -> str:
        one, other = self._quote().split(), self._quote().split()
        return " ".join([*one[: len(one) // 2], *other[len(other) // 2 :]])

    def _is_first(self, quote: str) -> bool:
        """Paragraphs alone, as a scan knows no quotes across them."""
        places = list(places_of(quote, self._archive))
        articles = [self._archive.version(place.found.seq) for place in places]
        days = [instant(article.published) for article in articles if article]
        first = self._checker.check(quote).first
        return first is not None and (not days or instant(first.article.published) == min(days))


if __name__ == "__main__":
    main()
