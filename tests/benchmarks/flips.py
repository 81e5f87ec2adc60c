"""Words and bits altered in a stored archive: is any of it quoted, does a check find all of it?

    python tests/benchmarks/flips.py ARCHIVE --questions JUDGED.jsonl --flips 40

On a copy of the archive, in turn: words altered in paragraphs that answers quote; single bits
turned over in such paragraphs; single bits anywhere in the file, one at a time. After the first two
the questions are asked again. Of a bit that no check finds it is seen whether anything that the
archive gives has changed. The exit code is 1 where anything altered is quoted, or is not found.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.archive.archive import FILE_NAME, Archive
from corpus.archive.keeping.checking import check
from corpus.errors import ArchiveUnusableError
from retrieval.answer import Answer, Quote
from retrieval.answering import Answerer
from retrieval.index.index import Index
from retrieval.notes import Damaged
from tests.damage import altered, flipped

ASKED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def asked(folder: Path, questions: Sequence[str]) -> list[Answer]:
    with Archive(folder) as archive:
        index = Index(archive, "tantivy")
        answerer = Answerer(archive, index)
        answers = [answerer.ask(one, asked_at=ASKED_AT) for one in questions]
        index.close()
    return answers


def found_damaged(folder: Path) -> tuple[set[str], int]:
    """Ids of damaged articles, and how many other faults there are."""
    with Archive(folder) as archive:
        found = check(archive.connections)
    return {one.article for one in found.damaged}, len(found.faults)


def content(folder: Path) -> bytes:
    """A digest of all that is given of an archive."""
    seen = hashlib.blake2b()
    with Archive(folder) as archive:
        for change in archive.changes_since(0):
            seen.update(repr(change).encode())
        seen.update(repr(archive.holdings()).encode())
    return seen.digest()


def report(kind: str, folder: Path, questions: Sequence[str], damaged: set[str]) -> bool:
    """Ask again and check. Whether nothing altered was quoted, and all of it was found."""
    answers = asked(folder, questions)
    quoted = sum(quote.article.id in damaged for one in answers for quote in one.quotes)
    said = {name for one in answers for note in one.notes if isinstance(note, Damaged)
            for name in note.articles}  # fmt: skip
    found, faults = found_damaged(folder)
    sys.stdout.write(
        f"{kind}: {len(damaged)} articles; quoted {quoted}; said in answers of"
        f" {len(said & damaged)}; found {len(found & damaged)}, others {len(found - damaged)},"
        f" faults of the file {faults}\n"
    )
    sys.stdout.flush()
    return not quoted and found == damaged


def paragraphs_of(quotes: Sequence[Quote], data: bytes) -> list[Quote]:
    """Those whose paragraph stands in one piece, and once, in the file; one an article."""
    by_article = {quote.article.id: quote for quote in quotes}
    return [one for one in by_article.values() if data.count(one.paragraph.text.encode()) == 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--flips", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20210127)
    wanted = parser.parse_args()
    random = Random(wanted.seed)
    lines = wanted.questions.read_text("utf-8").splitlines()[:120]
    questions = [json.loads(line)["question"] for line in lines]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "archive")
        shutil.copytree(wanted.archive, folder)
        quotes = [quote for one in asked(folder, questions) for quote in one.quotes]
        file = folder / FILE_NAME
        sound = file.read_bytes()  # of today's tables, as it was opened
        chosen = random.sample(paragraphs_of(quotes, sound), wanted.flips)
        for quote in chosen:
            word = random.choice(quote.text.split())
            instead = quote.paragraph.text.replace(word, f"un{word}", 1)
            where = "UPDATE paragraph SET text = ? WHERE text = ?"
            altered(folder, where, instead, quote.paragraph.text)
        names = {quote.article.id for quote in chosen}
        right = report("words altered", folder, questions, names)
        file.write_bytes(sound)
        for quote in chosen:
            text = quote.paragraph.text.encode()
            flipped(file, sound.index(text) + random.randrange(len(text)), random.randrange(8))
        right &= report("bits of quoted texts", folder, questions, names)
        file.write_bytes(sound)
        right &= anywhere(folder, wanted.flips, random)
    sys.exit(0 if right else 1)


def anywhere(folder: Path, flips: int, random: Random) -> bool:
    """Single bits of the file, one at a time."""
    file, before = folder / FILE_NAME, content(folder)
    size, found, without_effect = file.stat().st_size, 0, 0
    for _ in range(flips):
        place, bit = random.randrange(size), random.randrange(8)
        flipped(file, place, bit)
        try:
            damaged, faults = found_damaged(folder)
            is_found = bool(damaged or faults)
            without_effect += not is_found and content(folder) == before
        except ArchiveUnusableError:
            is_found = True
        found += is_found
        flipped(file, place, bit)
    sys.stdout.write(
        f"bits anywhere: {flips}; found {found}; not found, and nothing changed by them:"
        f" {without_effect}\n"
    )
    return found + without_effect == flips


if __name__ == "__main__":
    main()
